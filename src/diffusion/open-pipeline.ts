// A folder with a text-to-image model, whatever kind it holds: wgrad's own or a pipeline of diffusers.
import { fileError } from '../io/files.ts';
import * as is from '../tensor/arguments.ts';
import { FileError, WgradError } from '../tensor/errors.ts';
import { latentDiffusionPipeline } from './latent-diffusion.ts';
import { openLatentDiffusion } from './latent-diffusion-folder.ts';
import type { Pipeline } from './pipeline.ts';
import {
  openStableDiffusion,
  type StableDiffusionOptions,
  stableDiffusionOptions,
} from './stable-diffusion.ts';

const openPipelineArgs = is.signature(
  'diffusion.openPipeline',
  ['folder', is.path],
  ['options', stableDiffusionOptions],
);

async function namesIn(folder: string): Promise<string[]> {
  const fs = await import('node:fs/promises');
  try {
    return await fs.readdir(folder);
  } catch (error) {
    throw fileError(folder, error);
  }
}

/**
 * Opens a folder with a model: the shipped weights, a run of `wgrad train emoji-ldm`, or Stable Diffusion as diffusers
 * writes it. What the folder says of itself is checked; weights are read when the first picture is asked for.
 * @param options all of them are for folders of diffusers
 * @throws FileError for a folder that holds no such model, WgradError for options that it does not have
 */
export async function openPipeline(
  folder: string,
  options: StableDiffusionOptions = {},
): Promise<Pipeline> {
  openPipelineArgs(folder, options);
  const names = await namesIn(folder);
  if (names.includes('model_index.json')) return openStableDiffusion(folder, options);
  if (!names.includes('config.json')) {
    throw new FileError(
      `${folder}: not a model folder (it has no config.json and no model_index.json)`,
    );
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    throw new WgradError(
      `openPipeline: options.${name} is for folders of diffusers (with model_index.json); ${folder} is ` +
        "one of wgrad's own models, which take no options here",
    );
  }
  return latentDiffusionPipeline(await openLatentDiffusion(folder));
}
