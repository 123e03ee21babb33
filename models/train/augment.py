"""Cheap evasions, as training noise, on normalised texts: the classes get the same share of each, so none of them tells."""
import re

PUNCT = re.compile(r"[.,!?;:\"()-]+")
FINAL = re.compile(r"[.!?]+$")
KEYS = {"a": "qs", "s": "ad", "d": "sf", "f": "dg", "g": "fh", "h": "gj", "j": "hk", "k": "jl", "l": "k", "q": "wa", "w": "qe", "e": "wr",
        "r": "et", "t": "ry", "y": "tu", "u": "yi", "i": "uo", "o": "ip", "p": "o", "z": "x", "x": "zc", "c": "xv", "v": "cb", "b": "vn",
        "n": "bm", "m": "n"}


def typo(word, rng):
    """One slip in a word: two letters swapped, one dropped, one doubled, or its neighbour on the keyboard."""
    if len(word) < 3:
        return word
    i = int(rng.integers(0, len(word) - 1))
    kind = rng.integers(0, 4)
    if kind == 0:
        return word[:i] + word[i + 1] + word[i] + word[i + 2:]
    if kind == 1:
        return word[:i] + word[i + 1:]
    if kind == 2:
        return word[:i] + word[i] + word[i:]
    near = KEYS.get(word[i].lower(), word[i])
    return word[:i] + near[int(rng.integers(0, len(near)))] + word[i + 1:]


def typos(text, rng, share=0.1):
    words = text.split(" ")
    n = max(1, round(share * len(words)))
    for i in rng.choice(len(words), size=min(n, len(words)), replace=False):
        words[i] = typo(words[i], rng)
    return " ".join(words)


def no_punctuation(text):
    return re.sub(" +", " ", PUNCT.sub(" ", text)).strip()


def augment(text, rng, human_start=None):
    """One training copy of a text. human_start: a human text whose first sentence may be put in front."""
    if human_start and rng.random() < 0.04:
        text = human_start[:90].rsplit(" ", 1)[0] + ". " + text
    words = text.count(" ") + 1
    if words > 16 and rng.random() < 0.4:
        parts = text.split(" ")
        n = int(rng.integers(10, len(parts)))
        at = int(rng.integers(0, len(parts) - n + 1))
        text = " ".join(parts[at:at + n])
    u = rng.random()
    if u < 0.12:
        text = no_punctuation(text).lower() if rng.random() < 0.5 else no_punctuation(text)
    elif u < 0.28:
        text = text.lower()
    elif u < 0.4:
        text = FINAL.sub("", text[:1].lower() + text[1:])
    if rng.random() < 0.1:
        text = typos(text, rng)
    return text
