"""Ways to get in touch past the shop, written on a picture: numbers to call, addresses, chat accounts."""

import re
from collections.abc import Iterator

from core.messages import Sentence, message
from core.moderation.writing.phone_numbers import phone_numbers
from core.moderation.writing.seen import Seen

_EMAIL = re.compile(r"[a-z0-9][\w.+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE | re.ASCII)
_WEB = re.compile(
    r"(?:https?\s?:\s?/?/?\s?|(?<![a-z])w{3}\s?[.,]\s?)[a-z0-9-]+(?:\s?\.\s?[a-z0-9-]+)+(?:/[\w./?=&%-]*)?",
    re.IGNORECASE | re.ASCII,
)
_NAME = r"(?<![\w@.-])[a-z0-9][a-z0-9-]+(?:\.[a-z0-9-]+)*"
_END = r"(?:/[\w./?=&%-]*)?(?![\w-])"
_SURE_DOMAIN = re.compile(
    rf"{_NAME}\.(?:com(?:\.[a-z]{{2}})?|net|org|info|biz|shop|store|online|top|xyz|app|vip|cn){_END}",
    re.IGNORECASE | re.ASCII,
)
_DOMAIN = re.compile(
    r"(?<!\S)[a-z][a-z0-9-]{3,}\.(?:de|fr|se|dk|fi|nl|pl|eu|co\.uk|hk|tw|jp|kr|ru|us|io|cc)(?!\S)",
    re.IGNORECASE | re.ASCII,
)
_ACCOUNT = r"\s?(?:号|id)?\s?[:=]?\s?[a-z][\w-]{5,19}"
_CHAT_ACCOUNT = re.compile(
    rf"(?:[微徽薇]信|(?<![a-z])(?:wechat|weixin|vx|wx)(?=\W|号|id)){_ACCOUNT}"
    r"|(?<![a-z])qq\s?(?:群|号)?\s?:?\s?[1-9]\d{4,10}(?!\d)"
    r"|(?<![a-z])(?:t|wa)\.me/\+?\w+"
    r"|(?<![a-z])(?:whats\s?app|telegram|viber|line|kakao\s?talk|skype|instagram|insta|ig)"
    r"\s?(?:id)?\s?:\s?@?[+\w][\w .-]{4,19}",
    re.IGNORECASE | re.ASCII,
)
_CHAT = re.compile(
    r"[微徽薇]信(?!支付|付款)|(?:加|联系)\s?(?:v|vx|微|薇)(?![a-z])|企鹅号|扣扣|钉钉|抖音号|快手号|小红书号"
    r"|扫码加|加好友|加群"
    r"|(?<![a-z])(?:we\s?chat|whats\s?app|telegram|viber|kakao\s?talk|line\s?id|skype)(?![a-z])",
    re.IGNORECASE,
)
_SENTENCES = {
    "phone": message("core", "A telephone number: {written}."),
    "mail": message("core", "An e-mail address: {written}."),
    "web": message("core", "A web address: {written}."),
    "account": message("core", "A chat account: {written}."),
    "chat": message("core", "It names a chat: {written}."),
}


def contacts_in(text: str) -> list[Seen]:
    """Every way to get in touch that a row of writing tells, each once."""
    found = [*_chats(text), *_addresses(text)]
    for number, score in phone_numbers(text):
        if not any(number in str(one.text.values["written"]) for one in found):  # of a chat account
            found.append(_seen("phone", number, score))
    return found


def _chats(text: str) -> Iterator[Seen]:
    accounts = list(_CHAT_ACCOUNT.finditer(text))
    for match in accounts:
        yield _seen("account", match[0], 1.0)
    if not accounts:
        for match in _CHAT.finditer(text):
            yield _seen("chat", match[0], 0.8)


def _addresses(text: str) -> Iterator[Seen]:
    rest = text
    for pattern, what, score in (
        (_EMAIL, "mail", 1.0),
        (_WEB, "web", 1.0),
        (_SURE_DOMAIN, "web", 0.9),
        (_DOMAIN, "web", 0.7),
    ):
        for match in pattern.finditer(rest):
            yield _seen(what, match[0], score)
        rest = pattern.sub(" ", rest)


def _seen(what: str, written: str, score: float) -> Seen:
    return Seen(score, Sentence(_SENTENCES[what], {"written": " ".join(written.split())}))
