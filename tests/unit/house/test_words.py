"""Texts go through one translator, which can be taken out again."""

from street_works.plugin.words import tr, use_translator


def test_english_until_a_translator_is_there_and_after() -> None:
    assert tr("Street") == "Street"
    use_translator(lambda text: {"Street": "Stryd"}.get(text, text))
    try:
        assert tr("Street") == "Stryd"
        assert tr("Clash") == "Clash"
    finally:
        use_translator()
    assert tr("Street") == "Street"
