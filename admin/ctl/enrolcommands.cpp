// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensite.h"

#include "base/ids.h"
#include "usecases/stations.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::ctl
{

namespace
{

using domain::Station;
using domain::StationId;
using domain::StationKind;

const QString rootOption = QStringLiteral("root");
const QString nameOption = QStringLiteral("name");
const QString kindOption = QStringLiteral("kind");
const QString codeOption = QStringLiteral("code");
const QString replaceOption = QStringLiteral("replace");

/// The file that the program of this kind reads.
QString fileOf(StationKind kind)
{
    return domain::stationKindName(kind);
}

/// The fingerprint of the site's root, never from the database: as typed from the recovery sheet, else as another station of
/// this machine was given it.
Result<QByteArray> rootFor(const Invocation &invocation, const security::StationVault &vault)
{
    const QString typed = invocation.options.value(rootOption).remove(QLatin1Char(' '));
    if (!typed.isEmpty()) {
        const QByteArray root = QByteArray::fromHex(typed.toLatin1());
        if (root.size() * 2 != typed.size())
            return fail(ErrorCode::Invalid,
                        QStringLiteral("--root is the fingerprint on the recovery sheet, in hexadecimal digits"));
        return root;
    }
    for (const StationKind kind : {StationKind::Tool, StationKind::Admin, StationKind::Kiosk, StationKind::Door}) {
        if (const auto other = vault.identity(fileOf(kind)))
            return other->rootFingerprint;
    }
    return fail(ErrorCode::Invalid, QStringLiteral("name the site's root with --root: the fingerprint on the recovery sheet"));
}

/// A key for this machine; the one that it has stays unless that was asked for.
Result<security::StationIdentity> newIdentity(const Invocation &invocation, const security::StationVault &vault,
                                              StationKind kind)
{
    const auto present = vault.identity(fileOf(kind));
    if (present && !invocation.options.isSet(replaceOption))
        return fail(ErrorCode::Conflict,
                    QStringLiteral("this machine has a key for such a station already; --replace makes a new one, and "
                                   "a manager then revokes the old station"));
    GATEHOUSE_TRY_ASSIGN(const QByteArray root, rootFor(invocation, vault));
    SystemRandomness randomness;
    const StationId id = makeId<StationId>(SystemClock(), randomness);
    return security::StationIdentity{id.text(), security::makeSignKeyPair(), root};
}

/// An admin workstation has the site's pepper besides, which is on the recovery sheet too.
Result<void> keepPepper(const Invocation &invocation, const security::StationVault &vault)
{
    if (const auto present = vault.pepper(); present || present.error().code != ErrorCode::NotFound)
        return present ? Result<void>() : fail(present.error()); // one that cannot be read is not written over either
    SecretSource secrets(invocation.options);
    GATEHOUSE_TRY_ASSIGN(const auto text, secrets.ask(QStringLiteral("Pepper of the site, as printed on the recovery sheet")));
    QByteArray typed = text.exposed();
    const auto pepper = security::decodeSecret(QString::fromUtf8(typed));
    security::wipe(typed);
    if (!pepper)
        return fail(pepper.error());
    return vault.savePepper(*pepper);
}

Result<Station> ask(const Invocation &invocation)
{
    const auto kind = domain::stationKindFromName(invocation.options.value(kindOption));
    const QString name = invocation.options.value(nameOption).trimmed();
    if (!kind || name.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("--name and --kind kiosk, door, admin or tool are needed"));
    if (invocation.databaseUrl().isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("name the database with --db sqlite:PATH or GATEHOUSE_DB"));
    const security::StationVault vault(security::StationVault::defaultFolder(invocation.databaseUrl()));
    GATEHOUSE_TRY_ASSIGN(security::StationIdentity identity, newIdentity(invocation, vault, *kind));
    const Station station{StationId::fromText(identity.stationId), name, *kind, identity.keys.publicKey, false};
    GATEHOUSE_TRY_ASSIGN(const auto site, OpenSite::openAs(invocation, std::move(identity)));
    GATEHOUSE_TRY(usecases::proposeStation(site->workplace(), station));
    if (*kind == StationKind::Admin)
        GATEHOUSE_TRY(keepPepper(invocation, vault));
    // A row without its key would ask for ever and harm nobody; a key is only replaced when its row is there.
    GATEHOUSE_TRY(vault.saveIdentity(fileOf(*kind), site->station()));
    return station;
}

int runEnrol(Invocation &invocation)
{
    const auto &console = invocation.console;
    const auto station = ask(invocation);
    if (!station)
        return console.failed(station.error(), QStringLiteral("station enrol"));
    const QString code = usecases::stationCode(station->signPublicKey);
    console.object({{QStringLiteral("station"), station->id.text()},
                    {QStringLiteral("name"), station->name},
                    {QStringLiteral("kind"), domain::stationKindName(station->kind)},
                    {QStringLiteral("code"), code},
                    {QStringLiteral("enrolled"), false}});
    console.lines(QStringLiteral("“%1” asks to be enrolled. Its code is\n\n    %2\n\nA manager compares it in the admin app, "
                                 "under Settings, Stations, and "
                                 "enrols it there.\nThe program of this station starts by itself as soon as that is done.")
                      .arg(station->name, code));
    return Done;
}

/// The station that was named, by its id or its name as `station list` shows them: one of these. A name that several have
/// names none.
Result<Station> stationNamed(const QString &given, const std::vector<Station> &among)
{
    const StationId id = StationId::fromText(given);
    std::vector<Station> found;
    std::copy_if(among.begin(), among.end(), std::back_inserter(found),
                 [&](const Station &station) { return id.isNull() ? station.name == given : station.id == id; });
    if (found.empty())
        return fail(ErrorCode::NotFound,
                    QStringLiteral("there is no such station here; 'gatehousectl station list' shows their ids and names"));
    if (found.size() > 1)
        return fail(ErrorCode::Conflict,
                    QStringLiteral("several stations have this name: give the id, as 'gatehousectl station list' shows it"));
    return found.front();
}

Result<Station> confirm(const Invocation &invocation, OpenSite &site, const usecases::StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Station> asking, usecases::proposedStations(site.workplace(), session));
    GATEHOUSE_TRY_ASSIGN(const Station station, stationNamed(invocation.arguments.value(0), asking));
    const QString given = invocation.options.value(codeOption).remove(QLatin1Char(' ')).toLower();
    if (given != usecases::stationCode(station.signPublicKey).remove(QLatin1Char(' ')))
        return fail(ErrorCode::Conflict,
                    QStringLiteral("--code is not the one of the station that asks: somebody else may be asking"));
    GATEHOUSE_TRY(usecases::enrolStation(site.workplace(), session, station.id, station.signPublicKey));
    return station;
}

Result<Station> revoke(const Invocation &invocation, OpenSite &site, const usecases::StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Station> enrolled, usecases::enrolledStations(site.workplace(), session));
    GATEHOUSE_TRY_ASSIGN(const Station station, stationNamed(invocation.arguments.value(0), enrolled));
    GATEHOUSE_TRY(usecases::revokeStation(site.workplace(), session, station.id));
    return station;
}

