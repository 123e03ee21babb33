"""The n-gram model: one for each fold (that fold's sources unseen) and one on everything.

    python3 models/train/train_ngrams.py --work DIR

writes WORK/ngrams.fold<k>.npz and WORK/ngrams.full.npz (weights, bias) and WORK/ngrams.scores.npy (each row's score by a
model that never saw its source). What exists already is kept: delete it to train anew.
"""
import argparse
import os
import sys
import time

import numpy as np
import pandas as pd

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from linear import fit, load_matrix, rarity, row_weights  # noqa: E402
from loso import show  # noqa: E402


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", required=True)
    ap.add_argument("--bits", type=int, default=20)
    ap.add_argument("--l2", type=float, default=1e-7)
    ap.add_argument("--iterations", type=int, default=60)
    ap.add_argument("--name", default="ngrams")
    ap.add_argument("--folds", default="0,1,2,3,4,full")
    ap.add_argument("--features", default="ngrams")
    ap.add_argument("--frontier", type=float, default=6.0)
    ap.add_argument("--permissive", action="store_true", help="only sources with a stated permissive licence, and our own posts")
    args = ap.parse_args()
    rows = pd.read_pickle(os.path.join(args.work, "rows.pkl"))
    x = load_matrix(args.work, args.features, args.bits)
    prior = rarity(x)
    y, fold = rows.label.to_numpy(), rows.fold.to_numpy()
    scores = np.full(len(rows), np.nan, np.float32)
    for k in [None if f == "full" else int(f) for f in args.folds.split(",")]:
        path = os.path.join(args.work, f"{args.name}.{'full' if k is None else f'fold{k}'}.npz")
        if not os.path.exists(path):
            start = time.time()
            usable = rows.train & (rows.permissive if args.permissive else True)
            w = row_weights(rows.assign(train=usable & (rows.fold != k)), frontier=args.frontier)
            i = np.flatnonzero(w > 0)
            weights, bias = fit(x[i], y[i], w[i], args.l2, args.iterations, prior=prior)
            np.savez(path, weights=weights, bias=bias)
            print(f"{path}: {len(i)} rows, {time.time() - start:.0f} s", flush=True)
        if k is not None:
            model = np.load(path)
            at = np.flatnonzero(fold == k)
            scores[at] = x[at] @ model["weights"] + model["bias"]
    np.save(os.path.join(args.work, args.name + ".scores.npy"), scores)
    show(rows, scores, args.name)


if __name__ == "__main__":
    main()
