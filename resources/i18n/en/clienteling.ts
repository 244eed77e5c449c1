<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AppointmentSheet</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskedFor</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a code</source>
        <translation>
            <numerusform>%n without a code</numerusform>
            <numerusform>%n without a code</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookPage</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message numerus="yes">
        <source>%n open</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message numerus="yes">
        <source>%n recorded here and not sent yet: kept, and sent at the next contact.</source>
        <comment>records</comment>
        <translation>
            <numerusform>%n record made here and not sent yet: it is kept, and sent at the next contact.</numerusform>
            <numerusform>%n records made here and not sent yet: they are kept, and sent at the next contact.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded here and not sent yet: kept on this tablet until it is paired again.</source>
        <comment>records</comment>
        <translation>
            <numerusform>%n record made here and not sent yet: it stays on this tablet until it is paired again.</numerusform>
            <numerusform>%n records made here and not sent yet: they stay on this tablet until it is paired again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictBlock</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>two values</comment>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerWords</name>
    <message numerus="yes">
        <source>%n purchase(s)</source>
        <translation>
            <numerusform>%n purchase</numerusform>
            <numerusform>%n purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>Tomorrow</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSheet</name>
    <message numerus="yes">
        <source>She changed %n thing(s) herself just now.</source>
        <translation>
            <numerusform>She changed %n thing herself just now.</numerusform>
            <numerusform>She changed %n things herself just now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forgotten</name>
    <message numerus="yes">
        <source>erased on %1 of %n tablets</source>
        <translation>
            <numerusform>erased on %1 of %n tablet</numerusform>
            <numerusform>erased on %1 of %n tablets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GiveBack</name>
    <message numerus="yes">
        <source>Too many tries. Try again in %n seconds.</source>
        <translation>
            <numerusform>Too many tries. Try again in %n second.</numerusform>
            <numerusform>Too many tries. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOutSection</name>
    <message numerus="yes">
        <source>Hand out %n</source>
        <translation>
            <numerusform>Hand out %n</numerusform>
            <numerusform>Hand out %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOutSheet</name>
    <message numerus="yes">
        <source>Hand out %n task(s)</source>
        <translation>
            <numerusform>Hand out %n task</numerusform>
            <numerusform>Hand out %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverSection</name>
    <message numerus="yes">
        <source>%n customers in her book</source>
        <translation>
            <numerusform>%n customer in her book</numerusform>
            <numerusform>%n customers in her book</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open promises</source>
        <translation>
            <numerusform>%n open promise</numerusform>
            <numerusform>%n open promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointments</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerLine</name>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>%n character too long</numerusform>
            <numerusform>%n characters too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerSummary</name>
    <message numerus="yes">
        <source>%n records have to be decided.</source>
        <translation>
            <numerusform>%n record has to be decided.</numerusform>
            <numerusform>%n records have to be decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are saved here and will go by themselves.</source>
        <translation>
            <numerusform>%n record is saved here and will go by itself.</numerusform>
            <numerusform>%n records are saved here and will go by themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>records set aside</comment>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <comment>records</comment>
        <translation>
            <numerusform>Sending %n</numerusform>
            <numerusform>Sending %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved here</source>
        <comment>records</comment>
        <translation>
            <numerusform>%n saved here</numerusform>
            <numerusform>%n saved here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>%n character too long</numerusform>
            <numerusform>%n characters too long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnFigures</name>
    <message numerus="yes">
        <source>Others looked at them %n times</source>
        <translation>
            <numerusform>Others looked at them once</numerusform>
            <numerusform>Others looked at them %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message numerus="yes">
        <source>%n records saved here wait to be sent</source>
        <translation>
            <numerusform>%n record saved here waits to be sent</numerusform>
            <numerusform>%n records saved here wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n digit typed</numerusform>
            <numerusform>%n digits typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductSheet</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on its way</source>
        <comment>pieces</comment>
        <translation>
            <numerusform>%n on its way</numerusform>
            <numerusform>%n on their way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailPlace</name>
    <message numerus="yes">
        <source>%1: %n wait(s)</source>
        <comment>what waits at a place of the rail</comment>
        <translation>
            <numerusform>%1: %n waits</numerusform>
            <numerusform>%1: %n wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedBlock</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>records</comment>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReserveSheet</name>
    <message numerus="yes">
        <source>%n in this shop</source>
        <translation>
            <numerusform>%n in this shop</numerusform>
            <numerusform>%n in this shop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message numerus="yes">
        <source>It was shown %n minute(s) ago: a picture of it, perhaps. On her phone it changes every half minute; hold it here until it does.</source>
        <translation>
            <numerusform>It was shown %n minute ago: a picture of it, perhaps. On her phone it changes every half minute; hold it here until it does.</numerusform>
            <numerusform>It was shown %n minutes ago: a picture of it, perhaps. On her phone it changes every half minute; hold it here until it does.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenarioCard</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfCheckPage</name>
    <message numerus="yes">
        <source>All %n answers are right.</source>
        <translation>
            <numerusform>The answer is right.</numerusform>
            <numerusform>All %n answers are right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>The PIN is not right. %n tries before a pause.</source>
        <translation>
            <numerusform>The PIN is not right. %n try before a pause.</numerusform>
            <numerusform>The PIN is not right. %n tries before a pause.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Try again in %n seconds.</source>
        <translation>
            <numerusform>Too many tries. Try again in %n second.</numerusform>
            <numerusform>Too many tries. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are saved on this tablet. They go to the hub by themselves, whoever is here.</source>
        <translation>
            <numerusform>%n record is saved on this tablet. It goes to the hub by itself, whoever is here.</numerusform>
            <numerusform>%n records are saved on this tablet. They go to the hub by themselves, whoever is here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayColumn</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n due today</numerusform>
            <numerusform>%n due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more to do</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n more to do</numerusform>
            <numerusform>%n more to do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodoPage</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for today</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n for today</numerusform>
            <numerusform>%n for today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhoHead</name>
    <message numerus="yes">
        <source>%n card(s) joined</source>
        <translation>
            <numerusform>%n card joined</numerusform>
            <numerusform>%n cards joined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>viewed %n time(s)</source>
        <translation>
            <numerusform>viewed once</numerusform>
            <numerusform>viewed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in other shops</source>
        <translation>
            <numerusform>%n in other shops</numerusform>
            <numerusform>%n in other shops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>counted %n day(s) ago: ask</source>
        <translation>
            <numerusform>counted %n day ago: ask</numerusform>
            <numerusform>counted %n days ago: ask</numerusform>
        </translation>
    </message>
</context>
</TS>
