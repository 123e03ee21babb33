"""Weights of rows, and a linear model over hashed n-grams (logistic loss, L2, L-BFGS)."""
import os

import numpy as np
import scipy.optimize
import scipy.sparse


def load_matrix(work, name="ngrams", bits=20, rows=None):
    """CSR of the rows: 1 / sqrt(features) where a hash bucket is present. shape (rows, 2 ** bits), float32."""
    ids = np.load(os.path.join(work, name + ".ids.npy"), mmap_mode="r")
    ptr = np.load(os.path.join(work, name + ".ptr.npy"))
    cols = (np.asarray(ids) & np.uint32((1 << bits) - 1)).astype(np.int32)
    counts = np.maximum(np.diff(ptr), 1)
    data = np.repeat((1 / np.sqrt(counts)).astype(np.float32), np.diff(ptr))
    x = scipy.sparse.csr_matrix((data, cols, ptr.astype(np.int64)), shape=(len(ptr) - 1, 1 << bits))
    return x if rows is None else x[rows]


def row_weights(frame, power=0.5, cap=8000, frontier=3.0, noisy=()):
    """Each source x label x language counts by size ** power; humans and machines weigh the same within each language.

    Returns float32 of mean 1; rows that may not train get 0.
    """
    use = frame.train.to_numpy()
    key = frame.source + "|" + frame.label.astype(str) + "|" + frame.lang
    n = key[use].value_counts()
    total = np.minimum(n, cap) ** power
    total = total * (cap / cap ** power) / 100
    w = (total / n).reindex(key).fillna(0).to_numpy() * use
    ours = (frame.source == "frontier_2026").to_numpy()
    # in languages other than English these posts are the only ones of a modern model that are no hotel reviews and no building tweets
    w = w * np.where(ours, np.where(frame.lang == "en", frontier, 2 * frontier), 1.0)
    for source, factor in noisy:
        w = w * np.where(frame.source == source, factor, 1.0)
    w = w * np.clip(frame.words.to_numpy() / 10, 0.4, 1.0)
    lang, label = frame.lang.to_numpy(), frame.label.to_numpy()
    out = np.zeros(len(w))
    for l in np.unique(lang):
        h, m = (lang == l) & (label == 0), (lang == l) & (label == 1)
        sh, sm = w[h].sum(), w[m].sum()
        if sh > 0 and sm > 0:
            mean = np.sqrt(sh * sm)
            # the smaller side is lifted at most fourfold, so that a handful of rows never carries a language
            mean = min(mean, 4 * min(sh, sm))
            out[h], out[m] = w[h] * mean / sh, w[m] * mean / sm
        else:  # one class only: kept, lightly, so that the language itself says nothing
            out[h | m] = w[h | m] * 0.15
    return (out / out[use].mean()).astype(np.float32)


def rarity(x, power=2):
    """Per-feature scale for `fit`: log inverse document frequency, so that rare features are not left behind by the common ones."""
    n = x.shape[0]
    df = np.bincount(x.indices, minlength=x.shape[1]) + 1
    return np.maximum((np.log(n / df) / np.log(n / 1000)).astype(np.float32) ** power, 0.02)


def fit(x, y, w, l2=2e-6, iterations=40, start=None, smooth=0.02, prior=None):
    """Logistic regression. y in {0, 1}; w row weights; returns (weights float32, bias).

    prior: per-feature scale (features with a larger scale are regularised less).
    """
    d = x.shape[1]
    w = w / w.sum()
    xt = x.T
    target = y * (1 - 2 * smooth) + smooth
    scale = np.ones(d, np.float32) if prior is None else prior

    def loss(theta):
        v = (theta[:-1] * scale).astype(np.float32)
        f = x @ v + np.float32(theta[-1])
        value = np.sum(w * (np.logaddexp(0, f) - target * f)) + 0.5 * l2 * np.dot(theta[:-1], theta[:-1])
        p = 1 / (1 + np.exp(-f))
        r = (w * (p - target)).astype(np.float32)
        g = np.empty(d + 1)
        g[:-1] = (xt @ r) * scale + l2 * theta[:-1]
        g[-1] = r.sum()
        return float(value), g

    theta = np.zeros(d + 1) if start is None else start
    result = scipy.optimize.minimize(loss, theta, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "maxcor": 8})
    return (result.x[:-1] * scale).astype(np.float32), float(result.x[-1])
