"""Calibrates and exports: WORK -> models/<id>/{model.onnx, manifest.json}.

    python3 models/train/export_model.py --work DIR --id ngram-2

Also writes WORK/shift.json: what is added to the score by language.
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
import scorer  # noqa: E402
from data import MIN_CHARS, MIN_WORDS  # noqa: E402

ENCODING = 3


def usable_humans(rows, scores):
    return (rows.long_enough & (rows.label == 0)).to_numpy() & ~np.isnan(scores) & ~rows.source.str.startswith("nc_").to_numpy()


def language_shifts(rows, scores, codes):
    """What brings each language's human tail (98 %, sources weighed) to where the English one lies."""
    ok = usable_humans(rows, scores)
    tail = {}
    for c in codes:
        m = ok & (rows.lang == c).to_numpy()
        if m.sum() >= calibrate.MIN_HUMANS:
            w = calibrate.source_weights(rows.source.to_numpy().astype(object)[m])
            tail[c] = float(calibrate.quantiles(scores[m], w, [98], margin=1.0)[0])
    zero = tail.get("en", next(iter(tail.values()), 0.0))
    return {c: round(zero - tail[c], 4) if c in tail else 0.0 for c in codes}


def human_tables(rows, scores):
    ok = usable_humans(rows, scores)
    h, s = rows[ok], scores[ok]
    words, source, lang = h.words.to_numpy(), h.source.to_numpy().astype(object), h.lang.to_numpy().astype(object)
    social = h.domain.isin(calibrate.SOCIAL).to_numpy()
    # with one source in all (your own rows alone) there is nothing to compare with
    least = min(calibrate.MIN_SOURCES, len(np.unique(source)))
    return calibrate.tables(s, words, lang, source, social, min_sources=least)


def build(path, work, codes, shift):
    models = {n: np.load(os.path.join(work, n + ".full.npz")) for n in ("ngrams", "bare")}
    language = np.load(os.path.join(work, "language.npz"))
    bits = int(np.log2(len(models["ngrams"]["weights"])))
    g = export.Graph()
    means = {}
    for name, model in models.items():
        mean, count, _ = export.table_part(g, name, model["weights"], bits)
        g.const(name + ".bias", np.float32(model["bias"]))
        means[name] = g.op("Add", [mean, name + ".bias"], name + ".logit")
        if name == "ngrams":
            marks = count
    g.const("mix.first", np.float32(1 - scorer.BARE))
    g.const("mix.second", np.float32(scorer.BARE))
    g.const("mix.unmarked", np.float32(scorer.UNMARKED))
    g.const("mix.none", np.float32(0.5))
    g.op("Mul", [means["ngrams"], "mix.first"], "mix.a")
    g.op("Mul", [means["bare"], "mix.second"], "mix.b")
    g.op("Add", ["mix.a", "mix.b"], "mix.marked")
    g.op("Mul", [means["bare"], "mix.unmarked"], "mix.bare")
    g.op("Greater", [marks, "mix.none"], "mix.has")
    g.op("Where", ["mix.has", "mix.marked", "mix.bare"], "mix.score")
    odds = export.language_part(g, "bare", language["weights"], language["bias"])
    g.const("language.sharp", np.float32(4))  # a text counts as of one language, not of a mixture
    g.op("Mul", [odds, "language.sharp"], "language.odds")
    g.op("Softmax", ["language.odds"], "language.share", axis=1)
    g.const("language.shift", np.array([[shift[c]] for c in codes], np.float32))
    g.op("MatMul", ["language.share", "language.shift"], "language.added")
    g.op("Squeeze", ["language.added", "axis1"], "language.add")
    g.op("Add", ["mix.score", "language.add"], "score")
    g.save(path, [helper.make_tensor_value_info(n, TensorProto.INT32, ["texts", n + "_ids"]) for n in models],
           [helper.make_tensor_value_info("score", TensorProto.FLOAT, ["texts"]),
            helper.make_tensor_value_info("languages", TensorProto.FLOAT, ["texts", len(codes)])])
    return bits


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", required=True)
    ap.add_argument("--id", required=True)
    ap.add_argument("--version", default="1.0.0")
    ap.add_argument("--models", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    args = ap.parse_args()
    rows = pd.read_pickle(os.path.join(args.work, "rows.pkl"))
    codes = [str(c) for c in np.load(os.path.join(args.work, "language.npz"))["codes"]]
    shift = language_shifts(rows, scorer.combined_scores(args.work, rows, shifted=False), codes)
    export.write_json(os.path.join(args.work, "shift.json"), shift)
    tables = human_tables(rows, scorer.combined_scores(args.work, rows))
    if not tables:
        sys.exit(f"No language has {calibrate.MIN_HUMANS} human texts of one length band: nothing can be calibrated")
    covered = {t["group"] for t in tables}
    folder = os.path.join(args.models, args.id)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "model.onnx")
    bits = build(path, args.work, codes, shift)
    export.write_json(os.path.join(folder, "manifest.json"), {
        "format": 1, "id": args.id, "version": args.version, **export.file_facts(path),
        "input": {"encoding": ENCODING, "bits": bits},
        "minimum": {"chars": MIN_CHARS, "words": int(MIN_WORDS)},
        "languages": [{"code": c, "group": c if c in covered else None} for c in codes],
        "bands": [{"name": n, "words": w} for n, w in calibrate.BANDS],
        "percents": calibrate.PERCENTS,
        "humansPerBudget": calibrate.HUMANS_PER_BUDGET,
        "sourcesForStrict": calibrate.FEW_SOURCES,
        "tables": tables,
    })
    print(f"{path}: {os.path.getsize(path)} bytes, {len(tables)} tables, groups {sorted(covered)}, shifts {shift}")


if __name__ == "__main__":
    main()
