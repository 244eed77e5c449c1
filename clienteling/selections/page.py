"""A selection as one HTML file that needs nothing beside it: its pictures are in it, nothing is fetched."""

from base64 import b64encode
from collections.abc import Callable
from html import escape

from clienteling.catalog.products import Product
from clienteling.selections import words
from clienteling.selections.values import Selection
from clienteling.wording import Wording

Blob = Callable[[str], bytes | None]
_STYLE = """
:root { color-scheme: light dark }
body { margin: 0; background: #f7f3ec; color: #1f1b16;
       font: 17px/1.5 "Hanken Grotesk", system-ui, sans-serif }
main { max-width: 960px; margin: 0 auto; padding: 40px 24px 64px }
h1 { font: 500 40px/1.1 Newsreader, Georgia, serif; margin: 0 0 8px }
h2 { font: 500 22px/1.2 Newsreader, Georgia, serif; margin: 14px 0 2px }
p { margin: 0 }
.quiet { color: #6a6156 }
.words { font: 500 21px/1.45 Newsreader, Georgia, serif; margin: 24px 0; white-space: pre-line }
ul { list-style: none; margin: 32px 0; padding: 0; display: grid; gap: 32px 24px;
     grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)) }
figure { margin: 0; background: #fffdf9; border: 1px solid #e5ddd0; border-radius: 14px; aspect-ratio: 4/3;
         display: grid; place-items: center }
img { max-width: 86%; max-height: 86%; object-fit: contain }
footer { border-top: 1px solid #e5ddd0; padding-top: 16px }
@media (prefers-color-scheme: dark) {
  body { background: #171512; color: #f1ebe1 }
  .quiet { color: #b5aa9b }
  figure { background: #211e1a; border-color: #37322b }
  footer { border-color: #37322b }
}
@media print { body { background: #fff } li { break-inside: avoid } }
"""
_KINDS = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"RIFF", "image/webp"))


def page(selection: Selection, blob: Blob, wording: Wording) -> str:
    """`wording` is her language; `blob` gives the picture of a digest, None where there is none."""
    heading = escape(words.heading(selection, wording))
    said = f'<p class="words">{escape(selection.words)}</p>' if selection.words else ""
    items = "".join(_item(product, blob, wording) for product in selection.products)
    return (
        f'<!doctype html><html lang="{escape(wording.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer">'
        f"<title>{heading}</title><style>{_STYLE}</style></head><body><main><h1>{heading}</h1>"
        f'<p class="quiet">{escape(words.chosen_by(selection, wording))}</p>{said}<ul>{items}</ul>'
        f'<footer class="quiet">{escape(words.foot(selection, wording))}</footer></main></body></html>'
    )


def _item(product: Product, blob: Blob, wording: Wording) -> str:
    label, price = words.label(product, wording), wording.money(product.price_cents)
    line = " · ".join(part for part in (label, price) if part)
    picture = _picture(blob(product.picture) if product.picture else None, product.name)
    words_below = f'<h2>{escape(product.name)}</h2><p class="quiet">{escape(line)}</p>'
    return f"<li><figure>{picture}</figure>{words_below}</li>"


def _picture(content: bytes | None, name: str) -> str:
    kind = next((kind for start, kind in _KINDS if content and content.startswith(start)), "")
    if not content or not kind:
        return ""
    return f'<img alt="{escape(name)}" src="data:{kind};base64,{b64encode(content).decode()}">'
