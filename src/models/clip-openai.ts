// CLIP's weights under OpenAI's names (openai/CLIP, clip/model.py): a state dict with
// `visual.transformer.resblocks.0.attn.in_proj_weight` where transformers, and so clip.ts, has three
// projections, and with projections that multiply from the right. Conversions are operations on
// tensors, so gradients flow through them; the configuration is inferred from shapes as build_model does.

import { readWeights } from '../io/index.ts';
import type { StateDict } from '../nn/index.ts';
import { fromStateDict, toStateDict } from '../nn/index.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { concat, random, split, transpose } from '../tensor/ops/index.ts';
import { formatShape, type Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CLIPParams, clipModel } from './clip.ts';
import type { CLIPConfig, ConfigJson } from './clip-config.ts';

/** What shapes do not tell. */
export interface OpenAIClipOptions {
  /** Heads of the text tower; default: one for every 64 features, as in all of OpenAI's models. */
  readonly textHeads?: number;
  /** Heads of the vision tower; default: one for every 64 features. */
  readonly visionHeads?: number;
  /** Default 'quick_gelu'; many models of open_clip, which has the same names, need 'gelu'. */
  readonly hiddenAct?: string;
}

// sizes that OpenAI's own files carry beside the weights
const notes = new Set(['input_resolution', 'context_length', 'vocab_size']);

const blockNames: readonly (readonly [openai: string, transformers: string])[] = [
  ['ln_1.', 'layer_norm1.'],
  ['attn.out_proj.', 'self_attn.out_proj.'],
  ['ln_2.', 'layer_norm2.'],
  ['mlp.c_fc.', 'mlp.fc1.'],
  ['mlp.c_proj.', 'mlp.fc2.'],
];
const plainNames: readonly (readonly [openai: string, transformers: string])[] = [
  ['logit_scale', 'logit_scale'],
  ['token_embedding.weight', 'text_model.embeddings.token_embedding.weight'],
  ['positional_embedding', 'text_model.embeddings.position_embedding.weight'],
  ['ln_final.weight', 'text_model.final_layer_norm.weight'],
  ['ln_final.bias', 'text_model.final_layer_norm.bias'],
  ['visual.class_embedding', 'vision_model.embeddings.class_embedding'],
  ['visual.positional_embedding', 'vision_model.embeddings.position_embedding.weight'],
  ['visual.conv1.weight', 'vision_model.embeddings.patch_embedding.weight'],
  ['visual.ln_pre.weight', 'vision_model.pre_layrnorm.weight'],
  ['visual.ln_pre.bias', 'vision_model.pre_layrnorm.bias'],
  ['visual.ln_post.weight', 'vision_model.post_layernorm.weight'],
  ['visual.ln_post.bias', 'vision_model.post_layernorm.bias'],
];
// [width, embed] there, [embed, width] here
const turnedNames: readonly (readonly [openai: string, transformers: string])[] = [
  ['text_projection', 'text_projection.weight'],
  ['visual.proj', 'visual_projection.weight'],
];
const towers: readonly (readonly [openai: string, transformers: string])[] = [
  ['transformer.resblocks.', 'text_model.encoder.layers.'],
  ['visual.transformer.resblocks.', 'vision_model.encoder.layers.'],
];

const fromOpenAINamesArgs = is.signature('models.fromOpenAINames', ['state', is.object]);

