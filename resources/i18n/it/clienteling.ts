<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About Clienteling</source>
        <translation>Informazioni su Clienteling</translation>
    </message>
    <message>
        <source>Version %1, free software under the GNU General Public License, version 3 or later.</source>
        <translation>Versione %1, software libero con licenza GNU General Public License, versione 3 o successiva.</translation>
    </message>
    <message>
        <source>It stands on the work of others</source>
        <translation>Poggia sul lavoro di altri</translation>
    </message>
</context>
<context>
    <name>Agreed</name>
    <message>
        <source>Withdraw</source>
        <translation>Revoca</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Acconsento</translation>
    </message>
    <message>
        <source>The shop has no text about this in your language yet, so you cannot agree to it here.</source>
        <translation>Il negozio non ha ancora un testo su questo nella sua lingua: qui non può dare il consenso.</translation>
    </message>
</context>
<context>
    <name>Agreeing</name>
    <message>
        <source>How does she agree?</source>
        <translation>Come dà il consenso?</translation>
    </message>
    <message>
        <source>The hub has no text to agree to yet. She can be entered; ask her when it has.</source>
        <translation>Il nodo non ha ancora testi per il consenso. La cliente si può registrare; il consenso si chiede quando ci sono.</translation>
    </message>
</context>
<context>
    <name>AnswerLine</name>
    <message>
        <source>Right: %1</source>
        <translation>Giusta: %1</translation>
    </message>
    <message>
        <source>Not right: %1</source>
        <translation>Non giusta: %1</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Not saved: there is no room on this tablet. Make some, then do it again.</source>
        <translation>Non salvato: su questo tablet non c&apos;è spazio. Va liberato un po&apos;, poi si può riprovare.</translation>
    </message>
    <message>
        <source>That did not work. What was saved before is still here.</source>
        <translation>Non è riuscito. Ciò che era salvato è ancora qui.</translation>
    </message>
</context>
<context>
    <name>AppointmentBlock</name>
    <message>
        <source>in the way of another</source>
        <translation>si sovrappone a un altro</translation>
    </message>
</context>
<context>
    <name>AppointmentSheet</name>
    <message>
        <source>Still to be said: who comes.</source>
        <translation>Manca ancora: chi viene.</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Nuovo appuntamento</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Appuntamento</translation>
    </message>
    <message>
        <source>She came</source>
        <translation>È venuta</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Non è venuta</translation>
    </message>
    <message>
        <source>Still expected</source>
        <translation>È ancora attesa</translation>
    </message>
    <message>
        <source>Her card</source>
        <translation>La sua scheda</translation>
    </message>
    <message>
        <source>Who comes?</source>
        <translation>Chi viene?</translation>
    </message>
    <message>
        <source>A name, with or without a card</source>
        <translation>Nome, anche di chi non ha una scheda</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Per che cosa?</translation>
    </message>
    <message>
        <source>Fitting for a wedding</source>
        <translation>Prova per un matrimonio</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consulenza</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Ritiro</translation>
    </message>
    <message>
        <source>Alteration</source>
        <translation>Sartoria</translation>
    </message>
    <message>
        <source>How long, and with whom?</source>
        <translation>Quanto dura, e con chi?</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>To be prepared</source>
        <translation>Da preparare</translation>
    </message>
    <message>
        <source>Three dresses, size 44</source>
        <translation>Tre abiti, taglia 44</translation>
    </message>
    <message>
        <source>For her telephone: she takes a picture of it and has it in her calendar.</source>
        <translation>Per il suo telefono: lo inquadra e l&apos;ha nel suo calendario.</translation>
    </message>
    <message>
        <source>A code with the appointment for her calendar</source>
        <translation>Un codice con l&apos;appuntamento per il suo calendario</translation>
    </message>
    <message>
        <source>Into a calendar</source>
        <translation>In un calendario</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Annulla l&apos;appuntamento</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>Fissa</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
</context>
<context>
    <name>AskSheet</name>
    <message>
        <source>Something for the team</source>
        <translation>Per la squadra</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>Assegna</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Che cosa fare</translation>
    </message>
    <message>
        <source>A word with it</source>
        <translation>Con una parola</translation>
    </message>
    <message>
        <source>Call Elena about the bag</source>
        <translation>Chiamare Elena per la borsa</translation>
    </message>
    <message>
        <source>Before noon, if you can</source>
        <translation>Entro mezzogiorno, se puoi</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Per chi</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tutta la squadra</translation>
    </message>
    <message>
        <source>Put it on their tablets</source>
        <translation>Metti sui loro tablet</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>I agree</source>
        <translation>Acconsento</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <translation>No, grazie</translation>
    </message>
    <message>
        <source>Without it we keep nothing of you, and you are just as welcome.</source>
        <translation>Senza, non conserviamo niente di lei; è benvenuta lo stesso.</translation>
    </message>
    <message>
        <source>You can change your mind at any time, in every shop.</source>
        <translation>Può cambiare idea quando vuole, in ogni negozio.</translation>
    </message>
</context>
<context>
    <name>AskedFor</name>
    <message>
        <source>Who asked for it</source>
        <translation>Chi lo ha chiesto</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clienti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a code</source>
        <translation>
            <numerusform>%n senza codice</numerusform>
            <numerusform>%n senza codice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BasisSection</name>
    <message>
        <source>What allows them</source>
        <translation>Che cosa li consente</translation>
    </message>
    <message>
        <source>Under these, figures of one person may be looked at. Everybody reads on the own page who did.</source>
        <translation>In forza di questi si possono consultare i dati di una persona. Ognuno legge nella propria pagina chi l&apos;ha fatto.</translation>
    </message>
    <message>
        <source>Nothing yet: what is shown is what the team did, and everybody sees the own figures. Figures of one person need an agreement or an authorisation.</source>
        <translation>Ancora nulla: si mostra ciò che ha fatto la squadra, e ognuno vede i propri dati. I dati di una persona richiedono un accordo o un&apos;autorizzazione.</translation>
    </message>
    <message>
        <source>Put down a legal basis</source>
        <translation>Registra una base giuridica</translation>
    </message>
    <message>
        <source>Figures of one person</source>
        <translation>Dati di una persona</translation>
    </message>
    <message>
        <source>Look at these figures</source>
        <translation>Consulta questi dati</translation>
    </message>
    <message>
        <source>The look is written down, and whom it is about reads it. Today is never among the days.</source>
        <translation>La consultazione resta scritta, e la legge chi ne è oggetto. La giornata di oggi non è mai compresa.</translation>
    </message>
</context>
<context>
    <name>BasisSheet</name>
    <message>
        <source>New legal basis</source>
        <translation>Nuova base giuridica</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base giuridica</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Agreement of 7 January 2026, register 12</source>
        <translation>Accordo del 7 gennaio 2026, protocollo 12</translation>
    </message>
    <message>
        <source>Which agreement or authorisation is it?</source>
        <translation>Di quale accordo o autorizzazione si tratta?</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primo giorno</translation>
    </message>
    <message>
        <source>7/1/2026</source>
        <translation>7/1/2026</translation>
    </message>
    <message>
        <source>A day like 7/1/2026</source>
        <translation>Un giorno come 7/1/2026</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ultimo giorno</translation>
    </message>
    <message>
        <source>31/12/2026</source>
        <translation>31/12/2026</translation>
    </message>
    <message>
        <source>A day like 31/12/2026, not before the first</source>
        <translation>Un giorno come 31/12/2026, non prima del primo</translation>
    </message>
    <message>
        <source>About whom it is</source>
        <translation>Chi riguarda</translation>
    </message>
    <message>
        <source>everybody here</source>
        <translation>tutti qui</translation>
    </message>
    <message>
        <source>every shop</source>
        <translation>ogni negozio</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Ritirala</translation>
    </message>
    <message>
        <source>It stands for every shop: the area manager changes it.</source>
        <translation>Vale per ogni negozio: la modifica chi è responsabile di area.</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>Registra</translation>
    </message>
    <message>
        <source>Say it anew</source>
        <translation>Aggiorna</translation>
    </message>
</context>
<context>
    <name>BegunBefore</name>
    <message>
        <source>Begun before and not saved</source>
        <translation>Scritto prima e non salvato</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Ricomincia</translation>
    </message>
</context>
<context>
    <name>BehindSheet</name>
    <message>
        <source>There is no record behind it.</source>
        <translation>Nessuna registrazione.</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Senza codice</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Tutte (%1)</translation>
    </message>
</context>
<context>
    <name>BookPage</name>
    <message>
        <source>Client book</source>
        <translation>Libro clienti</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clienti</numerusform>
        </translation>
    </message>
    <message>
        <source>The cards you open are kept here</source>
        <translation>Qui restano le schede aperte</translation>
    </message>
    <message>
        <source>Nobody is found by that</source>
        <translation>Nessuna cliente corrisponde</translation>
    </message>
    <message>
        <source>Search for “%1”</source>
        <translation>Ricerca di «%1»</translation>
    </message>
    <message>
        <source>Nobody is in this book yet</source>
        <translation>In questo libro non c&apos;è ancora nessuno</translation>
    </message>
    <message>
        <source>Whoever you look after stands here with what is due. On her card: the three dots, then “Into my client book”.</source>
        <translation>Qui c&apos;è chi si segue, con quello che scade. Sulla sua scheda: i tre puntini, poi «Metti nel mio libro clienti».</translation>
    </message>
    <message>
        <source>Search by name, phone, e-mail or card number: the first letters are enough, in any order.</source>
        <translation>Si cerca per nome, telefono, e-mail o tessera: bastano le prime lettere, in qualsiasi ordine.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuova cliente</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Il mio</translation>
    </message>
    <message>
        <source>The shop&apos;s</source>
        <translation>Del negozio</translation>
    </message>
    <message>
        <source>Expected, and opened last</source>
        <translation>Attese e aperte da poco</translation>
    </message>
    <message>
        <source>Try fewer letters, or another part: name, phone, e-mail or card number.</source>
        <translation>Conviene provare con meno lettere o con un altro dato: nome, telefono, e-mail o tessera.</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Saved as %1</source>
        <translation>Salvato come %1</translation>
    </message>
    <message>
        <source>Not saved: the folder for documents cannot be written to.</source>
        <translation>Non salvato: nella cartella dei documenti non si può scrivere.</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>The week before</source>
        <translation>Settimana precedente</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Giorno precedente</translation>
    </message>
    <message>
        <source>The next week</source>
        <translation>Settimana successiva</translation>
    </message>
    <message>
        <source>The next day</source>
        <translation>Giorno successivo</translation>
    </message>
    <message>
        <source>Save what is shown as a calendar file</source>
        <translation>Salva ciò che si vede come file di calendario</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Giorno</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Settimana</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Nuovo appuntamento</translation>
    </message>
    <message>
        <source>N</source>
        <comment>key: new appointment</comment>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>CameraTrouble</name>
    <message>
        <source>Use the scanner, or type the code, a name or a phone number above.</source>
        <translation>Si può usare il lettore, o scrivere in alto il codice, un nome o un telefono.</translation>
    </message>
    <message>
        <source>The camera may not be used</source>
        <translation>La fotocamera non è consentita</translation>
    </message>
    <message>
        <source>The camera gives no picture</source>
        <translation>La fotocamera non dà immagine</translation>
    </message>
    <message>
        <source>There is no camera here</source>
        <translation>Qui non c&apos;è una fotocamera</translation>
    </message>
    <message>
        <source>Allow it in Settings, Privacy and security, Camera. The scanner and typing work meanwhile.</source>
        <translation>Va consentita in Impostazioni, Privacy e sicurezza, Fotocamera. Intanto funzionano il lettore e la tastiera.</translation>
    </message>
    <message>
        <source>The user of this tablet has to be in the group “video”. The scanner and typing work meanwhile.</source>
        <translation>L&apos;utente di questo tablet deve far parte del gruppo “video”. Intanto funzionano il lettore e la tastiera.</translation>
    </message>
    <message>
        <source>Another program may be using it, or the system does not allow it. The scanner and typing work meanwhile.</source>
        <translation>Forse la sta usando un altro programma, o il sistema non la consente. Intanto funzionano il lettore e la tastiera.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>Hold the customer&apos;s code up to the camera</source>
        <translation>Inquadra il codice della cliente</translation>
    </message>
    <message>
        <source>or use the scanner, or type</source>
        <translation>oppure usa il lettore, o scrivi</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Fotocamera</translation>
    </message>
    <message>
        <source>Use the other camera</source>
        <translation>Usa l&apos;altra fotocamera</translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>To do for her</source>
        <translation>Da fare per lei</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n aperta</numerusform>
            <numerusform>%n aperte</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Richiesto</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Nothing in her timeline says “%1”.</source>
        <translation>Niente nella sua cronologia dice «%1».</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet. What happens in any channel will stand here.</source>
        <translation>Ancora nessuna registrazione. Qui comparirà ciò che accade in ogni canale.</translation>
    </message>
    <message>
        <source>Nothing in this channel yet.</source>
        <translation>Ancora niente in questo canale.</translation>
    </message>
    <message>
        <source>This card cannot be read just now</source>
        <translation>Questa scheda ora non si legge</translation>
    </message>
    <message>
        <source>Nothing was lost. The reason is in the log.</source>
        <translation>Niente è andato perso. Il motivo è nel registro.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>She is not on this tablet yet</source>
        <translation>Non è ancora su questo tablet</translation>
    </message>
    <message>
        <source>Her card comes with the next meeting with the hub and then opens by itself.</source>
        <translation>La scheda arriva al prossimo contatto con il nodo di negozio e si apre da sola.</translation>
    </message>
    <message>
        <source>She has been forgotten</source>
        <translation>È stata cancellata</translation>
    </message>
    <message>
        <source>Nothing of her is on this tablet any more. The ledger shows when every other tablet has done the same.</source>
        <translation>Su questo tablet non c&apos;è più nulla di lei. Il registro mostra quando anche gli altri tablet hanno fatto lo stesso.</translation>
    </message>
    <message>
        <source>Open the ledger</source>
        <translation>Apri il registro</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Photograph it: the code holds these lines and nothing else. The associate can print it for you.</source>
        <translation>Si può fotografare: il codice contiene queste righe e nient&apos;altro. In negozio si può anche stampare.</translation>
    </message>
    <message>
        <source>Your receipt as a code</source>
        <translation>La sua ricevuta come codice</translation>
    </message>
    <message>
        <source>Give the tablet back</source>
        <translation>Restituire il tablet</translation>
    </message>
</context>
<context>
    <name>ClientList</name>
    <message>
        <source>last contact</source>
        <translation>ultimo contatto</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>Aspettano noi</translation>
    </message>
    <message>
        <source>In the next days</source>
        <translation>Nei prossimi giorni</translation>
    </message>
    <message>
        <source>Everybody else</source>
        <translation>Tutti gli altri</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>This tablet is locked</source>
        <translation>Questo tablet è bloccato</translation>
    </message>
    <message>
        <source>This tablet is no longer part of the shop</source>
        <translation>Questo tablet non fa più parte del negozio</translation>
    </message>
    <message>
        <source>This tablet has been emptied</source>
        <translation>Questo tablet è stato svuotato</translation>
    </message>
    <message>
        <source>The shop&apos;s hub</source>
        <translation>Il nodo di negozio</translation>
    </message>
    <message>
        <source>It has been without the hub for too long, so it shows no customer data. It opens by itself as soon as it meets the hub again: bring it onto the shop&apos;s network.</source>
        <translation>È rimasto senza il nodo troppo a lungo, perciò non mostra dati di clienti. Si apre da solo appena lo ritrova: va portato sulla rete del negozio.</translation>
    </message>
    <message>
        <source>Last contact with the hub: %1. After so long it shows no customer data. It opens by itself as soon as it meets the hub again: bring it onto the shop&apos;s network.</source>
        <translation>Ultimo contatto con il nodo: %1. Dopo tanto tempo non mostra dati di clienti. Si apre da solo appena ritrova il nodo: va portato sulla rete del negozio.</translation>
    </message>
    <message>
        <source>%1 has taken it off its list, so it shows no customer data any more. Whoever looks after the hub can pair it again.</source>
        <translation>%1 l&apos;ha tolto dal suo elenco, perciò non mostra più dati di clienti. Chi si occupa del nodo può abbinarlo di nuovo.</translation>
    </message>
    <message>
        <source>%1 had everything on it deleted: customers, records and the key to them. What the hub and other tablets hold is not touched.</source>
        <translation>%1 ha fatto cancellare tutto ciò che c&apos;era: clienti, registrazioni e la chiave per leggerli. Ciò che hanno il nodo e gli altri tablet resta com&apos;è.</translation>
    </message>
    <message numerus="yes">
        <source>%n recorded here and not sent yet: kept, and sent at the next contact.</source>
        <comment>records</comment>
        <translation>
            <numerusform>%n registrazione fatta qui e non ancora inviata: è conservata e parte al prossimo contatto.</numerusform>
            <numerusform>%n registrazioni fatte qui e non ancora inviate: sono conservate e partono al prossimo contatto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded here and not sent yet: kept on this tablet until it is paired again.</source>
        <comment>records</comment>
        <translation>
            <numerusform>%n registrazione fatta qui e non ancora inviata: resta su questo tablet finché non viene abbinato di nuovo.</numerusform>
            <numerusform>%n registrazioni fatte qui e non ancora inviate: restano su questo tablet finché non viene abbinato di nuovo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for the hub now</source>
        <translation>Cerca ora il nodo</translation>
    </message>
    <message>
        <source>Pair this tablet again</source>
        <translation>Abbina di nuovo questo tablet</translation>
    </message>
