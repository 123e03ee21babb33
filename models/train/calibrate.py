"""Calibration tables: how human posts of each length band and language score, from texts that the scoring model never saw.

Every human row is scored by a model that was not trained on its source (cross-fitting by source), so each source stands in for
one not met yet. Sources are weighed by the square root of their size, so that one corpus does not speak for all humans; and the
tail is taken MARGIN times fuller than it is, because the next source will differ from those at hand.
"""
import numpy as np

PERCENTS = [1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 93, 95, 97, 98, 99, 99.5, 99.8, 99.9, 99.95, 99.98, 99.99, 99.995]
BANDS = [("short", 8), ("medium", 16), ("long", 32), ("longest", 80)]
HUMANS_PER_BUDGET = 2.0
MIN_HUMANS = 100
MIN_SOURCES = 2  # one source of humans says nothing about the next: such a band is not covered
MARGIN = 1.5
FEW_SOURCES, FEW_MARGIN = 5, 2.5  # fewer sources than this: the next one may differ more, and budgets beyond 1 in 100 are refused
OFF_TOPIC = 0.25
SOCIAL = ("tweet", "reply", "reddit", "forum", "review")


def band_of(words):
    names = np.full(len(words), "", object)
    for name, start in BANDS:
        names[words >= start] = name
    return names


def source_weights(source, social=None, power=0.5):
    """Weights of rows: each source by size ** power; texts that are no posts (news, essays, abstracts) count OFF_TOPIC times."""
    names, inverse, counts = np.unique(source, return_inverse=True, return_counts=True)
    w = (counts ** power / counts)[inverse]
    if social is not None:
        w = w * np.where(social, 1.0, OFF_TOPIC)
    return w / w.sum()


def quantiles(score, weight, percents, margin=MARGIN):
    """Weighted quantiles; above the median the share above a score is multiplied by up to `margin`.

    The margin fades in between the 50th and the 95th percentile. Beyond the data, the last score goes on in steps.
    """
    order = np.argsort(score)
    s, w = score[order], weight[order]
    cum = np.cumsum(w) - w / 2
    p = np.asarray(percents) / 100
    factor = 1 + (margin - 1) * np.clip((p - 0.5) / 0.45, 0, 1)
    out = np.interp(1 - (1 - p) / factor, cum, s)
    return np.maximum.accumulate(np.round(out, 4))


def tables(score, words, group, source, social, percents=PERCENTS, min_sources=MIN_SOURCES):
    """[{band, group, humans, sources, scores}] of human rows with finite scores."""
    out = []
    bands = band_of(words)
    for g in sorted(set(group) - {""}):
        for b, _ in BANDS:
            m = (group == g) & (bands == b)
            if m.sum() < MIN_HUMANS:
                continue
            n = len(np.unique(source[m]))
            if n < min_sources:
                continue
            out.append({"band": b, "group": g, "humans": int(m.sum()), "sources": n,
                        "scores": [float(v) for v in quantiles(score[m], source_weights(source[m], social[m]), percents,
                                                              MARGIN if n >= FEW_SOURCES else FEW_MARGIN)]})
    return out


def supports(table, budget):
    """Are there human texts and sources enough behind a table for 1 in `budget`? As in src/core/detect/calibrate.ts."""
    return table["humans"] >= budget * HUMANS_PER_BUDGET and (budget <= 100 or table["sources"] >= FEW_SOURCES)


def threshold(table, budget, percents=PERCENTS):
    """The score above which a post is flagged at 1 in `budget`."""
    return float(np.interp(100 - 100 / budget, percents, table["scores"]))
