"""The exported model computed again in numpy, from the weights in the .onnx file: Python's side of the golden vectors."""
import json
import os

import numpy as np
import onnx
from onnx import numpy_helper

from encode import readings


class Reference:
    def __init__(self, folder):
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as f:
            self.manifest = json.load(f)
        graph = onnx.load(os.path.join(folder, self.manifest["file"])).graph
        self.w = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.bits = self.manifest["input"]["bits"]

    def encode(self, normalised):
        mask = np.uint32((1 << self.bits) - 1)
        whole, plain = readings(normalised)
        return {"ngrams": np.sort((whole & mask).astype(np.int32)), "bare": np.sort((plain & mask).astype(np.int32))}

    def _mean(self, name, ids, table=None):
        rows = self.w[name + ".table"][ids].astype(np.float32).sum(0) * self.w[name + ".scale"]
        return rows / np.sqrt(np.float32(max(1, len(ids))))

    def score(self, texts):
        return np.array([self._score(self.encode(t)) for t in texts])

    def _score(self, ids):
        w = self.w
        first = self._mean("ngrams", ids["ngrams"]) + w["ngrams.bias"]
        second = self._mean("bare", ids["bare"]) + w["bare.bias"]
        mixed = w["mix.first"] * first + w["mix.second"] * second if len(ids["ngrams"]) else w["mix.unmarked"] * second
        odds = w["language.sharp"] * (self._mean("language", ids["bare"] % w["language.size"]) + w["language.bias"])
        share = np.exp(odds - odds.max())
        return mixed + (share / share.sum() @ w["language.shift"])[0]
