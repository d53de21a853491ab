"""A recipe's steps in PyTorch (float64): writes test/train/recipe.json.

    python3 scripts/golden/recipe.py
"""
import json
import math
import pathlib

import torch

torch.set_default_dtype(torch.float64)


def training(c):
    """Parameters and their average after each step on sum(k x^2): clipped AdamW, warm-up and half a cosine."""
    x = torch.tensor([3.0, -2.0, 0.5], requires_grad=True)
    curvature = torch.tensor([1.0, 4.0, 0.1])
    optimizer = torch.optim.AdamW([x], lr=1, betas=c["betas"], weight_decay=c["weightDecay"])
    average = x.detach().clone()
    rows = []
    for step in range(c["steps"]):
        end = c["learningRate"] * c["finalShare"]
        rate = end + (c["learningRate"] - end) * 0.5 * (1 + math.cos(math.pi * step / c["steps"]))
        rate *= min((step + 1) / c["warmup"], 1)
        optimizer.param_groups[0]["lr"] = rate
        optimizer.zero_grad()
        (curvature * x * x).sum().backward()
        torch.nn.utils.clip_grad_norm_([x], c["clip"])
        optimizer.step()
        # the average's own warm-up: the first update copies
        decay = 0 if step == 0 else min((1 + step) / (10 + step), c["emaDecay"])
        average = decay * average + (1 - decay) * x.detach()
        rows.append({"rate": rate, "params": x.tolist(), "average": average.tolist()})
    return rows


def main():
    recipe = {"steps": 8, "batchSize": 1, "learningRate": 0.1, "warmup": 3, "finalShare": 0.2, "betas": [0.9, 0.99],
              "weightDecay": 0.05, "clip": 2, "emaDecay": 0.3, "seed": 0}
    root = pathlib.Path(__file__).resolve().parents[2]
    (root / "test/train/recipe.json").write_text(json.dumps({"recipe": recipe, "steps": training(recipe)}) + "\n")


main()
