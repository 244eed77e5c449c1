"""Every leaf of help there is."""

from clienteling.tablet.help.leaf import Leaf, Topic
from clienteling.tablet.help.pages import PAGES
from clienteling.tablet.help.sheets import SHEETS

LEAVES: dict[Topic, Leaf] = {**PAGES, **SHEETS}
