import stat
import tomllib

import pytest

from clienteling.hub.settings import FILE, SettingsError, load, load_or_create
from sync.address import DEFAULT_PORT, Address


def test_the_first_start_writes_a_commented_file_that_reads_as_the_defaults(tmp_path):
    first = load_or_create(tmp_path / "new")
    path = tmp_path / "new" / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert load_or_create(tmp_path / "new") == load(tmp_path / "new") == first
    assert (first.name, first.host, first.port, first.announce) == ("Hub", "0.0.0.0", DEFAULT_PORT, True)
    assert first.addresses == ()
    assert first.database.parent == tmp_path / "new"


def test_every_setting_in_the_file_has_a_comment_above_it(tmp_path):
    load_or_create(tmp_path)
    lines = (tmp_path / FILE).read_text().splitlines()
    document = tomllib.loads("\n".join(lines))
    sources = document.pop("sources").values()
    keys = {key for table in (*document.values(), *sources) for key in table}
    for key in keys - {"port"}:
        place = next(n for n, line in enumerate(lines) if line.startswith(f"{key} ="))
        assert lines[place - 1].startswith("#"), key


def test_secrets_are_made_anew_for_each_hub(tmp_path):
    one, other = load_or_create(tmp_path / "one"), load_or_create(tmp_path / "other")
    assert len(one.source("web").said.write_key) >= 32
    assert one.source("web").said.write_key != other.source("web").said.write_key
    assert one.source("meta").said.verify_token != other.source("meta").said.verify_token
    assert one.source("meta").said.app_secret == ""
    assert repr(one.source("web")).count("Secret") == 0
    assert one.source("web").said.write_key not in repr(one)


def test_what_is_left_out_has_its_default(tmp_path):
    (tmp_path / FILE).write_text('[hub]\nname = "Brera"\n')
    read = load(tmp_path)
    assert (read.name, read.port, read.announce) == ("Brera", DEFAULT_PORT, True)
    assert read.sources == ()
    assert read.tablets.lease_ms == 30 * 24 * 3_600_000


def test_addresses_take_the_hubs_port_unless_they_name_one(tmp_path):
    (tmp_path / FILE).write_text('[hub]\nport = 99\naddresses = ["192.168.1.20", "hub.example.org:443"]\n')
    assert load(tmp_path).addresses == (Address("192.168.1.20", 99), Address("hub.example.org", 443))


def test_the_command_line_wins_over_the_file(tmp_path):
    read = load_or_create(tmp_path)
    assert read.listening_on(None, None) == read
    assert (read.listening_on("127.0.0.1", 0).host, read.listening_on("127.0.0.1", 0).port) == (
        "127.0.0.1",
        0,
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[hub]\nport = 70000\n", "port"),
        ("[hub]\nport = -1\n", "port"),
        ("[hub]\nport = true\n", "port"),
        ('[hub]\nport = "7443"\n', "port"),
        ("[hub]\nname = 5\n", "name"),
        ('[hub]\nannounce = "yes"\n', "announce"),
        ("[tablets]\nlease_days = -1\n", "lease_days"),
        ("[tablets]\nlease_days = 1.5\n", "lease_days"),
        ("[tablets]\nlease_days = 10000\n", "lease_days"),
        ('[hub]\naddresses = "a b"\n', "addresses"),
        ("[hub]\naddresses = [5]\n", "addresses"),
        ('[sources.web]\nkind = "segment"\nwrite_key = 5\n', "write_key"),
        ('[sources.web]\nkind = "segment"\nwriet_key = "k"\n', "wriet_key"),
        ('[sources.web]\nkind = "segment"\ntrust_email = "no"\n', "trust_email"),
        ('[sources.web]\nkind = "sgement"\n', "kind"),
        ("[sources.web]\n", "kind"),
        ('[sources."Web site"]\nkind = "segment"\n', "Web site"),
        ("sources = 5\n", "sources"),
        ("[sources]\nweb = 5\n", "sources.web"),
        ("[intake]\nkeep_raw_days = 0\n", "keep_raw_days"),
        ("hub = 5\n", "hub"),
        ('[hub]\nnmae = "Brera"\n', "nmae"),
        ('[mesenger]\napp_secret = "s"\n', "mesenger"),
        ("port = 7443\n", "port"),
    ],
)
def test_a_bad_value_is_named_with_its_file_and_what_to_write(tmp_path, text, key):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(SettingsError) as caught:
        load(tmp_path)
    message = str(caught.value)
    assert str(tmp_path / FILE) in message
    assert key in message
    assert "rite " in message


def test_a_secret_is_repeated_in_no_error_and_no_representation(tmp_path):
    (tmp_path / FILE).write_text('[sources.meta]\nkind = "meta"\napp_secret = ["hunter2"]\n')
    with pytest.raises(SettingsError) as caught:
        load(tmp_path)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("content", [b"[hub\n", b'[hub]\nname = "\xff"\n', b"name = \n"])
def test_a_file_that_is_no_toml_is_named(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(SettingsError, match="not valid TOML"):
        load(tmp_path)