</context>
<context>
    <name>ClosingBlock</name>
    <message>
        <source>Once you have read it, say so</source>
        <translation>Giornata rivista?</translation>
    </message>
    <message>
        <source>No manager has read it yet</source>
        <translation>Non ancora rivista da chi è responsabile</translation>
    </message>
    <message>
        <source>Changed since: %1</source>
        <translation>Cambiato da allora: %1</translation>
    </message>
    <message>
        <source>With which figures it was read does not open on this tablet: it cannot say what has changed since.</source>
        <translation>I numeri con cui è stata rivista non si aprono su questo tablet: non può dire che cosa è cambiato da allora.</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Segna come rivista</translation>
    </message>
    <message>
        <source>Mark as read again</source>
        <translation>Segna di nuovo come rivista</translation>
    </message>
</context>
<context>
    <name>ConflictBlock</name>
    <message>
        <source>This one</source>
        <translation>Questo</translation>
    </message>
    <message>
        <source>Two values, one is right</source>
        <translation>Due valori, uno è giusto</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>two values</comment>
        <translation>
            <numerusform>%n da decidere</numerusform>
            <numerusform>%n da decidere</numerusform>
        </translation>
    </message>
    <message>
        <source>Written in two places that had not heard of each other. Open her card</source>
        <translation>Scritto in due posti che non sapevano l&apos;uno dell&apos;altro. Apri la scheda</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Decided: the other value stays in the list below</source>
        <translation>Deciso: l&apos;altro valore resta nell&apos;elenco qui sotto</translation>
    </message>
</context>
<context>
    <name>ConsentChip</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 in part</source>
        <translation>%1 in parte</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 scaduto</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Read it to %1 or let her read it.</source>
        <translation>Da leggere a %1 o da farle leggere.</translation>
    </message>
    <message>
        <source>How does she say so?</source>
        <translation>Come lo dice?</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>il %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>fino al %1</translation>
    </message>
    <message>
        <source>There is no text in her language: consent cannot be given here.</source>
        <translation>Non c&apos;è un testo nella sua lingua: qui il consenso non si può dare.</translation>
    </message>
    <message>
        <source>Text %1</source>
        <translation>Testo %1</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Revoca</translation>
    </message>
    <message>
        <source>She agrees</source>
        <translation>Acconsente</translation>
    </message>
</context>
<context>
    <name>CustomerWords</name>
    <message>
        <source>Shoe size</source>
        <translation>Numero scarpe</translation>
    </message>
    <message>
        <source>Clothes size</source>
        <translation>Taglia abiti</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materiali</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stile</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Vestibilità</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Interessi</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Compleanno</translation>
    </message>
    <message>
        <source>Also good to know</source>
        <translation>Utile sapere</translation>
    </message>
    <message numerus="yes">
        <source>%n purchase(s)</source>
        <translation>
            <numerusform>%n acquisto</numerusform>
            <numerusform>%n acquisti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversazione</numerusform>
            <numerusform>%n conversazioni</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 e %2</translation>
    </message>
    <message>
        <source>Deduced</source>
        <translation>Dedotto</translation>
    </message>
    <message>
        <source>Deduced from %1</source>
        <translation>Dedotto da %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>Domani</numerusform>
            <numerusform>Tra %n giorni</numerusform>
        </translation>
    </message>
    <message>
        <source>Told by her</source>
        <translation>Detto da lei</translation>
    </message>
    <message>
        <source>Given online</source>
        <translation>Dato online</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>da confermare</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servizio</translation>
    </message>
    <message>
        <source>Profiling</source>
        <translation>Profilazione</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Marketing by e-mail</source>
        <translation>Marketing via e-mail</translation>
    </message>
    <message>
        <source>Marketing by SMS and WhatsApp</source>
        <translation>Marketing via SMS e WhatsApp</translation>
    </message>
    <message>
        <source>Marketing by phone</source>
        <translation>Marketing al telefono</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>dato</translation>
    </message>
    <message>
        <source>granted in part</source>
        <translation>in parte</translation>
    </message>
    <message>
        <source>not granted</source>
        <translation>non dato</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>scaduto</translation>
    </message>
    <message>
        <source>never asked</source>
        <translation>mai chiesto</translation>
    </message>
    <message>
        <source>said aloud</source>
        <translation>a voce</translation>
    </message>
    <message>
        <source>signed on paper</source>
        <translation>firma su carta</translation>
    </message>
    <message>
        <source>tapped here by her</source>
        <translation>con un tocco</translation>
    </message>
    <message>
        <source>given online</source>
        <translation>dato online</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italiano</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglese</translation>
    </message>
    <message>
        <source>German</source>
        <translation>tedesco</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francese</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>spagnolo</translation>
    </message>
    <message>
        <source>Silver tier</source>
        <translation>livello Argento</translation>
    </message>
    <message>
        <source>Gold tier</source>
        <translation>livello Oro</translation>
    </message>
</context>
<context>
    <name>DataSheet</name>
    <message>
        <source>Her data</source>
        <translation>I suoi dati</translation>
    </message>
    <message numerus="yes">
        <source>She changed %n thing(s) herself just now.</source>
        <translation>
            <numerusform>La cliente ha appena cambiato %n cosa.</numerusform>
            <numerusform>La cliente ha appena cambiato %n cose.</numerusform>
        </translation>
    </message>
    <message>
        <source>Print her receipt</source>
        <translation>Stampa la ricevuta</translation>
    </message>
    <message>
        <source>Show her code</source>
        <translation>Mostra il codice</translation>
    </message>
    <message>
        <source>She may ask</source>
        <translation>Può chiedere</translation>
    </message>
    <message>
        <source>Not after all</source>
        <translation>Ci ha ripensato</translation>
    </message>
    <message>
        <source>She was entered by mistake</source>
        <translation>È stata inserita per errore</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Inserita per errore</translation>
    </message>
    <message>
        <source>Keep her card</source>
        <translation>Mantieni la scheda</translation>
    </message>
    <message>
        <source>She wants her file</source>
        <translation>Vuole il suo fascicolo</translation>
    </message>
    <message>
        <source>She wants to be forgotten</source>
        <translation>Vuole essere cancellata</translation>
    </message>
    <message>
        <source>Everything about %1 will be erased from the hub and from every tablet, also what was promised to her. Nobody can bring it back.</source>
        <translation>Tutto ciò che riguarda %1 verrà cancellato dal nodo e da ogni tablet, anche ciò che le è stato promesso. Nessuno potrà recuperarlo.</translation>
    </message>
    <message>
        <source>Yes, forget her</source>
        <translation>Sì, cancella tutto</translation>
    </message>
    <message>
        <source>No, leave it as it is</source>
        <translation>No, lascia com&apos;è</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Correggere</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Compleanno</translation>
    </message>
    <message>
        <source>day/month, with the year if she likes</source>
        <translation>giorno/mese, con l&apos;anno se vuole</translation>
    </message>
    <message>
        <source>Save what is changed</source>
        <translation>Salva le modifiche</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Per quanto si conserva</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mese</numerusform>
            <numerusform>%n mesi</numerusform>
        </translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>per sempre</translation>
    </message>
    <message>
        <source>Who opened her card</source>
        <translation>Chi ha aperto la sua scheda</translation>
    </message>
    <message>
        <source>Nobody, as far as it is kept.</source>
        <translation>Nessuno, per quanto è conservato.</translation>
    </message>
    <message>
        <source>At the hub</source>
        <translation>Al nodo</translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message>
        <source>Her file</source>
        <translation>Il suo fascicolo</translation>
    </message>
    <message>
        <source>To be forgotten</source>
        <translation>La cancellazione</translation>
    </message>
    <message>
        <source>asked, the hub will answer</source>
        <translation>chiesto, il nodo risponderà</translation>
    </message>
    <message>
        <source>waits: something of hers is in dispute, the manager decides</source>
        <translation>in attesa: c&apos;è una contestazione aperta, decide chi è responsabile del negozio</translation>
    </message>
    <message>
        <source>ready at the hub</source>
        <translation>pronto al nodo</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rifiutato</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>ritirato</translation>
    </message>
    <message>
        <source>She goes from every tablet as soon as the hub hears of it.</source>
        <translation>Sparisce da ogni tablet appena il nodo di negozio lo sa.</translation>
    </message>
    <message>
        <source>She stays: her record turned out to be an older customer&apos;s too.</source>
        <translation>Resta: la sua scheda è anche quella di una cliente già presente.</translation>
    </message>
    <message>
        <source>She stays: she is known from elsewhere too.</source>
        <translation>Resta: è conosciuta anche da un&apos;altra fonte.</translation>
    </message>
    <message>
        <source>She stays: something was recorded with her meanwhile.</source>
        <translation>Resta: nel frattempo è stato registrato qualcosa con lei.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Questo non è un indirizzo e-mail.</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>Questo non è un numero di telefono.</translation>
    </message>
    <message>
        <source>Write the day and the month, such as 4/12.</source>
        <translation>Scrivi il giorno e il mese, per esempio 4/12.</translation>
    </message>
    <message>
        <source>She needs a name.</source>
        <translation>Ci vuole un nome.</translation>
    </message>
    <message>
        <source>What she looked at, and what was deduced</source>
        <translation>Ciò che ha guardato, e ciò che se ne è dedotto</translation>
    </message>
    <message>
        <source>What was sent to her, and the adverts she tapped</source>
        <translation>Ciò che le è stato inviato, e gli annunci che ha toccato</translation>
    </message>
    <message>
        <source>The list of who opened her card</source>
        <translation>L&apos;elenco di chi ha aperto la sua scheda</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>codice letto</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>cercata</translation>
    </message>
    <message>
        <source>from the recent ones</source>
        <translation>dalle schede recenti</translation>
    </message>
    <message>
        <source>from the day&apos;s list</source>
        <translation>dall&apos;elenco del giorno</translation>
    </message>
    <message>
        <source>her code was made</source>
        <translation>creato il suo codice</translation>
    </message>
    <message>
        <source>her file was made</source>
        <translation>creato il suo fascicolo</translation>
    </message>
    <message>
        <source>she telephoned</source>
        <translation>ha telefonato</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>aperta</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Which day?</source>
        <translation>Quale giorno?</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
</context>
<context>
    <name>DaysSheet</name>
    <message>
        <source>From … to …</source>
        <translation>Dal … al …</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 giorni</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 giorni</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Quest&apos;anno</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 mesi</translation>
    </message>
    <message>
        <source>From %1 to …</source>
        <translation>Dal %1 al …</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Dal %1 al %2</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Mostra questi giorni</translation>
    </message>
</context>
<context>
    <name>DecidedBlock</name>
    <message>
        <source>Decided lately</source>
        <translation>Deciso da poco</translation>
    </message>
    <message>
        <source>instead of %1 · %2</source>
        <translation>invece di %1 · %2</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>L&apos;altro</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>overdue: it was %1</source>
        <translation>scaduta: era %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fatto: %1</translation>
    </message>
</context>
<context>
    <name>EntrySheet</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promessa</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Che cosa è successo</translation>
    </message>
    <message>
        <source>Before it was corrected</source>
        <translation>Prima della correzione</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Correggi</translation>
    </message>
    <message>
        <source>Not wanted any more</source>
        <translation>Non serve più</translation>
    </message>
    <message>
        <source>Undo this record</source>
        <translation>Annulla la registrazione</translation>
    </message>
    <message>
        <source>Whose was it?</source>
        <translation>Chi l&apos;ha seguita?</translation>
    </message>
</context>
<context>
    <name>ExerciseStrip</name>
    <message>
        <source>Every step is done. A few questions are left.</source>
        <translation>Tutti i passi sono fatti. Restano poche domande.</translation>
    </message>
    <message>
        <source>Practice mode</source>
        <translation>Modalità prova</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 di %2 fatti</translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation>Domande di verifica</translation>
    </message>
    <message>
        <source>All steps of this exercise</source>
        <translation>Tutti i passi di questo esercizio</translation>
    </message>
    <message>
        <source>Leave the exercise</source>
        <translation>Lascia l&apos;esercizio</translation>
    </message>
</context>
<context>
    <name>ExpectedLine</name>
    <message>
        <source>not here yet</source>
        <translation>non ancora arrivata</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>%1 is still true</source>
        <translation>%1: è ancora così</translation>
    </message>
</context>
<context>
    <name>FactStrip</name>
    <message>
        <source>%1 is still true</source>
        <translation>%1: è ancora così</translation>
    </message>
    <message>
        <source>Add a preference</source>
        <translation>Aggiungi una preferenza</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Nothing is known of your sizes and tastes.</source>
        <translation>Delle sue taglie e dei suoi gusti non si sa niente.</translation>
    </message>
    <message>
        <source>Each with where we have it from. What is not so goes with a touch.</source>
        <translation>Per ognuno, da dove viene. Ciò che non è vero si toglie con un tocco.</translation>
    </message>
    <message>
        <source>Not so</source>
        <translation>Non è così</translation>
    </message>
    <message>
        <source>%1: what is right? It may stay empty.</source>
        <translation>%1: che cosa è giusto? Può restare vuoto.</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Correggere</translation>
    </message>
    <message>
        <source>What is deduced from your purchases goes when you withdraw “%1”.</source>
        <translation>Ciò che si deduce dai suoi acquisti sparisce quando revoca «%1».</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>target</source>
        <translation>obiettivo</translation>
    </message>
    <message>
        <source>%1: %2, before %3</source>
        <translation>%1: %2, prima %3</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>All shops together</source>
        <translation>Tutti i negozi insieme</translation>
    </message>
    <message>
        <source>All shops</source>
        <translation>Tutti i negozi</translation>
    </message>
    <message>
        <source>The target holds from today</source>
        <translation>L&apos;obiettivo vale da oggi</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>%1, as the hub knew it %2</source>
        <translation>%1, dal nodo di negozio: %2</translation>
    </message>
    <message>
        <source>Before that</source>
        <translation>Prima</translation>
    </message>
    <message>
        <source>After that</source>
        <translation>Dopo</translation>
    </message>
    <message>
        <source>As a PDF, to print</source>
        <translation>Come PDF, da stampare</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Come tabella</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Giorno</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Settimana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mese</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Dal … al …</translation>
    </message>
    <message>
        <source>Nothing was counted on these days</source>
        <translation>In questi giorni non è stato contato niente</translation>
    </message>
    <message>
        <source>Too few people for figures</source>
        <translation>Troppo poche persone per delle cifre</translation>
    </message>
    <message>
        <source>So few work here that the figures would be about one of them.</source>
        <translation>Ci lavorano così poche persone che le cifre parlerebbero di una sola.</translation>
    </message>
    <message>
        <source>Figures come of what is recorded in the shop. What is a day old was counted by the hub.</source>
        <translation>Le cifre vengono da ciò che si registra in negozio. Quelle dei giorni passati le conta il nodo di negozio.</translation>
    </message>
    <message>
        <source>To this week</source>
        <translation>Torna a questa settimana</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Guarda</translation>
    </message>
</context>
<context>
    <name>Forgotten</name>
    <message>
        <source>Forgotten</source>
        <translation>Cancellazioni</translation>
    </message>
    <message>
        <source>without names</source>
        <translation>senza nomi</translation>
    </message>
    <message>
        <source>A customer is erased everywhere</source>
        <translation>Una cliente è cancellata ovunque</translation>
    </message>
    <message>
        <source>A customer is being erased</source>
        <translation>Una cliente viene cancellata</translation>
    </message>
    <message numerus="yes">
        <source>erased on %1 of %n tablets</source>
        <translation>
            <numerusform>cancellata su %1 di %n tablet</numerusform>
            <numerusform>cancellata su %1 di %n tablet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FreeSlot</name>
    <message>
        <source>Book at %1</source>
        <translation>Fissa alle %1</translation>
    </message>
</context>
<context>
    <name>GiveBack</name>
    <message numerus="yes">
        <source>Too many tries. Try again in %n seconds.</source>
        <translation>
            <numerusform>Troppi tentativi. Riprovare tra %n secondo.</numerusform>
            <numerusform>Troppi tentativi. Riprovare tra %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PIN is not right.</source>
        <translation>Il PIN non è giusto.</translation>
    </message>
    <message>
        <source>This person may not sign in any more.</source>
        <translation>Questa persona non può più accedere.</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Per %1</translation>
    </message>
    <message>
        <source>Your PIN gives the tablet back to the shop.</source>
        <translation>Il PIN restituisce il tablet al negozio.</translation>
    </message>
    <message>
        <source>In practice the PIN is 1234.</source>
        <translation>In modalità prova il PIN è 1234.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Non ancora</translation>
    </message>
    <message>
        <source>I am somebody else</source>
        <translation>Sono un&apos;altra persona</translation>
    </message>
