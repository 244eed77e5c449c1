"""Help about the pages."""

from clienteling.marking import msgid
from clienteling.practice.names import ScenarioName
from clienteling.tablet.help.leaf import Leaf, Topic

PAGES = {
    Topic.SCAN: Leaf(
        msgid("Scanning"),
        (
            msgid("Hold any code before the camera or use the scanner: what it is shows by itself."),
            msgid("A customer's code or card opens her card. A label opens the product."),
            msgid("No code with her? Type a name or a telephone number above; any part of a word will do."),
            msgid("Nobody knows the visitor? Without a code records what happened and names nobody."),
            msgid("At the right: what is due now. A tap opens the card, the tick says that it was kept."),
        ),
        ScenarioName.RUSH,
    ),
    Topic.BOOK: Leaf(
        msgid("Client book"),
        (
            msgid(
                "Type above to find anybody: beginnings of words, in any order. Accents and +39 do not count."
            ),
            msgid(
                "The line below a name tells apart who sounds alike. When in doubt, ask for the last digits."
            ),
            msgid("Mine, the shop's, or opened last: who waits for us stands first."),
        ),
        ScenarioName.RUSH,
    ),
    Topic.CUSTOMER: Leaf(
        msgid("Her card"),
        (
            msgid(
                "The filled block says why she is here: what she asked last, and what was promised to her."
            ),
            msgid(
                "Each fact says who told it and when. Touch it to put it right; what was before stays known."
            ),
            msgid("+ on a picture takes a product in hand, and so does a scan of its label."),
            msgid("One tap below records what happened with what is in hand. Undo takes it back."),
            msgid("Behind …: what you do for her, such as an appointment, and what else happened."),
        ),
        ScenarioName.FOUR_CHANNELS,
    ),
    Topic.LEDGER: Leaf(
        msgid("Ledger"),
        (
            msgid("Everything recorded on this tablet, and how far it is: saved here, sent, confirmed."),
            msgid("Saved here is safe. It survives a flat battery and goes out by itself."),
            msgid("To decide: the hub did not take a line. It says why, and what can be done."),
            msgid("At the end of the day the two figures above are the same."),
        ),
        ScenarioName.NO_NETWORK,
    ),
    Topic.PERSON: Leaf(
        msgid("You and this tablet"),
        (
            msgid(
                "Change hands locks the tablet for the next person. It locks itself when nobody touches it."
            ),
            msgid("Language, appearance and size of the words change at once, for this tablet only."),
            msgid("Does a scanner type nonsense? Try the scanner says what is wrong with it."),
        ),
    ),
    Topic.SIGN_IN: Leaf(
        msgid("Signing in"),
        (
            msgid("Touch your name, then type your PIN. The network is not needed for it."),
            msgid(
                "After three wrong PINs the pad waits for a while. A forgotten PIN is set anew on the hub."
            ),
            msgid("To look around without a PIN, practise: there everybody is invented."),
        ),
    ),
    Topic.PAIRING: Leaf(
        msgid("A new tablet"),
        (
            msgid("The hub shows a pairing code: hold it before the camera, or type it."),
            msgid(
                "Each code pairs one tablet and is good for ten minutes. If it is refused, ask for a new one."
            ),
            msgid("Then everything arrives by itself. Leave the tablet on the shop's network meanwhile."),
        ),
    ),
    Topic.CLOSED: Leaf(
        msgid("Why nothing is shown"),
        (
            msgid("So that a lost tablet shows nothing, each one has to meet its hub from time to time."),
            msgid("What was recorded here is kept, and sent at the next contact."),
            msgid("Bring it onto the shop's network. If the hub has taken it off its list, pair it again."),
        ),
    ),
    Topic.PRACTICE: Leaf(
        msgid("Practice mode"),
        (
            msgid("The screens are those of every day, the shop behind them is not: another colour says so."),
            msgid("Above stands what to do next. It is ticked off once it is really recorded."),
            msgid("Nothing can go wrong: the practice shop is deleted when you leave it."),
            msgid("What you reach is kept on this tablet for you alone, if you had signed in."),
        ),
    ),
    Topic.TODO: Leaf(
        msgid("To do"),
        (
            msgid("Promises and tasks by their days: what is late stands first and says so."),
            msgid("The tick says that it is done; Undo takes it back. A tap opens her card."),
            msgid("Everybody's or mine: what nobody has taken belongs to the whole team."),
            msgid("What a rule put down says why, with the figure it used."),
        ),
    ),
    Topic.NEWCOMER: Leaf(
        msgid("A new customer"),
        (
            msgid("Her name and one way to reach her are enough; the rest can come later."),
            msgid("While you type, whoever may be the same person is shown: a tap opens that card instead."),
            msgid("Each consent is asked for by itself. She can also answer on the turned tablet."),
            msgid(
                "Her code comes last: she photographs it, or it is printed. It works with no network, too."
            ),
            msgid(
                "Entered by mistake? One tap beside her code, or in her data, takes her back that same day."
            ),
        ),
    ),
    Topic.CALENDAR: Leaf(
        msgid("Calendar"),
        (
            msgid("A day or a week of this shop. Touch a free hour to book it."),
            msgid("Two at once are shown beside each other: a clash is said, nobody is stopped."),
            msgid("The appointment stands on her card, and among who is expected on the scan page."),
        ),
    ),
    Topic.DAY: Leaf(
        msgid("The shop's day"),
        (
            msgid("Read it from top to bottom: what the day came to, what waits, who came, what was lost."),
            msgid("A tap on a figure says how it is counted; a tap on a line opens the card."),
            msgid("Arrows and calendar go to other days. The page follows what comes in from the tablets."),
            msgid("A manager marks it as read. Should something change after that, the page says what."),
            msgid("Figures are the whole shop's. Nobody is ranked here."),
        ),
    ),
    Topic.FIGURES: Leaf(
        msgid("The shop's figures"),
        (
            msgid("The filled block says which figure is farthest behind. A tap on any shows its course."),
            msgid("Lay a finger on the chart to read a bar; the short line across it is what was before."),
            msgid("The i says how a figure is counted, the target what it is to reach from today."),
            msgid("Figures are the whole shop's. Nobody is ranked here."),
        ),
    ),
    Topic.TEAM: Leaf(
        msgid("The team"),
        (
            msgid("Who works here, and as what. Whoever answers for several shops stands in each of them."),
            msgid("New, another role, another shop, a PIN: all of it is asked of the hub, which decides."),
            msgid("Without the network it is requested, and can be taken back; then the answer stands here."),
            msgid("Whoever leaves hands over in one go what she has in hand. Undo gives it back."),
        ),
    ),
}
