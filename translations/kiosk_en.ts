<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n second(s) left.</source>
        <translation>
            <numerusform>%n second left.</numerusform>
            <numerusform>%n seconds left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message numerus="yes">
        <source>We are sorry: %n person(s) of your party cannot be admitted. Please speak to the guard at the desk.</source>
        <translation>
            <numerusform>We are sorry: %n person of your party cannot be admitted. Please speak to the guard at the desk.</numerusform>
            <numerusform>We are sorry: %n people of your party cannot be admitted. Please speak to the guard at the desk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearNote</name>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>This screen clears itself in %n second.</numerusform>
            <numerusform>This screen clears itself in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoorAdmitPage</name>
    <message numerus="yes">
        <source>%n more visitor(s) may follow with this escort.</source>
        <translation>
            <numerusform>%n more visitor may follow with this escort.</numerusform>
            <numerusform>%n more visitors may follow with this escort.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoorPinPage</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n digit typed</numerusform>
            <numerusform>%n digits typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoorVerdict</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message numerus="yes">
        <source>Touch the screen to go on. Otherwise everything that you entered is erased in %n second(s).</source>
        <translation>
            <numerusform>Touch the screen to go on. Otherwise everything that you entered is erased in %n second.</numerusform>
            <numerusform>Touch the screen to go on. Otherwise everything that you entered is erased in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message numerus="yes">
        <source>In %n second(s) you get a number and this screen is free for the next visitor.</source>
        <translation>
            <numerusform>In %n second you get a number and this screen is free for the next visitor.</numerusform>
            <numerusform>In %n seconds you get a number and this screen is free for the next visitor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::kiosk::DoorController</name>
    <message numerus="yes">
        <source>Cut off from the register. For %n more minute(s) those who were accepted before may enter.</source>
        <translation>
            <numerusform>Cut off from the register. For %n more minute those who were accepted before may enter.</numerusform>
            <numerusform>Cut off from the register. For %n more minutes those who were accepted before may enter.</numerusform>
        </translation>
    </message>
</context>
</TS>
