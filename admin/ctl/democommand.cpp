// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges/renderer.h"
#include "base/databaseurl.h"
#include "demo/demosite.h"
#include "opensite.h"
#include "recoverypaper.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace gatehouse::ctl
{

namespace
{

constexpr int badgeDpi = 300;
constexpr int mostWeeks = 12; // the demo's passwords are made at its start and expire after 90 days

QString folderOfDatabase(const QString &url)
{
    const auto path = databaseFile(url);
    return path.isEmpty() ? QStringLiteral(".") : QFileInfo(path).absolutePath();
}

QString besideDatabase(const QString &url, const QString &name)
{
    return folderOfDatabase(url) + QLatin1Char('/') + name;
}

/// For who runs it alone, as the recovery sheet lies there. A folder whose own folder is missing is a slip of the pen: opening
/// the database says so.
void makeFolderOfDatabase(const QString &url)
{
    const auto folder = folderOfDatabase(url);
    if (!QFileInfo::exists(folder))
        QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QStringList roleNames(const DemoStaff &person)
{
    QStringList names;
    for (const auto role : person.roles)
        names += domain::roleName(role);
    return names;
}

/// Badges of staff to hold before a door's camera: one card a file, named by staff number.
Result<void> writeStaffBadges(const DemoSite &demo, const QString &folder)
{
    for (const auto &signIn : demo.signIns) {
        if (!signIn.card)
            continue;
        badges::BadgeFace face;
        face.staff = true;
        face.name = signIn.person.name;
        face.company = QStringLiteral("工号 Staff number ") + signIn.person.number;
        face.label = signIn.person.number;
        face.validFrom = signIn.card->validFrom;
        face.validUntil = signIn.card->validUntil;
        face.token = signIn.card->token;
        face.siteName = demo.siteName;
        GATEHOUSE_TRY_ASSIGN(const auto picture, badges::badgeImage(face, badges::Format::Card86x54, badgeDpi));
        const auto path = QStringLiteral("%1/%2.png").arg(folder, signIn.person.number);
        QSaveFile file(path);
        if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || !picture.save(&file, "PNG") || !file.commit())
            return fail(ErrorCode::Unavailable, path);
    }
    return {};
}

void tellSignIns(const Invocation &invocation, const DemoSite &demo)
{
    const auto &console = invocation.console;
    const auto url = invocation.databaseUrl();
    console.say(QStringLiteral("Demo site '%1' with %2 visits in %3. Sign-ins:").arg(demo.siteName).arg(demo.visits).arg(url));
    for (const auto &signIn : demo.signIns) {
        const auto roles = roleNames(signIn.person);
        const auto pin = signIn.card ? signIn.card->pin : QString();
        console.object({{QStringLiteral("number"), signIn.person.number},
                        {QStringLiteral("name"), signIn.person.name},
                        {QStringLiteral("roles"), QJsonArray::fromStringList(roles)},
                        {QStringLiteral("password"), signIn.password},
                        {QStringLiteral("pin"), pin}});
        console.say(QStringLiteral("  %1  %2  %3  %4  %5")
                        .arg(signIn.person.number)
                        .arg(roles.join(QLatin1Char(',')), -8)
                        .arg(signIn.password, -32)
                        .arg(pin.isEmpty() ? QString() : QStringLiteral("PIN ") + pin, -10)
                        .arg(signIn.person.name));
    }
}

void tellFiles(const Invocation &invocation, const DemoSite &demo, const QString &sheet, const QString &badges)
{
    const auto &console = invocation.console;
    const auto url = invocation.databaseUrl();
    console.object({{QStringLiteral("site"), demo.siteName},
                    {QStringLiteral("database"), url},
                    {QStringLiteral("visits"), demo.visits},
                    {QStringLiteral("recoverySheet"), sheet},
                    {QStringLiteral("staffBadges"), badges},
                    {QStringLiteral("stationKeys"), security::StationVault::defaultFolder(url)}});
    console.say(QStringLiteral("Recovery sheet: %1").arg(sheet));
    console.say(QStringLiteral("Staff badges, to hold before a door's camera: %1").arg(badges));
}

int runDemo(Invocation &invocation)
{
    const auto &console = invocation.console;
    const auto &options = invocation.options;
    bool isNumber = false;
    DemoOptions demo;
    demo.weeks = options.value(QStringLiteral("weeks")).toInt(&isNumber);
    demo.cost = options.isSet(QStringLiteral("fast-keys")) ? security::KeyCost::Minimal : security::KeyCost::Moderate;
    demo.until = QDateTime::currentDateTimeUtc();
    if (!isNumber || demo.weeks < 0 || demo.weeks > mostWeeks)
        return console.failed({ErrorCode::Invalid, QStringLiteral("--weeks is a number from 0 to %1").arg(mostWeeks)},
                              QStringLiteral("demo"));
    const auto url = invocation.databaseUrl();
    if (url.isEmpty())
        return console.failed({ErrorCode::Invalid, QStringLiteral("name the database with --db sqlite:PATH or GATEHOUSE_DB")},
                              QStringLiteral("demo"));

    const security::StationVault vault(security::StationVault::folderOfNewSite(url));
    const bool fresh = !QFileInfo::exists(databaseFile(url)); // else it is said first that there is a site
    if (const auto free = usecases::checkVaultIsFree(vault); fresh && !free)
        return console.failed(free.error(), QStringLiteral("demo")); // before a database is made
    auto sheet = options.value(QStringLiteral("sheet"));
    if (sheet.isEmpty())
        sheet = besideDatabase(url, QStringLiteral("recovery-sheet.pdf"));
    makeFolderOfDatabase(url);
    if (const auto may = mayWriteSheet(sheet); !may && (fresh || may.error().code != ErrorCode::Invalid))
        return console.failed(may.error(), QStringLiteral("demo"));
    storage::OpenOptions storage;
    storage.create = true;
    const auto store = storage::openStore(url, storage);
    if (!store)
        return console.failed(store.error(), QStringLiteral("database"));
    SystemRandomness randomness;
    const auto made = makeDemoSite(**store, vault, randomness, demo);
    if (!made)
        return console.failed(made.error(), QStringLiteral("demo"));
    tellSignIns(invocation, *made); // nobody could sign in to a site that is made, but whose sheet or badges fail
    if (const auto written = writeRecoverySheet(sheet, made->siteName, made->site, demo.until); !written)
        return console.failed(written.error(), sheet);
    const auto cards = besideDatabase(url, QStringLiteral("staff-badges"));
    if (const auto written = writeStaffBadges(*made, cards); !written)
        return console.failed(written.error(), cards);
    tellFiles(invocation, *made, sheet, cards);
    return Done;
}

} // namespace

Command demoCommand()
{
    Command command;
    command.words = QStringLiteral("demo");
    command.summary = QStringLiteral("Make a site with sample staff and some weeks of visits; prints the sign-ins.");
    command.options = {
        {QStringLiteral("weeks"), QStringLiteral("How many weeks the visits go back; 3 without it, 0 for the last hours only."),
         QStringLiteral("N"), QStringLiteral("3")},
        {QStringLiteral("sheet"), QStringLiteral("Where the recovery sheet is written; beside the database without it."),
         QStringLiteral("FILE")},
        {QStringLiteral("fast-keys"), QStringLiteral("Guard the passwords cheaply: for tests, never where real people are.")}};
    command.whenLost = QStringLiteral("the sign-ins are lost: remove this demo's database and keys, and make it again");
    command.draws = true;
    command.run = runDemo;
    return command;
}

} // namespace gatehouse::ctl