/** A state dict of OpenAI's names under transformers' names (CLIPModel). Other names stay as they are. */
export function fromOpenAINames(state: StateDict): StateDict {
  fromOpenAINamesArgs(state);
  const out: Record<string, Tensor> = {};
  const plain = new Map(plainNames);
  const turned = new Map(turnedNames);
  for (const [name, value] of Object.entries(state)) {
    const tower = towers.find(([openai]) => name.startsWith(openai));
    const [, index, rest] = tower ? (/^(\d+)\.(.+)$/.exec(name.slice(tower[0].length)) ?? []) : [];
    if (tower && rest !== undefined) {
      const at = `${tower[1]}${index}.`;
      const joint = /^attn\.in_proj_(weight|bias)$/.exec(rest);
      if (joint) {
        // rows of queries, keys, values above each other
        const parts = split(value, value.shape[0] / 3);
        for (const [i, p] of ['q', 'k', 'v'].entries()) {
          out[`${at}self_attn.${p}_proj.${joint[1]}`] = parts[i];
        }
        continue;
      }
      const found = blockNames.find(([openai]) => rest.startsWith(openai));
      out[found ? at + found[1] + rest.slice(found[0].length) : name] = value;
    } else if (turned.has(name)) {
      out[turned.get(name) as string] = transpose(value);
    } else if (!notes.has(name)) {
      out[plain.get(name) ?? name] = value;
    }
  }
  return out;
}

const toOpenAINamesArgs = is.signature('models.toOpenAINames', ['state', is.object]);

/** The inverse of {@link fromOpenAINames}. */
export function toOpenAINames(state: StateDict): StateDict {
  toOpenAINamesArgs(state);
  const out: Record<string, Tensor> = {};
  const plain = new Map(plainNames.map(([a, b]) => [b, a]));
  const turned = new Map(turnedNames.map(([a, b]) => [b, a]));
  for (const [name, value] of Object.entries(state)) {
    const tower = towers.find(([, own]) => name.startsWith(own));
    const [, index, rest] = tower ? (/^(\d+)\.(.+)$/.exec(name.slice(tower[1].length)) ?? []) : [];
    if (tower && rest !== undefined) {
      const at = `${tower[0]}${index}.`;
      const one = /^self_attn\.([qkv])_proj\.(weight|bias)$/.exec(rest);
      if (one) {
        const [, letter, leaf] = one;
        if (letter !== 'q') continue;
        const own = name.slice(0, -`q_proj.${leaf}`.length);
        const parts = ['q', 'k', 'v'].map((p) => state[`${own}${p}_proj.${leaf}`]);
        out[`${at}attn.in_proj_${leaf}`] = concat(parts, 0);
        continue;
      }
      const found = blockNames.find(([, own]) => rest.startsWith(own));
      out[found ? at + found[0] + rest.slice(found[1].length) : name] = value;
    } else if (turned.has(name)) {
      out[turned.get(name) as string] = transpose(value);
    } else {
      out[plain.get(name) ?? name] = value;
    }
  }
  return out;
}

const openAIClipOptionsKind = is.options<OpenAIClipOptions>({
  textHeads: is.optional(is.count),
  visionHeads: is.optional(is.count),
  hiddenAct: is.optional(is.string),
});
const openAIClipConfigArgs = is.signature(
  'models.openAIClipConfig',
  ['state', is.object],
  ['options', openAIClipOptionsKind],
  ['source', is.string],
);

/**
 * The configuration of a model from the shapes in its OpenAI state dict (ViT towers).
 * @throws ShapeError for ResNet towers, which are not supported, and for missing tensors
 */
