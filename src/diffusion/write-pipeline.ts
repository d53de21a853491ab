// A new pipeline's folder as diffusers' save_pretrained writes it: model_index.json names the parts, each part has
// its configuration and its weights as f16 under PyTorch's names, with a checksum that wgrad compares and others pass
// over. from_pretrained of its class opens it, and so does openPipeline.

import type { ClipTokenizerFiles } from '../data/clip-vocabulary.ts';
import { writeSafetensors } from '../io/checkpoint.ts';
import { fileError, writeFileSafely, writeJson } from '../io/files.ts';
import type { Json } from '../io/json.ts';
import { toStateDict } from '../nn/state-dict.ts';
import * as is from '../tensor/arguments.ts';
import { modelIndex, partNames, pipelines } from './diffusers-index.ts';
import { type PartClass, type PartKind, partClasses } from './diffusers-parts.ts';
import type { GenerationConfig } from './generation-config.ts';

const version = { _diffusers_version: '0.27.2' };

/** A network of a pipeline to be written. */
export interface NewPart {
  /** The content of config.json but for the class. */
  readonly config: Json;
  readonly params: unknown;
}

/** A text-to-image pipeline to be written. */
export interface NewPipeline {
  /**
   * Its class, StableDiffusionPipeline unless its U-Net sees more than noisy latents; with a VQModel always
   * LDMTextToImagePipeline, which is diffusers' only one that takes such.
   */
  readonly className?: keyof typeof pipelines;
  readonly unet: NewPart;
  /** An AutoencoderKL unless it says that it is another. */
  readonly vae: NewPart & { readonly className?: 'AutoencoderKL' | 'VQModel' };
  readonly text_encoder: NewPart;
  readonly tokenizer: Required<ClipTokenizerFiles>;
  /** scheduler_config.json with its `_class_name`. */
  readonly scheduler: Json & { readonly _class_name: string };
  /** What to draw with unless told otherwise. */
  readonly generation?: GenerationConfig;
}

function configOf(className: PartClass, config: Json): Json {
  if (className === 'CLIPTextModel') {
    return { architectures: [className], model_type: 'clip_text_model', ...config };
  }
  return { _class_name: className, ...version, ...config };
}

const part = is.record('a part', 'config', 'params');
const writePipelineArgs = is.signature(
  'diffusion.writePipeline',
  ['folder', is.path],
  [
    'pipeline',
    is.fields<NewPipeline>({
      className: is.optional(is.oneOf(...Object.keys(pipelines))),
      unet: part,
      vae: part,
      text_encoder: part,
      tokenizer: is.record('files of a tokenizer', 'vocab', 'merges', 'config', 'specialTokens'),
      scheduler: is.record('a scheduler', '_class_name'),
      generation: is.optional(is.object),
    }),
  ],
);

/**
 * Writes a pipeline into a folder (made if need be), each file all or nothing, model_index.json last.
 * @throws FileError
 */
export async function writePipeline(folder: string, pipeline: NewPipeline): Promise<void> {
  writePipelineArgs(folder, pipeline);
  const fs = await import('node:fs/promises');
  const { tokenizer, scheduler, generation, unet, vae, text_encoder: reader } = pipeline;
  const autoencoder = vae.className ?? 'AutoencoderKL';
  const className = autoencoder === 'VQModel' ? 'LDMTextToImagePipeline' : pipeline.className;
  const names = partNames(className ?? '');
  const parts: readonly (readonly [string, PartClass, NewPart])[] = [
    ['unet', 'UNet2DConditionModel', unet],
    [names.vae, autoencoder, vae],
    [names.text, 'CLIPTextModel', reader],
  ];
  const text = (content: string): Uint8Array[] => [new TextEncoder().encode(content)];
  try {
    for (const [name, kind, { config, params }] of parts) {
      const { stem } = partClasses[kind] as PartKind;
      await fs.mkdir(`${folder}/${name}`, { recursive: true });
      await writeSafetensors(`${folder}/${name}/${stem}.safetensors`, toStateDict(params), {
        store: () => 'F16',
        metadata: { format: 'pt' },
        checksum: true,
      });
      await writeJson(`${folder}/${name}/config.json`, configOf(kind, config));
    }
    await fs.mkdir(`${folder}/tokenizer`, { recursive: true });
    await writeFileSafely(`${folder}/tokenizer/vocab.json`, text(tokenizer.vocab));
    await writeFileSafely(`${folder}/tokenizer/merges.txt`, text(tokenizer.merges));
    await writeFileSafely(`${folder}/tokenizer/tokenizer_config.json`, text(tokenizer.config));
    await writeFileSafely(
      `${folder}/tokenizer/special_tokens_map.json`,
      text(tokenizer.specialTokens),
    );
    await fs.mkdir(`${folder}/scheduler`, { recursive: true });
    await writeJson(`${folder}/scheduler/scheduler_config.json`, { ...version, ...scheduler });
    if (generation) await writeJson(`${folder}/generation_config.json`, generation);
    const index = modelIndex(scheduler._class_name, className, autoencoder);
    await writeJson(`${folder}/model_index.json`, index);
  } catch (error) {
    throw fileError(folder, error);
  }
}
