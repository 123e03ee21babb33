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


class Weights:
    """Puts a torch state into the graph, int8 with a scale per output row, and keeps what the graph will compute with."""

    def __init__(self, g, state, prefix):
        self.g, self.state, self.prefix, self.used = g, state, prefix, {}

    def plain(self, key, value=None):
        value = self.state[key] if value is None else value
        self.used[key] = np.asarray(value, np.float32)
        return self.g.const(self.prefix + key, self.used[key])

    def small(self, key):
        """int8 matrix [rows, ...] -> name of the float32 tensor"""
        value = np.asarray(self.state[key], np.float32)
        table, scale = quantise(value, tuple(range(1, value.ndim)))
        self.used[key] = table.astype(np.float32) * scale
        name = self.prefix + key
        self.g.const(name + ".q", table)
        self.g.const(name + ".s", scale)
        self.g.op("Cast", [name + ".q"], name + ".f", to=TensorProto.FLOAT)
        return self.g.op("Mul", [name + ".f", name + ".s"], name)


def network_part(g, state, prefix="net."):
    """score [texts] of the character network (network.py). Returns (name, the weights it computes with)."""
    w = Weights(g, state, prefix)
    p = prefix
    blocks = sorted({int(k.split(".")[1]) for k in state if k.startswith("blocks.")})
    if "zero" not in {i.name for i in g.initialisers}:
        g.const("zero", np.int32(0))
        g.const("axes1", np.array([1], np.int64))
        g.const("axes2", np.array([2], np.int64))
        g.op("Greater", ["codes", "zero"], "some")
        g.op("Cast", ["some"], "some_f", to=TensorProto.FLOAT)
        g.op("Unsqueeze", ["some_f", "axes1"], "mask0")
        g.op("MaxPool", ["mask0"], "mask1", kernel_shape=[2], strides=[2], ceil_mode=1)
        g.op("MaxPool", ["mask1"], "mask", kernel_shape=[2], strides=[2], ceil_mode=1)
        g.op("ReduceSum", ["mask", "axes2"], "length0", keepdims=0)
        g.const("one_f", np.float32(1))
        g.op("Max", ["length0", "one_f"], "length")
        g.op("Sub", ["mask", "one_f"], "mask_less")
        g.const("far", np.float32(1e4))
        g.op("Mul", ["mask_less", "far"], "mask_far")
    table, scale = quantise(np.asarray(state["embed.weight"], np.float32), 1)
    w.used["embed.weight"] = table.astype(np.float32) * scale
    g.const(p + "embed.q", table)
    g.const(p + "embed.s", scale)
    g.op("Gather", [p + "embed.q", "codes"], p + "e8", axis=0)
    g.op("Cast", [p + "e8"], p + "ef", to=TensorProto.FLOAT)
    g.op("Gather", [p + "embed.s", "codes"], p + "es", axis=0)
    g.op("Mul", [p + "ef", p + "es"], p + "e")
    g.op("Transpose", [p + "e"], p + "et", perm=[0, 2, 1])
    g.op("Mul", [p + "et", "mask0"], p + "x0")
    g.op("Conv", [p + "x0", w.small("stem.weight"), w.plain("stem.bias")], p + "stem0", kernel_shape=[5], strides=[2], pads=[2, 2])
    g.op("Relu", [p + "stem0"], p + "stem1")
    g.op("Mul", [p + "stem1", "mask1"], p + "stem2")
    x = g.op("MaxPool", [p + "stem2"], p + "stem3", kernel_shape=[2], strides=[2], ceil_mode=1)
    for i, dilation in zip(blocks, state["dilations"]):
        b = f"blocks.{i}."
        factor = state[b + "norm.weight"] / np.sqrt(state[b + "norm.running_var"] + 1e-5)
        shift = state[b + "norm.bias"] - state[b + "norm.running_mean"] * factor
        g.op("Mul", [x, w.plain(b + "factor", factor.reshape(1, -1, 1))], p + b + "n0")
        g.op("Add", [p + b + "n0", w.plain(b + "shift", shift.reshape(1, -1, 1))], p + b + "n1")
        g.op("Mul", [p + b + "n1", "mask"], p + b + "n2")
        g.op("Conv", [p + b + "n2", w.small(b + "conv.weight"), w.plain(b + "conv.bias")], p + b + "c",
             kernel_shape=[3], pads=[int(dilation)] * 2, dilations=[int(dilation)])
        half = len(state[b + "conv.bias"]) // 2
        g.const(p + b + "split", np.array([half, half], np.int64))
        g.nodes.append(helper.make_node("Split", [p + b + "c", p + b + "split"], [p + b + "a", p + b + "g"], axis=1))
        g.op("Sigmoid", [p + b + "g"], p + b + "s")
        g.op("Mul", [p + b + "a", p + b + "s"], p + b + "as")
        g.op("Add", [x, p + b + "as"], p + b + "r")
        x = g.op("Mul", [p + b + "r", "mask"], p + b + "out")
    g.op("ReduceSum", [x, "axes2"], p + "sum", keepdims=0)
    g.op("Div", [p + "sum", "length"], p + "mean")
    g.op("Add", [x, "mask_far"], p + "masked")
    g.op("ReduceMax", [p + "masked"], p + "top", axes=[2], keepdims=0)
    g.op("Concat", [p + "mean", p + "top"], p + "both", axis=1)
    g.op("Gemm", [p + "both", w.small("hidden.weight"), w.plain("hidden.bias")], p + "h0", transB=1)
    g.op("Relu", [p + "h0"], p + "h1")
    g.op("Gemm", [p + "h1", w.plain("out.weight"), w.plain("out.bias")], p + "o", transB=1)
    return g.op("Squeeze", [p + "o", "axes1"], p + "score"), w.used


def file_facts(path):
    with open(path, "rb") as f:
        data = f.read()
    return {"file": os.path.basename(path), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, ensure_ascii=False, indent=1)
        f.write("\n")