export function openAIClipConfig(
  state: StateDict,
  options: OpenAIClipOptions = {},
  source = 'OpenAI CLIP',
): CLIPConfig {
  openAIClipConfigArgs(state, options, source);
  if ('visual.layer1.0.conv1.weight' in state) {
    throw new ShapeError(
      `${source}: the vision tower is a ResNet (visual.layer1.0.conv1.weight); only ViT towers are supported`,
    );
  }
  const shapeOf = (name: string, rank: number): Shape => {
    const shape = Object.hasOwn(state, name) ? state[name].shape : undefined;
    if (shape?.length === rank) return shape;
    const found = shape ? `is ${formatShape(shape)}` : 'is missing';
    throw new ShapeError(`${source}: ${name} ${found}; expected a tensor of ${rank} dimensions`);
  };
  const layers = (prefix: string): number =>
    Object.keys(state).filter((k) => k.startsWith(prefix) && k.endsWith('.attn.in_proj_weight'))
      .length;
  const [visionWidth, channels, , patch] = shapeOf('visual.conv1.weight', 4);
  const grid = Math.round(Math.sqrt(shapeOf('visual.positional_embedding', 2)[0] - 1));
  const [vocabulary, textWidth] = shapeOf('token_embedding.weight', 2);
  const [, embed] = shapeOf('text_projection', 2);
  const hidden = (prefix: string): number => shapeOf(`${prefix}0.mlp.c_fc.weight`, 2)[0];
  const act = options.hiddenAct ?? 'quick_gelu';
  const [[textBlocks], [visionBlocks]] = towers;
  const json: ConfigJson<CLIPConfig> = {
    projection_dim: embed,
    text_config: {
      vocab_size: vocabulary,
      hidden_size: textWidth,
      intermediate_size: hidden(textBlocks),
      num_hidden_layers: layers(textBlocks),
      num_attention_heads: options.textHeads ?? Math.max(1, Math.floor(textWidth / 64)),
      max_position_embeddings: shapeOf('positional_embedding', 2)[0],
      hidden_act: act,
      eos_token_id: 2, // features stand at the largest id
    },
    vision_config: {
      hidden_size: visionWidth,
      intermediate_size: hidden(visionBlocks),
      num_hidden_layers: layers(visionBlocks),
      num_attention_heads: options.visionHeads ?? Math.max(1, Math.floor(visionWidth / 64)),
      num_channels: channels,
      image_size: patch * grid,
      patch_size: patch,
      hidden_act: act,
    },
  };
  return clipModel(json).config;
}

/** A CLIP model with its weights. */
export interface LoadedClip {
  readonly model: ReturnType<typeof clipModel>;
  readonly params: CLIPParams;
}

const clipFromOpenAIArgs = is.signature(
  'models.clipFromOpenAI',
  ['state', is.object],
  ['options', openAIClipOptionsKind],
  ['source', is.string],
);

/**
 * The model and parameters of an OpenAI state dict. `source` names it in errors.
 * @throws ShapeError listing names that are missing, surplus or of another shape
 */
export function clipFromOpenAI(
  state: StateDict,
  options: OpenAIClipOptions = {},
  source = 'OpenAI CLIP',
): LoadedClip {
  clipFromOpenAIArgs(state, options, source);
  const config = openAIClipConfig(state, options, source);
  const model = clipModel({ ...config });
  const template = model.init(random.key(0));
  return { model, params: fromStateDict(template, fromOpenAINames(state), source) };
}

const clipToOpenAIArgs = is.signature('models.clipToOpenAI', [
  'params',
  is.fields({
    visual_projection: is.record('a linear params', 'w'),
    vision_model: is.record('an object', 'embeddings', 'pre_layrnorm', 'encoder', 'post_layernorm'),
    text_projection: is.record('a linear params', 'w'),
    text_model: is.record('an object', 'embeddings', 'encoder', 'final_layer_norm'),
    logit_scale: is.tensor,
  }),
]);

/** Parameters of a {@link clipModel} as an OpenAI state dict. */
export const clipToOpenAI = (params: CLIPParams): StateDict => {
  clipToOpenAIArgs(params);
  return toOpenAINames(toStateDict(params));
};

const loadOpenAIClipArgs = is.signature(
  'models.loadOpenAIClip',
  ['source', is.either(is.path, is.bytes)],
  ['options', openAIClipOptionsKind],
);

/**
 * The model and parameters of a safetensors file with OpenAI's names: a path (in Node) or its bytes.
 * @throws FileError if it cannot be read or holds NaN, ShapeError if it is no CLIP model with ViT towers
 */
export async function loadOpenAIClip(
  source: string | Uint8Array,
  options: OpenAIClipOptions = {},
): Promise<LoadedClip> {
  loadOpenAIClipArgs(source, options);
  const name = typeof source === 'string' ? source : 'OpenAI CLIP';
  const tensors = await readWeights(source, name);
  return clipFromOpenAI(Object.fromEntries(tensors), options, name);
}
