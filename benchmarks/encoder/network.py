"""The encoder with its heads: layers as pretrained, a head for each field of a row, and one for agencies marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from encoder.reading_scores import Scores, in_batches, padded, scores_of
from encoder.rows_for_encoder import SIDES, EncoderRow, Labels

WIDTH, INNER, ATTENTIONS, WORDS, PLACES, EPSILON = 384, 1536, 12, 30522, 512, 1e-12
LAYERS = tuple(range(6))
_MASKED = -1e4
_PARTS = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer of a BERT encoder, its three projections in one."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.drop = drop
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x``: rows, tokens, width; ``bias``: rows, 1, 1, tokens."""
        rows, tokens, _ = x.shape
        each = WIDTH // ATTENTIONS
        q, k, v = self.qkv(x).view(rows, tokens, 3, ATTENTIONS, each).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-1, -2)) * each**-0.5 + bias
        y = scores.float().softmax(-1).to(v.dtype) @ v
        y = self.out(y.transpose(1, 2).reshape(rows, tokens, WIDTH))
        x = self.norm1(x + F.dropout(y, self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        both: Tensor = self.norm2(x + F.dropout(y, self.drop, self.training))
        return both


class Reader(nn.Module):
    """The encoder and its heads: each reads the first token and the mean of all, ``side`` every token and the mean."""

    def __init__(self, layers: int, sizes: Mapping[str, int], drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.word = nn.Embedding(WORDS, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.segment = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(layers))
        self.heads = nn.ModuleDict({f"of_{name}": nn.Linear(2 * WIDTH, size) for name, size in sizes.items()})
        self.side = nn.Linear(2 * WIDTH, len(SIDES))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[dict[str, Tensor], Tensor]:
        """The heads' scores (rows, answers) by name, and those of a side (rows, tokens, 3); all in rows, tokens."""
        x = self.norm(self.word(ids) + self.place.weight[: ids.shape[1]] + self.segment(types))
        x = F.dropout(x, self.drop, self.training)
        bias = (1.0 - mask)[:, None, None, :] * _MASKED
        for layer in self.layers:
            x = layer(x, bias)
        x = x.float()
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        told = F.dropout(torch.cat([x[:, 0], mean], -1), self.drop, self.training)
        out = {name.removeprefix("of_"): head(told) for name, head in self.heads.items()}
        both = torch.cat([x, mean[:, None].expand_as(x)], -1)
        return out, self.side(F.dropout(both, self.drop, self.training))

    def begin_as_pretrained(self, found: Mapping[str, Tensor], layers: Sequence[int]) -> None:
        """Takes the pretrained embeddings and those of its layers; heads keep what they began with."""
        state = {}
        for mine, theirs in (("word", "word"), ("place", "position"), ("segment", "token_type")):
            state[f"{mine}.weight"] = found[f"embeddings.{theirs}_embeddings.weight"]
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = found[f"embeddings.LayerNorm.{part}"]
            for number, layer in enumerate(layers):
                base = f"encoder.layer.{layer}."
                asked = [f"{base}attention.self.{name}.{part}" for name in ("query", "key", "value")]
                state[f"layers.{number}.qkv.{part}"] = torch.cat([found[name] for name in asked])
                for mine, theirs in _PARTS.items():
                    state[f"layers.{number}.{mine}.{part}"] = found[f"{base}{theirs}.{part}"]
        unknown = self.load_state_dict(state, strict=False)
        if unknown.unexpected_keys:
            raise ValueError(
                f"the pretrained encoder has other parts than this one: {unknown.unexpected_keys}"
            )


@dataclass(frozen=True)
class Trained:
    """A network with the answers of its heads and the pretrained layers it began with."""

    network: Reader
    labels: Labels
    layers: tuple[int, ...]


def save(trained: Trained, file: Path) -> None:
    """Writes the weights and what is needed to read them again."""
    labels = trained.labels
    torch.save(
        {
            "state": trained.network.state_dict(),
            "keep": list(trained.layers),
            "kinds": list(labels.kinds),
            "sectors": list(labels.sectors),
            "text": "marked",
        },
        file,
    )


def load(file: Path) -> Trained:
    """A network that ``save`` wrote."""
    saved = torch.load(file, map_location="cpu", weights_only=True)
    labels = Labels(tuple(saved["kinds"]), tuple(saved["sectors"]))
    network = Reader(len(saved["keep"]), labels.sizes())
    network.load_state_dict(saved["state"])
    return Trained(network.eval(), labels, tuple(saved["keep"]))


def tensors(rows: Sequence[EncoderRow]) -> tuple[Tensor, Tensor, Tensor]:
    """Numbers of tokens, their parts and a mask, each rows by tokens of the longest row."""
    ids, types, mask = padded(rows)
    return torch.from_numpy(ids), torch.from_numpy(types), torch.from_numpy(mask)


@torch.no_grad()
def read(network: Reader, rows: Sequence[EncoderRow], size: int = 64) -> Scores:
    """What the network makes of rows, ``size`` at a time, in full precision."""
    network.eval()
    parts = []
    for places in in_batches(rows, size):
        out, side = network(*tensors([rows[place] for place in places]))
        parts.append((places, {name: value.numpy() for name, value in out.items()}, side.numpy()))
    return scores_of(rows, parts)
