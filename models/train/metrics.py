"""Figures of detection: AUC, true positives at a false-alarm rate, Wilson intervals."""
import numpy as np


def auc(human, machine):
    """Probability that a machine score is above a human one (ties half)."""
    if not len(human) or not len(machine):
        return float("nan")
    h = np.sort(human)
    return float((np.searchsorted(h, machine, "left") + np.searchsorted(h, machine, "right")).mean() / 2 / len(h))


def tpr_at(human, machine, fpr=0.01):
    """Share of machine scores above the human quantile 1 - fpr (that set's own humans)."""
    return float((machine > np.quantile(human, 1 - fpr)).mean()) if len(human) and len(machine) else float("nan")


def wilson(k, n, z=1.96):
    if n == 0:
        return (0.0, 1.0)
    p, d = k / n, 1 + z * z / n
    c, r = p + z * z / (2 * n), z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (float((c - r) / d), float((c + r) / d))
