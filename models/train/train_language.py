"""The language head: a softmax over hashed n-grams of the bare text.

    python3 models/train/train_language.py --work DIR

writes WORK/language.npz (weights [2 ** 14, languages], bias, codes) and prints the share of right answers on rows kept aside.
"""
import argparse
import os
import sys

import numpy as np
import pandas as pd
import scipy.optimize

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from linear import load_matrix  # noqa: E402

BITS = 14
CODES = ["en", "de", "fr", "es", "pt", "it", "ro", "da", "tr", "id", "zh", "ja", "ko", "ru", "hi", "ar"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", required=True)
    work = ap.parse_args().work
    rows = pd.read_pickle(os.path.join(work, "rows.pkl"))
    rng = np.random.default_rng(7)
    devanagari = rows.text.str.contains("[\u0900-\u097f]")
    ok = rows.lang.isin(CODES) & ~rows.source.str.startswith("nc_") & (rows.words >= 4) & ((rows.lang != "hi") | devanagari)
    ok &= (rows.source != "moltbook")
    codes = [c for c in CODES if (ok & (rows.lang == c)).sum() >= 20]
    if not codes:
        sys.exit("No rows say which language they are in (\"lang\": \"en\" ...)")
    pick = np.concatenate([rng.permutation(np.flatnonzero(ok & (rows.lang == c)))[:5000] for c in codes])
    rng.shuffle(pick)
    x = load_matrix(work, "bare", BITS)[pick]
    y = np.array([codes.index(c) for c in rows.lang.to_numpy()[pick]])
    cut = len(pick) * 9 // 10
    n, k = 1 << BITS, len(codes)
    weight = 1 / np.sqrt(np.bincount(y[:cut], minlength=k))[y[:cut]]
    weight = weight / weight.sum()

    def loss(theta):
        w, b = theta[:n * k].reshape(n, k), theta[n * k:]
        f = x[:cut] @ w + b
        f -= f.max(1, keepdims=True)
        p = np.exp(f)
        p /= p.sum(1, keepdims=True)
        at = np.arange(cut)
        value = -(weight * np.log(np.maximum(p[at, y[:cut]], 1e-12))).sum() + 5e-7 * (w ** 2).sum()
        p[at, y[:cut]] -= 1
        p *= weight[:, None]
        return value, np.concatenate([(x[:cut].T @ p + 1e-6 * w).ravel(), p.sum(0)])

    theta = scipy.optimize.minimize(loss, np.zeros(n * k + k), jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    w, b = theta[:n * k].reshape(n, k), theta[n * k:]
    guess = np.argmax(x[cut:] @ w + b, 1)
    long = rows.long_enough.to_numpy()[pick][cut:]
    for c in codes:
        m = (y[cut:] == codes.index(c)) & long
        print(f"{c}: {100 * (guess[m] == y[cut:][m]).mean():.1f} % of {m.sum()}")
    np.savez(os.path.join(work, "language.npz"), weights=w.astype(np.float32), bias=b.astype(np.float32), codes=np.array(codes))


if __name__ == "__main__":
    main()
