// Policies over real networks at the size of tests: the U-Net of a Stable Diffusion folder, told by its text encoder,
// with all its weights and with low-rank updates alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officialClipFiles } from '../../src/data/clip-vocabulary.ts';
import type { Denoiser } from '../../src/diffusion/denoising-step.ts';
import { openDiffusers, partOf } from '../../src/diffusion/diffusers-folder.ts';
import { writeRandomModel } from '../../src/diffusion/random-model.ts';
import { schedulerFromConfig } from '../../src/diffusion/schedulers/index.ts';
import type { Scheduler } from '../../src/diffusion/schedulers/scheduler.ts';
import { openPromptTokenizer } from '../../src/diffusion/stable-diffusion-prompts.ts';
import { initLora } from '../../src/nn/index.ts';
import { type DenoisingPolicy, denoisingPolicy, withLora } from '../../src/rl/index.ts';
import { realize } from '../../src/runtime/evaluate.ts';
import { concat, random, slice, tensor } from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { map } from '../../src/tensor/tree.ts';

/** A policy, what it is given, and the network underneath. */
export interface NetworkSubject {
  readonly policy: DenoisingPolicy<unknown, unknown>;
  readonly params: unknown;
  /** Of two samples of one prompt; new tensors. */
  conditions(): Promise<unknown>;
  readonly decisions: number;
  /** The network's weights, where `params` are updates of them. */
  readonly base?: unknown;
}

interface Network<P, C> {
  readonly denoise: Denoiser<P, C>;
  readonly params: P;
  /** Rows: the prompt twice, then the empty prompt. */
  states(): Promise<C>;
  readonly scheduler: Scheduler;
  readonly eta?: number;
}

async function subjectOf<P, C>(made: Network<P, C>, adapted: boolean): Promise<NetworkSubject> {
  const { denoise, params: base, states, scheduler, eta } = made;
  const rows = async (from: number, to: number): Promise<C> => {
    const part = map(await states(), (t) => slice(t, [from, to])) as C;
    await realize(part);
    return part;
  };
  const options = {
    ...{ shape: [4, 4, 4], steps: 3, eta, guidance: 3 },
    unconditional: await rows(2, 3),
  };
  const adapters = initLora(random.key(2), base, { rank: 2, match: (path) => /\.w$/.test(path) });
  await realize(adapters);
  const policy = adapted
    ? denoisingPolicy(withLora(denoise, base), scheduler, options)
    : denoisingPolicy(denoise, scheduler, options);
  return {
    policy: policy as unknown as NetworkSubject['policy'],
    params: adapted ? adapters : base,
    conditions: () => rows(0, 2),
    decisions: policy.decisions.length,
    base: adapted ? base : undefined,
  };
}

async function publishedNetwork(scheduler: string, eta?: number) {
  const folder = mkdtempSync(join(tmpdir(), 'wgrad-policies-'));
  try {
    await writeRandomModel(join(folder, 'tiny'), {
      preset: 'tiny',
      tokenizer: await officialClipFiles(),
    });
    const opened = await openDiffusers(join(folder, 'tiny'));
    const network = partOf(opened, 'unet', 'UNet2DConditionModel');
    const text = partOf(opened, 'text_encoder', 'CLIPTextModel');
    const words = await openPromptTokenizer(opened, 77, text.model.config.vocab_size);
    const [params, reader] = [await network.load(), await text.load()];
    const row = (prompt: string): Tensor => tensor(words.encode(prompt).ids, { shape: [1, 77] });
    const ids = concat([row('a red fox'), row('a red fox'), row('')]);
    await realize(ids);
    const { config } = opened.schedulers.scheduler;
    return {
      denoise: network.model.apply,
      params,
      states: async () => text.model.apply(reader, ids).prompt_embeds,
      scheduler: schedulerFromConfig({ ...config, _class_name: scheduler }),
      eta,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Policies by name, made on the device in use. */
export const networkSubjects: Readonly<Record<string, () => Promise<NetworkSubject>>> = {
  'UNet2DConditionModel, DDIM': async () =>
    subjectOf(await publishedNetwork('DDIMScheduler', 0.7), false),
  'UNet2DConditionModel, Euler ancestral, low-rank updates': async () =>
    subjectOf(await publishedNetwork('EulerAncestralDiscreteScheduler'), true),
};
