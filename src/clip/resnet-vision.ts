// The small residual tower beside the ViT: CLIP's changes to the ResNet (Radford et al. 2021, arXiv:2103.00020,
// section 2.4), which are a stem of several convolutions, means of pixels before every halving (antialiasing, Zhang
// 2019, arXiv:1904.11486) and attention in place of the last mean. Norms are over groups of channels, not over the batch:
// a picture's embedding depends on no other picture, so a batch may be embedded in chunks.

import { Conv2d, GroupNorm, initializers, initParts, MultiHeadAttention } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  add,
  avgPool2d,
  concat,
  mean,
  random,
  reshape,
  silu,
  sliceAxis,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { ResNetVisionConfig } from './config.ts';

const groups = 8;
const norm = (channels: number) => GroupNorm(groups, channels);
const conv3 = (inputs: number, outputs: number, stride = 1) =>
  Conv2d(inputs, outputs, 3, { padding: 1, stride });

// x + conv(silu(norm(conv(silu(norm(x)))))); starts as the identity
function residual(c: number) {
  const conv2 = Conv2d(c, c, 3, { padding: 1, weightInit: initializers.zeros });
  const parts = { norm1: norm(c), conv1: conv3(c, c), norm2: norm(c), conv2 };
  const init = (key: Tensor) => initParts(parts, key);
  const apply = (p: ReturnType<typeof init>, x: Tensor): Tensor => {
    const h = parts.conv1.apply(p.conv1, silu(parts.norm1.apply(p.norm1, x)));
    return add(x, conv2.apply(p.conv2, silu(parts.norm2.apply(p.norm2, h))));
  };
  return { init, apply };
}

// The mean of the pixels asks, all pixels and the mean answer: x [n, h, w, c] -> [n, c].
function attentionPool(pixels: number, c: number, heads: number) {
  const attention = MultiHeadAttention({ dim: c, heads });
  const positions = {
    init: (key: Tensor) => random.normal(key, [pixels + 1, c], { std: c ** -0.5 }),
  };
  const parts = { positions, attention };
  const init = (key: Tensor) => initParts(parts, key);
  const apply = (p: ReturnType<typeof init>, x: Tensor): Tensor => {
    const n = x.shape[0];
    const grid = reshape(x, [n, pixels, c]);
    const tokens = add(concat([mean(grid, 1, { keepDims: true }), grid], 1), p.positions);
    const query = sliceAxis(tokens, 1, [0, 1]); // [n, 1, c]
    return reshape(attention.apply(p.attention, query, { context: tokens }), [n, c]);
  };
  return { init, apply };
}

const resNetVisionModelArgs = is.signature('contrastive.resNetVisionModel', ['config', is.object]);

/**
 * Pictures [n, image_size, image_size, num_channels] in -1 .. 1 -> features [n, last of widths]: a stem that halves the
 * size, then for each of `widths` another halving and `blocks` residual blocks, then attention over the `activations`.
 */
export function resNetVisionModel(config: ResNetVisionConfig) {
  resNetVisionModelArgs(config);
  const { image_size: size, num_channels: channels, stem, widths, blocks, heads } = config;
  const last = widths[widths.length - 1];
  const side = size / 2 ** (widths.length + 1);
  const parts = {
    stem: conv3(channels, stem, 2),
    levels: widths.map((c, i) => ({
      conv: conv3(i === 0 ? stem : widths[i - 1], c),
      blocks: Array.from({ length: blocks }, () => residual(c)),
    })),
    norm: norm(last),
    pool: attentionPool(side * side, last, heads),
  };
  const init = (key: Tensor) => initParts(parts, key);
  // what stands behind the stem and behind each level, [n, h, w, c] for pictures of any size
  const levels = (p: ReturnType<typeof init>, images: Tensor): Tensor[] => {
    const found = [silu(parts.stem.apply(p.stem, images))]; // [n, size / 2, size / 2, stem]
    for (const [i, level] of parts.levels.entries()) {
      let x = level.conv.apply(p.levels[i].conv, avgPool2d(found[i], 2));
      for (const [j, block] of level.blocks.entries()) {
        x = block.apply(p.levels[i].blocks[j], x);
      }
      found.push(x);
    }
    return found;
  };
  // [n, side, side, last]: what the attention looks at
  const activations = (p: ReturnType<typeof init>, images: Tensor): Tensor => {
    const [, h, w, c] = images.shape;
    if (images.rank !== 4 || h !== size || w !== size || c !== channels) {
      throw new ShapeError(
        `resNetVisionModel: pictures ${images} are not [n, ${size}, ${size}, ${channels}]`,
      );
    }
    const x = levels(p, images)[widths.length];
    return silu(parts.norm.apply(p.norm, x));
  };
  const apply = (p: ReturnType<typeof init>, images: Tensor): Tensor =>
    parts.pool.apply(p.pool, activations(p, images));
  return checked(
    'contrastive.resNetVisionModel',
    { config, init, apply, activations, levels },
    'activations',
    'levels',
  );
}