</context>
<context>
    <name>GuardLine</name>
    <message>
        <source>A card or account number does not belong here: anybody who opens her card could read it.</source>
        <translation>Un numero di carta o di conto non va scritto qui: lo leggerebbe chiunque apra la scheda.</translation>
    </message>
    <message>
        <source>This sounds like her health. The law protects it: write only how to serve her.</source>
        <translation>Sembra riguardare la salute. La legge la protegge: basta scrivere come servirla.</translation>
    </message>
    <message>
        <source>This sounds like what she believes. The law protects it: write only how to serve her.</source>
        <translation>Sembra riguardare la religione. La legge la protegge: basta scrivere come servirla.</translation>
    </message>
    <message>
        <source>A child&apos;s name does not belong here. “Her daughter” says enough.</source>
        <translation>Il nome di un minore non va scritto qui. Basta “la figlia”.</translation>
    </message>
    <message>
        <source>She may ask to read this. Would you say it to her?</source>
        <translation>La cliente può chiedere di leggerlo. Lo si direbbe a lei?</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>In hand</source>
        <translation>In mano</translation>
    </message>
    <message>
        <source>Put %1 back</source>
        <translation>Rimetti via %1</translation>
    </message>
</context>
<context>
    <name>HandLine</name>
    <message>
        <source>Put %1 back</source>
        <translation>Rimetti via %1</translation>
    </message>
    <message>
        <source>Not bought? Why:</source>
        <translation>Non comprato? Perché:</translation>
    </message>
</context>
<context>
    <name>HandOutSection</name>
    <message>
        <source>Who waits for us</source>
        <translation>Chi ci aspetta</translation>
    </message>
    <message>
        <source>The shop&apos;s client book</source>
        <translation>Il libro clienti del negozio</translation>
    </message>
    <message>
        <source>Who stays away</source>
        <translation>Chi non si vede da un po&apos;</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Ciò che è in scadenza</translation>
    </message>
    <message>
        <source>Each of the team</source>
        <translation>Ognuno della squadra</translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation>Per chi?</translation>
    </message>
    <message>
        <source>given to somebody already</source>
        <translation>già affidata a qualcuno</translation>
    </message>
    <message>
        <source>something is to be done about her already</source>
        <translation>c&apos;è già qualcosa da fare per lei</translation>
    </message>
    <message>
        <source>whoever has time</source>
        <translation>chi ha tempo</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>a %1</translation>
    </message>
    <message>
        <source>Nobody is on this list</source>
        <translation>In questo elenco non c&apos;è nessuno</translation>
    </message>
    <message>
        <source>Who waits for a promise or has a day ahead, who stays away longer than usual, and what is due today stand here.</source>
        <translation>Qui sta chi aspetta una promessa o ha una ricorrenza vicina, chi non si vede più del solito e ciò che scade oggi.</translation>
    </message>
    <message numerus="yes">
        <source>Hand out %n</source>
        <translation>
            <numerusform>Affida %n</numerusform>
            <numerusform>Affida %n</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Nessuno</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Tutti</translation>
    </message>
</context>
<context>
    <name>HandOutSheet</name>
    <message numerus="yes">
        <source>Hand out %n task(s)</source>
        <translation>
            <numerusform>Affida %n attività</numerusform>
            <numerusform>Affida %n attività</numerusform>
        </translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Che cosa c&apos;è da fare?</translation>
    </message>
    <message>
        <source>In a few words, if need be</source>
        <translation>In poche parole, se serve</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>In poche parole</translation>
    </message>
    <message>
        <source>Try the autumn window before Saturday</source>
        <translation>Provare la vetrina d&apos;autunno entro sabato</translation>
    </message>
    <message>
        <source>The autumn collection is here</source>
        <translation>È arrivata la collezione d&apos;autunno</translation>
    </message>
    <message>
        <source>By when?</source>
        <translation>Entro quando?</translation>
    </message>
    <message>
        <source>Who does it?</source>
        <translation>Chi la fa?</translation>
    </message>
    <message>
        <source>whoever looks after each</source>
        <translation>chi segue ciascuna</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a person, and how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Whoever has time: %1</source>
        <translation>Chi ha tempo: %1</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Affida</translation>
    </message>
</context>
<context>
    <name>HandOverSection</name>
    <message>
        <source>Who hands over?</source>
        <translation>Chi passa le consegne?</translation>
    </message>
    <message>
        <source>Somebody who leaves or goes to another shop: her client book, her open promises, her tasks and her appointments go to a colleague or to the whole shop, in one go.</source>
        <translation>Chi lascia o cambia negozio: libro clienti, promesse aperte, attività e appuntamenti passano in una volta a una collega o a tutto il negozio.</translation>
    </message>
    <message>
        <source>%1 has nothing in hand here.</source>
        <translation>%1 qui non ha niente in mano.</translation>
    </message>
    <message>
        <source>Who takes over?</source>
        <translation>A chi passano?</translation>
    </message>
    <message>
        <source>the whole shop</source>
        <translation>tutto il negozio</translation>
    </message>
    <message>
        <source>What %1 has in hand</source>
        <translation>Quello che ha in mano %1</translation>
    </message>
    <message numerus="yes">
        <source>%n customers in her book</source>
        <translation>
            <numerusform>%n cliente nel libro</numerusform>
            <numerusform>%n clienti nel libro</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open promises</source>
        <translation>
            <numerusform>%n promessa aperta</numerusform>
            <numerusform>%n promesse aperte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n attività</numerusform>
            <numerusform>%n attività</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointments</source>
        <translation>
            <numerusform>%n appuntamento</numerusform>
            <numerusform>%n appuntamenti</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>Passa tutto</translation>
    </message>
</context>
<context>
    <name>HandoverBlock</name>
    <message>
        <source>Why she is here: %1</source>
        <translation>Perché è qui: %1</translation>
    </message>
    <message>
        <source>Why she is here</source>
        <translation>Perché è qui</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantieni</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Mostra</translation>
    </message>
</context>
<context>
    <name>Happened</name>
    <message>
        <source>The newest here; all of it is in your file.</source>
        <translation>Qui il più recente; tutto il resto è nel suo fascicolo.</translation>
    </message>
    <message>
        <source>%1: more than %2</source>
        <translation>%1: più di %2</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Help about this page</source>
        <translation>Aiuto su questa pagina</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Practise it</source>
        <translation>Provalo</translation>
    </message>
</context>
<context>
    <name>HerCode</name>
    <message>
        <source>Saved as %1</source>
        <translation>Salvato come %1</translation>
    </message>
    <message>
        <source>There is no room to save it, or it may not be written there.</source>
        <translation>Non c&apos;è spazio per salvarlo, o lì non si può scrivere.</translation>
    </message>
    <message>
        <source>Her code</source>
        <translation>Il codice della cliente</translation>
    </message>
    <message>
        <source>This tablet has no code left to give. More come with the next meeting with the hub, where hers can be made too.</source>
        <translation>Questo tablet non ha più codici da dare. Ne arrivano altri al prossimo incontro con il nodo di negozio, dove si può fare anche il suo.</translation>
    </message>
    <message>
        <source>%1 is a customer</source>
        <translation>%1 è cliente</translation>
    </message>
    <message>
        <source>Let her photograph her code. By it she is recognised in every shop, also with no network.</source>
        <translation>La cliente può fotografare il codice: con questo è riconosciuta in ogni negozio, anche senza rete.</translation>
    </message>
    <message>
        <source>Open her card</source>
        <translation>Apri la scheda</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Stampa</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>Salva come immagine</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Un&apos;altra cliente</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Inserita per errore</translation>
    </message>
    <message>
        <source>Back to scanning</source>
        <translation>Torna alla scansione</translation>
    </message>
</context>
<context>
    <name>HerSteps</name>
    <message>
        <source>Welcome</source>
        <translation>Benvenuta, benvenuto</translation>
    </message>
    <message>
        <source>In which language shall we go on?</source>
        <translation>In quale lingua continuiamo?</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>Come si chiama?</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>How can we reach you?</source>
        <translation>Come possiamo raggiungerla?</translation>
    </message>
    <message>
        <source>Only what you like to give. You decide in a moment what we may use it for.</source>
        <translation>Solo quello che vuole darci. Tra poco decide lei per che cosa possiamo usarlo.</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Grazie</translation>
    </message>
    <message>
        <source>Thank you, %1</source>
        <translation>Grazie, %1</translation>
    </message>
    <message>
        <source>If this is right, give the tablet back: your code is next.</source>
        <translation>Se è tutto giusto, restituisca il tablet: il prossimo passo è il suo codice.</translation>
    </message>
    <message>
        <source>Give the tablet back</source>
        <translation>Restituire il tablet</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Passo %1 di %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
</context>
<context>
    <name>HoursChart</name>
    <message>
        <source>Visits by the hour</source>
        <translation>Visite per ora</translation>
    </message>
    <message>
        <source>%1 o&apos;clock: %2 identified, %3 without a code</source>
        <translation>Ore %1: %2 identificate, %3 senza codice</translation>
    </message>
</context>
<context>
    <name>Incentives</name>
    <message>
        <source>Counts so from today on</source>
        <translation>Conta così da oggi</translation>
    </message>
    <message>
        <source>The month is open again: close it anew</source>
        <translation>Il mese è di nuovo aperto: va richiuso</translation>
    </message>
    <message>
        <source>Figures per person need a legal basis for every day of a month that is over</source>
        <translation>Per le cifre per persona serve una base giuridica per ogni giorno di un mese già finito</translation>
    </message>
    <message>
        <source>The month is closed</source>
        <translation>Il mese è chiuso</translation>
    </message>
    <message>
        <source>The purchase is parted</source>
        <translation>L&apos;acquisto è ripartito</translation>
    </message>
</context>
<context>
    <name>IncentivesSection</name>
    <message>
        <source>The month before</source>
        <translation>Il mese prima</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Il mese dopo</translation>
    </message>
    <message>
        <source>Too few people for a figure</source>
        <translation>Troppo poche persone per una cifra</translation>
    </message>
    <message>
        <source>In a shop with so few people a sum would say what one of them did. It is shown from three people on.</source>
        <translation>In un negozio con così poche persone una somma direbbe che cosa ha fatto una di loro. Si mostra da tre persone in su.</translation>
    </message>
    <message>
        <source>Bought after a contact</source>
        <translation>Acquistato dopo un contatto</translation>
    </message>
    <message>
        <source>Purchases that follow a contact will stand here, those of other shops and of the web too.</source>
        <translation>Qui staranno gli acquisti che seguono un contatto, anche quelli in altri negozi e sul web.</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Di chi</translation>
    </message>
    <message>
        <source>Whose: %1, %2</source>
        <translation>Di chi: %1, %2</translation>
    </message>
    <message>
        <source>All %1 purchases</source>
        <translation>Tutti i %1 acquisti</translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation>Piani</translation>
    </message>
    <message>
        <source>A scheme gives the shop, the team or each of them a part of what their contacts led to.</source>
        <translation>Un piano dà al negozio, alla squadra o a ciascuna persona una parte di ciò che i loro contatti hanno portato.</translation>
    </message>
    <message>
        <source>New scheme</source>
        <translation>Nuovo piano</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Che cosa conta</translation>
    </message>
    <message>
        <source>Returns are taken back in the month in which they come</source>
        <translation>I resi si tolgono nel mese in cui arrivano</translation>
    </message>
</context>
<context>
    <name>InteractionSheet</name>
    <message>
        <source>Still to be said: which product she bought.</source>
        <translation>Manca ancora: quale articolo ha comprato.</translation>
    </message>
    <message>
        <source>Why not bought?</source>
        <translation>Perché non ha comprato?</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>Com&apos;è andata?</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>In poche parole</translation>
    </message>
    <message>
        <source>Only what helps to serve her</source>
        <translation>Solo ciò che aiuta a servirla</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>Che cosa era?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Kept as {path}</source>
        <translation>Salvato in {path}</translation>
    </message>
    <message>
        <source>It could not be kept in {path}</source>
        <translation>Non si è potuto salvare in {path}</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>What serves you (purchases, promises, messages) is kept while you are our customer.</source>
        <translation>Ciò che occorre per servirla (acquisti, promesse, messaggi) si conserva finché è cliente.</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mese</numerusform>
            <numerusform>%n mesi</numerusform>
        </translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>per sempre</translation>
    </message>
    <message>
        <source>Who opened your card</source>
        <translation>Chi ha aperto la sua scheda</translation>
    </message>
    <message>
        <source>At the hub</source>
        <translation>Al nodo di negozio</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>With the keyboard</source>
        <translation>Con la tastiera</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>In questa pagina</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Ovunque</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close, or back</source>
        <translation>Chiude, o torna indietro</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>To the next thing; with Shift to the one before</source>
        <translation>Alla cosa successiva; con Maiusc alla precedente</translation>
    </message>
    <message>
        <source>To what lies next</source>
        <translation>A ciò che sta accanto</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Invio</translation>
    </message>
    <message>
        <source>Press it</source>
        <translation>La preme</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Inizio, Fine</translation>
    </message>
    <message>
        <source>To the beginning or the end of a list</source>
        <translation>All&apos;inizio o alla fine di un elenco</translation>
    </message>
    <message>
        <source>Page ↑, Page ↓</source>
        <translation>Pag ↑, Pag ↓</translation>
    </message>
    <message>
        <source>A page further or back</source>
        <translation>Una pagina avanti o indietro</translation>
    </message>
    <message>
        <source>Letters and digits act only while nobody types, and never while a scanner does.</source>
        <translation>Lettere e cifre agiscono solo quando nessuno sta scrivendo, e mai mentre scrive un lettore.</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>Saved as %1</source>
        <translation>Salvato come %1</translation>
    </message>
    <message>
        <source>Name and addresses corrected</source>
        <translation>Nome e recapiti corretti</translation>
    </message>
    <message>
        <source>Taken away: %1</source>
        <translation>Tolto: %1</translation>
    </message>
    <message>
        <source>Told: %1</source>
        <translation>Detto: %1</translation>
    </message>
    <message>
        <source>Agreed: %1</source>
        <translation>Acconsentito: %1</translation>
    </message>
    <message>
        <source>Consent withdrawn: %1</source>
        <translation>Consenso revocato: %1</translation>
    </message>
    <message>
        <source>Asked for the file of everything that is kept</source>
        <translation>Chiesto il fascicolo di tutto ciò che è conservato</translation>
    </message>
    <message>
        <source>Asked to be forgotten</source>
        <translation>Chiesto di essere dimenticata o dimenticato</translation>
    </message>
    <message>
        <source>A wish taken back</source>
        <translation>Una richiesta ritirata</translation>
    </message>
</context>
<context>
    <name>KnownPage</name>
    <message>
        <source>You have been forgotten</source>
        <translation>È stato tutto cancellato</translation>
    </message>
    <message>
        <source>There is nothing of you on this tablet</source>
        <translation>Su questo tablet non c&apos;è niente di lei</translation>
    </message>
    <message>
        <source>Nothing of you is on this tablet any more. The other tablets and the hub do the same as they hear of it.</source>
        <translation>Su questo tablet non c&apos;è più niente di lei. Gli altri tablet e il nodo fanno lo stesso appena lo sanno.</translation>
    </message>
    <message>
        <source>What the shop knows of you is at the hub.</source>
        <translation>Ciò che il negozio sa di lei è nel nodo di negozio.</translation>
    </message>
    <message>
        <source>Give the tablet back</source>
        <translation>Restituire il tablet</translation>
    </message>
    <message>
        <source>That could not be saved. Please tell the associate.</source>
        <translation>Non è stato possibile salvare. Lo dica a chi la segue in negozio.</translation>
    </message>
</context>
<context>
    <name>KnownWords</name>
    <message>
        <source>Who you are</source>
        <translation>Chi è</translation>
    </message>
    <message>
        <source>Sizes and tastes</source>
        <translation>Taglie e gusti</translation>
    </message>
    <message>
        <source>What you agreed to</source>
        <translation>I suoi consensi</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Che cosa è successo</translation>
    </message>
    <message>
        <source>How long, and who looked</source>
        <translation>Quanto a lungo, e chi ha guardato</translation>
    </message>
    <message>
        <source>What you may do</source>
        <translation>Che cosa può fare</translation>
    </message>
    <message>
        <source>What you changed</source>
        <translation>Che cosa ha cambiato</translation>
    </message>
    <message>
        <source>You told us</source>
        <translation>Detto da lei</translation>
    </message>
    <message>
        <source>From your online account</source>
        <translation>Dal suo account online</translation>
    </message>
    <message>
        <source>Your customer card</source>
        <translation>La sua scheda cliente</translation>
    </message>
    <message>
        <source>Suggestions made for you</source>
        <translation>Proposte fatte per lei</translation>
    </message>
    <message>
        <source>News by e-mail</source>
        <translation>Novità via e-mail</translation>
    </message>
    <message>
        <source>News by SMS and WhatsApp</source>
        <translation>Novità via SMS e WhatsApp</translation>
    </message>
    <message>
        <source>News by phone</source>
        <translation>Novità per telefono</translation>
    </message>
    <message>
        <source>You agreed</source>
        <translation>Ha acconsentito</translation>
    </message>
    <message>
        <source>You agreed on %1</source>
        <translation>Ha acconsentito il %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>fino al %1</translation>
    </message>
    <message>
        <source>Your consent has ended</source>
        <translation>Il suo consenso è scaduto</translation>
    </message>
    <message>
        <source>You do not agree</source>
        <translation>Non acconsente</translation>
    </message>
    <message>
        <source>You do not agree, since %1</source>
        <translation>Non acconsente, dal %1</translation>
    </message>
    <message>
        <source>You were never asked</source>
        <translation>Non le è mai stato chiesto</translation>
    </message>
    <message>
        <source>What you looked at, and what was deduced from it</source>
        <translation>Ciò che ha guardato, e ciò che se ne è dedotto</translation>
    </message>
    <message>
        <source>What was sent to you, and the adverts you tapped</source>
        <translation>Ciò che le è stato inviato, e gli annunci che ha aperto</translation>
    </message>
    <message>
        <source>The list of who opened your card</source>
        <translation>L&apos;elenco di chi ha aperto la sua scheda</translation>
    </message>
    <message>
        <source>Your file is ready</source>
        <translation>Il suo fascicolo è pronto</translation>
    </message>
    <message>
        <source>Your file</source>
        <translation>Il suo fascicolo</translation>
    </message>
    <message>
        <source>To be forgotten</source>
        <translation>Essere dimenticata o dimenticato</translation>
    </message>
    <message>
        <source>asked: it is done as soon as the hub has heard of it</source>
        <translation>richiesto: si fa appena il nodo di negozio lo sa</translation>
    </message>
    <message>
        <source>a complaint of yours is open: the manager decides and tells you</source>
        <translation>un suo reclamo è aperto: decide chi è responsabile del negozio e glielo comunica</translation>
    </message>
    <message>
        <source>ask for it in the shop</source>
        <translation>si chiede in negozio</translation>
    </message>
    <message>
        <source>not possible; the shop tells you why</source>
        <translation>non è possibile; il negozio le dice perché</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>ritirato</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Put right: it is on its way again</source>
        <translation>Corretto: riparte verso il nodo</translation>
    </message>
    <message>
        <source>Given up: the hub will never have it</source>
        <translation>Abbandonato: il nodo non lo avrà mai</translation>
    </message>
