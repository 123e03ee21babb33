"""The character network: one for each fold (its sources unseen), then one on everything.

    python3 models/train/train_network.py --work DIR [--folds 0,1,2,3,4,full]

writes WORK/<name>.fold<k>.pt and .full.pt; goes on after an interruption at the last finished epoch.
"""
import argparse
import os
import sys
import time

import numpy as np
import pandas as pd
import torch
from torch.nn import functional as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from augment import augment  # noqa: E402
from encode import codes  # noqa: E402
from linear import row_weights  # noqa: E402
from loso import show  # noqa: E402
from network import CharNetwork  # noqa: E402

WIDTH = 256         # characters read of a text
AVERAGE_EVERY = 8   # steps between two updates of the running average of the weights


def padded(arrays):
    width = max(8, max(len(a) for a in arrays))
    out = np.zeros((len(arrays), width), np.int64)
    for i, a in enumerate(arrays):
        out[i, :len(a)] = a
    return torch.from_numpy(out)


def score(model, texts, batch=256):
    model.eval()
    arrays = [codes(t, WIDTH) for t in texts]
    order = np.argsort([len(a) for a in arrays], kind="stable")
    out = np.zeros(len(texts), np.float32)
    with torch.no_grad():
        for i in range(0, len(order), batch):
            at = order[i:i + batch]
            out[at] = model(padded([arrays[j] for j in at])).numpy()
    return out


def train(rows, usable, path, args):
    torch.manual_seed(args.seed)
    w = row_weights(rows.assign(train=usable), **({"frontier": args.frontier}))
    p = w / w.sum()
    texts, labels = rows.text.to_numpy(), rows.label.to_numpy().astype(np.float32)
    humans = np.flatnonzero(usable & (labels == 0) & (rows.lang == "en").to_numpy() & (rows.words < 30).to_numpy())
    model = CharNetwork(channels=args.channels)
    average = CharNetwork(channels=args.channels)
    average.load_state_dict(model.state_dict())
    steps = args.epochs * (args.samples // args.batch)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, args.rate, total_steps=steps, pct_start=0.1)
    first, part = 0, path + ".part"
    if os.path.exists(part):
        state = torch.load(part)
        for thing, key in ((model, "model"), (average, "average"), (optimiser, "optimiser"), (schedule, "schedule")):
            thing.load_state_dict(state[key])
        first = state["epoch"]
    done = first * (args.samples // args.batch)
    for epoch in range(first, args.epochs):
        rng = np.random.default_rng(1000 * args.seed + epoch)
        pick = rng.choice(len(rows), size=args.samples, p=p)
        arrays = [codes(augment(texts[i], rng, texts[humans[rng.integers(len(humans))]] if labels[i] else None), WIDTH) for i in pick]
        order = np.argsort([len(a) + rng.integers(0, 12) for a in arrays], kind="stable")
        batches = [order[i:i + args.batch] for i in range(0, len(order) - args.batch + 1, args.batch)]
        rng.shuffle(batches)
        start, total = time.time(), 0.0
        model.train()
        for n, at in enumerate(batches):
            target = torch.from_numpy(labels[pick[at]]) * 0.94 + 0.03
            loss = F.binary_cross_entropy_with_logits(model(padded([arrays[j] for j in at])), target)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            if done % AVERAGE_EVERY == 0:
                keep = min(0.985, 1 - 1 / (done / AVERAGE_EVERY + 1))
                with torch.no_grad():
                    for a, b in zip(average.state_dict().values(), model.state_dict().values()):
                        if a.dtype.is_floating_point:
                            a.mul_(keep).add_(b, alpha=1 - keep)
            total += loss.item()
            if n % 100 == 99:
                print(f"{os.path.basename(path)} epoch {epoch + 1} step {n + 1}/{len(batches)} loss {total / (n + 1):.4f} "
                      f"{(n + 1) * args.batch / (time.time() - start):.0f} texts/s", flush=True)
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(),
                    "schedule": schedule.state_dict(), "epoch": epoch + 1}, part)
    torch.save(average.state_dict(), path)
    os.remove(part)
    return average


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", required=True)
    ap.add_argument("--folds", default="0,1,2,3,4,full")
    ap.add_argument("--name", default="network")
    ap.add_argument("--epochs", type=int, default=2)
    ap.add_argument("--samples", type=int, default=160000)
    ap.add_argument("--batch", type=int, default=128)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--channels", type=int, default=96)
    ap.add_argument("--frontier", type=float, default=3.0)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=2)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    rows = pd.read_pickle(os.path.join(args.work, "rows.pkl"))
    path_scores = os.path.join(args.work, args.name + ".scores.npy")
    scores = np.load(path_scores) if os.path.exists(path_scores) else np.full(len(rows), np.nan, np.float32)
    fold = rows.fold.to_numpy()
    for k in args.folds.split(","):
        path = os.path.join(args.work, f"{args.name}.{'full' if k == 'full' else 'fold' + k}.pt")
        usable = rows.train.to_numpy() & (True if k == "full" else fold != int(k))
        if not os.path.exists(path):
            model = train(rows, usable, path, args)
        else:
            model = CharNetwork(channels=args.channels)
            model.load_state_dict(torch.load(path))
        if k != "full":
            at = np.flatnonzero((fold == int(k)) & (rows.words >= 8).to_numpy())
            if np.isnan(scores[at]).any():
                scores[at] = score(model, list(rows.text.to_numpy()[at]))
                np.save(path_scores, scores)
    show(rows, scores, args.name)


if __name__ == "__main__":
    main()
