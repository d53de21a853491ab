// The shipped model by URL, put together by hand: text encoder, U-Net and autoencoder with their weights, the tokenizer
// and the scheduler of a pipeline's folder as diffusers writes it. In Node `diffusion.openPipeline` does the same.

import {
  broadcastTo,
  cast,
  clip,
  compile,
  data,
  diffusion,
  io,
  models,
  mul,
  nn,
  random,
  realize,
  type Tensor,
  tensor,
  tree,
} from 'wgrad';

/** Pictures [n, h, w, 3] in [-1, 1]. */
export interface Pictures {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** How to draw; `steps` and `guidance` are the model's own where they are not given. */
export interface DrawOptions {
  readonly count: number;
  readonly seed: number;
  readonly steps?: number;
  readonly guidance?: number;
  /** Given what the pictures are going to be after each step. */
  onStep(step: number, steps: number, estimate: Pictures): Promise<void>;
}

/** Draws a prompt. */
export type Draw = (prompt: string, options: DrawOptions) => Promise<Pictures>;

async function get(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: the server answered ${response.status}`);
  return response;
}

/**
 * The model below `folder` (ends with '/'), ready to draw.
 * @throws Error if a file is not there; ShapeError if weights do not fit their configuration
 */
export async function loadModel(folder: URL): Promise<Draw> {
  const json = async (name: string) => (await get(new URL(name, folder))).json();
  // the weights of a model in PyTorch's names and f16 as its parameters in f32
  const weights = async <P>(model: { init(key: Tensor): P }, name: string): Promise<P> => {
    const bytes = new Uint8Array(await (await get(new URL(name, folder))).arrayBuffer());
    const { tensors } = io.decodeSafetensors(bytes, name);
    const stored = nn.fromStateDict(model.init(random.key(0)), Object.fromEntries(tensors), name);
    const params = tree.map(stored, (t) => cast(t, 'f32')) as P;
    await realize(params);
    return params;
  };

  const text = models.clipTextModel(await json('text_encoder/config.json'));
  const unetConfig = await json('unet/config.json');
  const unet = models.unet2DConditionModel(unetConfig);
  const vae = models.autoencoderKL(await json('vae/config.json'));
  const scheduler = diffusion.schedulerFromConfig(await json('scheduler/scheduler_config.json'));
  const tokenizer = await data.loadClipTokenizerFolder(new URL('tokenizer', folder));
  const usual = await json('generation_config.json');
  const side: number = unetConfig.sample_size; // of the latents
  const file = 'diffusion_pytorch_model.safetensors';
  const textParams = await weights(text, 'text_encoder/model.safetensors');
  const unetParams = await weights(unet, `unet/${file}`);
  const vaeParams = await weights(vae, `vae/${file}`);

  const read = compile((p: typeof textParams, ids: Tensor) => text.apply(p, ids).prompt_embeds);
  const decode = compile((p: typeof vaeParams, z: Tensor) =>
    clip(vae.decode(p, mul(z, 1 / vae.config.scaling_factor)), -1, 1),
  );
  const sample = diffusion.sampler(unet.apply, scheduler);

  // states of a prompt for each of `count` pictures, [count, tokens, width]
  const statesOf = (prompt: string, count: number): Tensor => {
    const { startId, endId, padId, contextLength } = tokenizer;
    const ids = new Int32Array(contextLength).fill(padId);
    ids.set([startId, ...tokenizer.encode(prompt).slice(0, contextLength - 2), endId]);
    const states = read(textParams, tensor(ids, { shape: [1, contextLength] }));
    return broadcastTo(states, [count, ...states.shape.slice(1)]);
  };
  const pictures = async (z: Tensor): Promise<Pictures> => {
    const images = decode(vaeParams, z);
    const values = await images.data();
    images.dispose();
    return { data: values, shape: images.shape };
  };

  return async (prompt, { count, seed, steps, guidance, onStep }) => {
    const z = await sample(unetParams, {
      condition: statesOf(prompt, count),
      unconditional: statesOf('', count),
      shape: [count, side, side, unetConfig.in_channels],
      steps: steps ?? usual.num_inference_steps,
      guidance: guidance ?? usual.guidance_scale,
      key: Array.from({ length: count }, (_, k) => random.foldIn(random.key(seed), k)),
      onStep: async ({ step, steps: all, x0 }) => onStep(step, all, await pictures(x0)),
    });
    const drawn = await pictures(z);
    z.dispose();
    return drawn;
  };
}