</context>
<context>
    <name>LedgerLine</name>
    <message>
        <source>What it should say</source>
        <translation>Che cosa deve dire</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>%n carattere di troppo</numerusform>
            <numerusform>%n caratteri di troppo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Resta %n carattere</numerusform>
            <numerusform>Restano %n caratteri</numerusform>
        </translation>
    </message>
    <message>
        <source>Save and send</source>
        <translation>Salva e invia</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Lascia così</translation>
    </message>
    <message>
        <source>Put it right here</source>
        <translation>Correggi qui</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Invia di nuovo</translation>
    </message>
    <message>
        <source>Put right on her card</source>
        <translation>Correggi sulla scheda</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Abbandona</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>Ledger</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Recorded here</source>
        <translation>Registrato qui</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>dal più recente</translation>
    </message>
    <message>
        <source>Nothing recorded today</source>
        <translation>Oggi ancora nulla</translation>
    </message>
    <message>
        <source>Each visit, note and promise will stand here, with how far it has come: saved here, sent, confirmed.</source>
        <translation>Qui compariranno visite, note e promesse, e a che punto sono: salvate qui, inviate, confermate.</translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation>Inquadra un codice</translation>
    </message>
</context>
<context>
    <name>LedgerSummary</name>
    <message numerus="yes">
        <source>%n records have to be decided.</source>
        <translation>
            <numerusform>%n registrazione da decidere.</numerusform>
            <numerusform>%n registrazioni da decidere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are saved here and will go by themselves.</source>
        <translation>
            <numerusform>%n registrazione è salvata qui e partirà da sola.</numerusform>
            <numerusform>%n registrazioni sono salvate qui e partiranno da sole.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is recorded today will stand here.</source>
        <translation>Qui comparirà ciò che si registra oggi.</translation>
    </message>
    <message>
        <source>Everything has reached the hub.</source>
        <translation>Tutto è arrivato al nodo di negozio.</translation>
    </message>
    <message>
        <source>Today on this tablet</source>
        <translation>Oggi su questo tablet</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>registrate</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confermate</translation>
    </message>
    <message>
        <source>Look for the hub now</source>
        <translation>Cerca ora il nodo</translation>
    </message>
    <message>
        <source>Save what is unsent to a file</source>
        <translation>Salva su file ciò che non è partito</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostra la cartella</translation>
    </message>
    <message>
        <source>Saved as %1. Only the hub opens it: “clienteling hub take FILE”. What is here stays here.</source>
        <translation>Salvato come %1. Lo apre solo il nodo: “clienteling hub take FILE”. Ciò che è qui resta qui.</translation>
    </message>
    <message>
        <source>Not saved: this hub has not yet said to which key. After the next meeting it can be.</source>
        <translation>Non salvato: il nodo non ha ancora detto con quale chiave. Dopo il prossimo incontro si potrà.</translation>
    </message>
    <message>
        <source>Not saved: the folder cannot be written to.</source>
        <translation>Non salvato: nella cartella non si può scrivere.</translation>
    </message>
</context>
<context>
    <name>LedgerWords</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selezione</translation>
    </message>
    <message>
        <source>Client book</source>
        <translation>Libro clienti</translation>
    </message>
    <message>
        <source>Message to her: %1</source>
        <translation>Messaggio a lei: %1</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promessa</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Attività</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Appuntamento</translation>
    </message>
    <message>
        <source>Day read</source>
        <translation>Giornata rivista</translation>
    </message>
    <message>
        <source>What counts for incentives</source>
        <translation>Che cosa conta per gli incentivi</translation>
    </message>
    <message>
        <source>Purchase parted</source>
        <translation>Acquisto ripartito</translation>
    </message>
    <message>
        <source>Incentive scheme</source>
        <translation>Piano di incentivi</translation>
    </message>
    <message>
        <source>Incentives of a month</source>
        <translation>Incentivi di un mese</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Obiettivo</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base giuridica</translation>
    </message>
    <message>
        <source>Change in the team</source>
        <translation>Modifica alla squadra</translation>
    </message>
    <message>
        <source>Card of another system</source>
        <translation>Tessera di un altro sistema</translation>
    </message>
    <message>
        <source>Consent: %1</source>
        <translation>Consenso: %1</translation>
    </message>
    <message>
        <source>Preference: %1</source>
        <translation>Preferenza: %1</translation>
    </message>
    <message>
        <source>Customer&apos;s data</source>
        <translation>Dati della cliente</translation>
    </message>
    <message>
        <source>Telephone of %1</source>
        <translation>Telefono di %1</translation>
    </message>
    <message>
        <source>E-mail of %1</source>
        <translation>E-mail di %1</translation>
    </message>
    <message>
        <source>Birthday of %1</source>
        <translation>Compleanno di %1</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confermato</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>inviato</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>da decidere</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>salvato qui</translation>
    </message>
    <message>
        <source>The hub does not know this kind of record yet: it needs an update.</source>
        <translation>Il nodo non conosce ancora questo tipo di registrazione: va aggiornato.</translation>
    </message>
    <message>
        <source>The hub does not let a tablet change this.</source>
        <translation>Il nodo non lascia che un tablet modifichi questo dato.</translation>
    </message>
    <message>
        <source>It refers to something that the hub does not have.</source>
        <translation>Si riferisce a qualcosa che il nodo non ha.</translation>
    </message>
    <message>
        <source>Whoever recorded it may not decide this, or not any more: a manager of the shop has to.</source>
        <translation>Chi l&apos;ha registrato non può deciderlo, o non può più: spetta a chi risponde del negozio.</translation>
    </message>
    <message>
        <source>It is too large for the hub.</source>
        <translation>È troppo grande per il nodo.</translation>
    </message>
    <message>
        <source>The hub cannot read it as it stands.</source>
        <translation>Il nodo non riesce a leggerla così com&apos;è.</translation>
    </message>
    <message>
        <source>The hub set it aside.</source>
        <translation>Il nodo l&apos;ha messa da parte.</translation>
    </message>
</context>
<context>
    <name>LinkCardSheet</name>
    <message>
        <source>Whose card is it?</source>
        <translation>Di chi è la tessera?</translation>
    </message>
    <message>
        <source>From then on it opens her card, on every tablet. Ask her before: it may be a friend&apos;s.</source>
        <translation>Da quel momento apre la sua scheda, su ogni tablet. Meglio chiederlo prima: potrebbe essere di un&apos;amica.</translation>
    </message>
    <message>
        <source>Name, phone, e-mail</source>
        <translation>Nome, telefono, e-mail</translation>
    </message>
    <message>
        <source>Her card is open</source>
        <translation>La sua scheda è aperta</translation>
    </message>
    <message>
        <source>Nobody is found by that.</source>
        <translation>Non si trova nessuno.</translation>
    </message>
</context>
<context>
    <name>LinkCardViewModel</name>
    <message>
        <source>Saved: this card opens %1 from now on.</source>
        <translation>Salvato: da ora questa tessera apre la scheda di %1.</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Locked until it meets the hub</source>
        <translation>Bloccato finché non incontra il nodo</translation>
    </message>
    <message>
        <source>Emptied on the hub&apos;s order</source>
        <translation>Svuotato su ordine del nodo</translation>
    </message>
    <message>
        <source>No hub yet</source>
        <translation>Ancora nessun nodo</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>records set aside</comment>
        <translation>
            <numerusform>%n da decidere</numerusform>
            <numerusform>%n da decidere</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub&apos;s disk is full</source>
        <translation>Il disco del nodo è pieno</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Senza rete</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Collegamento in corso</translation>
    </message>
    <message>
        <source>Looking for the hub</source>
        <translation>Si cerca il nodo</translation>
    </message>
    <message>
        <source>Arriving: %1%</source>
        <translation>In arrivo: %1%</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n</source>
        <comment>records</comment>
        <translation>
            <numerusform>Invio di %n</numerusform>
            <numerusform>Invio di %n</numerusform>
        </translation>
    </message>
    <message>
        <source>In touch with %1 since %2</source>
        <translation>In contatto con %1 da %2</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Senza rete da %1</translation>
    </message>
    <message>
        <source>Away from %1 for too long: what is here stays locked until they meet</source>
        <translation>Lontano da %1 da troppo tempo: ciò che è qui resta bloccato finché non si incontrano</translation>
    </message>
    <message>
        <source>Everything %1 knows is arriving: %2%</source>
        <translation>Sta arrivando tutto ciò che %1 conosce: %2%</translation>
    </message>
    <message>
        <source>The hub had everything on this tablet deleted. Pair it again to use it.</source>
        <translation>Il nodo ha fatto cancellare tutto da questo tablet. Va abbinato di nuovo per usarlo.</translation>
    </message>
    <message>
        <source>This tablet belongs to no hub yet</source>
        <translation>Questo tablet non appartiene ancora a nessun nodo</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Collegamento a %1</translation>
    </message>
    <message>
        <source>Looking for %1</source>
        <translation>Si cerca %1</translation>
    </message>
    <message>
        <source>This tablet was taken off the hub&apos;s list. What is recorded here is kept.</source>
        <translation>Questo tablet è stato tolto dall&apos;elenco del nodo. Ciò che è registrato qui resta.</translation>
    </message>
    <message>
        <source>Another machine answers in the hub&apos;s place. Nothing was sent to it.</source>
        <translation>Al posto del nodo risponde un&apos;altra macchina. Non le è stato inviato nulla.</translation>
    </message>
    <message>
        <source>The hub and this app are of versions too far apart. Install the newest app.</source>
        <translation>Il nodo e quest&apos;app hanno versioni troppo lontane. Va installata l&apos;ultima app.</translation>
    </message>
    <message>
        <source>The hub does not know this tablet. What is recorded here is kept.</source>
        <translation>Il nodo non conosce questo tablet. Ciò che è registrato qui resta.</translation>
    </message>
    <message>
        <source>Another machine answers for the hub</source>
        <translation>Al posto del nodo risponde un&apos;altra macchina</translation>
    </message>
    <message>
        <source>The app or the hub needs an update</source>
        <translation>L&apos;app o il nodo va aggiornato</translation>
    </message>
    <message>
        <source>The hub no longer accepts this tablet</source>
        <translation>Il nodo non accetta più questo tablet</translation>
    </message>
    <message numerus="yes">
        <source>%n saved here</source>
        <comment>records</comment>
        <translation>
            <numerusform>%n salvato qui</numerusform>
            <numerusform>%n salvati qui</numerusform>
        </translation>
    </message>
    <message>
        <source>last update %1</source>
        <translation>ultimo aggiornamento %1</translation>
    </message>
</context>
<context>
    <name>Looked</name>
    <message>
        <source>How it is counted</source>
        <translation>Come si calcola</translation>
    </message>
    <message>
        <source>Set a target</source>
        <translation>Imposta un obiettivo</translation>
    </message>
    <message>
        <source>target</source>
        <translation>obiettivo</translation>
    </message>
    <message>
        <source>%1: %2, before %3</source>
        <translation>%1: %2, prima %3</translation>
    </message>
    <message>
        <source>Shop by shop</source>
        <translation>Negozio per negozio</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Da che cosa è composto</translation>
    </message>
    <message>
        <source>In figures</source>
        <translation>In cifre</translation>
    </message>
</context>
<context>
    <name>LooksSheet</name>
    <message>
        <source>Who looked at my figures</source>
        <translation>Chi ha consultato i miei dati</translation>
    </message>
    <message>
        <source>Nobody. Each look is written down and will stand here.</source>
        <translation>Nessuno. Ogni consultazione resta scritta e comparirà qui.</translation>
    </message>
    <message>
        <source>What allows it</source>
        <translation>Che cosa lo consente</translation>
    </message>
    <message>
        <source>Nothing: your figures are shown to nobody but you.</source>
        <translation>Nulla: i propri dati non li vede nessun altro.</translation>
    </message>
</context>
<context>
    <name>LostSales</name>
    <message>
        <source>Lost sales</source>
        <translation>Mancate vendite</translation>
    </message>
    <message>
        <source>%1, why</source>
        <translation>%1, perché</translation>
    </message>
    <message>
        <source>None was recorded.</source>
        <translation>Nessuna registrata.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Clienteling</source>
        <translation>Clienteling</translation>
    </message>
</context>
<context>
    <name>MessageSheet</name>
    <message>
        <source>Write to her</source>
        <translation>Scriverle</translation>
    </message>
    <message>
        <source>about something of hers</source>
        <translation>su qualcosa di suo</translation>
    </message>
    <message>
        <source>news, where she agreed to it</source>
        <translation>novità, se ha dato il consenso</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambia</translation>
    </message>
    <message>
        <source>About something of hers</source>
        <translation>Su qualcosa di suo</translation>
    </message>
    <message>
        <source>No promise is open and she bought nothing lately: there is only news to write about.</source>
        <translation>Nessuna promessa aperta e nessun acquisto recente: restano solo le novità.</translation>
    </message>
    <message>
        <source>News, where she agreed to it</source>
        <translation>Novità, se ha dato il consenso</translation>
    </message>
    <message>
        <source>About what?</source>
        <translation>A proposito di che cosa?</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Oggetto</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Che cosa dire</translation>
    </message>
    <message>
        <source>The message, as she will get it</source>
        <translation>Il messaggio, come lo riceverà</translation>
    </message>
    <message>
        <source>This tablet has no program for it. The shop&apos;s phone opens it with this code:</source>
        <translation>Questo tablet non ha un programma adatto. Il telefono del negozio lo apre con questo codice:</translation>
    </message>
    <message>
        <source>The shop&apos;s phone opens it with this code:</source>
        <translation>Il telefono del negozio lo apre con questo codice:</translation>
    </message>
    <message>
        <source>Code that opens the message</source>
        <translation>Codice che apre il messaggio</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Torna al testo</translation>
    </message>
    <message>
        <source>It is sent from there</source>
        <translation>Inviato da lì</translation>
    </message>
    <message>
        <source>Show it as a code for the shop&apos;s phone</source>
        <translation>Mostra come codice per il telefono del negozio</translation>
    </message>
    <message>
        <source>Send it all the same</source>
        <translation>Invia lo stesso</translation>
    </message>
    <message>
        <source>Open WhatsApp</source>
        <translation>Apri WhatsApp</translation>
    </message>
    <message>
        <source>Open the text message</source>
        <translation>Apri l&apos;SMS</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Chiama</translation>
    </message>
    <message>
        <source>Open the e-mail</source>
        <translation>Apri l&apos;e-mail</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>The month before</source>
        <translation>Il mese prima</translation>
    </message>
    <message>
        <source>The next month</source>
        <translation>Il mese dopo</translation>
    </message>
</context>
<context>
    <name>MoreSheet</name>
    <message>
        <source>For her</source>
        <translation>Per lei</translation>
    </message>
    <message>
        <source>Do for her</source>
        <translation>Da fare per lei</translation>
    </message>
    <message>
        <source>Make an appointment</source>
        <translation>Fissa un appuntamento</translation>
    </message>
    <message>
        <source>Put down a task for her</source>
        <translation>Annota un&apos;attività per lei</translation>
    </message>
    <message>
        <source>Reserve, collect or have it sent</source>
        <translation>Metti da parte, ritira o fai arrivare</translation>
    </message>
    <message>
        <source>Write to her or call her</source>
        <translation>Scrivi o telefona</translation>
    </message>
    <message>
        <source>Show her what we know</source>
        <translation>Mostra che cosa sappiamo di lei</translation>
    </message>
    <message>
        <source>A selection for her</source>
        <translation>Prepara una selezione</translation>
    </message>
    <message>
        <source>Take her out of my client book</source>
        <translation>Togli dal mio libro clienti</translation>
    </message>
    <message>
        <source>Into my client book</source>
        <translation>Metti nel mio libro clienti</translation>
    </message>
    <message>
        <source>Looked after by %1</source>
        <translation>La segue %1</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Che cosa è successo</translation>
    </message>
