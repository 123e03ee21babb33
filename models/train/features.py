"""Hashed n-gram features of all rows, once, on disk.

    python3 models/train/features.py --work DIR

writes WORK/ngrams.ids.npy (uint32 hashes, whole) and WORK/ngrams.ptr.npy (row starts), and the same as bare.* for the texts
without marks. What exists is kept.
"""
import argparse
import multiprocessing
import os
import sys

import numpy as np
import pandas as pd

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from encode import bare_hashes, hashes  # noqa: E402


def build(texts, read=hashes, processes=2):
    """(ids, ptr): the distinct feature hashes of each text, concatenated."""
    with multiprocessing.Pool(processes) as pool:
        parts = list(pool.imap(read, texts, 1000))
    ptr = np.zeros(len(parts) + 1, np.int64)
    ptr[1:] = np.cumsum([len(p) for p in parts])
    return np.concatenate(parts), ptr


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", required=True)
    work = ap.parse_args().work
    rows = pd.read_pickle(os.path.join(work, "rows.pkl"))
    for name, read in (("ngrams", hashes), ("bare", bare_hashes)):
        if not os.path.exists(os.path.join(work, name + ".ptr.npy")):
            ids, ptr = build(list(rows.text), read)
            np.save(os.path.join(work, name + ".ids.npy"), ids)
            np.save(os.path.join(work, name + ".ptr.npy"), ptr)
            print(f"{name}: {len(rows)} rows, {len(ids)} features, {len(ids) / len(rows):.0f} a row", flush=True)


if __name__ == "__main__":
    main()
