from clienteling.demo.chain import Chain
from tests.hub.little_house import settled


def test_the_story_reads_what_the_hub_says_in_english_on_an_italian_machine_too(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "it_IT.UTF-8")
    chain = Chain(tmp_path)
    settled(chain.data)
    assert chain.command("erasures").strip() == "Nobody was erased."
