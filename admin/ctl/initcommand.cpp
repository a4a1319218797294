// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensite.h"
#include "recoverypaper.h"

#include "usecases/staffbounds.h"

#include <QFile>

namespace gatehouse::ctl
{

namespace
{

constexpr int readBackTries = 3;

Result<usecases::SiteSetup> setupFrom(const QCommandLineParser &options, const QDate &today)
{
    usecases::SiteSetup setup;
    setup.siteName = options.value(QStringLiteral("site")).trimmed();
    setup.managerNumber = options.value(QStringLiteral("number")).trimmed();
    setup.managerName = options.value(QStringLiteral("name")).trimmed();
    if (setup.siteName.isEmpty() || setup.managerNumber.isEmpty() || setup.managerName.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("--site, --number and --name (of the first manager) are needed"));
    const auto agreement = options.value(QStringLiteral("agreement"));
    setup.agreementDate = agreement.isEmpty() ? today : QDate::fromString(agreement, Qt::ISODate);
    if (!setup.agreementDate.isValid())
        return fail(ErrorCode::Invalid, QStringLiteral("--agreement is a day, as 2026-11-24"));
    // Before anything is asked for or made; the use case checks again.
    GATEHOUSE_TRY(usecases::checkSiteName(setup.siteName));
    GATEHOUSE_TRY(usecases::checkStaffBounds(setup.managerNumber, setup.managerName, setup.agreementDate, today));
    setup.managerIsGuardToo = !options.isSet(QStringLiteral("manager-only"));
    return setup;
}

QString sheetPath(const QCommandLineParser &options)
{
    const auto given = options.value(QStringLiteral("sheet"));
    return given.isEmpty() ? QStringLiteral("recovery-sheet.pdf") : given;
}

/// Asks for the secret on the sheet until it fits; a script has one try.
Result<void> readBack(OpenSite &site, SecretSource &secrets, const Console &console)
{
    const auto workplace = site.workplace();
    for (int left = secrets.isTerminal() ? readBackTries : 1; left > 0; --left) {
        GATEHOUSE_TRY_ASSIGN(const auto secret, secrets.ask(QStringLiteral("Recovery secret, as printed on the sheet")));
        QByteArray text = secret.exposed();
        const auto confirmed = usecases::confirmRecovery(workplace, QString::fromUtf8(text));
        security::wipe(text);
        if (confirmed)
            site.vault().endKeys();
        if (confirmed || confirmed.error().code != ErrorCode::Invalid || left == 1)
            return confirmed;
        console.note(QStringLiteral("gatehousectl: that is not the secret of this site's sheet (%1); try again")
                         .arg(confirmed.error().detail));
    }
    return {};
}

int confirmSite(Invocation &invocation, SecretSource &secrets)
{
    const auto &console = invocation.console;
    auto site = OpenSite::open(invocation);
    if (!site)
        return console.failed(site.error(), QStringLiteral("database"));
    if (const auto confirmed = readBack(**site, secrets, console); !confirmed) {
        if (confirmed.error().code != ErrorCode::Invalid)
            return console.failed(confirmed.error(), QStringLiteral("recovery sheet"));
        console.object({{QStringLiteral("live"), false}});
        console.note(
            QStringLiteral("gatehousectl: this is not the secret of the site's recovery sheet (%1); the site is not live")
                .arg(confirmed.error().detail));
        return AnswerIsNo;
    }
    console.object({{QStringLiteral("live"), true}});
    console.say(QStringLiteral("The site is live. Put the recovery sheet into the safe and delete its file."));
    return Done;
}

/// After an error there is no site and no sheet of one. A database without a site may be there: who asks for one at the same
/// time makes it in the same file, so nobody takes it away, and the next try uses it.
Result<usecases::NewSite> makeSite(const QString &url, const usecases::SiteSetup &setup, const QString &sheet)
{
    GATEHOUSE_TRY(usecases::checkSetup(setup, QDate::currentDate()));
    storage::OpenOptions options;
    options.create = true;
    options.verify = true;
    GATEHOUSE_TRY_ASSIGN(const auto store, storage::openStore(url, options));
    const SystemClock clock;
    SystemRandomness randomness;
    bool written = false;
    const auto writeSheet = [&](const usecases::NewSite &made) -> Result<void> {
        GATEHOUSE_TRY(mayWriteSheet(sheet)); // somebody else's may be there by now
        GATEHOUSE_TRY(writeRecoverySheet(sheet, setup.siteName, made, QDateTime::currentDateTimeUtc()));
        written = true;
        return {};
    };
    auto site = usecases::initSite(*store, clock, randomness,
                                   security::StationVault(security::StationVault::folderOfNewSite(url)), setup, writeSheet);
    if (!site && written)
        QFile::remove(sheet); // it is of a site that is none
    return site;
}

/// Said before anything else is complained of, and before anything is written. The use case checks again.
Result<void> checkPlace(const Invocation &invocation, const QString &sheet)
{
    const auto url = invocation.databaseUrl();
    if (url.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("name the database with --db sqlite:PATH or GATEHOUSE_DB"));
    if (const auto site = OpenSite::open(invocation, true)) {
        const auto workplace = (*site)->workplace();
        if (usecases::beginRead(workplace) && workplace.authority.head().sequence > 0)
            return fail(ErrorCode::Conflict, QStringLiteral("there is a site already"));
    }
    GATEHOUSE_TRY(usecases::checkVaultIsFree(security::StationVault(security::StationVault::folderOfNewSite(url))));
    return mayWriteSheet(sheet);
}

int runInit(Invocation &invocation)
{
    const auto &console = invocation.console;
    SecretSource secrets(invocation.options);
    if (invocation.options.isSet(QStringLiteral("confirm")))
        return confirmSite(invocation, secrets);

    auto setup = setupFrom(invocation.options, QDate::currentDate());
    if (!setup)
        return console.failed(setup.error(), QStringLiteral("init"));
    const auto sheet = sheetPath(invocation.options);
    if (const auto place = checkPlace(invocation, sheet); !place)
        return console.failed(place.error(), QStringLiteral("init"));
    auto password = secrets.askNew(QStringLiteral("Password for %1, the first manager").arg(setup->managerNumber));
    if (!password)
        return console.failed(password.error(), QStringLiteral("password"));
    setup->password = std::move(*password);

    const auto site = makeSite(invocation.databaseUrl(), *setup, sheet);
    if (!site) {
        const auto advice = passwordAdvice(site.error());
        return console.failed(advice.isEmpty() ? site.error() : Error{ErrorCode::Invalid, advice}, QStringLiteral("init"));
    }
    const auto fingerprint = QString::fromLatin1(site->rootFingerprint.toHex());
    console.object({{QStringLiteral("site"), setup->siteName},
                    {QStringLiteral("manager"), setup->managerNumber},
                    {QStringLiteral("rootFingerprint"), fingerprint},
                    {QStringLiteral("recoverySheet"), sheet},
                    {QStringLiteral("stationKeys"), security::StationVault::defaultFolder(invocation.databaseUrl())}});
    console.lines(QStringLiteral("The site '%1' is made; its first manager is %2.\nRecovery sheet: %3 (print it, then read it "
                                 "back; without it nothing "
                                 "can be recovered)\nRoot fingerprint: %4")
                      .arg(setup->siteName, setup->managerNumber, sheet, fingerprint));
    if (!secrets.isTerminal()) {
        console.note(QStringLiteral(
            "gatehousectl: the site goes live when 'gatehousectl init --confirm' has been given the sheet's secret"));
        return Done;
    }
    return confirmSite(invocation, secrets);
}

} // namespace

Command initCommand()
{
    Command command;
    command.words = QStringLiteral("init");
    command.arguments = QStringLiteral("--site NAME --number N --name NAME | --confirm");
    command.summary = QStringLiteral("Make a site with its first manager, its stations and its recovery sheet.");
    command.options = {
        {QStringLiteral("site"), QStringLiteral("Name of the site, as badges show it."), QStringLiteral("NAME")},
        {QStringLiteral("number"), QStringLiteral("Staff number of the first manager."), QStringLiteral("N")},
        {QStringLiteral("name"), QStringLiteral("Name of the first manager."), QStringLiteral("NAME")},
        {QStringLiteral("agreement"),
         QStringLiteral("Day of the manager's signed confidentiality agreement; today without it."), QStringLiteral("DATE")},
        {QStringLiteral("manager-only"), QStringLiteral("The first manager is no guard as well.")},
        {QStringLiteral("sheet"), QStringLiteral("Where the recovery sheet is written; recovery-sheet.pdf without it."),
         QStringLiteral("FILE")},
        {QStringLiteral("confirm"), QStringLiteral("Read the recovery secret back, with which the site goes live.")}};
    command.whenLost =
        QStringLiteral("the site and its recovery sheet are made; 'gatehousectl station list' shows its stations");
    command.draws = true;
    command.run = runInit;
    return command;
}

} // namespace gatehouse::ctl