</context>
<context>
    <name>NewcomerForm</name>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Is this her?</source>
        <translation>È lei?</translation>
    </message>
    <message>
        <source>Which language does she read?</source>
        <translation>In quale lingua legge?</translation>
    </message>
</context>
<context>
    <name>NewcomerPage</name>
    <message>
        <source>New customer</source>
        <translation>Nuova cliente</translation>
    </message>
    <message>
        <source>Left unfinished %1</source>
        <translation>Lasciata a metà %1</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Ricomincia</translation>
    </message>
    <message>
        <source>Save and show her code</source>
        <translation>Salva e mostra il codice</translation>
    </message>
    <message>
        <source>Let her do it herself</source>
        <translation>Lo compila la cliente</translation>
    </message>
    <message>
        <source>Still to be said: her name.</source>
        <translation>Manca ancora: il nome.</translation>
    </message>
</context>
<context>
    <name>NewcomerWords</name>
    <message>
        <source>The same telephone</source>
        <translation>Stesso telefono</translation>
    </message>
    <message>
        <source>The same e-mail</source>
        <translation>Stessa e-mail</translation>
    </message>
    <message>
        <source>The same name</source>
        <translation>Stesso nome</translation>
    </message>
    <message>
        <source>Your customer card</source>
        <translation>La sua scheda cliente</translation>
    </message>
    <message>
        <source>Suggestions made for you</source>
        <translation>Proposte fatte per lei</translation>
    </message>
    <message>
        <source>News by e-mail</source>
        <translation>Novità via e-mail</translation>
    </message>
    <message>
        <source>News by SMS and WhatsApp</source>
        <translation>Novità via SMS e WhatsApp</translation>
    </message>
    <message>
        <source>News by phone</source>
        <translation>Novità per telefono</translation>
    </message>
</context>
<context>
    <name>NextLine</name>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Chiedi</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Correct the note</source>
        <translation>Correggi la nota</translation>
    </message>
    <message>
        <source>What helps to serve her next time</source>
        <translation>Ciò che aiuta a servirla la prossima volta</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>%n carattere di troppo</numerusform>
            <numerusform>%n caratteri di troppo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Resta %n carattere</numerusform>
            <numerusform>Restano %n caratteri</numerusform>
        </translation>
    </message>
    <message>
        <source>Who may read it?</source>
        <translation>Chi può leggerla?</translation>
    </message>
    <message>
        <source>only me</source>
        <translation>solo io</translation>
    </message>
    <message>
        <source>this shop</source>
        <translation>questo negozio</translation>
    </message>
    <message>
        <source>all shops</source>
        <translation>tutti i negozi</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
</context>
<context>
    <name>ObjectionLine</name>
    <message>
        <source>Ask her now</source>
        <translation>Chiedilo ora</translation>
    </message>
    <message>
        <source>Add it to her data</source>
        <translation>Aggiungi ai suoi dati</translation>
    </message>
</context>
<context>
    <name>OpenedSheet</name>
    <message>
        <source>Chosen for her</source>
        <translation>Scelti per lei</translation>
    </message>
    <message>
        <source>Take them all in hand</source>
        <translation>Prendi tutto in mano</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>The customer data on this tablet does not open</source>
        <translation>I dati delle clienti su questo tablet non si aprono</translation>
    </message>
    <message>
        <source>This data was written by a newer version of the app</source>
        <translation>Questi dati sono di una versione più recente dell&apos;app</translation>
    </message>
    <message>
        <source>The key to the customer data cannot be read</source>
        <translation>La chiave dei dati delle clienti non si legge</translation>
    </message>
    <message>
        <source>There is no room left on this tablet</source>
        <translation>Su questo tablet non c&apos;è più spazio</translation>
    </message>
    <message>
        <source>The file is damaged, or it was made with another key. Nothing has been changed or deleted. You can keep the file aside and fetch everything again from the hub; what was recorded here and had not been sent yet stays in the file that is kept.</source>
        <translation>Il file è danneggiato, oppure ha un&apos;altra chiave. Nulla è stato modificato o cancellato. Si può mettere da parte il file e riprendere tutto dal nodo di negozio; ciò che era registrato qui e non ancora inviato resta nel file conservato.</translation>
    </message>
    <message>
        <source>Nothing has been changed. Install the newest version of the app and open it again.</source>
        <translation>Nulla è stato modificato. Basta installare la versione più recente dell&apos;app e riaprirla.</translation>
    </message>
    <message>
        <source>The system&apos;s key store is locked. Unlock it, for instance by signing in to the system again, then try once more. Nothing has been changed.</source>
        <translation>Il portachiavi del sistema è bloccato. Va sbloccato, per esempio rientrando nel sistema, poi si può riprovare. Nulla è stato modificato.</translation>
    </message>
    <message>
        <source>The disk is full or may not be written to. Make some room, then try once more. Nothing has been changed.</source>
        <translation>Il disco è pieno o non si può scrivere. Va liberato un po&apos; di spazio, poi si può riprovare. Nulla è stato modificato.</translation>
    </message>
    <message>
        <source>Clienteling</source>
        <translation>Clienteling</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Keep the file aside and begin anew</source>
        <translation>Metti da parte il file e ricomincia</translation>
    </message>
</context>
<context>
    <name>OwnFigures</name>
    <message>
        <source>My figures</source>
        <translation>I miei dati</translation>
    </message>
    <message>
        <source>My part of the incentives</source>
        <translation>La mia parte degli incentivi</translation>
    </message>
    <message>
        <source>Nobody has looked at them</source>
        <translation>Nessuno li ha consultati</translation>
    </message>
    <message numerus="yes">
        <source>Others looked at them %n times</source>
        <translation>
            <numerusform>Consultati da altri %n volta</numerusform>
            <numerusform>Consultati da altri %n volte</numerusform>
        </translation>
    </message>
    <message>
        <source>Only you may see them</source>
        <translation>Nessun altro li può vedere</translation>
    </message>
    <message>
        <source>Days that are over may be looked at, under a legal basis</source>
        <translation>I giorni conclusi si possono consultare, con una base giuridica</translation>
    </message>
</context>
<context>
    <name>PairingPage</name>
    <message>
        <source>Type the code that the hub shows.</source>
        <translation>Va scritto il codice che il nodo mostra.</translation>
    </message>
    <message>
        <source>This is not a pairing code. The hub shows it with the command “clienteling hub pair”.</source>
        <translation>Non è un codice di abbinamento. Il nodo lo mostra con il comando «clienteling hub pair».</translation>
    </message>
    <message>
        <source>A character is not right. Compare it with the hub&apos;s screen.</source>
        <translation>Un carattere non torna. Va confrontato con lo schermo del nodo.</translation>
    </message>
    <message>
        <source>Some of the code is missing: it has twenty characters after the address.</source>
        <translation>Manca una parte del codice: ha venti caratteri dopo l&apos;indirizzo.</translation>
    </message>
    <message>
        <source>This is not a pairing code. It begins with the hub&apos;s address, such as 192.168.1.20:7443.</source>
        <translation>Non è un codice di abbinamento. Comincia con l&apos;indirizzo del nodo, per esempio 192.168.1.20:7443.</translation>
    </message>
    <message>
        <source>The hub is newer than this app. Install the newest version of the app.</source>
        <translation>Il nodo è più recente di quest&apos;app. Va installata l&apos;ultima versione dell&apos;app.</translation>
    </message>
    <message>
        <source>Type the hub&apos;s address before the code, as its screen shows it.</source>
        <translation>Prima del codice va scritto l&apos;indirizzo del nodo, come sul suo schermo.</translation>
    </message>
    <message>
        <source>The hub gives no answer. Is it switched on, and is this tablet on the shop&apos;s network?</source>
        <translation>Il nodo non risponde. È acceso? E il tablet è nella rete del negozio?</translation>
    </message>
    <message>
        <source>Another machine answers at this address, not the hub that showed the code. Nothing was sent to it.</source>
        <translation>A questo indirizzo risponde un&apos;altra macchina, non il nodo che ha mostrato il codice. Non le è stato inviato nulla.</translation>
    </message>
    <message>
        <source>The hub does not know this code. Ask it for a new one.</source>
        <translation>Il nodo non conosce questo codice. Ne serve uno nuovo.</translation>
    </message>
    <message>
        <source>This code has been used already: each one pairs one tablet. Ask the hub for a new one.</source>
        <translation>Questo codice è già stato usato: ognuno abbina un solo tablet. Ne serve uno nuovo.</translation>
    </message>
    <message>
        <source>This code is older than ten minutes. Ask the hub for a new one.</source>
        <translation>Questo codice ha più di dieci minuti. Ne serve uno nuovo.</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute, then ask the hub for a new code.</source>
        <translation>Troppi tentativi. Tra un minuto si può chiedere al nodo un codice nuovo.</translation>
    </message>
    <message>
        <source>The hub&apos;s disk is full. Make some room there, then try again.</source>
        <translation>Il disco del nodo è pieno. Va liberato un po&apos; di spazio, poi si può riprovare.</translation>
    </message>
    <message>
        <source>The system&apos;s key store is locked, so the pairing cannot be kept. Unlock it and try again.</source>
        <translation>Il portachiavi del sistema è bloccato e l&apos;abbinamento non si può conservare. Va sbloccato, poi si può riprovare.</translation>
    </message>
    <message>
        <source>The hub refused this tablet. Its log says why.</source>
        <translation>Il nodo ha rifiutato questo tablet. Il motivo è nel suo registro.</translation>
    </message>
    <message>
        <source>Hold the hub&apos;s code up to the camera</source>
        <translation>Inquadra il codice del nodo</translation>
    </message>
    <message>
        <source>or type it</source>
        <translation>oppure scrivilo</translation>
    </message>
    <message>
        <source>Type the code instead: it stands below the picture on the hub&apos;s screen.</source>
        <translation>Il codice si può scrivere: sta sotto l&apos;immagine, sullo schermo del nodo.</translation>
    </message>
    <message>
        <source>Pair this tablet with the shop</source>
        <translation>Abbina questo tablet al negozio</translation>
    </message>
    <message>
        <source>On the hub&apos;s machine, “clienteling hub pair” shows a code. Scan it here, or type the line below it: the address and twenty characters.</source>
        <translation>Sulla macchina del nodo, «clienteling hub pair» mostra un codice. Si inquadra qui, oppure si scrive la riga sotto: l&apos;indirizzo e venti caratteri.</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>Codice di abbinamento</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Si chiede al nodo…</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Abbina</translation>
    </message>
    <message>
        <source>Everything the shop knows is arriving</source>
        <translation>Sta arrivando tutto ciò che il negozio conosce</translation>
    </message>
    <message>
        <source>Everything %1 knows is arriving</source>
        <translation>Sta arrivando tutto ciò che %1 conosce</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>clienti</translation>
    </message>
    <message>
        <source>products</source>
        <translation>prodotti</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>immagini</translation>
    </message>
    <message>
        <source>The hub is away just now. What has arrived is kept, and the rest follows by itself.</source>
        <translation>Il nodo in questo momento non c&apos;è. Ciò che è arrivato resta, il resto segue da solo.</translation>
    </message>
    <message>
        <source>This is done once. You can put the tablet down: it goes on by itself.</source>
        <translation>Si fa una volta sola. Il tablet si può posare: va avanti da solo.</translation>
    </message>
</context>
<context>
    <name>PartingSheet</name>
    <message>
        <source>Whose purchase is it?</source>
        <translation>Di chi è l&apos;acquisto?</translation>
    </message>
    <message>
        <source>Each one&apos;s part, in percent</source>
        <translation>La parte di ciascuna persona, in percento</translation>
    </message>
    <message>
        <source>Together 100%</source>
        <translation>In tutto 100%</translation>
    </message>
    <message>
        <source>Together %1%, and it is to be 100%</source>
        <translation>In tutto %1%, e deve essere 100%</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Perché</translation>
    </message>
    <message>
        <source>They served her together</source>
        <translation>L&apos;hanno servita insieme</translation>
    </message>
    <message>
        <source>Part it so</source>
        <translation>Ripartisci così</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Change hands</source>
        <translation>Passa il tablet</translation>
    </message>
    <message>
        <source>Try the scanner</source>
        <translation>Prova il lettore</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Modalità prova</translation>
    </message>
    <message>
        <source>About and licences</source>
        <translation>Informazioni e licenze</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Nodo di negozio</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nulla in attesa di invio</translation>
    </message>
    <message numerus="yes">
        <source>%n records saved here wait to be sent</source>
        <translation>
            <numerusform>%n registrazione salvata qui attende l&apos;invio</numerusform>
            <numerusform>%n registrazioni salvate qui attendono l&apos;invio</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for it now</source>
        <translation>Cercalo ora</translation>
    </message>
    <message>
        <source>Pair again</source>
        <translation>Abbina di nuovo</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Questo tablet</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Like the machine</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Grandezza del testo</translation>
    </message>
    <message>
        <source>How large the words are, on every page.</source>
        <translation>Quanto sono grandi le parole, su ogni pagina.</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimento</translation>
    </message>
    <message>
        <source>Without motion, things appear where they belong at once.</source>
        <translation>Senza movimento, ogni cosa compare subito al suo posto.</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Breve</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nessuno</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Suoni</translation>
    </message>
    <message>
        <source>A short tone when a code is found or not, and when something is saved.</source>
        <translation>Un breve suono quando un codice si trova o no, e quando qualcosa è salvato.</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Blocco automatico</translation>
    </message>
    <message>
        <source>After so many minutes in which nobody touches it.</source>
        <translation>Dopo questi minuti senza che nessuno lo tocchi.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minuti</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Fotocamera</translation>
    </message>
    <message>
        <source>With a keyboard, ? lists what each key does.</source>
        <translation>Con una tastiera, ? elenca che cosa fa ogni tasto.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN pad</source>
        <translation>Tastierino del PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n cifra scritta</numerusform>
            <numerusform>%n cifre scritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Take back a digit</source>
        <translation>Togli una cifra</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Practice</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>the hub, which this exercise plays</source>
        <translation>il nodo, che in questo esercizio è finto</translation>
    </message>
    <message>
        <source>Practice shop</source>
        <translation>Negozio di prova</translation>
    </message>
    <message>
        <source>There is no network in this exercise yet.</source>
        <translation>In questo esercizio la rete non c&apos;è ancora.</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>In formazione</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Practice mode</source>
        <translation>Modalità prova</translation>
    </message>
    <message>
        <source>Invented people on this tablet only. Nothing is sent, nothing is real.</source>
        <translation>Persone inventate, solo su questo tablet. Nulla viene inviato, nulla è vero.</translation>
    </message>
    <message>
        <source>Back to the shop</source>
        <translation>Torna al negozio</translation>
    </message>
</context>
<context>
    <name>PracticeHome</name>
    <message>
        <source>What would you like to practise, %1?</source>
        <translation>Che cosa si prova oggi, %1?</translation>
    </message>
    <message>
        <source>What would you like to practise?</source>
        <translation>Che cosa si prova oggi?</translation>
    </message>
    <message>
        <source>How far you are is kept on this tablet, for you alone.</source>
        <translation>I progressi restano su questo tablet, e li vede solo chi li ha fatti.</translation>
    </message>
    <message>
        <source>Sign in first, and how far you are is kept for you. Without, nothing is kept.</source>
        <translation>Chi prima accede ritrova i propri progressi. Senza accesso non si conserva nulla.</translation>
    </message>
    <message>
        <source>Begin everything anew</source>
        <translation>Ricomincia tutto da capo</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>The practice shop opens</source>
        <translation>Il negozio di prova apre</translation>
    </message>
</context>
<context>
    <name>PreferenceSheet</name>
    <message>
        <source>What does she tell us?</source>
        <translation>Che cosa racconta?</translation>
    </message>
    <message>
        <source>It is about</source>
        <translation>Riguarda</translation>
    </message>
    <message>
        <source>She confirms</source>
        <translation>Conferma</translation>
    </message>
    <message>
        <source>Or she says otherwise</source>
        <translation>Oppure dice altro</translation>
    </message>
    <message>
        <source>She says</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>In her words</source>
        <translation>Con parole sue</translation>
    </message>
    <message>
        <source>Told by her</source>
        <translation>Detto da lei</translation>
    </message>
</context>
<context>
    <name>ProductFinder</name>
    <message>
        <source>Scan or search a product</source>
        <translation>Scansiona o cerca un articolo</translation>
    </message>
</context>
<context>
    <name>ProductRow</name>
    <message>
        <source>In her basket and seen</source>
        <translation>Nel suo carrello e visti</translation>
    </message>
    <message>
        <source>Bought so far · %1</source>
        <translation>Acquisti · %1</translation>
    </message>
</context>
<context>
    <name>ProductSheet</name>
    <message>
        <source>%1 · not here</source>
        <translation>%1 · non qui</translation>
    </message>
    <message>
        <source>%1, here</source>
        <comment>a shop</comment>
        <translation>%1, qui</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n pezzo</numerusform>
            <numerusform>%n pezzi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on its way</source>
        <comment>pieces</comment>
        <translation>
            <numerusform>%n in arrivo</numerusform>
            <numerusform>%n in arrivo</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a size to see where it is.</source>
        <translation>Scegliere la misura per vedere dov&apos;è.</translation>
    </message>
    <message>
        <source>No shop has counted it: ask.</source>
        <translation>Nessun negozio lo ha contato: chiedere.</translation>
    </message>
    <message>
        <source>In hand: put it back</source>
        <translation>In mano: rimetti via</translation>
    </message>
    <message>
        <source>Take in hand</source>
        <translation>Prendi in mano</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Metti da parte</translation>
    </message>
