<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gatehouse::admin::CasePanel</name>
    <message numerus="yes">
        <source>Decide together with the %n other(s) who wait</source>
        <translation>
            <numerusform>Decide together with the %n other who waits</numerusform>
            <numerusform>Decide together with the %n others who wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DecisionBar</name>
    <message numerus="yes">
        <source>You have approved. %n more approval(s) by other people are needed.</source>
        <translation>
            <numerusform>You have approved. %n more approval by another person is needed.</numerusform>
            <numerusform>You have approved. %n more approvals by other people are needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::DoorBanner</name>
    <message numerus="yes">
        <source>%n earlier alarm(s) not seen yet.</source>
        <translation>
            <numerusform>%n earlier alarm not seen yet.</numerusform>
            <numerusform>%n earlier alarms not seen yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n visitor(s) inside without a valid escort. Go there now.</source>
        <translation>
            <numerusform>%1: %n visitor inside without a valid escort. Go there now.</numerusform>
            <numerusform>%1: %n visitors inside without a valid escort. Go there now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more entry(s) that do not count.</source>
        <translation>
            <numerusform>%n more entry that does not count.</numerusform>
            <numerusform>%n more entries that do not count.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ExceptionsTab</name>
    <message numerus="yes">
        <source>%n exception(s) run</source>
        <translation>
            <numerusform>%n exception runs</numerusform>
            <numerusform>%n exceptions run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not locked again in time</source>
        <translation>
            <numerusform>%n not locked again in time</numerusform>
            <numerusform>%n not locked again in time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::HandoverTab</name>
    <message numerus="yes">
        <source>%n visitor(s) wait</source>
        <translation>
            <numerusform>%n visitor waits</numerusform>
            <numerusform>%n visitors wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) on site</source>
        <translation>
            <numerusform>%n visitor on site</numerusform>
            <numerusform>%n visitors on site</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n badge(s) out</source>
        <translation>
            <numerusform>%n badge out</numerusform>
            <numerusform>%n badges out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deposit(s)</source>
        <translation>
            <numerusform>%n deposit</numerusform>
            <numerusform>%n deposits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n round(s) due</source>
        <translation>
            <numerusform>%n round due</numerusform>
            <numerusform>%n rounds due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s)</source>
        <translation>
            <numerusform>%n exception</numerusform>
            <numerusform>%n exceptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) lent</source>
        <translation>
            <numerusform>%n item lent</numerusform>
            <numerusform>%n items lent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::IncidentsPage</name>
    <message numerus="yes">
        <source>%n incident(s) open</source>
        <translation>
            <numerusform>%n incident open</numerusform>
            <numerusform>%n incidents open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ItemsTab</name>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>%n out</numerusform>
            <numerusform>%n out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::LogPage</name>
    <message numerus="yes">
        <source>the newest %n visit(s)</source>
        <translation>
            <numerusform>the newest visit</numerusform>
            <numerusform>the newest %n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries %1 – %2, %n signature(s) verified</source>
        <translation>
            <numerusform>Entries %1 – %2, %n signature verified</numerusform>
            <numerusform>Entries %1 – %2, %n signatures verified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::MachineRoomPage</name>
    <message numerus="yes">
        <source>%n visitor(s) inside</source>
        <translation>
            <numerusform>%n visitor inside</numerusform>
            <numerusform>%n visitors inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) inside</source>
        <translation>
            <numerusform>%n other inside</numerusform>
            <numerusform>%n others inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) inside without a valid escort. Go there now.</source>
        <translation>
            <numerusform>%n visitor inside without a valid escort. Go there now.</numerusform>
            <numerusform>%n visitors inside without a valid escort. Go there now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emergency entry(ies) to be confirmed by a manager</source>
        <translation>
            <numerusform>%n emergency entry to be confirmed by a manager</numerusform>
            <numerusform>%n emergency entries to be confirmed by a manager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand %n visitor(s) over: your authorisation or your shift ends.</source>
        <translation>
            <numerusform>Hand %n visitor over: your authorisation or your shift ends.</numerusform>
            <numerusform>Hand %n visitors over: your authorisation or your shift ends.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the access list to review</source>
        <translation>
            <numerusform>%n entry of the access list to review</numerusform>
            <numerusform>%n entries of the access list to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::MusterTab</name>
    <message numerus="yes">
        <source>%n helper(s) of an emergency</source>
        <translation>
            <numerusform>%n helper of an emergency</numerusform>
            <numerusform>%n helpers of an emergency</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) to account for</source>
        <translation>
            <numerusform>%n person to account for</numerusform>
            <numerusform>%n persons to account for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) still missing.</source>
        <translation>
            <numerusform>%n person is still missing.</numerusform>
            <numerusform>%n people are still missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::OnSitePage</name>
    <message numerus="yes">
        <source>%n visitor(s) on site</source>
        <translation>
            <numerusform>%n visitor on site</numerusform>
            <numerusform>%n visitors on site</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::PaperDesk</name>
    <message numerus="yes">
        <source>%n helper(s) of an emergency</source>
        <translation>
            <numerusform>%n helper of an emergency</numerusform>
            <numerusform>%n helpers of an emergency</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::QueueModel</name>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoundDialog</name>
    <message numerus="yes">
        <source>%n person(s) are logged as inside: the room cannot be closed.</source>
        <translation>
            <numerusform>%n person is logged as inside: the room cannot be closed.</numerusform>
            <numerusform>%n persons are logged as inside: the room cannot be closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) without an answer</source>
        <translation>
            <numerusform>%n point without an answer</numerusform>
            <numerusform>%n points without an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::RoundsTab</name>
    <message numerus="yes">
        <source>%n not in order</source>
        <translation>
            <numerusform>%n not in order</numerusform>
            <numerusform>%n not in order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>runs, %n point(s) left</source>
        <translation>
            <numerusform>runs, %n point left</numerusform>
            <numerusform>runs, %n points left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n round(s) due</source>
        <translation>
            <numerusform>%n round due</numerusform>
            <numerusform>%n rounds due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without fire training this year</source>
        <translation>
            <numerusform>%n without fire training this year</numerusform>
            <numerusform>%n without fire training this year</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::SignInPage</name>
    <message numerus="yes">
        <source>Your password is older than %n day(s) and must be changed before you go on.</source>
        <translation>
            <numerusform>Your password is older than %n day and must be changed before you go on.</numerusform>
            <numerusform>Your password is older than %n days and must be changed before you go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::Texts</name>
    <message numerus="yes">
        <source>Too many wrong attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong attempts. Try again in %n second.</numerusform>
            <numerusform>Too many wrong attempts. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::UnansweredCard</name>
    <message numerus="yes">
        <source>and %n more: see the visit log</source>
        <translation>
            <numerusform>and %n more: see the visit log</numerusform>
            <numerusform>and %n more: see the visit log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) ended: nobody answered within 30 minutes</source>
        <translation>
            <numerusform>A request ended: nobody answered within 30 minutes</numerusform>
            <numerusform>%n requests ended: nobody answered within 30 minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::UndoBar</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::WaitingPage</name>
    <message numerus="yes">
        <source>%1 is approved. The badge comes out at the kiosk when the others of the party are decided: %n left.</source>
        <translation>
            <numerusform>%1 is approved. The badge comes out at the kiosk when the others of the party are decided: %n left.</numerusform>
            <numerusform>%1 is approved. The badge comes out at the kiosk when the others of the party are decided: %n left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::Workspace</name>
    <message numerus="yes">
        <source>%n visitor(s) wait</source>
        <translation>
            <numerusform>%n visitor waits</numerusform>
            <numerusform>%n visitors wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new visitor(s) wait.</source>
        <translation>
            <numerusform>%n new visitor waits.</numerusform>
            <numerusform>%n new visitors wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) overdue</source>
        <translation>
            <numerusform>%n incident overdue</numerusform>
            <numerusform>%n incidents overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) due</source>
        <translation>
            <numerusform>%n thing due</numerusform>
            <numerusform>%n things due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n astray</source>
        <translation>
            <numerusform>%n astray</numerusform>
            <numerusform>%n astray</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::admin::ZonesCard</name>
    <message numerus="yes">
        <source>safety briefing, holds %n day(s)</source>
        <translation>
            <numerusform>safety briefing, holds %n day</numerusform>
            <numerusform>safety briefing, holds %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) for one escort</source>
        <translation>
            <numerusform>%n visitor for one escort</numerusform>
            <numerusform>%n visitors for one escort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>records kept %n day(s)</source>
        <translation>
            <numerusform>records kept %n day</numerusform>
            <numerusform>records kept %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
