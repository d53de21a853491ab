// LoRA files as diffusers writes them (pytorch_lora_weights.safetensors): two matrices a layer, named after the
// layer. The file multiplies up down in PyTorch's layout, W [out, in] + scale (alpha / r) up [out, r] down
// [r, in]; nn/lora.ts has W [in, out] + scale a b, so a is down turned and b is up turned. Of a convolution,
// down is one with r channels and up is 1x1.
// Spellings: huggingface/diffusers 0.27, utils/state_dict_utils.py; PEFT; diffusers' attention processors of
// 2023; kohya-ss/sd-scripts, networks/lora.py, for networks under diffusers' names.

import { writeSafetensors } from '../io/checkpoint.ts';
import type { FileDType } from '../io/safetensors-header.ts';
import { openSingle, weightValues } from '../io/weights.ts';
import type { LoraPair, LoraParams } from '../nn/lora.ts';
import { type StateEntry, stateEntries } from '../nn/state-dict.ts';
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { cast, mul, reshape, transpose } from '../tensor/ops/index.ts';
import { formatShape, type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Updates by the names of the parts that they are for ('unet', 'text_encoder'). */
export type LoraParts = Readonly<Record<string, LoraParams>>;

type Side = 'down' | 'up' | 'alpha';

// Names of attention's projections in old files, among pixels and in text encoders.
const projections: Readonly<Record<string, readonly [unet: string, text: string]>> = {
  to_q: ['to_q', 'q_proj'],
  to_k: ['to_k', 'k_proj'],
  to_v: ['to_v', 'v_proj'],
  to_out: ['to_out.0', 'out_proj'],
};

/** The layer and the side that a name without its part's prefix speaks of; undefined for no LoRA name. */
function parseName(name: string): { layer: string; side: Side } | undefined {
  // each spelling: what stands between the layer and the side
  const found =
    /^(.+?)(?:\.lora|\.lora_linear_layer)?\.(?:(down|up)\.weight|(alpha))$/.exec(name) ??
    /^(.+)\.lora_([AB])(?:\.\w+)?\.weight$/.exec(name);
  if (!found) return undefined;
  const [, layer, word, alpha] = found;
  const side: Side = alpha ? 'alpha' : word === 'down' || word === 'A' ? 'down' : 'up';
  const old = /^(.+?)(?:\.processor)?\.(to_[qkv]|to_out)_lora$/.exec(layer);
  if (!old) return { layer, side };
  const text = old[1].endsWith('.self_attn');
  return { layer: `${old[1]}.${projections[old[2]][+text]}`, side };
}

/** Part, layer and side of a name in a file; layers of sd-scripts have '_' where others have '.'. */
function parseStored(
  name: string,
  layers: (part: string) => Iterable<string>,
): { part: string; parsed: ReturnType<typeof parseName> } {
  const flat = /^lora_(unet|te)_([^.]+)\.(?:lora_(down|up)\.weight|(alpha))$/.exec(name);
  if (flat) {
    const part = flat[1] === 'unet' ? 'unet' : 'text_encoder';
    const layer = [...layers(part)].find((path) => path.replaceAll('.', '_') === flat[2]);
    return { part, parsed: { layer: layer ?? flat[2], side: (flat[3] ?? 'alpha') as Side } };
  }
  const [first, ...rest] = name.split('.');
  const named = /^(unet|text_encoder(_\d)?|transformer|vae)$/.test(first);
  const own = (named ? rest.join('.') : name).replace(/^base_model\.model\./, '');
  return { part: named ? first : 'unet', parsed: parseName(own) }; // files of one network name no part
}

interface Layer {
  readonly part: string;
  readonly entry: StateEntry;
  readonly values: Partial<Record<Side, Tensor>>;
}

/** Axes of a stored matrix or convolution in our order. */
const turned: Readonly<Record<number, readonly number[]>> = { 2: [1, 0], 4: [2, 3, 1, 0] };

// a and b of a layer whose weight is [...field, inputs, outputs]; `fail` names the fault.
function pairOf({ entry, values }: Layer, fail: (fault: string) => never): LoraPair {
  const { down, up, alpha } = values;
  if (!down || !up) return fail(`has no ${down ? 'up' : 'down'} weight`);
  const [outputs, inputs, ...field] = entry.shape;
  const rank = down.shape[down.rank - 1]; // turned already
  const a: Shape = [...field, inputs, rank];
  // 1x1 convolutions and linear layers are taken for each other
  const flat = inputs * rank;
  const single = sizeOf(a) === flat && down.size === flat && down.shape.at(-2) === inputs;
  if (!sameShape(down.shape, a) && !single) {
    const stored = `down ${formatShape(down.shape)} (turned)`;
    return fail(`has ${stored} for a weight ${formatShape(entry.shape)}`);
  }
  if (!sameShape(up.shape.slice(-2), [rank, outputs]) || up.size !== rank * outputs) {
    const stored = `up ${formatShape(up.shape)} (turned)`;
    return fail(`has ${stored} for rank ${rank} and a weight ${formatShape(entry.shape)}`);
  }
  const b = reshape(up, [rank, outputs]);
  // alpha / r belongs to the file; here it is part of b
  const scale = alpha && mul(cast(reshape(alpha, []), 'f32'), 1 / rank);
  return { a: reshape(down, a), b: scale ? mul(b, scale) : b };
}

const readLoraArgs = is.signature('diffusion.readLora', ['path', is.path], ['models', is.object]);

/**
 * Reads a LoRA file. Scales alpha / r are multiplied into b, so `applyLora(params, read.unet)` is what the
 * file means.
 * @param models parameters (or their structure) of the parts that may be adapted, by name
 * @throws FileError for layers that the models do not have, halves without the other, shapes that do not
 * fit, NaN weights, names that are no LoRA's
 */
export async function readLora(
  path: string,
  models: Readonly<Record<string, unknown>>,
): Promise<LoraParts> {
  readLoraArgs(path, models);
  const targets = new Map(
    Object.entries(models).map(([part, params]) => [
      part,
      new Map(stateEntries(params).map((e) => [e.name, e])),
    ]),
  );
  const weights = await openSingle(path);
  const layers = new Map<string, Layer>();
  const how = (name: string) => {
    const rank = weights.tensors.get(name)?.entry.shape.length ?? 0;
    return { dtype: 'f32' as const, axes: turned[rank] };
  };
  for await (const { entry: stored, value } of weightValues(weights, how)) {
    const fail = (fault: string): never => {
      throw new FileError(`${path}: ${stored.name} ${fault}`);
    };
    const layersOf = (part: string) =>
      [...(targets.get(part)?.keys() ?? [])].map((name) => name.replace(/\.weight$/, ''));
    const { part, parsed: found } = parseStored(stored.name, layersOf);
    const own = targets.get(part);
    if (!own) return fail(`adapts ${part}, which was not given`);
    const parsed = found ?? fail('is not the name of a LoRA weight');
    const entry = own.get(`${parsed.layer}.weight`);
    if (!entry?.axes) return fail(`adapts a layer that ${part} does not have`);
    const key = `${part}.${entry.path}`;
    const layer = layers.get(key) ?? { part, entry, values: {} };
    layers.set(key, layer);
    if (layer.values[parsed.side]) fail('says again what another name says');
    if (parsed.side === 'alpha' ? value.size !== 1 : value.rank !== 2 && value.rank !== 4) {
      fail(`is ${formatShape(stored.shape)}, which no LoRA weight is`);
    }
    layer.values[parsed.side] = value;
  }
  const out: Record<string, Record<string, LoraPair>> = {};
  for (const layer of layers.values()) {
    out[layer.part] ??= {};
    out[layer.part][layer.entry.path] = pairOf(layer, (fault) => {
      throw new FileError(`${path}: the LoRA of ${layer.part}.${layer.entry.path} ${fault}`);
    });
  }
  return out;
}

/** How a LoRA file is written. */
export interface WriteLoraOptions {
  /** Stored type; default 'F32'. */
  readonly dtype?: Extract<FileDType, 'F32' | 'F16' | 'BF16'>;
  /** Free texts kept in the file. */
  readonly metadata?: Readonly<Record<string, string>>;
}

const writeLoraArgs = is.signature(
  'diffusion.writeLora',
  ['path', is.path],
  ['parts', is.object],
  [
    'options',
    is.options<WriteLoraOptions>({
      dtype: is.optional(is.oneOf('F32', 'F16', 'BF16')),
      metadata: is.optional(is.object),
    }),
  ],
);

/**
 * Writes updates as a LoRA file in diffusers 0.27's spelling, all or nothing; alpha is the rank, so the scale
 * in the file is 1. @throws FileError for updates of anything but weights of layers
 */
export async function writeLora(
  path: string,
  parts: LoraParts,
  options: WriteLoraOptions = {},
): Promise<void> {
  writeLoraArgs(path, parts, options);
  const tensors: Record<string, Tensor> = {};
  for (const [part, updates] of Object.entries(parts)) {
    const word = part.startsWith('text_encoder') ? 'lora_linear_layer' : 'lora';
    for (const [at, { a, b }] of Object.entries(updates)) {
      const layer = /^(.+)\.w$/.exec(at)?.[1];
      if (!layer || !(a.rank in turned)) {
        throw new FileError(`${path}: there is no LoRA name for ${part}.${at}, ${a}`);
      }
      const [rank, outputs] = b.shape;
      const up = transpose(b);
      tensors[`${part}.${layer}.${word}.down.weight`] = transpose(
        a,
        a.rank === 2 ? [1, 0] : [3, 2, 0, 1],
      );
      tensors[`${part}.${layer}.${word}.up.weight`] =
        a.rank === 2 ? up : reshape(up, [outputs, rank, 1, 1]);
    }
  }
  await writeSafetensors(path, tensors, {
    metadata: { format: 'pt', ...options.metadata },
    store: () => options.dtype ?? 'F32',
  });
}
