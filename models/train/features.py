"""Hashed n-gram features of all rows, once, on disk.

    python3 models/train/features.py --work DIR

writes WORK/ngrams.ids.npy (uint32 hashes, whole) and WORK/ngrams.ptr.npy (row starts).
"""
import argparse
import multiprocessing
import os
import sys

import numpy as np
import pandas as pd

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from encode import hashes  # noqa: E402


def build(texts, processes=2, **options):
    """(ids, ptr): the distinct feature hashes of each text, concatenated."""
    with multiprocessing.Pool(processes) as pool:
        from functools import partial
        parts = list(pool.imap(partial(hashes, **options), texts, 1000))
    ptr = np.zeros(len(parts) + 1, np.int64)
    ptr[1:] = np.cumsum([len(p) for p in parts])
    return np.concatenate(parts), ptr


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", required=True)
    ap.add_argument("--cased", action="store_true")
    args = ap.parse_args()
    rows = pd.read_pickle(os.path.join(args.work, "rows.pkl"))
    ids, ptr = build(list(rows.text), lower=not args.cased)
    name = "cased" if args.cased else "ngrams"
    np.save(os.path.join(args.work, name + ".ids.npy"), ids)
    np.save(os.path.join(args.work, name + ".ptr.npy"), ptr)
    print(f"{len(rows)} rows, {len(ids)} features, {len(ids) / len(rows):.0f} a row")


if __name__ == "__main__":
    main()
