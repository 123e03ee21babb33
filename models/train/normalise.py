"""The normaliser, as in src/core/text/normalise.ts: one text in, what the classifier reads out.

Both files do the same steps in the same order; test/ml/golden.json and test/core/text/normalise*.test.ts hold them
together. Only plain character classes are used (no \\w, \\s or case-insensitive flags), because those differ between
Python and JavaScript and between Unicode versions.
"""
import re
import unicodedata

MAX_INPUT = 8192  # code points read of one text; the rest cannot change a score

# Letters that look like Latin ones: Cyrillic, Greek, small capitals. Pairs "look-alike, Latin".
LOOKALIKES = (
    "аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhӏlАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌGҮY"
    "αaοoνvρpιiκkυuχxΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
    "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɑaɡgıi"
)
LOOK = {ord(LOOKALIKES[i]): LOOKALIKES[i + 1] for i in range(0, len(LOOKALIKES), 2)}
# Turkish uses the dotless i: it is a look-alike only inside small-capital disguise, so it is left alone.
LOOK.pop(0x131, None)

QUOTES = {
    0x2018: "'", 0x2019: "'", 0x201A: "'", 0x201B: "'", 0x2BC: "'", 0xB4: "'", 0x60: "'", 0x2032: "'",
    0x201C: '"', 0x201D: '"', 0x201E: '"', 0x201F: '"', 0xAB: '"', 0xBB: '"', 0x2033: '"',
    0x2039: "'", 0x203A: "'",
    0x2026: "...", 0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2212: "-", 0x2014: " - ", 0x2015: " - ",
}
NEWLINES = {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}
SPACES = {0x09, 0x20, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000} | set(range(0x2000, 0x200B))
# [from, to] of code points dropped without a trace: controls, zero-width, bidi, variation selectors, marks, surrogates
DROPPED = [
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x300, 0x36F), (0x61C, 0x61C), (0x180B, 0x180E), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x206F), (0x20D0, 0x20FF), (0xD800, 0xF8FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
    (0xFEFF, 0xFEFF), (0xFFF0, 0xFFFF), (0xE0000, 0x10FFFF),
]
# pictures and arrows: replaced by a space
PICTURES = [
    (0x203C, 0x203C), (0x2049, 0x2049), (0x2022, 0x2023), (0x2043, 0x2043), (0x2122, 0x2122), (0x2190, 0x2211), (0x2213, 0x23FF), (0x2500, 0x2BFF), (0x3030, 0x3030),
    (0x303D, 0x303D), (0x3297, 0x3297), (0x3299, 0x3299), (0x1F000, 0x1FAFF),
]
# letters in disguise (wide, mathematical, circled, raised): folded by NFKC, one code point at a time
DISGUISED = [
    (0x2B0, 0x2B8), (0x1D2C, 0x1D6A), (0x2070, 0x209C), (0x2102, 0x2121), (0x2123, 0x2149), (0x2460, 0x24FF), (0xFB00, 0xFB06),
    (0xFF01, 0xFFEE), (0x1D400, 0x1D7FF), (0x1F130, 0x1F149),
]

ENTITY = re.compile(r"&(amp|lt|gt|quot|nbsp|#39|#x27);")
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": " ", "#39": "'", "#x27": "'"}
MD_LINK = re.compile(r"\[([^\]\n]{1,120})\]\((?:https?://|www\.|/)[^) \n]*\)")
MD_LINE = re.compile(r"(^|\n) {0,8}(?:[-*+>] {0,4}|#{1,6} )(?=[^ \n])")
MD_MARK = re.compile(r"\*\*|__|~~")
PLACEHOLDER = re.compile(r"<(?:url|email|user)>")
URL = re.compile(r"(?:[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\.)[^ ]*")
EMAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
BARE = re.compile(
    r"(?<![A-Za-z0-9@._-])(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:com|org|net|io|ai|co|ly|gov|edu|me|app|dev|xyz|gl)"
    r"(?:/[^ ]*)?(?![A-Za-z0-9-])"
)
RETWEET = re.compile(r"^ *RT @[A-Za-z0-9_]{1,40}:? *")
MENTION = re.compile(r"(?<![A-Za-z0-9_@.])@{1,2}[A-Za-z0-9_]{1,40}(?:[.@][A-Za-z0-9.-]{1,60})?")
REDDIT_USER = re.compile(r"(?<![A-Za-z0-9_/])/?u/[A-Za-z0-9_-]{3,25}")
LEADING = re.compile(r"^[ .,:;]+(?=[^ .])")
DASHES = re.compile(r" *--+ *")
SPACE_POINT = re.compile(r" +([,;:!?]|\.(?!\.))(?= |$)")
MANY_SPACES = re.compile(r" {2,}")


