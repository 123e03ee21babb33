"""Calibrates and exports: WORK -> models/<id>/{model.onnx, manifest.json}.

    python3 models/train/export_model.py --work DIR --id ngram-1
"""
import argparse
import os
import sys

import numpy as np
import pandas as pd
from onnx import TensorProto, helper

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import calibrate  # noqa: E402
import export  # noqa: E402
from data import MIN_CHARS, MIN_WORDS  # noqa: E402

ENCODING = 2
WIDTH = 320
# Languages with human texts of their own are calibrated alone; these borrow from their neighbours.
BORROWED = {"id": ("latin", ("de", "fr", "es", "pt", "it", "ro", "da", "tr")), "ja": ("cjk", ("zh", "ko"))}


def human_tables(rows, scores):
    ok = (rows.long_enough & (rows.label == 0)).to_numpy() & ~np.isnan(scores) & ~rows.source.str.startswith("nc_").to_numpy()
    h, s = rows[ok], scores[ok]
    words, source, lang = h.words.to_numpy(), h.source.to_numpy().astype(object), h.lang.to_numpy().astype(object)
    out = calibrate.tables(s, words, lang, source)
    for group, members in BORROWED.values():
        m = np.isin(lang.astype(str), members)
        out += calibrate.tables(s[m], words[m], np.full(m.sum(), group, object), source[m])
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", required=True)
    ap.add_argument("--id", required=True)
    ap.add_argument("--version", default="1.0.0")
    ap.add_argument("--models", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    args = ap.parse_args()
    rows = pd.read_pickle(os.path.join(args.work, "rows.pkl"))
    scores = np.load(os.path.join(args.work, "ngrams.scores.npy"))
    model = np.load(os.path.join(args.work, "ngrams.full.npz"))
    language = np.load(os.path.join(args.work, "language.npz"))
    bits = int(np.log2(len(model["weights"])))
    folder = os.path.join(args.models, args.id)
    os.makedirs(folder, exist_ok=True)

    g = export.Graph()
    part = export.ngram_part(g, model["weights"], bits)
    g.const("bias", np.float32(model["bias"]))
    g.op("Add", [part, "bias"], "score")
    export.language_part(g, language["weights"], language["bias"])
    codes = [str(c) for c in language["codes"]]
    path = os.path.join(folder, "model.onnx")
    g.save(path, [helper.make_tensor_value_info("ngrams", TensorProto.INT32, ["texts", "ids"])],
           [helper.make_tensor_value_info("score", TensorProto.FLOAT, ["texts"]),
            helper.make_tensor_value_info("languages", TensorProto.FLOAT, ["texts", len(codes)])])

    tables = human_tables(rows, scores)
    covered = {t["group"] for t in tables}
    group = {c: BORROWED[c][0] if c in BORROWED else c for c in codes}
    export.write_json(os.path.join(folder, "manifest.json"), {
        "format": 1, "id": args.id, "version": args.version, **export.file_facts(path),
        "input": {"encoding": ENCODING, "bits": bits, "width": WIDTH},
        "minimum": {"chars": MIN_CHARS, "words": int(MIN_WORDS)},
        "languages": [{"code": c, "group": group[c] if group[c] in covered else None} for c in codes],
        "bands": [{"name": n, "words": w} for n, w in calibrate.BANDS],
        "percents": calibrate.PERCENTS,
        "humansPerBudget": calibrate.HUMANS_PER_BUDGET,
        "tables": tables,
    })
    print(f"{path}: {os.path.getsize(path)} bytes, {len(tables)} tables, groups {sorted(covered)}")


if __name__ == "__main__":
    main()
