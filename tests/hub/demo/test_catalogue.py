from io import BytesIO

import pytest
from PIL import Image, ImageStat

from clienteling import resources
from clienteling.catalog.values import Colour, Family
from clienteling.hub.demo.catalogue import read
from clienteling.hub.demo.values import Catalogue, DemoProduct, DemoVariant
from clienteling.scan.numbers import check_digit_agrees

ALL_PICTURES = 4.5 * 1024 * 1024


@pytest.fixture(scope="module")
def house() -> Catalogue:
    return read()


@pytest.fixture(scope="module")
def variants(house: Catalogue) -> list[DemoVariant]:
    return [variant for product in house.products for variant in product.variants]


def product_named(house: Catalogue, name: str) -> DemoProduct:
    return next(product for product in house.products if product.name == name)


def test_the_house_is_a_small_shop_with_every_family(house):
    assert len(house.products) == 120
    assert {product.family for product in house.products} == set(Family)


def test_every_ean_is_valid_in_house_and_nobody_elses(variants):
    assert all(
        len(variant.ean) == 13 and check_digit_agrees(variant.ean) and variant.ean.startswith("20")
        for variant in variants
    )
    assert len({variant.ean for variant in variants}) == len(variants)


def test_ids_skus_and_names_are_unique(house, variants):
    assert len({variant.id for variant in variants}) == len(variants)
    assert len({variant.sku for variant in variants}) == len(variants)
    assert len({product.id for product in house.products}) == len(house.products)
    assert len({product.name for product in house.products}) == len(house.products)


def test_every_product_is_described_in_both_languages(house):
    for product in house.products:
        assert product.description.it.endswith(".")
        assert product.description.en.endswith(".")
        assert product.description.it != product.description.en
        assert len(set(product.keywords)) == len(product.keywords) >= 3


def test_sizes_are_those_a_label_would_show(house):
    shown = {
        Family.SHOES: {str(size) for size in range(35, 43)},
        Family.BAGS: {""},
        Family.KNITWEAR: {"", "XS", "S", "M", "L", "XL"},
        Family.BELTS: {str(size) for size in range(75, 101, 5)},
        Family.LEATHER_GOODS: {""},
        Family.CLOTHING: {str(size) for size in range(38, 49, 2)},
    }
    for product in house.products:
        sizes = {variant.size for variant in product.variants}
        assert sizes <= shown[product.family]
        assert len(product.variants) == len(sizes) * len({variant.colour for variant in product.variants})


def test_prices_are_those_of_a_shop(variants):
    assert all(2000 <= variant.price_cents <= 40000 for variant in variants)


def test_every_colour_of_every_product_has_its_own_picture(variants):
    pictures = {variant.picture for variant in variants}
    assert len(pictures) == len({(variant.product_id, variant.colour) for variant in variants})
    assert len({path.read_bytes() for path in pictures}) == len(pictures)
    assert set((resources.path("demo", "pictures")).iterdir()) == pictures


def test_every_picture_is_drawn_large_and_stands_on_nothing(variants):
    for path in {variant.picture for variant in variants}:
        with Image.open(BytesIO(path.read_bytes())) as picture:
            assert (picture.format, picture.size, picture.mode) == ("WEBP", (640, 640), "RGBA")
            alpha = picture.getchannel("A")
            assert alpha.getpixel((0, 0)) == 0
            covered = ImageStat.Stat(alpha).mean[0] / 255
            drawn = ImageStat.Stat(picture.convert("L"), alpha.point(lambda value: 255 * (value > 128)))
        assert 0.05 < covered < 0.9, path.name
        assert drawn.stddev[0] > 8, path.name


def test_pictures_are_light_enough_for_a_first_pull(variants):
    sizes = [path.stat().st_size for path in {variant.picture for variant in variants}]
    assert sum(sizes) < ALL_PICTURES
    assert max(sizes) < 24 * 1024


def test_the_story_finds_its_products(house):
    nora = product_named(house, "Stringata Nora")
    assert nora.price_cents == 15900
    assert {variant.colour for variant in nora.variants} == {Colour.BLACK, Colour.TAN, Colour.BROWN}
    assert {variant.size for variant in nora.variants} == {str(size) for size in range(35, 43)}
    alba = product_named(house, "Borsa Tracolla Alba")
    assert alba.price_cents == 18900
    assert {Colour.TAN, Colour.BLACK, Colour.BROWN} <= {variant.colour for variant in alba.variants}
    assert product_named(house, "Cintura Lia").price_cents == 5900
    assert product_named(house, "Stringata Nora Goodyear").price_cents > nora.price_cents


def test_a_step_up_is_another_dearer_product_with_its_argument(house):
    products = {product.id: product for product in house.products}
    for step in house.step_ups:
        assert products[step.better_id].price_cents > products[step.product_id].price_cents
        assert step.argument.it
        assert step.argument.en
    nora = next(step for step in house.step_ups if step.product_id == "nora")
    assert (nora.better_id, nora.argument.it) == ("nora-goodyear", "stesso modello, suola cucita")


def test_goes_with_names_two_products_and_a_share_of_receipts(house):
    ids = {product.id for product in house.products}
    pairs = [(pair.product_id, pair.other_product_id) for pair in house.goes_with]
    assert len(set(pairs)) == len(pairs)
    for pair in house.goes_with:
        assert pair.product_id != pair.other_product_id
        assert {pair.product_id, pair.other_product_id} <= ids
        assert 0 < pair.share < 1
    best = max((pair for pair in house.goes_with if pair.product_id == "nora"), key=lambda pair: pair.share)
    assert best.other_product_id == "lia"