</context>
<context>
    <name>ProductTile</name>
    <message>
        <source>Put %1 back</source>
        <translation>Rimetti via %1</translation>
    </message>
    <message>
        <source>Take %1 in hand</source>
        <translation>Prendi in mano %1</translation>
    </message>
</context>
<context>
    <name>PromiseLine</name>
    <message>
        <source>overdue: it was %1</source>
        <translation>scaduta: era %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Mantenuta</translation>
    </message>
</context>
<context>
    <name>PromiseSheet</name>
    <message>
        <source>Still to be said: which product, or what in a few words.</source>
        <translation>Manca ancora: quale articolo, oppure che cosa in poche parole.</translation>
    </message>
    <message>
        <source>Still to be said: what is promised, in a few words.</source>
        <translation>Manca ancora: in poche parole, che cosa si promette.</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promessa</translation>
    </message>
    <message>
        <source>What do we promise?</source>
        <translation>Che cosa si promette?</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>In poche parole</translation>
    </message>
    <message>
        <source>When the brown bag arrives</source>
        <translation>Quando arriva la borsa marrone</translation>
    </message>
    <message>
        <source>What exactly</source>
        <translation>Che cosa, di preciso</translation>
    </message>
    <message>
        <source>By when?</source>
        <translation>Entro quando?</translation>
    </message>
    <message>
        <source>Promise it</source>
        <translation>Prometti</translation>
    </message>
</context>
<context>
    <name>PurchaseTile</name>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>reso</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Without it no card may be kept of her.</source>
        <translation>Senza, non si può tenere una scheda della cliente.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Luoghi</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Inquadra</translation>
    </message>
    <message>
        <source>Client book</source>
        <translation>Libro clienti</translation>
    </message>
    <message>
        <source>Clients</source>
        <comment>on the rail</comment>
        <translation>Clienti</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Da fare</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>The shop&apos;s day</source>
        <translation>La giornata del negozio</translation>
    </message>
    <message>
        <source>Day</source>
        <comment>on the rail</comment>
        <translation>Giornata</translation>
    </message>
    <message>
        <source>The shop&apos;s figures</source>
        <translation>Andamento del negozio</translation>
    </message>
    <message>
        <source>Figures</source>
        <comment>on the rail</comment>
        <translation>Andamento</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>La squadra</translation>
    </message>
    <message>
        <source>Team</source>
        <comment>on the rail</comment>
        <translation>Squadra</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Registro</translation>
    </message>
</context>
<context>
    <name>RailPlace</name>
    <message numerus="yes">
        <source>%1: %n wait(s)</source>
        <comment>what waits at a place of the rail</comment>
        <translation>
            <numerusform>%1: %n in attesa</numerusform>
            <numerusform>%1: %n in attesa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordBar</name>
    <message>
        <source>F</source>
        <comment>key: fitting</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>A</source>
        <comment>key: advice</comment>
        <translation>C</translation>
    </message>
    <message>
        <source>X</source>
        <comment>key: not bought</comment>
        <translation>X</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>N</source>
        <comment>key: note</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promessa</translation>
    </message>
    <message>
        <source>P</source>
        <comment>key: promise</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>Something else happened</source>
        <translation>È successo altro</translation>
    </message>
    <message>
        <source>M</source>
        <comment>key: more</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>S</source>
        <comment>key: sale</comment>
        <translation>V</translation>
    </message>
</context>
<context>
    <name>RefusedBlock</name>
    <message>
        <source>Not taken by the hub</source>
        <translation>Non accettate dal nodo</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <comment>records</comment>
        <translation>
            <numerusform>%n da decidere</numerusform>
            <numerusform>%n da decidere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestLine</name>
    <message>
        <source>Ask there</source>
        <translation>Chiedi lì</translation>
    </message>
    <message>
        <source>Not wanted any more</source>
        <translation>Non serve più</translation>
    </message>
</context>
<context>
    <name>ReserveSheet</name>
    <message>
        <source>Still to be said: which product.</source>
        <translation>Manca ancora: quale articolo.</translation>
    </message>
    <message>
        <source>Still to be said: which one of it.</source>
        <translation>Manca ancora: quale misura o colore.</translation>
    </message>
    <message>
        <source>Still to be said: from which shop, and until when.</source>
        <translation>Manca ancora: da quale negozio e fino a quando.</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Metti da parte</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Quale?</translation>
    </message>
    <message>
        <source>How does she get it?</source>
        <translation>Come lo riceve?</translation>
    </message>
    <message>
        <source>put aside here</source>
        <translation>da parte qui</translation>
    </message>
    <message>
        <source>collects it in another shop</source>
        <translation>ritira in un altro negozio</translation>
    </message>
    <message>
        <source>sent here from another shop</source>
        <translation>arriva qui da un altro negozio</translation>
    </message>
    <message numerus="yes">
        <source>%n in this shop</source>
        <translation>
            <numerusform>%n in questo negozio</numerusform>
            <numerusform>%n in questo negozio</numerusform>
        </translation>
    </message>
    <message>
        <source>None counted in this shop</source>
        <translation>In questo negozio non ne risultano</translation>
    </message>
    <message>
        <source>From which shop?</source>
        <translation>Da quale negozio?</translation>
    </message>
    <message>
        <source>No other shop has counted it.</source>
        <translation>Nessun altro negozio l&apos;ha contato.</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n pezzo</numerusform>
            <numerusform>%n pezzi</numerusform>
        </translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>Quanti?</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>Fino a quando?</translation>
    </message>
    <message>
        <source>Until the hub has answered it is only requested: another shop may have asked for the last one.</source>
        <translation>Finché il nodo non risponde è solo richiesto: l&apos;ultimo può averlo chiesto un altro negozio.</translation>
    </message>
    <message>
        <source>Request it</source>
        <translation>Richiedi</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Your name</source>
        <translation>Il suo nome</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niente</translation>
    </message>
    <message>
        <source>How to reach you</source>
        <translation>Come raggiungerla</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>senza risposta</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Segnata come rivista</translation>
    </message>
    <message>
        <source>It stands among what is to do</source>
        <translation>È tra le cose da fare</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>The day before</source>
        <translation>Il giorno prima</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Il giorno dopo</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Un altro giorno</translation>
    </message>
    <message>
        <source>As a PDF, to print</source>
        <translation>Come PDF, da stampare</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Come tabella</translation>
    </message>
    <message>
        <source>So few work here that the day&apos;s sums would be about one of them: they are not shown. What happened stands below.</source>
        <translation>Qui lavorano così in pochi che i totali del giorno direbbero di uno solo: non si mostrano. Quello che è successo sta qui sotto.</translation>
    </message>
    <message>
        <source>Came in after it was read</source>
        <translation>Arrivato dopo la revisione</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>Chiede una decisione</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>Assegna</translation>
    </message>
    <message>
        <source>All %1 to do</source>
        <translation>Tutte le %1 cose da fare</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Domani</translation>
    </message>
    <message>
        <source>When the shop opens again</source>
        <translation>Alla riapertura</translation>
    </message>
    <message>
        <source>The tablets</source>
        <translation>I tablet</translation>
    </message>
    <message>
        <source>Say something to the team</source>
        <translation>Scrivi alla squadra</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>La settimana</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>You may have everything in a file, have it put right, or have it erased. You may complain to the data protection authority of your country.</source>
        <translation>Può avere tutto in un fascicolo, farlo correggere o farlo cancellare. Può fare reclamo al Garante per la protezione dei dati personali.</translation>
    </message>
    <message>
        <source>Not after all</source>
        <translation>No, ci ho ripensato</translation>
    </message>
    <message>
        <source>I want my file</source>
        <translation>Voglio il mio fascicolo</translation>
    </message>
    <message>
        <source>Forget me</source>
        <translation>Dimenticatemi</translation>
    </message>
    <message>
        <source>Everything of you is erased from the hub and from every tablet, also what was promised to you. Nobody can bring it back.</source>
        <translation>Tutto ciò che la riguarda viene cancellato dal nodo e da ogni tablet, anche ciò che le è stato promesso. Nessuno può riportarlo indietro.</translation>
    </message>
    <message>
        <source>Yes, forget me</source>
        <translation>Sì, dimenticatemi</translation>
    </message>
    <message>
        <source>No, leave it as it is</source>
        <translation>No, lasciate tutto com&apos;è</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>What counts</source>
        <translation>Che cosa conta</translation>
    </message>
    <message>
        <source>Days after a contact</source>
        <translation>Giorni dopo un contatto</translation>
    </message>
    <message>
        <source>When several saw her, it counts for whoever</source>
        <translation>Quando l&apos;hanno vista in più persone, conta per chi</translation>
    </message>
    <message>
        <source>saw her last</source>
        <translation>l&apos;ha vista per ultima</translation>
    </message>
    <message>
        <source>saw her first</source>
        <translation>l&apos;ha vista per prima</translation>
    </message>
    <message>
        <source>was with her longest</source>
        <translation>è stato con lei più a lungo</translation>
    </message>
    <message>
        <source>promised it to her</source>
        <translation>glielo ha promesso</translation>
    </message>
    <message>
        <source>Is the sale itself a contact?</source>
        <translation>La vendita stessa è un contatto?</translation>
    </message>
    <message>
        <source>no, one before it is needed</source>
        <translation>no, ne serve uno prima</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sì</translation>
    </message>
    <message>
        <source>Count so from today on</source>
        <translation>Conta così da oggi</translation>
    </message>
</context>
<context>
    <name>SavedToast</name>
    <message>
        <source>Add details</source>
        <translation>Aggiungi dettagli</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>U</source>
        <comment>key: undo</comment>
        <translation>Z</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>ScanNotice</name>
    <message>
        <source>Say whose it is</source>
        <translation>Indica di chi è</translation>
    </message>
    <message>
        <source>Open a card for now</source>
        <translation>Apri una scheda provvisoria</translation>
    </message>
    <message>
        <source>Search for it</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Chiudi questo messaggio</translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message>
        <source>Genuine, but not on this tablet yet</source>
        <translation>Il codice è vero, ma la cliente non è ancora su questo tablet</translation>
    </message>
    <message>
        <source>This code has expired</source>
        <translation>Questo codice è scaduto</translation>
    </message>
    <message>
        <source>This code has been withdrawn</source>
        <translation>Questo codice è stato ritirato</translation>
    </message>
    <message>
        <source>This code is not ours</source>
        <translation>Questo codice non è nostro</translation>
    </message>
    <message>
        <source>A code of another retailer</source>
        <translation>Un codice di un&apos;altra insegna</translation>
    </message>
    <message>
        <source>The code was not read whole</source>
        <translation>Il codice non è stato letto per intero</translation>
    </message>
    <message>
        <source>Several customers have this card number</source>
        <translation>Più clienti hanno questa tessera</translation>
    </message>
    <message>
        <source>This product is not in the catalogue</source>
        <translation>Questo articolo non è a catalogo</translation>
    </message>
    <message>
        <source>A web address, not a customer</source>
        <translation>Un indirizzo web, non una cliente</translation>
    </message>
    <message>
        <source>A Wi-Fi code, not a customer</source>
        <translation>Un codice Wi-Fi, non una cliente</translation>
    </message>
    <message>
        <source>A contact card</source>
        <translation>Un biglietto da visita</translation>
    </message>
    <message>
        <source>A hub&apos;s pairing code, not a customer</source>
        <translation>Il codice di abbinamento di un nodo, non una cliente</translation>
    </message>
    <message>
        <source>The scanner types on another keyboard layout</source>
        <translation>Il lettore scrive con un&apos;altra tastiera</translation>
    </message>
    <message>
        <source>The scanner&apos;s calibration code</source>
        <translation>Il codice di prova del lettore</translation>
    </message>
    <message>
        <source>Several codes are in view</source>
        <translation>Ci sono più codici inquadrati</translation>
    </message>
    <message>
        <source>%1 belongs to no customer on this tablet. Whose is it?</source>
        <translation>%1 non è di nessuna cliente su questo tablet. Di chi è?</translation>
    </message>
    <message>
        <source>%1 stands on more than one card. Whose is it here?</source>
        <translation>%1 sta su più di una scheda. Di chi è?</translation>
    </message>
    <message>
        <source>The hub does not answer just now. Her card opens as soon as it does; what is recorded on a card for now is hers all the same.</source>
        <translation>Il nodo di negozio ora non risponde. La scheda si apre appena risponde; quanto si registra su una scheda provvisoria resta comunque suo.</translation>
    </message>
    <message>
        <source>She is being looked for in the hub; her card opens as soon as it is here.</source>
        <translation>La cerco nel nodo di negozio: la scheda si apre appena arriva.</translation>
    </message>
    <message>
        <source>It was good until %1. Look her up by name or phone, and give her a new one.</source>
        <translation>Valeva fino al %1. Si può cercare per nome o telefono e darle un codice nuovo.</translation>
    </message>
    <message>
        <source>This code is of another moment</source>
        <translation>Questo codice è di un altro momento</translation>
    </message>
    <message>
        <source>This card is not known yet</source>
        <translation>Questa tessera non è ancora conosciuta</translation>
    </message>
    <message>
        <source>Nothing here answers to this code</source>
        <translation>Questo codice qui non corrisponde a nulla</translation>
    </message>
    <message>
        <source>It is no longer good, perhaps because the card was lost. Look her up by name or phone.</source>
        <translation>Non vale più, forse perché la tessera è andata persa. Si può cercare per nome o telefono.</translation>
    </message>
    <message>
        <source>It is signed with a key that this tablet does not know. If it is quite new, try again after the next meeting with the hub.</source>
        <translation>È firmato con una chiave che questo tablet non conosce. Se è appena fatto, si può riprovare dopo il prossimo contatto con il nodo.</translation>
    </message>
    <message>
        <source>It looks like one of ours, but its signature is not. Look her up by name or phone.</source>
        <translation>Sembra uno dei nostri, ma la firma non lo è. Si può cercare per nome o telefono.</translation>
    </message>
    <message>
        <source>It opens nothing here. Look her up by name or phone.</source>
        <translation>Qui non apre niente. Si può cercare per nome o telefono.</translation>
    </message>
    <message>
        <source>It is of a newer kind than this program can read. Update the program, or look her up by name.</source>
        <translation>È di un tipo più nuovo di quelli che questo programma legge. Va aggiornato il programma, o si può cercare per nome.</translation>
    </message>
    <message>
        <source>Part of it is missing or misread. Hold it still and try once more.</source>
        <translation>Ne manca un pezzo, o è stato letto male. Basta tenerlo fermo e riprovare.</translation>
    </message>
    <message>
        <source>%1 is the number of no item here.</source>
        <translation>%1 non è il numero di nessun articolo di qui.</translation>
    </message>
    <message>
        <source>It says “%1”. Her code is in her wallet, in her e-mail or on her card.</source>
        <translation>Dice “%1”. Il codice della cliente è nel wallet, nella sua e-mail o sulla tessera.</translation>
    </message>
    <message>
        <source>It says “%1”. It can be searched for.</source>
        <translation>Dice “%1”. Si può cercare.</translation>
    </message>
    <message>
        <source>It pairs a new tablet with the hub. This one is paired already.</source>
        <translation>Serve ad abbinare un tablet nuovo al nodo. Questo è già abbinato.</translation>
    </message>
    <message>
        <source>Set the scanner to the keyboard of this tablet. Customer codes and cards are read all the same.</source>
        <translation>Il lettore va impostato sulla tastiera di questo tablet. Codici e tessere si leggono lo stesso.</translation>
    </message>
    <message>
        <source>It is no customer&apos;s code, no card and no item here, or it was not read whole. Hold it still and try once more, or look her up by name or phone.</source>
        <translation>Non è il codice di una cliente, né una tessera o un articolo di qui, oppure non è stato letto per intero. Si può riprovare tenendolo fermo, o cercare la cliente per nome o telefono.</translation>
    </message>
    <message>
        <source>Which of them is meant?</source>
        <translation>Quale si intende?</translation>
    </message>
    <message>
        <source>Somebody who is not on this tablet yet</source>
        <translation>Una persona che non è ancora su questo tablet</translation>
    </message>
    <message>
        <source>The hub does not know her either. Perhaps she was deleted at her own wish.</source>
        <translation>Non la conosce nemmeno il nodo. Forse è stata cancellata su sua richiesta.</translation>
    </message>
    <message numerus="yes">
        <source>It was shown %n minute(s) ago: a picture of it, perhaps. On her phone it changes every half minute; hold it here until it does.</source>
        <translation>
            <numerusform>È di %n minuto fa: forse è una foto. Sul suo telefono cambia ogni mezzo minuto; basta tenerlo qui finché cambia.</numerusform>
            <numerusform>È di %n minuti fa: forse è una foto. Sul suo telefono cambia ogni mezzo minuto; basta tenerlo qui finché cambia.</numerusform>
        </translation>
    </message>
    <message>
        <source>Her phone&apos;s clock is ahead of this tablet&apos;s. Hold it here until the code changes: then it opens by itself.</source>
        <translation>L&apos;orologio del suo telefono è avanti rispetto a questo tablet. Basta tenerlo qui finché il codice cambia: poi si apre da solo.</translation>
    </message>
    <message>
        <source>Scanner and tablet agree: everything is read as it is printed.</source>
        <translation>Lettore e tablet vanno d&apos;accordo: tutto si legge come è stampato.</translation>
    </message>
    <message>
        <source>Caps Lock is on: turn it off. Customer codes are read all the same.</source>
        <translation>Il blocco maiuscole è acceso: meglio spegnerlo. I codici delle clienti si leggono lo stesso.</translation>
    </message>
    <message>
        <source>Scanner and tablet take the keyboard for different ones. What this scanner types is put right here from now on.</source>
        <translation>Lettore e tablet intendono due tastiere diverse. Da ora quello che scrive questo lettore viene corretto qui.</translation>
    </message>
    <message>
        <source>The scanner is set to a US keyboard and the tablet to an Italian one: web addresses are repaired while reading.</source>
        <translation>Il lettore usa la tastiera USA e il tablet quella italiana: gli indirizzi web vengono corretti leggendo.</translation>
    </message>
    <message>
        <source>The scanner is set to a US keyboard and the tablet to a German one: set the scanner to German.</source>
        <translation>Il lettore usa la tastiera USA e il tablet quella tedesca: il lettore va impostato sul tedesco.</translation>
    </message>
    <message>
        <source>The scanner is set to a US keyboard and the tablet to a French one: set the scanner to French.</source>
        <translation>Il lettore usa la tastiera USA e il tablet quella francese: il lettore va impostato sul francese.</translation>
    </message>
    <message>
        <source>Scanner and tablet disagree: set the scanner to the keyboard of this tablet.</source>
        <translation>Lettore e tablet non vanno d&apos;accordo: il lettore va impostato sulla tastiera di questo tablet.</translation>
    </message>
