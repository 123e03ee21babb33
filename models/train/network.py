"""The character network: strided and gated convolutions over character codes, pooled, one logit.

Input: int64 [texts, width] codes of models/train/encode.py (0 = padding); output: float32 [texts].
"""
import torch
from torch import nn
from torch.nn import functional as F

CODES = 4096


class Block(nn.Module):
    """Residual gated convolution; padding is kept at zero by the mask."""

    def __init__(self, channels, dilation):
        super().__init__()
        self.norm = nn.BatchNorm1d(channels)
        self.conv = nn.Conv1d(channels, 2 * channels, 3, padding=dilation, dilation=dilation)

    def forward(self, x, mask):
        a, b = self.conv(self.norm(x) * mask).chunk(2, 1)
        return (x + a * torch.sigmoid(b)) * mask


class CharNetwork(nn.Module):
    def __init__(self, embed=48, channels=96, dilations=(1, 2, 1), drop=0.1):
        super().__init__()
        self.embed = nn.Embedding(CODES, embed)
        nn.init.normal_(self.embed.weight, std=0.1)
        self.stem = nn.Conv1d(embed, channels, 5, stride=2, padding=2)
        self.blocks = nn.ModuleList(Block(channels, d) for d in dilations)
        self.hidden = nn.Linear(2 * channels, 64)
        self.out = nn.Linear(64, 1)
        self.drop = nn.Dropout(drop)

    def forward(self, codes):
        m = (codes > 0).to(torch.float32).unsqueeze(1)
        x = self.embed(codes).transpose(1, 2) * m
        half = F.max_pool1d(m, 2, 2, ceil_mode=True)
        # masked at every step, so that a text's score does not depend on how far its batch is padded
        x = F.max_pool1d(F.relu(self.stem(x)) * half, 2, 2, ceil_mode=True)
        mask = F.max_pool1d(half, 2, 2, ceil_mode=True)
        for block in self.blocks:
            x = block(x, mask)
        mean = x.sum(2) / mask.sum(2).clamp(min=1)
        top = (x + (mask - 1) * 1e4).max(2).values
        h = F.relu(self.hidden(self.drop(torch.cat([mean, top], 1))))
        return self.out(self.drop(h)).squeeze(1)


def channels_of(state):
    """How wide a stored network is."""
    return state["stem.bias"].shape[0]
