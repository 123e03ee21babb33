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

    def shared(self, name, value):
        """A constant that several parts use."""
        return name if any(i.name == name for i in self.initialisers) else self.const(name, value)

    def op(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def save(self, path, inputs, outputs):
        graph = helper.make_graph(self.nodes, "winnow", inputs, outputs, self.initialisers)
        model = helper.make_model(graph, producer_name="winnow", opset_imports=[helper.make_opsetid("", 13)])
        model.ir_version = 7
        onnx.checker.check_model(model)
        onnx.save(model, path)


def table_part(g, name, weights, bits):
    """Sum of the rows' weights / sqrt(rows) [texts]; ids == 2 ** bits are padding. Returns (value, rows, present) names."""
    table, scale = quantise(np.append(weights, 0).astype(np.float32))
    n = name + "."
    g.const(n + "table", table)
    g.op("Less", [name, g.shared("padding", np.int32(1 << bits))], n + "present")
    g.op("Cast", [n + "present"], n + "present_f", to=TensorProto.FLOAT)
    g.op("ReduceSum", [n + "present_f", g.shared("axis1", np.array([1], np.int64))], n + "count", keepdims=0)
    g.op("Max", [n + "count", g.shared("one", np.float32(1))], n + "count1")
    g.op("Sqrt", [n + "count1"], n + "root")
    g.op("Gather", [n + "table", name], n + "rows8", axis=0)
    g.op("Cast", [n + "rows8"], n + "rows", to=TensorProto.FLOAT)
    g.op("ReduceSum", [n + "rows", "axis1"], n + "sum", keepdims=0)
    g.const(n + "scale", np.float32(scale))
    g.op("Mul", [n + "sum", n + "scale"], n + "scaled")
    return g.op("Div", [n + "scaled", n + "root"], n + "mean"), n + "count", n + "present"


def language_part(g, name, weights, bias):
    """languages [texts, n]: like the score, from the low bits of the ids of the reading `name`; weights [2 ** b, n]"""
    size = weights.shape[0]
    table, scale = quantise(np.vstack([weights, np.zeros((1, weights.shape[1]))]).astype(np.float32))
    g.const("language.table", table)
    g.const("language.size", np.int32(size))
    g.op("Mod", [name, "language.size"], "language.low")
    g.op("Where", [name + ".present", "language.low", "language.size"], "language.ids")
    g.op("Gather", ["language.table", "language.ids"], "language.rows8", axis=0)
    g.op("Cast", ["language.rows8"], "language.rows", to=TensorProto.FLOAT)
    g.op("ReduceSum", ["language.rows", "axis1"], "language.sum", keepdims=0)
    g.const("language.scale", np.float32(scale))
    g.op("Mul", ["language.sum", "language.scale"], "language.scaled")
    g.op("Unsqueeze", [name + ".root", "axis1"], "language.root")
    g.op("Div", ["language.scaled", "language.root"], "language.mean")
    g.const("language.bias", bias.astype(np.float32))
    return g.op("Add", ["language.mean", "language.bias"], "languages")


def file_facts(path):
    with open(path, "rb") as f:
        data = f.read()
    return {"file": os.path.basename(path), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, ensure_ascii=False, indent=1)
        f.write("\n")
