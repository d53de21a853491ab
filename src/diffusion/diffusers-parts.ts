// The classes of pipeline parts that can be loaded: which library wrote them, what their weight files are
// called, which model they become, and where names in files differ from the names that the libraries use
// today. A class is added by one line here.

import { autoencoderKL } from '../models/autoencoder-kl.ts';
import {
  clipTextModel,
  clipTextModelWithProjection,
  clipVisionModelWithProjection,
} from '../models/clip.ts';
import { unet2DModel } from '../models/unet-2d.ts';
import { unet2DConditionModel } from '../models/unet-2d-condition.ts';
import { vqModel } from '../models/vq-model.ts';
import * as is from '../tensor/arguments.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** What is needed of any model: parameters drawn from a key. */
export interface AnyModel {
  /** The parameters, drawn with a key of `random.key`. */
  init(key: Tensor): unknown;
}

/** How a class of parts is read. */
export interface PartKind<M extends AnyModel = AnyModel> {
  readonly library: 'diffusers' | 'transformers';
  /** File name of the weights, without `.safetensors`. */
  readonly stem: string;
  /** The model of a configuration (the content of config.json). @throws for what is not supported */
  readonly build: (config: never) => M;
  /** Today's name of a tensor in a file; undefined for a buffer that carries no weights. */
  readonly rename: (name: string) => string | undefined;
}

const same = (name: string): string => name;

const diffusers = <M extends AnyModel>(
  build: (config: never) => M,
  rename: PartKind<M>['rename'] = same,
): PartKind<M> => ({ library: 'diffusers', stem: 'diffusion_pytorch_model', build, rename });

const transformers = <M extends AnyModel>(build: (config: never) => M): PartKind<M> => ({
  library: 'transformers',
  stem: 'model',
  build,
  // versions before 4.31 stored the numbers 0 .. n-1
  rename: (name) => (name.endsWith('.embeddings.position_ids') ? undefined : name),
});

// Autoencoders written before diffusers 0.12 call the attention of their middle blocks by other names.
const attentionNames: Readonly<Record<string, string>> = {
  query: 'to_q',
  key: 'to_k',
  value: 'to_v',
  proj_attn: 'to_out.0',
};

const todaysAttentionArgs = is.signature('diffusion.todaysAttention', ['name', is.string]);

/** Today's name of an autoencoder's tensor. */
export const todaysAttention = (name: string): string => {
  todaysAttentionArgs(name);
  return name.replace(
    /(\.attentions\.\d+\.)(query|key|value|proj_attn)\.(weight|bias)$/,
    (_, block: string, layer: string, leaf: string) => `${block}${attentionNames[layer]}.${leaf}`,
  );
};

/** The classes that are loaded. */
export const partClasses = {
  UNet2DConditionModel: diffusers(unet2DConditionModel),
  UNet2DModel: diffusers(unet2DModel),
  AutoencoderKL: diffusers(autoencoderKL, todaysAttention),
  VQModel: diffusers(vqModel, todaysAttention),
  CLIPTextModel: transformers(clipTextModel),
  CLIPTextModelWithProjection: transformers(clipTextModelWithProjection),
  CLIPVisionModelWithProjection: transformers(clipVisionModelWithProjection),
} as const;

/** Name of a class that is loaded. */
export type PartClass = keyof typeof partClasses;
/** The model of a class. */
export type PartModel<C extends PartClass> = ReturnType<(typeof partClasses)[C]['build']>;
/** The parameters of a class. */
export type PartParams<C extends PartClass> = ReturnType<PartModel<C>['init']>;

/** Names of pipeline parts that are networks of the sampling loop: an unknown class there is an error. */
export const networkParts = [
  'unet',
  'vae',
  'vqvae',
  'text_encoder',
  'text_encoder_2',
  'bert',
  'image_encoder',
];
