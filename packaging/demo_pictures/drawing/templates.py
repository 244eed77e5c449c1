"""Which drawing a look asks for."""

from collections.abc import Callable

from .backpacks import backpack
from .ballerinas import ballerina
from .belts import belt
from .boots import chelsea, laceboot
from .buckets import bucket
from .clutches import clutch
from .coats import coat
from .crossbody import crossbody
from .derby import derby
from .dresses import dress, skirt, trousers
from .heeledboots import ankleboot
from .knit import knit
from .loafer import loafer
from .parts import Part, Surface
from .pumps import pump
from .sandals import sandal
from .sneakers import sneaker
from .totes import tote
from .wallets import wallet
from .woollens import gloves, hat, scarf

Look = dict[str, str | int]

TEMPLATES: dict[str, Callable[..., list[Part]]] = {
    "derby": derby,
    "loafer": loafer,
    "chelsea": chelsea,
    "laceboot": laceboot,
    "ankleboot": ankleboot,
    "pump": pump,
    "ballerina": ballerina,
    "sneaker": sneaker,
    "sandal": sandal,
    "crossbody": crossbody,
    "tote": tote,
    "bucket": bucket,
    "clutch": clutch,
    "backpack": backpack,
    "knit": knit,
    "scarf": scarf,
    "hat": hat,
    "gloves": gloves,
    "belt": belt,
    "wallet": wallet,
    "coat": coat,
    "dress": dress,
    "trousers": trousers,
    "skirt": skirt,
}
LONG_NAMES = {"sole": "sole_kind", "heel": "heel_kind", "strap": "carried_by"}


def parts_of(look: Look) -> list[Part]:
    wishes: dict[str, object] = {LONG_NAMES.get(name, name): value for name, value in look.items()}
    if "finish" in wishes:
        wishes["surface"] = Surface(wishes.pop("finish"))
    return TEMPLATES[str(wishes.pop("shape"))](**wishes)
