import pytest

from clienteling.customers.names import agree, same


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Niccolò D'Amico", "NICCOLO' DAMICO", True),
        ("Nicolo D\u2019Amico", "d amico nicolò", True),
        ("Anna De Luca", "DELUCA ANNA", True),
        ("Anna Maria Rossi", "Annamaria Rossi Bianchi", True),
        ("Rossi Bianchi Ada", "Ada Rossi", True),
        ("Ada", "", True),
        ("Mario Rossi", "Maria Rossi", False),
        ("Ada Rossi", "Ugo Rossi", False),
        ("Ada Rossi", "Ada Verdi", False),
        ("李 娜", "王 伟", False),
        ("Łucja", "Lucia", False),
    ],
)
def test_names_are_compared_as_italians_write_them(one, other, may_be):
    assert agree(one, other) is agree(other, one) is may_be


def test_only_whole_names_say_that_somebody_is_the_same():
    assert same("Ada Conti", "CONTI ADA")
    assert not same("Ada", "Ada")
    assert not same("Ada Conti", "")
