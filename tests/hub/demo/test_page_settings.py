import stat

from clienteling.hub import settings
from clienteling.hub.demo import page_settings


def test_what_is_empty_is_filled_and_the_rest_stays(tmp_path):
    before = settings.load_or_create(tmp_path)
    file = tmp_path / settings.FILE
    assert page_settings.complete(file, "Sara, assistenza clienti")
    after = settings.load(tmp_path)
    assert after.messenger.app_secret
    assert after.messenger.page_name == "Sara, assistenza clienti"
    assert (after.segment, after.messenger.verify_token) == (before.segment, before.messenger.verify_token)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_secret_that_is_there_is_kept(tmp_path):
    settings.load_or_create(tmp_path)
    file = tmp_path / settings.FILE
    page_settings.complete(file, "Sara")
    before = file.read_text()
    assert not page_settings.complete(file, "Somebody else")
    assert file.read_text() == before
