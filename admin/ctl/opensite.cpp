// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensite.h"

namespace gatehouse::ctl
{

namespace
{
Result<std::unique_ptr<domain::Store>> storeOf(const QString &url, bool readOnly)
{
    storage::OpenOptions options;
    options.readOnly = readOnly;
    options.migrate = !readOnly;
    options.verify = true;
    return storage::openStore(url, options);
}
} // namespace

OpenSite::OpenSite(std::unique_ptr<domain::Store> store, security::StationVault vault, security::StationIdentity identity)
    : m_store(std::move(store)), m_vault(std::move(vault)), m_identity(std::move(identity)), m_time(m_clock),
      m_authority(m_identity.rootFingerprint, m_time)
{
}

Result<std::unique_ptr<OpenSite>> OpenSite::open(const Invocation &invocation, bool readOnly)
{
    const auto url = invocation.databaseUrl();
    if (url.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("name the database with --db sqlite:PATH or GATEHOUSE_DB"));
    GATEHOUSE_TRY_ASSIGN(auto store, storeOf(url, readOnly));
    security::StationVault vault(security::StationVault::defaultFolder(url));
    auto identity = vault.identity(QStringLiteral("tool"));
    if (!identity && identity.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound,
                    QStringLiteral("this machine is not enrolled for that database as this user; run it as the user "
                                   "who ran init, or set GATEHOUSE_CONFIG to the folder of the station's keys"));
    if (!identity)
        return fail(identity.error());
    return std::unique_ptr<OpenSite>(new OpenSite(std::move(store), std::move(vault), std::move(*identity)));
}

Result<std::unique_ptr<OpenSite>> OpenSite::openAs(const Invocation &invocation, security::StationIdentity identity)
{
    const QString url = invocation.databaseUrl();
    GATEHOUSE_TRY_ASSIGN(auto store, storeOf(url, false));
    security::StationVault vault(security::StationVault::defaultFolder(url));
    return std::unique_ptr<OpenSite>(new OpenSite(std::move(store), std::move(vault), std::move(identity)));
}

QCommandLineOption signInOption()
{
    return {QStringLiteral("as"), QStringLiteral("Sign in as this member of staff; the password is asked for."),
            QStringLiteral("NUMBER")};
}

int withSession(Invocation &invocation, const SignedInWork &work)
{
    const auto number = invocation.options.value(QStringLiteral("as"));
    if (number.isEmpty())
        return invocation.console.failed(
            {ErrorCode::Invalid, QStringLiteral("--as NUMBER is needed: what this shows or does is somebody's")},
            QStringLiteral("sign-in"));
    auto site = OpenSite::open(invocation);
    if (!site)
        return invocation.console.failed(site.error(), QStringLiteral("database"));
    const auto pepper = (*site)->vault().pepper();
    if (!pepper)
        return invocation.console.failed(pepper.error(), QStringLiteral("pepper of the site"));
    SecretSource secrets(invocation.options);
    const auto password = secrets.ask(QStringLiteral("Password of %1").arg(number));
    if (!password)
        return invocation.console.failed(password.error(), QStringLiteral("password"));
    const auto workplace = (*site)->workplace();
    auto result = usecases::signIn(workplace, number, *password, *pepper);
    if (!result)
        return invocation.console.failed(result.error(), QStringLiteral("sign-in"));
    if (!(*site)->clockTrusted())
        invocation.console.note(QStringLiteral("gatehousectl: this machine's clock is before what stands in the log; what is "
                                               "written now, this sign-in too, has a time that is not so"));
    if (result->elsewhereClosed)
        invocation.console.note(QStringLiteral("gatehousectl: the session of %1 at another place was ended").arg(number));
    int exit = CouldNot;
    if (result->passwordExpired && !invocation.mayBeExpired)
        invocation.console.failed({ErrorCode::Expired, QStringLiteral("change it with 'gatehousectl staff password'")},
                                  QStringLiteral("password"));
    else
        exit = work(**site, result->session, secrets);
    if (const auto out = usecases::signOut(workplace, result->session); !out)
        invocation.console.failed(out.error(), QStringLiteral("sign-out"));
    return exit;
}

QString passwordAdvice(const Error &error)
{
    bool isNumber = false;
    const int number = error.detail.mid(error.detail.lastIndexOf(QLatin1Char(' ')) + 1).toInt(&isNumber);
    if (error.code != ErrorCode::Invalid || !isNumber)
        return {};
    switch (static_cast<security::PasswordFlaw>(number)) {
    case security::PasswordFlaw::TooShort:
        return QStringLiteral("the password needs 12 characters or more");
    case security::PasswordFlaw::TooLong:
        return QStringLiteral("the password has more than 256 characters");
    case security::PasswordFlaw::TooCommon:
        return QStringLiteral("the password is one that many people use; choose another");
    case security::PasswordFlaw::ContainsOwnData:
        return QStringLiteral("the password is made of the person's or the site's own name or number; choose another");
    case security::PasswordFlaw::TooSimple:
        return QStringLiteral("the password is easy to guess; four unrelated words make a good one");
    case security::PasswordFlaw::None:
        break;
    }
    return {};
}

} // namespace gatehouse::ctl
