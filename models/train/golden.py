"""Golden vectors: what Python says of our own texts, for Node and the browsers to agree with.

    python3 models/train/golden.py --id ngram-1

reads models/<id>/, models/eval/hostile.json and models/eval/floor.jsonl; writes test/ml/golden.json.
"""
import argparse
import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from encode import measure  # noqa: E402
from golden_checksum import checksum  # noqa: E402
from normalise import normalise  # noqa: E402
from reference import Reference  # noqa: E402

LONG = 400  # longer normalised texts are given by their length and a checksum only


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--id", required=True)
    args = ap.parse_args()
    root = os.path.join(HERE, "..", "..")
    model = Reference(os.path.join(root, "models", args.id))
    with open(os.path.join(root, "models/eval/hostile.json"), encoding="utf-8") as f:
        items = json.load(f)
    with open(os.path.join(root, "models/eval/floor.jsonl"), encoding="utf-8") as f:
        items += [{"name": f"floor {i + 1}", "text": json.loads(line)["text"]} for i, line in enumerate(f)]
    vectors = []
    for item in items:
        text = item["text"] * item.get("times", 1)
        plain = normalise(text)
        chars, words = measure(plain)
        encoded = model.encode(plain)
        vector = {**item, "chars": chars, "words": words, "points": checksum(ord(c) for c in plain)}
        if len(plain) <= LONG:
            vector["normalised"] = plain
        for name, ids in encoded.items():
            vector[name] = {"count": len(ids), "checksum": checksum(ids)}
        vector["score"] = None if plain == "" else round(float(model.score([plain])[0]), 5)
        vectors.append(vector)
    path = os.path.join(root, "test/ml/golden.json")
    with open(path, "w", encoding="utf-8") as f:
        json.dump({"model": args.id, "sha256": model.manifest["sha256"], "vectors": vectors}, f, indent=1)
        f.write("\n")
    print(f"{path}: {len(vectors)} vectors, scores {np.nanmin([v['score'] for v in vectors if v['score'] is not None]):.2f} to "
          f"{np.nanmax([v['score'] for v in vectors if v['score'] is not None]):.2f}")


if __name__ == "__main__":
    main()
