"""Everything, in order: data -> features -> models -> language -> calibration and export -> golden vectors -> report.

    python3 models/train/train.py --data ../shared/data --work ../winnow-train --id my-model [--extra mine.jsonl]

Your own rows ({"text", "label": 0 human | 1 machine}, and if known "source", "lang", "group") join with --extra. Finished
steps are kept in WORK and skipped, so an interrupted run goes on; --fresh begins anew. About half an hour on two cores, 8 GB.
"""
import argparse
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", default="../shared/data")
    ap.add_argument("--work", required=True)
    ap.add_argument("--id", required=True)
    ap.add_argument("--version", default="1.0.0")
    ap.add_argument("--extra", action="append", default=[])
    ap.add_argument("--fresh", action="store_true")
    args = ap.parse_args()
    if args.fresh and os.path.isdir(args.work):
        shutil.rmtree(args.work)
    extra = [x for path in args.extra for x in ("--extra", path)]
    work = ["--work", args.work]
    steps = [
        ("train/data.py", ["--data", args.data, *work, *extra], "rows.pkl"),
        ("train/features.py", work, None),
        ("train/train_ngrams.py", [*work, "--name", "ngrams", "--features", "ngrams"], None),
        ("train/train_ngrams.py", [*work, "--name", "bare", "--features", "bare"], None),
        ("train/train_language.py", work, "language.npz"),
        ("train/export_model.py", [*work, "--id", args.id, "--version", args.version], None),
        ("train/golden.py", ["--id", args.id], None),
        ("eval/report.py", [*work, "--id", args.id], None),
    ]
    for number, (script, options, made) in enumerate(steps, 1):
        if made and os.path.exists(os.path.join(args.work, made)):
            print(f"[{number}/{len(steps)}] {script}: done before", flush=True)
            continue
        print(f"[{number}/{len(steps)}] {script}", flush=True)
        start = time.time()
        code = subprocess.run([sys.executable, os.path.join(HERE, "..", script), *options]).returncode
        if code:
            sys.exit(f"{script} stopped with exit code {code}; run the same command again to go on from here")
        print(f"    {time.time() - start:.0f} s", flush=True)
    print(f"models/{args.id}/ is ready. To ship it, name it in src/ml/shipped.ts and run npm test.")


if __name__ == "__main__":
    main()
