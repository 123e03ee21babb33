"""Which language a text counts as: small words of uncovered languages first, then the network's language head.

The list of small words is read from src/core/text/language.ts, so that there is one.
"""
import os
import re

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
SHARE = 0.1


def _votes():
    with open(os.path.join(HERE, "../../src/core/text/language.ts"), encoding="utf-8") as f:
        source = f.read()
    votes = {}
    for language, words in re.findall(r'^  (\w\w): "([^"]*)"', source, re.M):
        for word in words.split(" "):
            votes.setdefault(word, []).append(language)
    return votes


VOTES = _votes()
FOREIGN_SCRIPT = re.compile("[\u0370-\u03ff\u0530-\u05ff\u0700-\u08ff\u0980-\u10ff\u1200-\u17ff]")
SPLIT = re.compile(r"[^\w']+|[0-9_]+")


def uncovered(normalised):
    """The uncovered language that a normalised text is in, or ""."""
    if len(FOREIGN_SCRIPT.findall(normalised)) > len(normalised) / 3:
        return "other"
    words = [w for w in SPLIT.split(normalised.lower()) if w][:200]
    votes = {}
    for w in words:
        for language in VOTES.get(w, ()):
            votes[language] = votes.get(language, 0) + 1
    best = max(votes, key=votes.get, default="")
    return best if best and votes[best] >= max(2, SHARE * len(words)) else ""


def choose(texts, odds, codes):
    """The language code of each text, or "" where none is covered. odds: [texts, len(codes)]"""
    first = np.asarray(codes, dtype=object)[np.argmax(odds, 1)]
    return np.array([("" if uncovered(t) else c) for t, c in zip(texts, first)], dtype=object)