</context>
<context>
    <name>ScannerSheet</name>
    <message>
        <source>Try the scanner</source>
        <translation>Prova il lettore</translation>
    </message>
    <message>
        <source>Scan this code with the scanner that types into this tablet.</source>
        <translation>Va letto questo codice con il lettore che scrive su questo tablet.</translation>
    </message>
</context>
<context>
    <name>ScenarioCard</name>
    <message>
        <source>Done · %1 of %2 answers right</source>
        <translation>Fatto · %1 risposte giuste su %2</translation>
    </message>
    <message>
        <source>Done · the self-check is still open</source>
        <translation>Fatto · mancano le domande di verifica</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 passi su %2</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minuti</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemeBlock</name>
    <message>
        <source>Close the month</source>
        <translation>Chiudi il mese</translation>
    </message>
    <message>
        <source>Open the month again</source>
        <translation>Riapri il mese</translation>
    </message>
    <message>
        <source>What it was closed with is given up, on every tablet. It is worked out anew, and may come to something else.</source>
        <translation>Si rinuncia a ciò con cui è stato chiuso, su ogni tablet. Viene ricalcolato, e può dare un altro risultato.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Sì, riapri</translation>
    </message>
    <message>
        <source>Leave it closed</source>
        <translation>Lascialo chiuso</translation>
    </message>
    <message>
        <source>Each of them</source>
        <translation>Ciascuna persona</translation>
    </message>
    <message>
        <source>As a PDF, to print</source>
        <translation>Come PDF, da stampare</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Come tabella</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambia</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Cambia: %1</translation>
    </message>
</context>
<context>
    <name>SchemeSheet</name>
    <message>
        <source>New scheme</source>
        <translation>Nuovo piano</translation>
    </message>
    <message>
        <source>Other terms</source>
        <translation>Altre condizioni</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Come si chiama</translation>
    </message>
    <message>
        <source>Autumn together</source>
        <translation>Autunno insieme</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>A chi va</translation>
    </message>
    <message>
        <source>the team, the same for each</source>
        <translation>alla squadra, in parti uguali</translation>
    </message>
    <message>
        <source>the shop</source>
        <translation>al negozio</translation>
    </message>
    <message>
        <source>each by her own</source>
        <translation>a ciascuna persona il suo</translation>
    </message>
    <message>
        <source>Figures per person are shown, closed and printed only under a recorded legal basis that covers the month.</source>
        <translation>Le cifre per persona si mostrano, si chiudono e si stampano solo con una base giuridica registrata che copre il mese.</translation>
    </message>
    <message>
        <source>Percent of what was bought after a contact</source>
        <translation>Percento di ciò che si è acquistato dopo un contatto</translation>
    </message>
    <message>
        <source>Only what is above, euro</source>
        <translation>Solo ciò che supera, euro</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Tutto</translation>
    </message>
    <message>
        <source>It needs a name, and numbers that are some</source>
        <translation>Servono un nome e numeri validi</translation>
    </message>
    <message>
        <source>From which month on</source>
        <translation>Da quale mese in poi</translation>
    </message>
    <message>
        <source>Laid down so far</source>
        <translation>Stabilito finora</translation>
    </message>
    <message>
        <source>%1 · no longer</source>
        <translation>%1 · non più</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation>Svuota la ricerca</translation>
    </message>
</context>
<context>
    <name>SelectionSheet</name>
    <message>
        <source>A selection for her</source>
        <translation>Una selezione per lei</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Six products are enough: put some back.</source>
        <translation>Sei articoli bastano: toglierne qualcuno.</translation>
    </message>
    <message>
        <source>Choose two to six products, here or with + on her card.</source>
        <translation>Scegliere da due a sei articoli, qui o con + sulla sua scheda.</translation>
    </message>
    <message>
        <source>In a few words to her</source>
        <translation>Due parole per lei</translation>
    </message>
    <message>
        <source>Why these, and what goes with what</source>
        <translation>Perché questi, e che cosa si abbina a che cosa</translation>
    </message>
    <message>
        <source>It could not be opened: this tablet has no program for it, or no room.</source>
        <translation>Non si è potuto aprire: su questo tablet manca un programma adatto, o lo spazio.</translation>
    </message>
    <message>
        <source>Another tablet of the shop opens the selection with this code; her phone too, where the shop has pages.</source>
        <translation>Con questo codice un altro tablet del negozio apre la selezione; anche il telefono di lei, se il negozio ha le sue pagine.</translation>
    </message>
    <message>
        <source>Code that opens the selection</source>
        <translation>Codice che apre la selezione</translation>
    </message>
    <message>
        <source>Back to the selection</source>
        <translation>Torna alla selezione</translation>
    </message>
    <message>
        <source>As a PDF, to print or send</source>
        <translation>Come PDF, da stampare o inviare</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Codice</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Scrivi</translation>
    </message>
    <message>
        <source>Write to her with the selection</source>
        <translation>Scriverle con la selezione</translation>
    </message>
</context>
<context>
    <name>SelectionViewModel</name>
    <message>
        <source>This selection is not on this tablet: it comes with the next meeting with the hub.</source>
        <translation>Questa selezione non è su questo tablet: arriva al prossimo incontro con il nodo.</translation>
    </message>
</context>
<context>
    <name>SelfCheckPage</name>
    <message>
        <source>%1 · question %2 of %3</source>
        <translation>%1 · domanda %2 di %3</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Prossima domanda</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Vedi il risultato</translation>
    </message>
    <message>
        <source>Only you see this. It is kept on this tablet with what you practised.</source>
        <translation>Lo vede solo chi si esercita. Resta su questo tablet insieme agli esercizi fatti.</translation>
    </message>
    <message>
        <source>Nobody sees this, and it is not kept.</source>
        <translation>Non lo vede nessuno, e non si conserva.</translation>
    </message>
    <message>
        <source>Other exercises</source>
        <translation>Altri esercizi</translation>
    </message>
    <message>
        <source>Answer once more</source>
        <translation>Rispondi di nuovo</translation>
    </message>
    <message numerus="yes">
        <source>All %n answers are right.</source>
        <translation>
            <numerusform>La risposta è giusta.</numerusform>
            <numerusform>Tutte le %n risposte sono giuste.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 answers are right.</source>
        <translation>%1 risposte su %2 sono giuste.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Help</source>
        <translation>Aiuto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>ShopStrokes</name>
    <message>
        <source>Scan</source>
        <translation>Inquadra</translation>
    </message>
    <message>
        <source>Client book</source>
        <translation>Libro clienti</translation>
    </message>
    <message>
        <source>The shop&apos;s day</source>
        <translation>La giornata del negozio</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Da fare</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>The shop&apos;s figures</source>
        <translation>Andamento del negozio</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>La squadra</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Your page and this tablet</source>
        <translation>La propria pagina e questo tablet</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Questo elenco</translation>
    </message>
</context>
<context>
    <name>ShopsChart</name>
    <message>
        <source>%1, too few people for a figure</source>
        <translation>%1, troppo poche persone per una cifra</translation>
    </message>
    <message>
        <source>%1, %2, before %3</source>
        <translation>%1, %2, prima %3</translation>
    </message>
    <message>
        <source>too few people for a figure</source>
        <translation>troppo poche persone per una cifra</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>The PIN is not right. %n tries before a pause.</source>
        <translation>
            <numerusform>Il PIN non è giusto. Ancora %n tentativo prima di una pausa.</numerusform>
            <numerusform>Il PIN non è giusto. Ancora %n tentativi prima di una pausa.</numerusform>
        </translation>
    </message>
    <message>
        <source>This person has no PIN yet. The store manager can set one on the hub.</source>
        <translation>Questa persona non ha ancora un PIN. Può assegnarlo sul nodo chi è responsabile del negozio.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Try again in %n seconds.</source>
        <translation>
            <numerusform>Troppi tentativi. Si può riprovare tra %n secondo.</numerusform>
            <numerusform>Troppi tentativi. Si può riprovare tra %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>Chi è qui?</translation>
    </message>
    <message>
        <source>%1 does not sign in on this tablet any more. What was recorded is kept.</source>
        <translation>%1 non accede più su questo tablet. Quanto è stato registrato resta.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are saved on this tablet. They go to the hub by themselves, whoever is here.</source>
        <translation>
            <numerusform>%n registrazione è salvata su questo tablet. Parte da sola verso il nodo, chiunque ci sia.</numerusform>
            <numerusform>%n registrazioni sono salvate su questo tablet. Partono da sole verso il nodo, chiunque ci sia.</numerusform>
        </translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Modalità prova</translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation>Qui non c&apos;è ancora nessuno</translation>
    </message>
    <message>
        <source>The people of this shop will stand here as soon as the hub knows them.</source>
        <translation>Qui compariranno le persone del negozio, appena il nodo le conosce.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Guarda di nuovo</translation>
    </message>
    <message>
        <source>Back to everybody</source>
        <translation>Torna a tutti</translation>
    </message>
    <message>
        <source>Hello, %1</source>
        <translation>Buongiorno, %1</translation>
    </message>
    <message>
        <source>Your PIN, please</source>
        <translation>Il PIN, per favore</translation>
    </message>
</context>
<context>
    <name>StaffSection</name>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>New colleague</source>
        <translation>Nuova persona</translation>
    </message>
    <message>
        <source>N</source>
        <comment>key: new colleague</comment>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>StaffSheet</name>
    <message>
        <source>New colleague</source>
        <translation>Nuova persona</translation>
    </message>
    <message>
        <source>A PIN is made of digits.</source>
        <translation>Il PIN è fatto di cifre.</translation>
    </message>
    <message>
        <source>That is guessed too easily.</source>
        <translation>Si indovina troppo facilmente.</translation>
    </message>
    <message>
        <source>At most twelve digits.</source>
        <translation>Al massimo dodici cifre.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>She answers for several shops: her role is not decided here.</source>
        <translation>Risponde di più negozi: il suo ruolo non si decide qui.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Ruolo</translation>
    </message>
    <message>
        <source>Her language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>First PIN, four digits at least</source>
        <translation>Primo PIN, almeno quattro cifre</translation>
    </message>
    <message>
        <source>New PIN, four digits at least</source>
        <translation>Nuovo PIN, almeno quattro cifre</translation>
    </message>
    <message>
        <source>Goes to another shop</source>
        <translation>Passa a un altro negozio</translation>
    </message>
    <message>
        <source>She signs in again</source>
        <translation>Accede di nuovo</translation>
    </message>
    <message>
        <source>She signs in no more</source>
        <translation>Non accede più</translation>
    </message>
    <message>
        <source>Ask for her to begin</source>
        <translation>Richiedi l&apos;inserimento</translation>
    </message>
    <message>
        <source>Give her this PIN</source>
        <translation>Assegna questo PIN</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Done: %1</source>
        <translation>Fatto: %1</translation>
    </message>
</context>
<context>
    <name>StepsSheet</name>
    <message>
        <source>A step is ticked off when its record stands in the practice shop, not by touching it. Where a PIN is asked here, it is 1234.</source>
        <translation>Un passo è fatto quando ciò che si registra è nel negozio di prova, non toccandolo. Se qui serve un PIN, è 1234.</translation>
    </message>
    <message>
        <source>Begin this exercise anew</source>
        <translation>Ricomincia questo esercizio</translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation>Domande di verifica</translation>
    </message>
    <message>
        <source>Other exercises</source>
        <translation>Altri esercizi</translation>
    </message>
</context>
<context>
    <name>SuggestionBlock</name>
    <message>
        <source>Suggested: %1</source>
        <translation>Suggerimento: %1</translation>
    </message>
    <message>
        <source>It was useful</source>
        <translation>È stato utile</translation>
    </message>
    <message>
        <source>Not for her</source>
        <translation>Non fa per lei</translation>
    </message>
</context>
<context>
    <name>SyncPill</name>
    <message>
        <source>Everything has reached the hub</source>
        <translation>Tutto è arrivato al nodo</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Taken back: %1 is no customer.</source>
        <translation>Annullato: %1 non è cliente.</translation>
    </message>
    <message>
        <source>That could not be written just now.</source>
        <translation>In questo momento non si è potuto scrivere.</translation>
    </message>
    <message>
        <source>She has gone already. Save her once more.</source>
        <translation>È già sparita. Basta salvarla di nuovo.</translation>
    </message>
    <message>
        <source>%1 stays: her record turned out to be an older customer&apos;s too.</source>
        <translation>%1 resta: la sua scheda è anche quella di una cliente già presente.</translation>
    </message>
    <message>
        <source>%1 stays: she is known from elsewhere too.</source>
        <translation>%1 resta: è conosciuta anche da un&apos;altra fonte.</translation>
    </message>
    <message>
        <source>%1 stays: something was recorded with her meanwhile.</source>
        <translation>%1 resta: nel frattempo è stato registrato qualcosa con lei.</translation>
    </message>
</context>
<context>
    <name>TargetSheet</name>
    <message>
        <source>per cent</source>
        <translation>per cento</translation>
    </message>
    <message>
        <source>euro</source>
        <translation>euro</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>pezzi</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>quanti</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Obiettivo: %1</translation>
    </message>
    <message>
        <source>This is no figure that it can reach</source>
        <translation>Non è un valore che può raggiungere</translation>
    </message>
    <message>
        <source>It holds from today. What ended before keeps the target it had.</source>
        <translation>Vale da oggi. Ciò che è finito prima tiene l&apos;obiettivo che aveva.</translation>
    </message>
    <message>
        <source>In a day, %1</source>
        <translation>In un giorno, %1</translation>
    </message>
    <message>
        <source>In a week, %1</source>
        <translation>In una settimana, %1</translation>
    </message>
    <message>
        <source>In a month, %1</source>
        <translation>In un mese, %1</translation>
    </message>
    <message>
        <source>From today</source>
        <translation>Da oggi</translation>
    </message>
</context>
<context>
    <name>TaskSheet</name>
    <message>
        <source>Still to be said: what is to be done, in a few words.</source>
        <translation>Manca ancora: in poche parole, che cosa c&apos;è da fare.</translation>
    </message>
    <message>
        <source>Still to be said: for whom, or a few words.</source>
        <translation>Manca ancora: per chi, oppure poche parole.</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Nuova attività</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Attività</translation>
    </message>
    <message>
        <source>Done: what came of it?</source>
        <translation>Fatto: com&apos;è andata?</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Che cosa c&apos;è da fare?</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>In poche parole</translation>
    </message>
    <message>
        <source>How does the coat fit?</source>
        <translation>Come veste il cappotto?</translation>
    </message>
    <message>
        <source>Not about this product</source>
        <translation>Non riguarda questo articolo</translation>
    </message>
    <message>
        <source>By when?</source>
        <translation>Entro quando?</translation>
    </message>
    <message>
        <source>Whose is it?</source>
        <translation>A chi tocca?</translation>
    </message>
    <message>
        <source>Say it otherwise</source>
        <translation>Cambia le parole</translation>
    </message>
    <message>
        <source>Need not be done any more</source>
        <translation>Non serve più</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>Annota</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>Handed over</source>
        <translation>Passato</translation>
    </message>
    <message>
        <source>The hub had decided already</source>
        <translation>Il nodo aveva già deciso</translation>
    </message>
    <message>
        <source>Asked of the hub</source>
        <translation>Richiesto al nodo</translation>
    </message>
    <message>
        <source>Handed out: %1</source>
        <translation>Affidate: %1</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Staff</source>
        <translation>Personale</translation>
    </message>
    <message>
        <source>Hand out tasks</source>
        <translation>Affida attività</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Passaggio</translation>
    </message>
    <message>
        <source>Figures per person</source>
        <translation>Dati per persona</translation>
    </message>
    <message>
        <source>Incentives</source>
        <translation>Incentivi</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>La squadra</translation>
    </message>
