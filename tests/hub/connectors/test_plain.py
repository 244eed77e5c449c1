import pytest

from clienteling.hub.connectors.plain import readable

HTML = (
    "<style>p{}</style><div>Buongiorno&nbsp;&amp; grazie,<br>il <b>tacco</b></div>"
    "<script>x()</script><p>Giulia"
)


def test_a_letter_in_html_is_read_as_its_words():
    assert readable(HTML, 500) == "Buongiorno & grazie,\nil tacco\nGiulia"


@pytest.mark.parametrize("words", ["3 < 5 and 7 > 2", "a <3 b", "Rossi & figli", "", "«ciao»"])
def test_plain_words_stay_as_they_are(words):
    assert readable(words, 500) == words


def test_no_letter_is_longer_than_asked():
    assert len(readable("<p>" + "parola " * 500, 100)) <= 100
    assert len(readable("x" * 500, 100)) == 100


@pytest.mark.parametrize("broken", ["<p", "<p>a</", "<![CDATA[x]]>", "<!-- never closed", "<a href='x>y</a>"])
def test_broken_html_is_no_error(broken):
    assert "<script" not in readable(broken, 500)


def test_signs_that_nobody_sees_are_gone():
    assert readable("a\x00b\u202ec\nd", 500) == "abc\nd"
    assert readable("<p>a\ud800b</p>", 500) == "ab"
