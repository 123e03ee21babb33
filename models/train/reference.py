"""The exported model computed again in numpy, from the weights in the .onnx file: Python's side of the golden vectors."""
import json
import os

import numpy as np
import onnx
from onnx import numpy_helper

from encode import codes, hashes


class Reference:
    def __init__(self, folder):
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as f:
            self.manifest = json.load(f)
        graph = onnx.load(os.path.join(folder, self.manifest["file"])).graph
        self.w = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.bits = self.manifest["input"]["bits"]

    def encode(self, normalised):
        ids = (hashes(normalised) & np.uint32((1 << self.bits) - 1)).astype(np.int32)
        return {"ngrams": np.sort(ids), "codes": codes(normalised, self.manifest["input"]["width"])}

    def ngram_score(self, ids):
        table = self.w["ngram_table"]
        return table[ids].astype(np.float32).sum() * self.w["ngram_scale"] / np.sqrt(np.float32(max(1, len(ids))))

    def score(self, texts):
        return np.array([self.ngram_score(self.encode(t)["ngrams"]) + self.w["bias"] for t in texts])
