"""Sentences stand together as each language has them."""

from desktop_app.look.wording import together


def test_sentences_stand_apart_by_a_space_where_their_stop_has_none_in_it() -> None:
    assert together("It is in use.", "", "Searches go on.") == "It is in use. Searches go on."
    assert together("已启用。", "可以照常查找。") == "已启用。可以照常查找。"
    assert together("") == ""
