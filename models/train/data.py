"""Reads the data folder, normalises every text once, and says what each row is good for.

    python3 models/train/data.py --data ../shared/data --work ../winnow-train

writes WORK/rows.pkl (a pandas frame): text (normalised), chars, words, label (0 human, 1 machine), source, domain,
generator, lang, group, style, part, pair (the text that a frontier post answers, normalised), train (may train),
fold (the leave-sources-out fold; see FOLDS).
"""
import argparse
import glob
import gzip
import json
import multiprocessing
import os
import sys
import time
import zlib

import numpy as np

try:
    import pandas as pd
except ImportError:
    sys.exit("python3-pandas is missing: install it (Debian: apt-get install python3-pandas)")

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from encode import measure  # noqa: E402
from normalise import normalise  # noqa: E402

MIN_CHARS, MIN_WORDS = 40, 8.0
# Each fold is a set of sources that one set of models never sees; every fold holds humans and machines of several kinds.
FOLDS = [
    ["aita_lm_investigation", "tweeteval", "synthpai", "cold_zh", "f3_disinfo_tweets"],
    ["worker_vs_gpt", "germeval2018", "mistral_edu_tweets", "cop26_climate_tweets"],
    ["hybrid_sarcasm_gpt41mini", "goemotions", "moltbook", "maide_up_reviews", "told_br"],
    ["authormimic", "ets_sarcasm_replies", "grid_reddit", "emoevent", "showerthoughts", "koco_news_comments"],
    ["zhu_oracle_tweets", "xlmt_umsab", "l2r_rewrites", "cross_inspiration_reddit", "tweepfake", "outfox_essays",
     "detectrl", "disinfo_capabilities_news", "artificial_campaigns_gptneo", "rjschwarz_synth_tweets"],
]
# sources whose texts in other languages are split between their own fold and this one
HALVED = {"xlmt_umsab": 3, "maide_up_reviews": 1, "worker_vs_gpt": 0, "zhu_oracle_tweets": 2, "cold_zh": 3, "koco_news_comments": 4}
OLD = ("markov", "rnn", "gpt-2", "gpt-neo", "gpt-3 fine-tuned", "lstm")


def old_generator(name):
    name = name.lower()
    return any(o in name for o in OLD)


def permissive(source):
    """Sources whose licence is stated and permissive (MIT, Apache-2.0, CC BY), after the data folder's own table."""
    return source in {
        "aita_lm_investigation", "cold_zh", "cross_inspiration_reddit", "germeval2018", "goemotions",
        "hybrid_sarcasm_gpt41mini", "l2r_rewrites", "maide_up_reviews", "outfox_essays", "synthpai",
        "worker_vs_gpt", "xlmt_umsab", "frontier_2026",
    }


def read_rows(path):
    op = gzip.open if path.endswith(".gz") else open
    with op(path, "rt", encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if line.strip():
                try:
                    row = json.loads(line)
                    row["text"], row["label"]
                except (ValueError, KeyError, TypeError):
                    sys.exit(f"{path}: line {number} is not an object with text and label")
                yield row


def _prepare(row):
    text = normalise(row["text"])
    chars, words = measure(text)
    pair = row.get("seed")
    return text, chars, words, normalise(pair) if pair else ""


def load(data, extra=()):
    files = sorted(glob.glob(os.path.join(data, "unified", "*.jsonl.gz")))
    frontier = os.path.join(data, "frontier", "train.jsonl")
    if not files and not extra:
        sys.exit(f"No data: {data}/unified/*.jsonl.gz was not found. Give the data folder with --data, or your own rows with --extra FILE.jsonl")
    if os.path.exists(frontier):
        files.append(frontier)
    else:
        print(f"note: {frontier} is missing; training goes on without it", file=sys.stderr)
    rows = []
    for path in files + list(extra):
        for r in read_rows(path):
            r.setdefault("source", os.path.basename(path).split(".")[0])
            rows.append(r)
    print(f"{len(rows)} rows of {len(files) + len(extra)} files; normalising", file=sys.stderr)
    start = time.time()
    with multiprocessing.Pool(2) as pool:
        done = []
        for i, r in enumerate(pool.imap(_prepare, rows, 2000)):
            done.append(r)
            if i % 50000 == 49999:
                print(f"  {i + 1} rows, {time.time() - start:.0f} s", file=sys.stderr)
    frame = pd.DataFrame({
        "text": [d[0] for d in done], "chars": [d[1] for d in done], "words": [d[2] for d in done],
        "pair": [d[3] for d in done],
    })
    for key, default in (("label", 0), ("source", ""), ("domain", "other"), ("generator", "human"), ("lang", "und"),
                         ("group", ""), ("style", ""), ("part", 0)):
        frame[key] = [r.get(key) if r.get(key) is not None else default for r in rows]
    frame.loc[frame.group == "", "group"] = [f"row:{i}" for i in frame.index[frame.group == ""]]
    frame["old"] = [bool(l) and old_generator(g) for l, g in zip(frame.label, frame.generator)]
    frame["permissive"] = [permissive(s) for s in frame.source]
    frame["train"] = ~frame.source.str.startswith("nc_") & ~frame.old & (frame.words >= 4)
    fold = {s: i for i, sources in enumerate(FOLDS) for s in sources}
    # sources that are not listed (your own) are split by group
    frame["fold"] = [fold.get(s, zlib.crc32(str(g).encode()) % len(FOLDS)) for s, g in zip(frame.source, frame.group)]
    # Languages with one or two human sources: half of a source at a time, by group, or nothing of their kind would be left to train on.
    half = np.array([zlib.crc32(g.encode()) % 2 == 1 for g in frame.group.astype(str)])
    for source, other in HALVED.items():
        frame.loc[(frame.source == source) & (frame.lang != "en") & half, "fold"] = other
    ours = frame.source == "frontier_2026"
    frame.loc[ours, "fold"] = frame[ours].part.astype(int) % len(FOLDS)
    nc = frame.source.str.startswith("nc_")
    frame.loc[nc, "fold"] = 0  # never trained on, so any fold may score them
    frame["long_enough"] = (frame.chars >= MIN_CHARS) & (frame.words >= MIN_WORDS)
    return frame


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", default="../shared/data")
    ap.add_argument("--work", required=True)
    ap.add_argument("--extra", action="append", default=[], help="your own labelled JSONL (text, label), may be repeated")
    args = ap.parse_args()
    os.makedirs(args.work, exist_ok=True)
    frame = load(args.data, args.extra)
    frame.to_pickle(os.path.join(args.work, "rows.pkl"))
    print(frame.groupby(["source", "label"]).agg(n=("text", "size"), train=("train", "sum"), long_enough=("long_enough", "sum")))


if __name__ == "__main__":
    main()
