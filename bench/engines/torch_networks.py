"""GPT-2, AutoencoderKL, UNet2DConditionModel and CLIPTextModel as PyTorch programs over a dictionary of
parameters under their published names: the peers of the workloads in wgrad-networks.ts.
"""
import math

import torch
import torch.nn.functional as F


def linear(p, name, x):
    return F.linear(x, p[name + ".weight"], p.get(name + ".bias"))


def conv(p, name, x, stride=1, padding=1):
    return F.conv2d(x, p[name + ".weight"], p[name + ".bias"], stride, padding)


def layer_norm(p, name, x, eps=1e-5):
    weight = p[name + ".weight"]
    return F.layer_norm(x, weight.shape, weight, p[name + ".bias"], eps)


def group_norm(p, name, x, groups, eps=1e-5):
    return F.group_norm(x, groups, p[name + ".weight"], p[name + ".bias"], eps)


def heads_of(x, heads):  # [n, t, c] -> [n, heads, t, c / heads]
    n, t, c = x.shape
    return x.view(n, t, heads, c // heads).transpose(1, 2)


def attend(q, k, v, mask=None):
    """softmax(q k^T / sqrt(d) + mask) v with heads joined again: [n, t, c]"""
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    weights = F.softmax(scores if mask is None else scores + mask, -1)
    return (weights @ v).transpose(1, 2).flatten(2)


def causal(t):
    return torch.full((t, t), -math.inf).triu(1)


class Gpt:
    def __init__(self, config):
        self.layers, self.heads = config["n_layer"], config["n_head"]
        self.width, self.block = config["n_embd"], config["n_positions"]
        self.mask = causal(self.block)

    def run(self, p, ids, start=0, cache=None):
        """Logits [n, t, vocabulary] of ids that stand at start, start + 1, ...; the cache is written in place"""
        t = ids.shape[1]
        end = start + t
        x = p["transformer.wte.weight"][ids] + p["transformer.wpe.weight"][start:end]
        for i in range(self.layers):
            name = f"transformer.h.{i}."
            qkv = linear(p, name + "attn.c_attn", layer_norm(p, name + "ln_1", x))
            q, k, v = (heads_of(y, self.heads) for y in qkv.split(self.width, -1))
            if cache is not None:
                keys, values = cache[i]
                keys[:, :, start:end], values[:, :, start:end] = k, v
                k, v = keys[:, :, :end], values[:, :, :end]
            seen = attend(q, k, v, self.mask[start:end, :end])
            x = x + linear(p, name + "attn.c_proj", seen)
            h = linear(p, name + "mlp.c_fc", layer_norm(p, name + "ln_2", x))
            x = x + linear(p, name + "mlp.c_proj", F.gelu(h, approximate="tanh"))
        return layer_norm(p, "transformer.ln_f", x) @ p["transformer.wte.weight"].t()

    def loss(self, p, tokens):
        logits = self.run(p, tokens[:, :-1])
        return F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())

    def sample(self, p, prompt, count):
        with torch.no_grad():
            n, size = prompt.shape[0], self.width // self.heads
            empty = lambda: torch.zeros(n, self.heads, self.block, size)
            cache = [(empty(), empty()) for _ in range(self.layers)]
            ids, start, out = prompt, 0, [prompt]
            for _ in range(count):
                logits = self.run(p, ids, start, cache)[:, -1]
                start += ids.shape[1]
                ids = torch.multinomial(F.softmax(logits, -1), 1)
                out.append(ids)
            return torch.cat(out, 1)


def resnet(p, name, x, groups, eps, temb=None):
    h = conv(p, name + ".conv1", F.silu(group_norm(p, name + ".norm1", x, groups, eps)))
    if temb is not None:  # scale_shift
        scale, shift = linear(p, name + ".time_emb_proj", F.silu(temb))[:, :, None, None].chunk(2, 1)
        h = group_norm(p, name + ".norm2", h, groups, eps) * (1 + scale) + shift
    else:
        h = group_norm(p, name + ".norm2", h, groups, eps)
    h = conv(p, name + ".conv2", F.silu(h))
    if name + ".conv_shortcut.weight" in p:
        x = conv(p, name + ".conv_shortcut", x, 1, 0)
    return x + h


def doubled(p, name, x):
    return conv(p, name, F.interpolate(x, scale_factor=2, mode="nearest"))


