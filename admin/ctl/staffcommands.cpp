// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensite.h"
#include "usecases/onetimecodes.h"
#include "usecases/replacedkeys.h"

#include <QJsonArray>

namespace gatehouse::ctl
{

namespace
{

QStringList roleNames(const std::set<domain::Role> &roles)
{
    QStringList names;
    for (const auto role : roles)
        names += domain::roleName(role);
    return names;
}

Result<usecases::NewStaff> newStaffFrom(const QCommandLineParser &options)
{
    usecases::NewStaff person;
    person.number = options.value(QStringLiteral("number")).trimmed();
    person.name = options.value(QStringLiteral("name")).trimmed();
    if (person.number.isEmpty() || person.name.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("--number and --name are needed"));
    const auto grade = domain::gradeFromName(options.value(QStringLiteral("grade")));
    if (!grade)
        return fail(ErrorCode::Invalid, QStringLiteral("--grade is employee or managerial"));
    person.grade = *grade;
    const auto roles = options.value(QStringLiteral("roles")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const auto &name : roles) {
        const auto role = domain::roleFromName(name.trimmed());
        if (!role)
            return fail(ErrorCode::Invalid, QStringLiteral("roles are guard, escort, manager, auditor, administrator"));
        person.roles.insert(*role);
    }
    person.agreementDate = QDate::fromString(options.value(QStringLiteral("agreement")), Qt::ISODate);
    if (!person.agreementDate.isValid())
        return fail(ErrorCode::Invalid,
                    QStringLiteral("--agreement is the day on which the confidentiality agreement was signed, as 2026-11-24"));
    person.language = options.value(QStringLiteral("language"));
    return person;
}

int runInvite(Invocation &invocation)
{
    const auto person = newStaffFrom(invocation.options);
    if (!person)
        return invocation.console.failed(person.error(), QStringLiteral("staff invite"));
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &session, SecretSource &) -> int {
        const auto &console = invocation.console;
        const auto invited = usecases::inviteStaff(site.workplace(), session, *person);
        if (!invited)
            return console.failed(invited.error(), QStringLiteral("staff invite"));
        console.object({{QStringLiteral("staff"), invited->id.text()},
                        {QStringLiteral("number"), person->number},
                        {QStringLiteral("code"), invited->code}});
        if (invited->code.isEmpty())
            console.say(QStringLiteral("%1 can be named as a host; without a role there is no account.").arg(person->number));
        else
            console.say(
                QStringLiteral("One-time code for %1, shown once, good for 14 days: %2").arg(person->number, invited->code));
        return Done;
    });
}

int runActivate(Invocation &invocation)
{
    const auto &console = invocation.console;
    const auto number = invocation.arguments.first();
    auto site = OpenSite::open(invocation);
    if (!site)
        return console.failed(site.error(), QStringLiteral("database"));
    const auto pepper = (*site)->vault().pepper();
    if (!pepper)
        return console.failed(pepper.error(), QStringLiteral("pepper of the site"));
    SecretSource secrets(invocation.options);
    const auto code = secrets.ask(QStringLiteral("One-time code of %1").arg(number));
    if (!code)
        return console.failed(code.error(), QStringLiteral("one-time code"));
    const auto password = secrets.askNew(QStringLiteral("New password"));
    if (!password)
        return console.failed(password.error(), QStringLiteral("password"));
    const auto done =
        usecases::activateStaff((*site)->workplace(), number, QString::fromUtf8(code->exposed()), *password, *pepper);
    if (!done) {
        const auto advice = passwordAdvice(done.error());
        return console.failed(advice.isEmpty() ? done.error() : Error{ErrorCode::Invalid, advice},
                              QStringLiteral("staff activate"));
    }
    console.object({{QStringLiteral("number"), number}, {QStringLiteral("active"), true}});
    console.say(QStringLiteral("%1 may sign in now.").arg(number));
    return Done;
}

