// What a CLIP of ours is: the configuration of transformers' CLIPModel, or the same with a residual vision tower, told
// apart by `architectures` as in a folder of transformers.

import { isJsonObject } from '../io/json.ts';
import {
  type CLIPConfig,
  type CLIPTextConfig,
  type ConfigJson,
  clipConfig,
  clipTextConfig,
} from '../models/clip-config.ts';
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';

/** The residual tower (`resNetVisionModel`). */
export interface ResNetVisionConfig {
  /** Height and width of pictures: 2^(levels + 1) times the side of the last level. */
  readonly image_size: number;
  readonly num_channels: number;
  /** Channels of the first convolution, at half the size. */
  readonly stem: number;
  /** Channels of each level, multiples of 8; each has half the side of the one before. */
  readonly widths: readonly number[];
  /** Residual blocks of each level. */
  readonly blocks: number;
  /** Heads of the attention that pools the last level. */
  readonly heads: number;
}

/** A CLIP with a residual vision tower; this class is wgrad's own. */
export interface ResNetCLIPConfig extends Omit<CLIPConfig, 'vision_config'> {
  readonly vision_config: ResNetVisionConfig;
}

/** Either kind, told apart by `architectures`. */
export type ContrastiveConfig =
  | ({ readonly architectures: readonly ['CLIPModel'] } & CLIPConfig)
  | ({ readonly architectures: readonly ['WgradResNetCLIPModel'] } & ResNetCLIPConfig);

const own = 'WgradResNetCLIPModel';
const isSize = (x: unknown, most = 8192): x is number =>
  Number.isInteger(x) && (x as number) > 0 && (x as number) <= most;

function resNetConfig(json: unknown, source: string): ResNetVisionConfig {
  const fail = (what: string): never => {
    throw new FileError(`${source}: vision_config${what}`);
  };
  if (!isJsonObject(json)) return fail(` is ${quote(json)}, no configuration`);
  const { widths } = json;
  const number = (key: string, most?: number): number => {
    const value = json[key];
    return isSize(value, most) ? value : fail(`.${key} is ${quote(value)}; expected a size`);
  };
  const fits = (c: unknown): boolean => isSize(c) && c % 8 === 0;
  if (!Array.isArray(widths) || !isSize(widths.length, 16) || !widths.every(fits)) {
    return fail(`.widths is ${quote(widths)}; expected multiples of 8, one for each level`);
  }
  const config = {
    image_size: number('image_size'),
    num_channels: number('num_channels', 64),
    stem: number('stem'),
    widths: widths as number[],
    blocks: number('blocks', 1000),
    heads: number('heads'),
  };
  if (config.image_size % 2 ** (widths.length + 1) !== 0) {
    fail(`.image_size ${config.image_size} cannot be halved ${widths.length + 1} times`);
  }
  if (config.widths[widths.length - 1] % config.heads !== 0) {
    fail(`.heads ${config.heads} do not divide the last of widths, ${widths.at(-1)}`);
  }
  return config;
}

const contrastiveConfigArgs = is.signature(
  'contrastive.contrastiveConfig',
  ['json', is.object],
  ['source', is.string],
);

/**
 * A configuration from JSON: config.json of a CLIPModel as transformers writes it, or of a `WgradResNetCLIPModel`.
 * @throws FileError for another architecture; WgradError naming a key that is not supported or not of its kind
 */
export function contrastiveConfig(
  json: ConfigJson<CLIPConfig>,
  source = 'config.json',
): ContrastiveConfig {
  contrastiveConfigArgs(json, source);
  const { architectures } = json;
  const named = Array.isArray(architectures) ? architectures[0] : 'CLIPModel';
  if (named === 'CLIPModel') return { architectures: ['CLIPModel'], ...clipConfig(json) };
  if (named !== own) {
    throw new FileError(
      `${source}: architectures is ${quote(architectures)}; expected CLIPModel or ${own}`,
    );
  }
  const vision_config = resNetConfig(json.vision_config, source);
  const { vision_config: _, ...rest } = clipConfig({ ...json, vision_config: undefined });
  return { architectures: [own], ...rest, vision_config };
}

const text = (width: number, layers: number, heads: number): ConfigJson<CLIPTextConfig> => ({
  hidden_size: width,
  intermediate_size: 4 * width,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  max_position_embeddings: 24,
});

/** Text of 24 tokens: the tower of all our models. */
export const smallText = (width = 128, layers = 2): Omit<CLIPTextConfig, 'vocab_size'> => {
  const { vocab_size: _, ...rest } = clipTextConfig(text(width, layers, width / 32));
  return rest;
};
