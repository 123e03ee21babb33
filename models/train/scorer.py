"""Puts the two readings of a text together, as the exported graph does, for cross-fitted rows and for new texts.

score = (1 - BARE) * first + BARE * second for a text with marks, UNMARKED * second for one without any; plus the shift of its
language (WORK/shift.json, if there), so that the human tails of all languages lie at the same place.
"""
import json
import os

import numpy as np

from encode import bare, readings

BARE = 0.25
UNMARKED = 0.93


def mixed(first, second, marked):
    return np.where(marked, (1 - BARE) * first + BARE * second, UNMARKED * second)


def shifts(work):
    path = os.path.join(work, "shift.json")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def combined_scores(work, rows, shifted=True):
    """Every row's score by models that never saw its source."""
    marked = np.array([bare(t) != t for t in rows.text])
    first, second = (np.load(os.path.join(work, f"{name}.scores.npy")) for name in ("ngrams", "bare"))
    shift = shifts(work) if shifted else {}
    return mixed(first, second, marked) + rows.lang.map(lambda l: shift.get(l, 0.0)).to_numpy()


class Scorer:
    """Scores texts with the models of one fold ("fold0" ...) or the full ones ("full")."""

    def __init__(self, work, which):
        self.models = [np.load(os.path.join(work, f"{name}.{which}.npz")) for name in ("ngrams", "bare")]
        self.tables = [m["weights"] for m in self.models]
        self.biases = [float(m["bias"]) for m in self.models]
        self.shift = shifts(work)

    def _part(self, i, hashed):
        ids = hashed & np.uint32(len(self.tables[i]) - 1)
        return self.tables[i][ids].sum() / np.sqrt(max(1, len(ids))) + self.biases[i]

    def score(self, texts, lang="en"):
        """Raw scores of normalised texts of one language."""
        out = []
        for text in texts:
            whole, plain = readings(text)
            out.append(float(mixed(self._part(0, whole), self._part(1, plain), len(whole) > 0)))
        return np.array(out) + self.shift.get(lang, 0.0)
