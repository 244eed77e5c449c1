from clienteling.hub.authority.rights import MAY_WRITE
from clienteling.replicated import REGISTRY


def test_what_takes_a_right_names_its_author() -> None:
    assert [name for name in MAY_WRITE if "associate_id" not in REGISTRY[name].columns] == []


def test_whoever_adds_a_record_about_no_customer_says_whose_it_is_to_write() -> None:
    shared = (c.name for c in REGISTRY if c.written_by_devices and not c.group)
    assert [name for name in shared if name not in MAY_WRITE] == []
