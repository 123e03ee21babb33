"""Input encoding, as in src/ml/encode.ts: hashed n-grams of a normalised text, and its length in words and characters."""
import numpy as np

MAX_CHARS = 1200   # code points of a normalised text that are encoded
MASK32 = 0xFFFFFFFF
SEED_CHAR = 0x51ED270B
SEED_WORD = 0x2545F491

_SEP = np.zeros(0x110000, bool)
for c in range(0x21, 0x7F):
    if not chr(c).isalnum() and chr(c) != "'":
        _SEP[c] = True
for a, b in ((0xA1, 0xBF), (0x2000, 0x206F), (0x3001, 0x303F), (0x0964, 0x0965)):
    _SEP[a:b + 1] = True
for c in (0x60C, 0x61B, 0x61F):
    _SEP[c] = True
# scripts written without spaces: every character is a word (Korean has spaces, and is not among them)
_CJK = np.zeros(0x110000, bool)
for a, b in ((0x3041, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2FFFF)):
    _CJK[a:b + 1] = True
# lower case and digits, one code point at a time; only blocks on which Python and JavaScript agree
_FOLD = np.arange(0x110000, dtype=np.uint32)
for a, b in ((0x41, 0x58F), (0x1E00, 0x1EFF)):
    for c in range(a, b + 1):
        low = chr(c).lower()
        if len(low) == 1:
            _FOLD[c] = ord(low)
_FOLD[0x30:0x3A] = 0x30
SPACE = 0x20


def points(text):
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def measure(text):
    """(characters, words) of a normalised text; a character of a script without spaces counts two characters, half a word."""
    p = points(text)
    cjk = _CJK[p]
    hangul = (p >= 0xAC00) & (p <= 0xD7AF)
    wordish = ~_SEP[p] & (p != SPACE) & ~cjk
    starts = wordish & ~np.concatenate(([False], wordish[:-1]))
    return int(len(p) + cjk.sum() + hangul.sum()), float(starts.sum() + cjk.sum() / 2)


def mix(h):
    h ^= h >> np.uint32(15)
    h *= np.uint32(0x2C1B3C6D)
    h ^= h >> np.uint32(12)
    h *= np.uint32(0x297A2D39)
    h ^= h >> np.uint32(15)
    return h


P = np.uint32(16777619)


def char_hashes(p, sizes=(2, 3, 4, 5)):
    """Hashes of the character n-grams of code points p (already folded), as uint32."""
    out = []
    h = np.full(len(p), SEED_CHAR, np.uint32)
    for n in range(1, max(sizes) + 1):
        m = len(p) - n + 1
        if m <= 0:
            break
        h = (h[:m] ^ p[n - 1:]) * P
        if n in sizes:
            out.append(mix(h ^ np.uint32(n)))
    return out


def token_hashes(p):
    """One uint32 for each word, CJK character or mark of code points p."""
    sep, cjk = _SEP[p], _CJK[p]
    space = p == SPACE
    wordish = ~sep & ~space & ~cjk
    start = wordish & ~np.concatenate(([False], wordish[:-1]))
    single = sep | cjk
    first = np.flatnonzero(start | single)
    if not len(first):
        return np.zeros(0, np.uint32)
    ids = np.cumsum(start | single) - 1
    out = np.full(len(first), SEED_WORD, np.uint32)
    # position of each character inside its token; hash by rounds of one character over all tokens
    keep = wordish | single
    pos = np.arange(len(p)) - first[np.maximum(ids, 0)]
    for k in range(0, 24):
        at = np.flatnonzero(keep & (pos == k) & (ids >= 0))
        if not len(at):
            break
        out[ids[at]] = (out[ids[at]] ^ p[at]) * P
    return out


def word_hashes(w, sizes=(1, 2, 3)):
    out = []
    h = np.full(len(w), SEED_WORD, np.uint32)
    for n in range(1, max(sizes) + 1):
        m = len(w) - n + 1
        if m <= 0:
            break
        h = (h[:m] ^ w[n - 1:]) * P
        if n in sizes:
            out.append(mix(h ^ np.uint32(64 + n)))
    return out


def fold(p, lower=True):
    return _FOLD[p] if lower else np.where((p >= 0x30) & (p < 0x3A), 0x30, p).astype(np.uint32)


def hashes(text, lower=True, chars=(2, 3, 4, 5), words=(1, 2, 3)):
    """All distinct 32-bit feature hashes of a normalised text, ascending."""
    p = fold(points(text[:MAX_CHARS]), lower)
    padded = np.concatenate(([SPACE], p, [SPACE])).astype(np.uint32)
    parts = char_hashes(padded, chars) + word_hashes(token_hashes(p), words)
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0, np.uint32)


def bare(text):
    """A normalised text without its marks: the second reading, which stays when somebody strips the punctuation."""
    p = points(text[:MAX_CHARS])
    marked = "".join(" " if m else chr(c) for c, m in zip(p, _SEP[p]))
    return " ".join(w for w in marked.split(" ") if w)


def bare_hashes(text):
    return hashes(bare(text))


def readings(text):
    """(n-gram hashes of the text as it is - none if it has no marks -, n-gram hashes of the bare text)"""
    plain = bare(text)
    return (np.zeros(0, np.uint32) if plain == text[:MAX_CHARS].strip(" ") else hashes(text)), hashes(plain)


CODES = 4096      # character codes of the network; 0 is padding
PLAIN = 384       # code points below this are their own code


def codes(text, limit):
    """Character codes of a normalised text: the code point itself, or a hash above PLAIN. Case is kept, digits are one."""
    p = fold(points(text[:limit]), lower=False)
    h = mix((p ^ np.uint32(SEED_CHAR)) * P)
    return np.where(p < PLAIN, p, PLAIN + h % np.uint32(CODES - PLAIN)).astype(np.int16)