template <typename Act>
int signedIn(Invocation &invocation, const QString &what, const QString &said, Act act)
{
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &session, SecretSource &) -> int {
        const Result<Station> station = act(invocation, site, session);
        if (!station)
            return invocation.console.failed(station.error(), what);
        const QString kind = domain::stationKindName(station->kind);
        invocation.console.object({{QStringLiteral("station"), station->id.text()},
                                   {QStringLiteral("name"), station->name},
                                   {QStringLiteral("kind"), kind},
                                   {QStringLiteral("done"), true}});
        invocation.console.say(said.arg(station->name, kind, station->id.text()));
        return Done;
    });
}

} // namespace

Command stationEnrolCommand()
{
    Command command;
    command.words = QStringLiteral("station enrol");
    command.summary = QStringLiteral("On a new or spare machine: make its key, and ask to be enrolled.");
    command.options = {
        {nameOption, QStringLiteral("What the station is called."), QStringLiteral("NAME")},
        {kindOption, QStringLiteral("kiosk, door, admin or tool."), QStringLiteral("KIND")},
        {rootOption, QStringLiteral("Fingerprint of the site's root, from the recovery sheet."), QStringLiteral("HEX")},
        {replaceOption, QStringLiteral("Make a new key although this machine has one.")}};
    command.run = runEnrol;
    return command;
}

Command stationConfirmCommand()
{
    Command command;
    command.words = QStringLiteral("station confirm");
    command.arguments = QStringLiteral("STATION");
    command.summary = QStringLiteral("As a manager: enrol a station that asks, after comparing its code. STATION is its id or "
                                     "name, as station list shows them.");
    command.options = {signInOption(),
                       {codeOption, QStringLiteral("The code that the station itself showed."), QStringLiteral("CODE")}};
    command.least = command.most = 1;
    command.run = [](Invocation &invocation) {
        return signedIn(invocation, QStringLiteral("station confirm"), QStringLiteral("The station “%1” (%2, %3) is enrolled."),
                        confirm);
    };
    return command;
}

Command stationRevokeCommand()
{
    Command command;
    command.words = QStringLiteral("station revoke");
    command.arguments = QStringLiteral("STATION");
    command.summary = QStringLiteral("As a manager: end a station at once; nothing that it signs counts any more. STATION is "
                                     "its id or name, as station list shows them.");
    command.options = {signInOption()};
    command.least = command.most = 1;
    command.run = [](Invocation &invocation) {
        return signedIn(invocation, QStringLiteral("station revoke"),
                        QStringLiteral("The station “%1” (%2, %3) is revoked. Badges that it issued are dead: print those of "
                                       "visitors on site again at the desk."),
                        revoke);
    };
    return command;
}

} // namespace gatehouse::ctl
