// The shipped model by URL: the three files that `openPipeline` reads from a folder in Node.

import { cast, data, diffusion, io } from 'wgrad';

async function get(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: the server answered ${response.status}`);
  return response;
}

/**
 * A model from config.json, vocabulary.json and weights.safetensors below `folder` (ends with '/').
 * @throws Error if a file is not there; FileError if it does not fit the others
 */
export async function loadModel(folder: URL): Promise<diffusion.Pipeline> {
  const of = (name: string) => get(new URL(name, folder));
  const config: diffusion.LatentDiffusionConfig = await (await of('config.json')).json();
  const vocabulary = data.vocabularyFromJson(await (await of('vocabulary.json')).json());
  const bytes = new Uint8Array(await (await of('weights.safetensors')).arrayBuffer());
  const name = 'weights.safetensors';
  const { tensors } = io.decodeSafetensors(bytes, name);
  const params = io.fillTree(diffusion.latentDiffusionTemplate(config), tensors, name, {
    cast: (value, like) => cast(value, like.dtype),
  });
  return diffusion.latentDiffusionPipeline({ config, params, vocabulary });
}
