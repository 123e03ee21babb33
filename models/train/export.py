"""Builds the ONNX graph: hashed n-gram ids in, a score and language log odds out."""
import hashlib
import json
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def quantise(values, axis=None):
    """int8 values and the float scale(s) that give them back."""
    top = np.abs(values).max() if axis is None else np.abs(values).max(axis=axis, keepdims=True)
    scale = np.maximum(top, 1e-12) / 127
    return np.clip(np.round(values / scale), -127, 127).astype(np.int8), np.asarray(scale, np.float32)


class Graph:
    """A small builder: nodes in order, constants as initialisers."""

    def __init__(self):
        self.nodes, self.initialisers = [], []

    def const(self, name, value):
        self.initialisers.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def op(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def save(self, path, inputs, outputs):
        graph = helper.make_graph(self.nodes, "winnow", inputs, outputs, self.initialisers)
        model = helper.make_model(graph, producer_name="winnow", opset_imports=[helper.make_opsetid("", 13)])
        model.ir_version = 7
        onnx.checker.check_model(model)
        onnx.save(model, path)


def ngram_part(g, weights, bits):
    """score_ngrams [texts] = sum of the rows' weights / sqrt(rows); ids == 2 ** bits is padding. Returns (name, counts name)."""
    table, scale = quantise(np.append(weights, 0).astype(np.float32))
    g.const("ngram_table", table)
    g.const("pad", np.int32(1 << bits))
    g.op("Less", ["ngrams", "pad"], "present")
    g.op("Cast", ["present"], "present_f", to=TensorProto.FLOAT)
    g.const("axis1", np.array([1], np.int64))
    g.op("ReduceSum", ["present_f", "axis1"], "count0", keepdims=0)
    g.const("one", np.float32(1))
    g.op("Max", ["count0", "one"], "count")
    g.op("Sqrt", ["count"], "root")
    g.op("Gather", ["ngram_table", "ngrams"], "rows8", axis=0)
    g.op("Cast", ["rows8"], "rows", to=TensorProto.FLOAT)
    g.op("ReduceSum", ["rows", "axis1"], "sum", keepdims=0)
    g.const("ngram_scale", np.float32(scale))
    g.op("Mul", ["sum", "ngram_scale"], "sum_scaled")
    return g.op("Div", ["sum_scaled", "root"], "score_ngrams")


def language_part(g, weights, bias):
    """languages [texts, n]: like the score, from the low bits of the same ids; weights [2 ** b, n]"""
    size = weights.shape[0]
    table, scale = quantise(np.vstack([weights, np.zeros((1, weights.shape[1]))]).astype(np.float32))
    g.const("language_table", table)
    g.const("language_size", np.int32(size))
    g.op("Mod", ["ngrams", "language_size"], "low")
    g.op("Where", ["present", "low", "language_size"], "language_ids")
    g.op("Gather", ["language_table", "language_ids"], "language_rows8", axis=0)
    g.op("Cast", ["language_rows8"], "language_rows", to=TensorProto.FLOAT)
    g.op("ReduceSum", ["language_rows", "axis1"], "language_sum", keepdims=0)
    g.const("language_scale", np.float32(scale))
    g.op("Mul", ["language_sum", "language_scale"], "language_scaled")
    g.const("axis_last", np.array([1], np.int64))
    g.op("Unsqueeze", ["root", "axis_last"], "root_column")
    g.op("Div", ["language_scaled", "root_column"], "language_mean")
    g.const("language_bias", bias.astype(np.float32))
    g.op("Add", ["language_mean", "language_bias"], "languages")


def file_facts(path):
    with open(path, "rb") as f:
        data = f.read()
    return {"file": os.path.basename(path), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, ensure_ascii=False, indent=1)
        f.write("\n")
