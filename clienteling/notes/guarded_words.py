"""How the words begin that the guard of notes looks for, folded, in Italian and English."""

HEALTH = (
    *("malat", "cancr", "cancer", "tumor", "diabet", "gravid", "incint", "pregnan", "depress", "allerg"),
    *("intolleran", "epiless", "epilep", "hiv", "disabil", "disabled", "invalid", "psichiatr", "psicolog"),
    *("psychiatr", "chemio", "chemother", "dialisi", "asma", "asthma", "anoress", "anorex", "bulimi", "obes"),
    *("ictus", "infart", "celiac", "coeliac", "autis", "cardiopat", "ospedal", "hospital", "surgery"),
    *("medicinal", "medication", "psicofarmac", "antidepress", "sclerosi", "sclerosis", "aborto", "abortion"),
    *("miscarr", "alcolis", "alcohol", "tossicodip", "disease", "illness", "wheelchair", "menopaus"),
)
RELIGION = (
    *("cattolic", "catholic", "cristian", "christian", "musulman", "muslim", "islam", "ebre", "ebraic"),
    *("jewish", "buddis", "buddh", "induis", "hindu", "atea", "ateo", "atheis", "geova", "jehovah"),
    *("ramadan", "moschea", "mosque", "sinagog", "synagog", "religio", "ortodoss", "orthodox", "protestant"),
    *("evangelic", "chiesa", "church", "sikh", "mormon"),
)
INSULTS = (
    *("stronz", "cretin", "idiot", "scem", "imbecill", "deficient", "puttan", "troia", "antipatic", "cafon"),
    *("maleducat", "rompicogl", "rompipall", "rompiscat", "zoccol", "racchi", "ciccion", "grasson", "tirchi"),
    *("pezzent", "isteric", "coglion", "cazz", "vaffanc", "merd", "zingar", "negr", "froci", "ricchion"),
    *("handicappat", "ritardat", "odios", "taccagn", "spilorc", "stupid", "bitch", "moron", "asshole"),
    *("cunt", "jerk", "annoying", "dumb", "cheapskate", "stingy", "retard", "whore", "slut", "faggot"),
)
ALSO_NAMES = ("cristian", "christian", "chiesa", "church", "negr", "zoccol", "cazz")
CHILDREN = (
    *("figli[oae]?", "bambin[oaie]", "bimb[oaie]", "nipot(?:e|i|ino|ina)", "neonat[oa]"),
    *("sons?", "daughters?", "child(?:ren)?", "kids?", "grandsons?", "granddaughters?", "baby"),
)
NAMED = (
    *("si chiama", "si chiamano", "che si chiama", "di nome", "piccol[oa]", "grande", "maggiore", "minore"),
    *("is called", "is named", "named", "called"),
)