</context>
<context>
    <name>ThreadLine</name>
    <message>
        <source>undone</source>
        <translation>annullata</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modificata</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>TimelineHead</name>
    <message>
        <source>Timeline</source>
        <translation>Cronologia</translation>
    </message>
    <message>
        <source>Search her timeline</source>
        <translation>Cerca nella sua cronologia</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Mostra di nuovo tutto</translation>
    </message>
    <message>
        <source>Show one channel only</source>
        <translation>Mostra un solo canale</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>TodayColumn</name>
    <message>
        <source>To do now</source>
        <translation>Da fare adesso</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n in ritardo</numerusform>
            <numerusform>%n in ritardo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n per oggi</numerusform>
            <numerusform>%n per oggi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more to do</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n altra da fare</numerusform>
            <numerusform>%n altre da fare</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected today</source>
        <translation>Attese oggi</translation>
    </message>
    <message>
        <source>Today in the shop</source>
        <translation>Oggi in negozio</translation>
    </message>
    <message>
        <source>%1 identified of %2</source>
        <translation>%1 identificate su %2</translation>
    </message>
    <message>
        <source>Whoever comes in today is listed here. Scan the first code.</source>
        <translation>Qui compare chi entra oggi. Si comincia dal primo codice.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuova cliente</translation>
    </message>
    <message>
        <source>C</source>
        <comment>key: new customer</comment>
        <translation>C</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Senza codice</translation>
    </message>
    <message>
        <source>W</source>
        <comment>key: without a code</comment>
        <translation>S</translation>
    </message>
</context>
<context>
    <name>TodoLine</name>
    <message>
        <source>since %1</source>
        <translation>dal %1</translation>
    </message>
    <message>
        <source>for %1 to do</source>
        <translation>tocca a %1</translation>
    </message>
    <message>
        <source>More about: %1</source>
        <translation>Altro su: %1</translation>
    </message>
    <message>
        <source>Still to do: %1</source>
        <translation>Ancora da fare: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fatto: %1</translation>
    </message>
</context>
<context>
    <name>TodoPage</name>
    <message>
        <source>To do</source>
        <translation>Da fare</translation>
    </message>
    <message>
        <source>Done in the last seven days</source>
        <translation>Fatte negli ultimi sette giorni</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n in ritardo</numerusform>
            <numerusform>%n in ritardo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for today</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n per oggi</numerusform>
            <numerusform>%n per oggi</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing due today</source>
        <translation>Nulla in scadenza oggi</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Di tutti</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mie</translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation>Da fare</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatte</translation>
    </message>
    <message>
        <source>Nothing was ticked off in the last days</source>
        <translation>Negli ultimi giorni non è stato chiuso nulla</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>Non c&apos;è più nulla da fare</translation>
    </message>
    <message>
        <source>What is done stands here for a week, and can be taken back.</source>
        <translation>Ciò che è fatto resta qui una settimana, e si può riaprire.</translation>
    </message>
    <message>
        <source>Promises, and what you or a rule of the shop put down for a customer, stand here by their days.</source>
        <translation>Qui stanno, giorno per giorno, le promesse e ciò che voi o una regola del negozio avete annotato per una cliente.</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Nuova attività</translation>
    </message>
    <message>
        <source>N</source>
        <comment>key: new task</comment>
        <translation>N</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search name, phone, e-mail, card</source>
        <translation>Cerca nome, telefono, e-mail, tessera</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
</context>
<context>
    <name>TurnedPage</name>
    <message>
        <source>Give the tablet back</source>
        <translation>Restituire il tablet</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>Not saved. Your words wait there until the evening.</source>
        <translation>Non salvato. Il testo resta lì fino a sera.</translation>
    </message>
</context>
<context>
    <name>VisitorLine</name>
    <message>
        <source>Without a code</source>
        <translation>Senza codice</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>visits</source>
        <translation>visite</translation>
    </message>
    <message>
        <source>known</source>
        <translation>con nome</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>venduto</translation>
    </message>
    <message>
        <source>promises</source>
        <translation>promesse</translation>
    </message>
    <message>
        <source>changed since it was read</source>
        <translation>cambiata dopo la revisione</translation>
    </message>
    <message>
        <source>read</source>
        <translation>rivista</translation>
    </message>
    <message>
        <source>%1: %2 visits, %3 identified, %4 sold, promises %5</source>
        <translation>%1: %2 visite, %3 identificate, %4 venduti, promesse %5</translation>
    </message>
</context>
<context>
    <name>WhoCame</name>
    <message>
        <source>Who came</source>
        <translation>Chi è venuto</translation>
    </message>
    <message>
        <source>%1 identified, %2 without a code</source>
        <translation>%1 identificate, %2 senza codice</translation>
    </message>
    <message>
        <source>The shop is closed on this day of the week.</source>
        <translation>In questo giorno della settimana il negozio è chiuso.</translation>
    </message>
    <message>
        <source>Nothing was recorded in the shop on this day.</source>
        <translation>In questo giorno non è stato registrato nulla in negozio.</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Senza codice</translation>
    </message>
    <message>
        <source>All %1 visits</source>
        <translation>Tutte le %1 visite</translation>
    </message>
</context>
<context>
    <name>WhoColumn</name>
    <message>
        <source>Add a preference</source>
        <translation>Aggiungi una preferenza</translation>
    </message>
</context>
<context>
    <name>WhoHead</name>
    <message>
        <source>Customer since %1</source>
        <translation>Cliente dal %1</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) joined</source>
        <translation>
            <numerusform>%n scheda unita</numerusform>
            <numerusform>%n schede unite</numerusform>
        </translation>
    </message>
    <message>
        <source>Her data</source>
        <translation>I suoi dati</translation>
    </message>
</context>
<context>
    <name>WhomField</name>
    <message>
        <source>About whom?</source>
        <translation>Per chi?</translation>
    </message>
    <message>
        <source>Name, phone or card; empty for nobody</source>
        <translation>Nome, telefono o tessera; vuoto se per nessuno</translation>
    </message>
    <message>
        <source>Not about her</source>
        <translation>Non riguarda lei</translation>
    </message>
</context>
<context>
    <name>WithoutCodeSheet</name>
    <message>
        <source>Without a code</source>
        <translation>Senza codice</translation>
    </message>
    <message>
        <source>Why not bought?</source>
        <translation>Perché non ha comprato?</translation>
    </message>
    <message>
        <source>Or what else happened</source>
        <translation>Oppure che cosa è successo</translation>
    </message>
    <message>
        <source>About which product</source>
        <translation>Per quale articolo</translation>
    </message>
    <message>
        <source>About which product? A sale names it.</source>
        <translation>Per quale articolo? Per una vendita va indicato.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consulenza</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Vendita</translation>
    </message>
    <message>
        <source>Not bought</source>
        <translation>Non comprato</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Messo da parte</translation>
    </message>
    <message>
        <source>Return or exchange</source>
        <translation>Reso o cambio</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Reclamo</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Telefonata</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Messaggio</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Appuntamento</translation>
    </message>
    <message>
        <source>Visit recorded</source>
        <translation>Visita salvata</translation>
    </message>
    <message>
        <source>Advice recorded</source>
        <translation>Consulenza salvata</translation>
    </message>
    <message>
        <source>Fitting recorded</source>
        <translation>Prova salvata</translation>
    </message>
    <message>
        <source>Sale recorded</source>
        <translation>Vendita salvata</translation>
    </message>
    <message>
        <source>Recorded as not bought</source>
        <translation>Mancata vendita salvata</translation>
    </message>
    <message>
        <source>Recorded as reserved</source>
        <translation>Salvato: messo da parte</translation>
    </message>
    <message>
        <source>Return recorded</source>
        <translation>Reso salvato</translation>
    </message>
    <message>
        <source>Complaint recorded</source>
        <translation>Reclamo salvato</translation>
    </message>
    <message>
        <source>Call recorded</source>
        <translation>Telefonata salvata</translation>
    </message>
    <message>
        <source>Message recorded</source>
        <translation>Messaggio salvato</translation>
    </message>
    <message>
        <source>Appointment recorded</source>
        <translation>Appuntamento salvato</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Nota salvata</translation>
    </message>
    <message>
        <source>Promise saved</source>
        <translation>Promessa salvata</translation>
    </message>
    <message>
        <source>Requested: the hub decides</source>
        <translation>Richiesto: decide il nodo</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>Promessa mantenuta</translation>
    </message>
    <message>
        <source>Put down</source>
        <translation>Annotato</translation>
    </message>
    <message>
        <source>Task changed</source>
        <translation>Attività modificata</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Non serve più</translation>
    </message>
    <message>
        <source>Appointment booked</source>
        <translation>Appuntamento fissato</translation>
    </message>
    <message>
        <source>Appointment changed</source>
        <translation>Appuntamento modificato</translation>
    </message>
    <message>
        <source>Noted: she came</source>
        <translation>Annotato: è venuta</translation>
    </message>
    <message>
        <source>Noted: she did not come</source>
        <translation>Annotato: non è venuta</translation>
    </message>
    <message>
        <source>Appointment called off</source>
        <translation>Appuntamento annullato</translation>
    </message>
    <message>
        <source>To do again</source>
        <translation>Di nuovo da fare</translation>
    </message>
    <message>
        <source>Consent recorded</source>
        <translation>Consenso salvato</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corretto</translation>
    </message>
    <message>
        <source>Now a colleague&apos;s</source>
        <translation>Ora è di un&apos;altra persona</translation>
    </message>
    <message>
        <source>Promise called off</source>
        <translation>Promessa annullata</translation>
    </message>
    <message>
        <source>Her file is asked for</source>
        <translation>Fascicolo richiesto</translation>
    </message>
    <message>
        <source>She will be forgotten</source>
        <translation>Verrà cancellata</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Inserimento annullato</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Consenso revocato</translation>
    </message>
    <message>
        <source>Noted: it was useful</source>
        <translation>Annotato: è stato utile</translation>
    </message>
    <message>
        <source>Noted: not for her</source>
        <translation>Annotato: non fa per lei</translation>
    </message>
    <message>
        <source>Preference saved</source>
        <translation>Preferenza salvata</translation>
    </message>
    <message>
        <source>Selection recorded</source>
        <translation>Selezione registrata</translation>
    </message>
    <message>
        <source>Recorded as sent</source>
        <translation>Registrato come inviato</translation>
    </message>
    <message>
        <source>She is in your client book</source>
        <translation>Aggiunta al libro clienti</translation>
    </message>
    <message>
        <source>No longer in your client book</source>
        <translation>Tolta dal libro clienti</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annullato</translation>
    </message>
    <message>
        <source>Not saved: a name is missing.</source>
        <translation>Non salvato: manca un nome.</translation>
    </message>
    <message>
        <source>Not saved: it does not say anything yet.</source>
        <translation>Non salvato: non dice ancora nulla.</translation>
    </message>
    <message>
        <source>Not saved: no product is named.</source>
        <translation>Non salvato: manca l&apos;articolo.</translation>
    </message>
    <message>
        <source>Not saved: a text in it is too long. Shortened, it can be saved.</source>
        <translation>Non salvato: un testo è troppo lungo. Accorciato, si può salvare.</translation>
    </message>
    <message>
        <source>Not saved: an address, a number or a day in it cannot be right.</source>
        <translation>Non salvato: un indirizzo, un numero o una data così non esiste.</translation>
    </message>
    <message>
        <source>Not saved: the day or the time in it is not possible.</source>
        <translation>Non salvato: quel giorno o quell&apos;orario non è possibile.</translation>
    </message>
    <message>
        <source>Not saved: so many pieces cannot be asked for.</source>
        <translation>Non salvato: tanti pezzi non si possono chiedere.</translation>
    </message>
    <message>
        <source>Not saved: she has not agreed that a card is kept of her.</source>
        <translation>Non salvato: non ha dato il consenso a tenere la sua scheda.</translation>
    </message>
    <message>
        <source>Not recorded: by now she may not be written to like that.</source>
        <translation>Non registrato: ormai non le si può scrivere così.</translation>
    </message>
    <message>
        <source>Not saved: somebody corrected it, took it back or decided it meanwhile.</source>
        <translation>Non salvato: nel frattempo qualcuno l&apos;ha corretto, annullato o deciso.</translation>
    </message>
    <message>
        <source>Not saved: what it is about is no longer on this tablet; it may have been deleted meanwhile.</source>
        <translation>Non salvato: ciò di cui si tratta non è più su questo tablet; forse nel frattempo è stato cancellato.</translation>
    </message>
    <message>
        <source>Not taken back: more has become of her card meanwhile.</source>
        <translation>Non annullato: nel frattempo nella sua scheda c&apos;è dell&apos;altro.</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>salvato qui</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>inviato</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confermato</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>da decidere</translation>
    </message>
    <message>
        <source>size</source>
        <translation>misura</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>colore</translation>
    </message>
    <message>
        <source>price</source>
        <translation>prezzo</translation>
    </message>
    <message>
        <source>does not fit well</source>
        <translation>non calza bene</translation>
    </message>
    <message>
        <source>not in stock</source>
        <translation>non disponibile</translation>
    </message>
    <message>
        <source>thinking about it</source>
        <translation>ci pensa</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>altro motivo</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>ha comprato</translation>
    </message>
    <message>
        <source>not bought</source>
        <translation>non ha comprato</translation>
    </message>
    <message>
        <source>comes back</source>
        <translation>ritorna</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>ancora nessun esito</translation>
    </message>
    <message>
        <source>Store manager</source>
        <translation>Responsabile di negozio</translation>
    </message>
    <message>
        <source>Area manager</source>
        <translation>Responsabile di area</translation>
    </message>
    <message>
        <source>Care desk</source>
        <translation>Assistenza clienti</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>Informatica</translation>
    </message>
    <message>
        <source>Sales associate</source>
        <translation>Addetta/o alle vendite</translation>
    </message>
    <message>
        <source>Not saved: there is no room on this tablet, or it cannot be written to.</source>
        <translation>Non salvato: su questo tablet non c&apos;è spazio o non si può scrivere.</translation>
    </message>
    <message>
        <source>Not saved, for a reason that is in the log. Nothing else was lost.</source>
        <translation>Non salvato, per un motivo che è nel registro. Niente altro è andato perso.</translation>
    </message>
    <message>
        <source>Adverts</source>
        <translation>Annunci</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sito</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>Carrello</translation>
    </message>
    <message>
        <source>Online orders</source>
        <translation>Ordini online</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Messenger</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Telefonate</translation>
    </message>
    <message>
        <source>Help desk</source>
        <translation>Assistenza</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Negozio</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Tutti i canali</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Tenere</translation>
    </message>
    <message>
        <source>Call her</source>
        <translation>Chiamare</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordinare</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Spedire</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>she came</source>
        <translation>è venuta</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>non è venuta</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>annullato</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>in agenda</translation>
    </message>
    <message>
        <source>Get back to her</source>
        <translation>Ricontattarla</translation>
    </message>
    <message>
        <source>Write to her</source>
        <translation>Scriverle</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Preparare</translation>
    </message>
    <message>
        <source>spoken to</source>
        <translation>sentita</translation>
    </message>
    <message>
        <source>is coming</source>
        <translation>viene</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>non risponde</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>non ora</translation>
    </message>
    <message>
        <source>in the basket</source>
        <translation>nel carrello</translation>
    </message>
    <message numerus="yes">
        <source>viewed %n time(s)</source>
        <translation>
            <numerusform>vista %n volta</numerusform>
            <numerusform>vista %n volte</numerusform>
        </translation>
    </message>
    <message>
        <source>viewed</source>
        <translation>vista</translation>
    </message>
    <message>
        <source>wished for</source>
        <translation>nei desideri</translation>
    </message>
    <message>
        <source>goes with</source>
        <translation>si abbina</translation>
    </message>
    <message>
        <source>a step up</source>
        <translation>un passo in più</translation>
    </message>
    <message>
        <source>not counted: ask</source>
        <translation>non contato: chiedere</translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>qui %n pezzo</numerusform>
            <numerusform>qui %n pezzi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in other shops</source>
        <translation>
            <numerusform>%n in altri negozi</numerusform>
            <numerusform>%n in altri negozi</numerusform>
        </translation>
    </message>
    <message>
        <source>none left</source>
        <translation>esaurito</translation>
    </message>
    <message>
        <source>never counted: ask</source>
        <translation>mai contato: chiedere</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>aggiornato %1</translation>
    </message>
    <message numerus="yes">
        <source>counted %n day(s) ago: ask</source>
        <translation>
            <numerusform>contato %n giorno fa: chiedere</numerusform>
            <numerusform>contati %n giorni fa: chiedere</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>ISO 639 code of the language of these words</comment>
        <translation>it</translation>
    </message>
    <message>
        <source>today</source>
        <translation>oggi</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>domani</translation>
    </message>
</context>
<context>
    <name>YesOrNo</name>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>You</name>
    <message>
        <source>Our customer since %1</source>
        <translation>Nostra o nostro cliente dal %1</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>tessera %1</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Compleanno</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Correggere</translation>
    </message>
</context>
</TS>