/// By the signed entries alone: the numbers of rows can be exchanged. Call it while signed in.
Result<domain::Staff> personWithNumber(OpenSite &site, const QString &number)
{
    for (const domain::Staff &person : site.workplace().authority.certifiedStaff()) {
        if (person.number == number)
            return person;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("staff number %1").arg(number));
}

int runCode(Invocation &invocation)
{
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &session, SecretSource &) -> int {
        const auto &console = invocation.console;
        const auto number = invocation.arguments.first();
        const auto person = personWithNumber(site, number);
        if (!person)
            return console.failed(person.error(), QStringLiteral("staff code"));
        const auto code = usecases::renewCode(site.workplace(), session, person->id);
        if (!code)
            return console.failed(code.error(), QStringLiteral("staff code for %1").arg(number));
        const QStringList roles = roleNames(person->roles);
        console.object({{QStringLiteral("number"), number},
                        {QStringLiteral("roles"), QJsonArray::fromStringList(roles)},
                        {QStringLiteral("code"), *code}});
        console.say(QStringLiteral("New one-time code for %1 (%2), shown once, good for 14 days: %3")
                        .arg(number, roles.join(QStringLiteral(", ")), *code));
        console.say(QStringLiteral("The earlier code no longer counts."));
        return Done;
    });
}

int runEnd(Invocation &invocation)
{
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &session, SecretSource &) -> int {
        const auto &console = invocation.console;
        const auto number = invocation.arguments.first();
        const auto person = personWithNumber(site, number);
        if (!person)
            return console.failed(person.error(), QStringLiteral("staff end"));
        if (const auto ended = usecases::endStaff(site.workplace(), session, person->id); !ended)
            return console.failed(ended.error(), QStringLiteral("staff end"));
        console.object({{QStringLiteral("number"), number}, {QStringLiteral("active"), false}});
        console.say(QStringLiteral("Account, roles and keys of %1 have ended.").arg(number));
        return Done;
    });
}

int runList(Invocation &invocation)
{
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &, SecretSource &) -> int {
        const auto &console = invocation.console;
        const auto all = usecases::staffList(site.workplace());
        if (!all)
            return console.failed(all.error(), QStringLiteral("staff"));
        const auto workplace = site.workplace();
        const auto transaction = usecases::beginRead(workplace);
        const auto uncertified = transaction ? usecases::uncertifiedStaff(**transaction, workplace.authority)
                                             : Result<QStringList>(fail(transaction.error()));
        if (!uncertified)
            return console.failed(uncertified.error(), QStringLiteral("staff"));
        for (const auto &person : *all) {
            const bool certified = !uncertified->contains(person.number);
            const auto roles = roleNames(person.roles);
            console.object({{QStringLiteral("number"), person.number},
                            {QStringLiteral("name"), person.name},
                            {QStringLiteral("grade"), domain::gradeName(person.grade)},
                            {QStringLiteral("roles"), QJsonArray::fromStringList(roles)},
                            {QStringLiteral("state"), domain::staffStateName(person.state)},
                            {QStringLiteral("certified"), certified}});
            console.say(QStringLiteral("%1  %2  %3  %4  %5")
                            .arg(person.number, -8)
                            .arg(domain::staffStateName(person.state), -8)
                            .arg(domain::gradeName(person.grade), -10)
                            .arg(roles.join(QLatin1Char(',')), -20)
                            .arg(certified ? person.name : person.name + QStringLiteral("  (record NOT CERTIFIED)")));
        }
        if (!uncertified->isEmpty())
            console.note(
                QStringLiteral("gatehousectl: records that are not as a manager certified were changed by hand; they give no "
                               "right"));
        return Done;
    });
}

