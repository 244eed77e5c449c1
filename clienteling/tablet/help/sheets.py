"""Help about the sheets that lie over the pages."""

from clienteling.marking import msgid
from clienteling.practice.names import ScenarioName
from clienteling.tablet.help.leaf import Leaf, Topic

SHEETS = {
    Topic.BASIS: Leaf(
        msgid("Figures about people"),
        (
            msgid(
                "People are not ranked. What is shown is what the team did; everybody sees her own figures."
            ),
            msgid(
                "Figures of one person need a legal basis: an agreement with the unions or an authorisation."
            ),
            msgid("It names its document and its days, and opens nothing beyond them; today is never shown."),
            msgid("Each look is written down and read by whom it was about, on her own page."),
            msgid("Taken back, it allows nothing more. What was looked at until then stays written down."),
        ),
    ),
    Topic.LOOKS: Leaf(
        msgid("Who looked at my figures"),
        (
            msgid("Your own figures are yours to see, today's too. Colleagues never see them."),
            msgid("Who leads the shop sees them only under a legal basis, and only of days that are over."),
            msgid("Each look stands here: who, when, which days, and under which document."),
        ),
    ),
    Topic.CONSENT: Leaf(
        msgid("Consents"),
        (
            msgid("Show or read her the text as it stands here: it is kept with her answer."),
            msgid("Each way of writing to her is asked for by itself. No answer is a no."),
            msgid("She takes it back as easily as she gave it: one tap, and no reason is asked."),
        ),
        ScenarioName.FORGOTTEN,
    ),
    Topic.COLLEAGUE: Leaf(
        msgid("One of the team"),
        (
            msgid("Choose a PIN together; it is good on every tablet as soon as the hub has agreed."),
            msgid("Nobody suspends herself or gives herself a role: another manager does."),
            msgid("Whoever signs in no more is locked out wherever she is. What she recorded stays."),
        ),
    ),
    Topic.HER_DATA: Leaf(
        msgid("What she may ask for"),
        (
            msgid("Her file holds everything the shop knows of her; the hub makes it."),
            msgid("If she wants to be forgotten, her word is enough. What is owed to her is settled first."),
            msgid("It goes through every tablet, and a receipt without her name says when it is done."),
            msgid("Below: put her details right, and see who opened her card."),
        ),
        ScenarioName.FORGOTTEN,
    ),
    Topic.PREFERENCE: Leaf(
        msgid("What she likes"),
        (
            msgid("Write what she says, in her words. It is noted as told by her, today, in this shop."),
            msgid("The older value is not lost: it stays with who told it and when."),
            msgid("Sizes, colours, materials. Nothing about health, belief or family."),
        ),
        ScenarioName.FOUR_CHANNELS,
    ),
    Topic.PRODUCT: Leaf(
        msgid("The product"),
        (
            msgid("Pieces here, in the other shops and on their way, with the age of each figure."),
            msgid("An old figure is a guess: ask the shop before you send her there."),
            msgid("What goes with it comes from what was really bought together."),
            msgid("Who asked for it and has not got it stands below; a touch on a name opens her card."),
        ),
    ),
    Topic.INTERACTION: Leaf(
        msgid("What happened"),
        (
            msgid("It is saved already. Here you may say more: what it was about and how it ended."),
            msgid("A correction stands beside the first record, which stays in the history."),
        ),
    ),
    Topic.MORE: Leaf(
        msgid("More to record, more to do"),
        (
            msgid("What happened is saved with one tap, together with what is in hand."),
            msgid("What you do for her opens a leaf of its own first."),
        ),
        ScenarioName.RETURN,
    ),
    Topic.NOTE: Leaf(
        msgid("Notes"),
        (
            msgid("Write what the next colleague has to know, in words that she may read herself."),
            msgid("Mine, the shop's or everybody's: choose who sees it."),
            msgid("A warning while you type means health, belief, children or an insult. It stops nobody."),
            msgid("A note is never changed. A correction stands beside it."),
            msgid("Put away before it is saved, it waits here for you until the evening."),
        ),
        ScenarioName.RETURN,
    ),
    Topic.PROMISE: Leaf(
        msgid("Promises"),
        (
            msgid("What, about which product, and by when. With a day it comes up by itself."),
            msgid("The whole shop sees it, and so does the care desk: whoever is there keeps it."),
            msgid("Selling what was kept for her keeps the promise by itself."),
        ),
        ScenarioName.FOUR_CHANNELS,
    ),
    Topic.SELECTION: Leaf(
        msgid("A selection for her"),
        (
            msgid("Two to six products that are in hand, and a few words of yours to her."),
            msgid("The PDF and the page open in this device's programs: print, attach or save them there."),
            msgid("They lie here for a day only. The code opens the selection on any tablet of the shops."),
            msgid("It stands in her timeline, once, however many forms she gets it in."),
        ),
    ),
    Topic.SELECTED: Leaf(
        msgid("What was chosen for her"),
        (
            msgid("Somebody chose these for her; a code brought you here."),
            msgid("Take them in hand to show them, record a fitting or sell them."),
        ),
    ),
    Topic.RESERVE: Leaf(
        msgid("Putting something aside"),
        (
            msgid("Choose who has a piece, and until when it waits for her."),
            msgid(
                "The hub decides, for another shop may want the last pair too. Until then it says requested."
            ),
            msgid("The answer comes back to her card; a refusal says who else has one."),
        ),
        ScenarioName.NO_NETWORK,
    ),
    Topic.WITHOUT_CODE: Leaf(
        msgid("Somebody without a code"),
        (
            msgid("First the product, if there was one; then what happened, or why nothing was bought."),
            msgid("Nobody is named. What is missing is ordered only if somebody says that it was missing."),
        ),
        ScenarioName.RUSH,
    ),
    Topic.SCANNER: Leaf(
        msgid("Scanners that type"),
        (
            msgid("Scan the code shown here. What arrives is compared with what stands in it."),
            msgid("Wrong letters come from the keyboard that the scanner is set to. The sheet says which."),
        ),
    ),
    Topic.KEYS: Leaf(
        msgid("With the keyboard"),
        (
            msgid("Everything can be reached by keys: Tab goes on, Enter presses, Esc goes back."),
            msgid("The list is read from this page, so it holds what works just here."),
        ),
    ),
    Topic.ABOUT: Leaf(
        msgid("About this program"),
        (
            msgid("The version is the first thing you are asked for when something does not work."),
            msgid("Touch a line to read its licence."),
        ),
    ),
    Topic.STEPS: Leaf(
        msgid("The steps of an exercise"),
        (
            msgid("They may be done in any order; the first that is open stands above the screens."),
            msgid("If you are stuck, begin the exercise anew: everything is as it was."),
        ),
    ),
    Topic.TASK: Leaf(
        msgid("A task"),
        (
            msgid("What, about whom, by when, and whose it is. Without a name it is the team's."),
            msgid("Say what came of it when it is done: the next colleague reads it on her card."),
            msgid("Need not be done any more? Let it go instead of ticking it off."),
        ),
    ),
    Topic.LINK_CARD: Leaf(
        msgid("A card that nobody has yet"),
        (
            msgid("Cards of other systems are taken over: say once whose it is, and it opens her card."),
            msgid("It works at once on this tablet, and on the others when the hub has heard of it."),
            msgid("When in doubt, compare the name printed on the card with hers."),
        ),
    ),
    Topic.ENTRY: Leaf(
        msgid("A line of the timeline"),
        (
            msgid("Correct it here: your words stand in its place, and what stood before can still be read."),
            msgid("Undo takes it back for everybody. It counts nowhere any more, and stays in the history."),
            msgid("It was a colleague's? Say whose it was: a record belongs to whoever served her."),
        ),
    ),
    Topic.APPOINTMENT: Leaf(
        msgid("An appointment"),
        (
            msgid("Who comes, what for, how long, and with whom. A name alone will do, without a card."),
            msgid("To be prepared: whoever opens the shop that morning reads it."),
            msgid("The code brings it into the calendar of her own telephone."),
            msgid("Did she come? One tap says so, and the next colleague knows."),
        ),
    ),
    Topic.ATTRIBUTION: Leaf(
        msgid("What counts"),
        (
            msgid("A purchase counts when it follows a contact, in any shop or online, within so many days."),
            msgid("The shop that saw her last before it decides by its rule for whom it counts."),
            msgid("A new rule counts from today on: what was before stays as it was."),
            msgid("What comes back is taken off in the month in which it comes, wherever she brings it."),
        ),
    ),
    Topic.SCHEME: Leaf(
        msgid("A scheme"),
        (
            msgid(
                "So many percent of what was bought after a contact, all of it or what is above an amount."
            ),
            msgid("The shop gets it, the team in equal parts, or each by her own under a legal basis."),
            msgid("A closed month stays as it is; what changes later stands in the next one."),
            msgid(
                "Other terms, or its end, count from a month on; the months before are closed as they were."
            ),
        ),
    ),
    Topic.PARTING: Leaf(
        msgid("Whose purchase it is"),
        (
            msgid("Each one's part in percent, together a hundred, and why you part it so."),
            msgid("What she brings back later is taken off in the same parts."),
            msgid("What stood before stays in the history, with who changed it."),
        ),
    ),
    Topic.ASK: Leaf(
        msgid("Something for the team"),
        (
            msgid("Say in a few words what is to be done, and for whom."),
            msgid("It arrives on their tablets among what is to do, for today, with your name."),
        ),
    ),
    Topic.BEHIND: Leaf(
        msgid("What a figure was counted from"),
        (
            msgid("Above stands how it is counted, below each record of that day that counts."),
            msgid("Touch a line to open the customer's card."),
            msgid("Of a tablet it says what waits there, and how that comes."),
        ),
    ),
    Topic.MESSAGE: Leaf(
        msgid("Writing to her"),
        (
            msgid("The words come from the shop's templates, filled with what is known. Change them freely."),
            msgid(
                "About something of hers you may always write; news only in the way to which she said yes."
            ),
            msgid("Written to lately, or the same twice? It says when and by whom, before you send."),
            msgid("The message goes out from the mail or messaging program, and stands in her timeline."),
        ),
        ScenarioName.FOUR_CHANNELS,
    ),
    Topic.DAYS: Leaf(
        msgid("From one day to another"),
        (
            msgid("Touch the first day and the last, in any order; or take one of the ranges above."),
            msgid("Many days are drawn by weeks, a year by months beside those of the year before."),
        ),
    ),
    Topic.TARGET: Leaf(
        msgid("A target"),
        (
            msgid("What this figure is to reach in a day, a week, a month. An empty field has no target."),
            msgid("It holds from today, for this shop. Earlier days keep the target they had."),
        ),
    ),
    Topic.HAND_OUT: Leaf(
        msgid("Handing out tasks"),
        (
            msgid(
                "Each customer on the list becomes one task: for whoever looks after her, if you name nobody."
            ),
            msgid("Name some, and whoever looks after her has her; the others are shared out evenly."),
            msgid(
                "It arrives on their tablets among what is to do, with your name. Undo takes all of it back."
            ),
        ),
    ),
}