class Vae:
    eps = 1e-6

    def __init__(self, config):
        self.levels, self.layers = len(config["block_out_channels"]), config["layers_per_block"]
        self.groups = config["norm_num_groups"]

    def middle(self, p, name, x):
        x = resnet(p, name + ".resnets.0", x, self.groups, self.eps)
        tokens = group_norm(p, name + ".attentions.0.group_norm", x, self.groups, self.eps)
        tokens = tokens.flatten(2).transpose(1, 2)
        q, k, v = (heads_of(linear(p, f"{name}.attentions.0.to_{c}", tokens), 1) for c in "qkv")
        seen = linear(p, name + ".attentions.0.to_out.0", attend(q, k, v))
        x = x + seen.transpose(1, 2).reshape(x.shape)
        return resnet(p, name + ".resnets.1", x, self.groups, self.eps)

    def end(self, p, name, x):
        h = F.silu(group_norm(p, name + ".conv_norm_out", x, self.groups, self.eps))
        return conv(p, name + ".conv_out", h)

    def run(self, p, x, noise):
        h = conv(p, "encoder.conv_in", x)
        for i in range(self.levels):
            level = f"encoder.down_blocks.{i}"
            for j in range(self.layers):
                h = resnet(p, f"{level}.resnets.{j}", h, self.groups, self.eps)
            if i < self.levels - 1:
                h = conv(p, level + ".downsamplers.0.conv", F.pad(h, (0, 1, 0, 1)), 2, 0)
        h = self.end(p, "encoder", self.middle(p, "encoder.mid_block", h))
        mean, logvar = conv(p, "quant_conv", h, 1, 0).chunk(2, 1)
        z = mean + torch.exp(0.5 * logvar.clamp(-30, 20)) * noise
        h = conv(p, "decoder.conv_in", conv(p, "post_quant_conv", z, 1, 0))
        h = self.middle(p, "decoder.mid_block", h)
        for i in range(self.levels):
            level = f"decoder.up_blocks.{i}"
            for j in range(self.layers + 1):
                h = resnet(p, f"{level}.resnets.{j}", h, self.groups, self.eps)
            if i < self.levels - 1:
                h = doubled(p, level + ".upsamplers.0.conv", h)
        return self.end(p, "decoder", h)

    def loss(self, p, x, noise):
        return F.mse_loss(self.run(p, x, noise), x)


class Diffusion:
    """The text tower and the U-Net with parameters under 'text.' and 'unet.'"""

    def __init__(self, config):
        self.unet, self.text = config["unet"], config["text"]
        self.mask = causal(self.text["max_position_embeddings"])

    def prompt(self, p, ids):
        name = "text.text_model."
        heads = self.text["num_attention_heads"]
        x = p[name + "embeddings.token_embedding.weight"][ids]
        x = x + p[name + "embeddings.position_embedding.weight"][: ids.shape[1]]
        for i in range(self.text["num_hidden_layers"]):
            layer = f"{name}encoder.layers.{i}."
            y = layer_norm(p, layer + "layer_norm1", x)
            q, k, v = (heads_of(linear(p, f"{layer}self_attn.{c}_proj", y), heads) for c in "qkv")
            x = x + linear(p, layer + "self_attn.out_proj", attend(q, k, v, self.mask))
            h = linear(p, layer + "mlp.fc1", layer_norm(p, layer + "layer_norm2", x))
            x = x + linear(p, layer + "mlp.fc2", h * torch.sigmoid(1.702 * h))
        return layer_norm(p, name + "final_layer_norm", x)

    def transformer(self, p, name, x, context):
        n, c, h, w = x.shape
        heads = self.unet["num_attention_heads"]
        y = group_norm(p, name + ".norm", x, self.unet["norm_num_groups"], 1e-6)
        y = linear(p, name + ".proj_in", y.flatten(2).transpose(1, 2))
        block = name + ".transformer_blocks.0."
        for i, source in (("1", None), ("2", context)):
            z = layer_norm(p, block + "norm" + i, y)
            keys = z if source is None else source
            q = heads_of(linear(p, f"{block}attn{i}.to_q", z), heads)
            k, v = (heads_of(linear(p, f"{block}attn{i}.to_{c}", keys), heads) for c in "kv")
            y = y + linear(p, f"{block}attn{i}.to_out.0", attend(q, k, v))
        value, gate = linear(p, block + "ff.net.0.proj", layer_norm(p, block + "norm3", y)).chunk(2, -1)
        y = y + linear(p, block + "ff.net.2", value * F.gelu(gate))
        return x + linear(p, name + ".proj_out", y).transpose(1, 2).reshape(n, c, h, w)

    def denoise(self, p, x, t, context):
        u, name = self.unet, "unet."
        widths, layers = u["block_out_channels"], u["layers_per_block"]
        half = widths[0] // 2
        angles = t[:, None].float() * torch.exp(-math.log(10000) * torch.arange(half) / half)
        waves = torch.cat([angles.cos(), angles.sin()], 1)
        temb = F.silu(linear(p, name + "time_embedding.linear_1", waves))
        temb = linear(p, name + "time_embedding.linear_2", temb)

        def block(where, kind, i, h):
            h = resnet(p, f"{where}.resnets.{i}", h, u["norm_num_groups"], 1e-5, temb)
            return self.transformer(p, f"{where}.attentions.{i}", h, context) if "Cross" in kind else h

        h = conv(p, name + "conv_in", x)
        skips = [h]
        for i, kind in enumerate(u["down_block_types"]):
            level = f"{name}down_blocks.{i}"
            for j in range(layers):
                h = block(level, kind, j, h)
                skips.append(h)
            if i < len(widths) - 1:
                h = conv(p, level + ".downsamplers.0.conv", h, 2)
                skips.append(h)
        h = block(name + "mid_block", "Cross", 0, h)
        h = block(name + "mid_block", "", 1, h)
        for i, kind in enumerate(u["up_block_types"]):
            level = f"{name}up_blocks.{i}"
            for j in range(layers + 1):
                h = block(level, kind, j, torch.cat([h, skips.pop()], 1))
            if i < len(widths) - 1:
                h = doubled(p, level + ".upsamplers.0.conv", h)
        h = F.silu(group_norm(p, name + "conv_norm_out", h, u["norm_num_groups"]))
        return conv(p, name + "conv_out", h)

    def loss(self, p, x, y, t, ids):
        return F.mse_loss(self.denoise(p, x, t, self.prompt(p, ids)), y)
