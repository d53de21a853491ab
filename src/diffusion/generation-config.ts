// How a pipeline's folder wants to be drawn with: generation_config.json beside model_index.json, under the names
// of diffusers' arguments. Other programs pass it over; a folder without it gets their defaults, which were chosen
// for Stable Diffusion and overdraw a small model.
import { readJson } from '../io/files.ts';
import { count, number, object, optional, shaped } from '../io/json-shape.ts';

/** What is drawn with where nobody says otherwise. */
export interface GenerationConfig {
  readonly num_inference_steps?: number;
  readonly guidance_scale?: number;
}

const shape = object<GenerationConfig>({
  num_inference_steps: optional(count(1, 1000)),
  guidance_scale: optional(number(0, 1000)),
});

const file = 'generation_config.json';

/** What a folder wants; StableDiffusionPipeline's 50 steps and 7.5 where it says nothing. @throws FileError */
export async function readGenerationConfig(folder: string): Promise<Required<GenerationConfig>> {
  const fs = await import('node:fs/promises');
  const given = (await fs.readdir(folder)).includes(file);
  const path = `${folder}/${file}`;
  const config = given ? shaped(await readJson(path), shape, path) : {};
  return { num_inference_steps: 50, guidance_scale: 7.5, ...config };
}