int runPassword(Invocation &invocation)
{
    return withSession(invocation, [&](OpenSite &site, usecases::StaffSession &session, SecretSource &secrets) -> int {
        const auto &console = invocation.console;
        const auto pepper = site.vault().pepper();
        const auto old = secrets.ask(QStringLiteral("Present password, once more"));
        const auto chosen = secrets.askNew(QStringLiteral("New password"));
        if (!pepper || !old || !chosen)
            return console.failed(!pepper ? pepper.error() : !old ? old.error() : chosen.error(), QStringLiteral("password"));
        const auto changed = usecases::changePassword(site.workplace(), session, *old, *chosen, *pepper);
        if (!changed) {
            const auto advice = passwordAdvice(changed.error());
            return console.failed(advice.isEmpty() ? changed.error() : Error{ErrorCode::Invalid, advice},
                                  QStringLiteral("password"));
        }
        console.object({{QStringLiteral("number"), session.staff.number}, {QStringLiteral("changed"), true}});
        console.say(QStringLiteral("The password of %1 is changed.").arg(session.staff.number));
        return Done;
    });
}

Command staffCommand(const QString &words, const QString &arguments, const QString &summary, int count,
                     int (*run)(Invocation &))
{
    Command command;
    command.words = words;
    command.arguments = arguments;
    command.summary = summary;
    command.least = count;
    command.most = count;
    command.run = run;
    command.options = {signInOption()};
    return command;
}

} // namespace

Command staffListCommand()
{
    return staffCommand(QStringLiteral("staff list"), QStringLiteral("--as NUMBER"),
                        QStringLiteral("List the staff as certified."), 0, runList);
}

Command staffInviteCommand()
{
    auto command = staffCommand(QStringLiteral("staff invite"), QStringLiteral("--as NUMBER --number N --name NAME ..."),
                                QStringLiteral("Certify a new person; prints the one-time code."), 0, runInvite);
    command.whenLost =
        QStringLiteral("the person is certified, the one-time code is lost: 'gatehousectl staff code' makes another");
    command.options += QList<QCommandLineOption>{
        {QStringLiteral("number"), QStringLiteral("Staff number of the new person."), QStringLiteral("N")},
        {QStringLiteral("name"), QStringLiteral("Name of the new person."), QStringLiteral("NAME")},
        {QStringLiteral("grade"), QStringLiteral("employee (as it is without this) or managerial."), QStringLiteral("GRADE"),
         QStringLiteral("employee")},
        {QStringLiteral("roles"), QStringLiteral("guard, escort, manager, auditor, administrator; none for who only hosts."),
         QStringLiteral("LIST")},
        {QStringLiteral("agreement"), QStringLiteral("Day of the signed confidentiality agreement."), QStringLiteral("DATE")},
        {QStringLiteral("language"), QStringLiteral("en or zh-CN."), QStringLiteral("TAG"), QStringLiteral("en")}};
    return command;
}

Command staffCodeCommand()
{
    auto command = staffCommand(QStringLiteral("staff code"), QStringLiteral("--as NUMBER NEWCOMER"),
                                QStringLiteral("Another one-time code for who has not used the first."), 1, runCode);
    command.whenLost = QStringLiteral("the code is lost, and the earlier one no longer counts: ask for another");
    return command;
}

Command staffActivateCommand()
{
    auto command = staffCommand(QStringLiteral("staff activate"), QStringLiteral("NUMBER"),
                                QStringLiteral("Make a new person's keys with the one-time code; asks for code and password."),
                                1, runActivate);
    command.options.clear();
    return command;
}

Command staffEndCommand()
{
    return staffCommand(QStringLiteral("staff end"), QStringLiteral("--as NUMBER LEAVER"),
                        QStringLiteral("End a leaver's account, roles and keys."), 1, runEnd);
}

Command staffPasswordCommand()
{
    auto command =
        staffCommand(QStringLiteral("staff password"), QStringLiteral("--as NUMBER"),
                     QStringLiteral("Change the own password; asks for the old one twice and the new one."), 0, runPassword);
    command.mayBeExpired = true;
    return command;
}

} // namespace gatehouse::ctl