def _ranges(pairs):
    return [c for a, b in pairs for c in range(a, b + 1)]


def _table():
    """Code point -> what stands for it; absent = itself. Later entries win, as the order of tests in the TypeScript."""
    t = {}
    for c in _ranges(PICTURES):
        t[c] = " "
    for c in _ranges(DISGUISED):
        t[c] = unicodedata.normalize("NFKC", chr(c))
    for i in range(26):  # negative circled and squared letters have no NFKC form
        t[0x1F150 + i] = t[0x1F170 + i] = chr(65 + i)
    for c in _ranges(DROPPED):
        t[c] = ""
    for c in SPACES:
        t[c] = " "
    for c in NEWLINES:
        t[c] = "\n"
    t.update(QUOTES)
    return t


TABLE = _table()


def _latin(c):
    return 65 <= c <= 90 or 97 <= c <= 122 or 0xC0 <= c <= 0x24F or 0x1E00 <= c <= 0x1EFF


def _greek_cyrillic(c):
    return 0x370 <= c <= 0x52F or 0x1D00 <= c <= 0x1D2B or c in LOOK


def _unmask(text):
    """In a text that is mostly Latin, words whose foreign letters all look Latin become Latin."""
    if not any(_greek_cyrillic(ord(c)) for c in text):
        return text
    latin = sum(_latin(ord(c)) for c in text)
    other = sum(_greek_cyrillic(ord(c)) for c in text)
    if latin <= other:
        return text
    out = []
    for word in re.split("([ \n])", text):
        if all(ord(c) in LOOK for c in word if _greek_cyrillic(ord(c))):
            word = "".join(LOOK.get(ord(c), c) for c in word)
        out.append(word)
    return "".join(out)


def _cap_repeats(text):
    """No character more than three times in a row."""
    out = []
    for c in text:
        if len(out) >= 3 and out[-1] == c and out[-2] == c and out[-3] == c:
            continue
        out.append(c)
    return "".join(out)


def _drop_trailing_hashtags(text):
    words = text.split(" ")
    while words and (words[-1] == "" or (words[-1][0] == "#" and len(words[-1]) > 1)):
        words.pop()
    return " ".join(words)


def _strip_quotes(text):
    for _ in range(2):
        for q in ('"', "'"):
            if len(text) > 4 and text[0] == q and text[-1] == q and q not in text[1:-1]:
                text = text[1:-1].strip(" ")
    return text


def normalise(text):
    """What the classifier reads. Never raises on a str; lone surrogates are dropped; at most MAX_INPUT code points are read."""
    t = text[:MAX_INPUT]
    t = ENTITY.sub(lambda m: ENTITIES[m.group(1)], t)
    t = "".join(c for c in t if not 0xD800 <= ord(c) <= 0xDFFF)
    t = unicodedata.normalize("NFC", t).translate(TABLE)
    t = _unmask(t)
    t = MD_LINK.sub(r"\1 ", t)
    t = MD_LINE.sub(r"\1", t)
    t = MD_MARK.sub("", t)
    t = MANY_SPACES.sub(" ", t.replace("\n", " "))
    t = RETWEET.sub("", t)
    t = PLACEHOLDER.sub(" ", t)
    t = URL.sub(" ", t)
    t = MENTION.sub(" ", t)
    t = EMAIL.sub(" ", t)
    t = BARE.sub(" ", t)
    t = REDDIT_USER.sub(" ", t)
    t = _drop_trailing_hashtags(MANY_SPACES.sub(" ", t))
    t = t.replace("#", "")
    t = DASHES.sub(" - ", t)
    t = MANY_SPACES.sub(" ", t).strip(" ")
    t = SPACE_POINT.sub(r"\1", t)
    t = LEADING.sub("", t)
    t = _strip_quotes(t)
    return _cap_repeats(MANY_SPACES.sub(" ", t)).strip(" ")
