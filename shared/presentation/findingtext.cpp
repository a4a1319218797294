// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingtext.h"

#include <QCoreApplication>

namespace gatehouse::presentation
{

namespace
{
struct FindingSentence {
    const char *code;
    const char *text;
    const char
        *arguments; // one letter for each basis: d date, z zone, p purpose, i item kind, n as it is, l language, m method
};

constexpr FindingSentence findingSentences[] = {
    {"clock-not-trusted",
     QT_TRANSLATE_NOOP("Findings", "This station's clock cannot be trusted. Nobody can be admitted until it is right."), ""},
    {"name-missing", QT_TRANSLATE_NOOP("Findings", "The visitor's name is missing."), ""},
    {"document-missing", QT_TRANSLATE_NOOP("Findings", "No identity document was shown."), ""},
    {"document-typed", QT_TRANSLATE_NOOP("Findings", "The document's data was typed by hand and not read from a document."),
     ""},
    {"document-checks-failed", QT_TRANSLATE_NOOP("Findings", "The document was read, but not all of its checks hold."), ""},
    {"document-read", QT_TRANSLATE_NOOP("Findings", "The document was read and its checks hold."), ""},
    {"document-date-impossible", QT_TRANSLATE_NOOP("Findings", "A date on the document is impossible or missing."), ""},
    {"document-expiry-unread",
     QT_TRANSLATE_NOOP("Findings", "Until when this card is valid is only printed on it: look at the card."), ""},
    {"document-expired", QT_TRANSLATE_NOOP("Findings", "The document expired on %1."), "d"},
    {"document-in-date", QT_TRANSLATE_NOOP("Findings", "The document is valid until %1."), "d"},
    {"document-not-yet-valid", QT_TRANSLATE_NOOP("Findings", "The document is valid only from %1 on."), "d"},
    {"birth-date-impossible", QT_TRANSLATE_NOOP("Findings", "The date of birth is impossible."), ""},
    {"birth-date-unknown",
     QT_TRANSLATE_NOOP("Findings",
                       "The date of birth is not known: a zone that is entered with an escort admits nobody under 16."),
     ""},
    {"too-young-for-zone", QT_TRANSLATE_NOOP("Findings", "The visitor is too young for a zone that is entered with an escort."),
     ""},
    {"minor", QT_TRANSLATE_NOOP("Findings", "The visitor is not of age."), ""},
    {"original-seen", QT_TRANSLATE_NOOP("Findings", "A guard has seen the original document, and the face matches."), ""},
    {"original-not-seen",
     QT_TRANSLATE_NOOP("Findings", "Nobody has yet recorded that the original was seen and the face matches."), ""},
    {"invited", QT_TRANSLATE_NOOP("Findings", "There is a valid invitation."), ""},
    {"host-unknown", QT_TRANSLATE_NOOP("Findings", "The visitor could not name a host."), ""},
    {"host-left", QT_TRANSLATE_NOOP("Findings", "The host no longer works here."), ""},
    {"host-known", QT_TRANSLATE_NOOP("Findings", "The host is on the staff."), ""},
    {"purpose-unknown",
     QT_TRANSLATE_NOOP("Findings", "The visit's purpose is one that this site does not have or that nobody has signed."), ""},
    {"zone-unknown",
     QT_TRANSLATE_NOOP("Findings", "The visit asks for a zone that this site does not have or that nobody has signed."), ""},
    {"zone-not-for-purpose", QT_TRANSLATE_NOOP("Findings", "The purpose “%2” does not admit to the zone “%1”."), "zp"},
    {"zones-fit-purpose", QT_TRANSLATE_NOOP("Findings", "The zones fit the purpose “%1”."), "p"},
    {"escort-required", QT_TRANSLATE_NOOP("Findings", "One of the zones is entered with an escort only."), ""},
    {"portrait-given", QT_TRANSLATE_NOOP("Findings", "The visitor agreed to a photo."), ""},
    {"portrait-declined", QT_TRANSLATE_NOOP("Findings", "There is no photo: compare the person with the document."), ""},
    {"privacy-not-acknowledged", QT_TRANSLATE_NOOP("Findings", "The privacy notice was not acknowledged."), ""},
    {"privacy-old-version", QT_TRANSLATE_NOOP("Findings", "An old version (%1) of the privacy notice was acknowledged."), "n"},
    {"privacy-acknowledged", QT_TRANSLATE_NOOP("Findings", "The privacy notice was acknowledged (version %1, %2)."), "nl"},
    {"terms-not-signed", QT_TRANSLATE_NOOP("Findings", "The confidentiality terms were not signed."), ""},
    {"recording-old-version", QT_TRANSLATE_NOOP("Findings", "An old version (%1) of the recording notice was acknowledged."),
     "n"},
    {"terms-old-version", QT_TRANSLATE_NOOP("Findings", "An old version (%1) of the confidentiality terms was signed."), "n"},
    {"terms-signed", QT_TRANSLATE_NOOP("Findings", "The confidentiality terms were signed (version %1, %2)."), "nm"},
    {"item-not-handed-in", QT_TRANSLATE_NOOP("Findings", "Not allowed in the zone and not yet handed in: %1 (%2)."), "in"},
    {"item-handed-in", QT_TRANSLATE_NOOP("Findings", "Handed in: %1, tag %2."), "in"},
    {"item-not-named", QT_TRANSLATE_NOOP("Findings", "To be handed in, or allowed by name: %1 (%2)."), "in"},
    {"item-allowed", QT_TRANSLATE_NOOP("Findings", "Allowed to come along: %1, %2."), "in"},
    {"briefing-passed", QT_TRANSLATE_NOOP("Findings", "The safety briefing was passed."), ""},
    {"decider-without-role", QT_TRANSLATE_NOOP("Findings", "You do not hold the role that decides on visits."), ""},
    {"decider-not-active", QT_TRANSLATE_NOOP("Findings", "Your account is not active."), ""},
    {"decider-is-host", QT_TRANSLATE_NOOP("Findings", "You are the host: somebody else has to decide on an escorted zone."),
     ""},
    {"access-unknown", QT_TRANSLATE_NOOP("Findings", "Nobody has asked for access to this zone."), ""},
    {"access-over", QT_TRANSLATE_NOOP("Findings", "The access to this zone has ended."), ""},
    {"approvals-missing", QT_TRANSLATE_NOOP("Findings", "Not everybody who has to approve the access has done so."), ""},
    {"approved-already", QT_TRANSLATE_NOOP("Findings", "You have approved this already: somebody else has to."), ""},
    {"approver-asked", QT_TRANSLATE_NOOP("Findings", "You registered this visit: somebody else has to approve it."), ""},
    {"approver-without-duty", QT_TRANSLATE_NOOP("Findings", "You hold no duty in the zone “%1”."), "z"},
    {"escort-authorisation-over", QT_TRANSLATE_NOOP("Findings", "The authorisation to escort ended on %1."), "d"},
    {"escort-full", QT_TRANSLATE_NOOP("Findings", "One escort may have at most %1 visitors here: a second escort is needed."),
     "n"},
    {"escort-has-accepted", QT_TRANSLATE_NOOP("Findings", "This escort has accepted already."), ""},
    {"escort-in-charge", QT_TRANSLATE_NOOP("Findings", "Another escort is in charge and has to hand over first."), ""},
    {"escort-not-authorised", QT_TRANSLATE_NOOP("Findings", "This person is not authorised to escort in the zone “%1”."), "z"},
    {"escort-not-managerial", QT_TRANSLATE_NOOP("Findings", "Only managerial staff may bring visitors into this zone."), ""},
    {"escort-training-over", QT_TRANSLATE_NOOP("Findings", "The escort's training (%1) is more than a year old."), "d"},
    {"escort-unknown", QT_TRANSLATE_NOOP("Findings", "The escort is not on the staff."), ""},
    {"fire-protection-not-restored",
     QT_TRANSLATE_NOOP("Findings", "Nobody has confirmed that the fire protection works again."), ""},
    {"hand-over-to-self", QT_TRANSLATE_NOOP("Findings", "You cannot hand over to yourself."), ""},
    {"heads-differ", QT_TRANSLATE_NOOP("Findings", "Counted %1, but %2 were let in."), "nn"},
    {"not-accepted", QT_TRANSLATE_NOOP("Findings", "No escort has accepted yet."), ""},
    {"not-for-oneself", QT_TRANSLATE_NOOP("Findings", "Nobody does this for oneself."), ""},
    {"not-on-the-list", QT_TRANSLATE_NOOP("Findings", "This person is not on the access list."), ""},
    {"not-your-visitor", QT_TRANSLATE_NOOP("Findings", "You are not this visitor's escort."), ""},
    {"still-inside", QT_TRANSLATE_NOOP("Findings", "The visitor is still inside."), ""},
    {"term-over", QT_TRANSLATE_NOOP("Findings", "The term lies in the past."), ""},
    {"tour-escort-named", QT_TRANSLATE_NOOP("Findings", "The tour has named its escort."), ""},
    {"tour-without-escort", QT_TRANSLATE_NOOP("Findings", "A tour has to name its escort in advance."), ""},
    {"window-not-open", QT_TRANSLATE_NOOP("Findings", "The time of the visit has not begun."), ""},
    {"work-not-confirmed", QT_TRANSLATE_NOOP("Findings", "The work has not been confirmed."), ""},
    {"window-over", QT_TRANSLATE_NOOP("Findings", "The time of the visit is over."), ""},
};

QString basisText(char kind, const QString &basis, const SiteNames &names)
{
    switch (kind) {
    case 'd':
        return dateText(basis, names.language);
    case 'z':
        return names.zone(domain::ZoneId{basis});
    case 'p':
        return names.purpose(domain::PurposeId{basis});
    case 'i':
        return itemKindText(basis);
    case 'l':
        return languageName(basis);
    case 'm':
        return consentMethodText(basis);
    default:
        return basis;
    }
}
} // namespace

QString findingText(const domain::Finding &finding, const SiteNames &names)
{
    for (const FindingSentence &sentence : findingSentences) {
        if (finding.code != QLatin1String(sentence.code))
            continue;
        QString text = QCoreApplication::translate("Findings", sentence.text);
        const auto basis = [&](qsizetype at) { // the log keeps of an earlier decision what was found, not what it rested on
            return at < finding.basis.size() ? basisText(sentence.arguments[at], finding.basis.at(at), names)
                                             : QStringLiteral("…");
        };
        const std::size_t count = qstrlen(sentence.arguments);
        if (count == 1)
            text = text.arg(basis(0));
        else if (count == 2) // both at once: a name may hold a percent sign
            text = text.arg(basis(0), basis(1));
        return text;
    }
    return finding.code;
}

} // namespace gatehouse::presentation
