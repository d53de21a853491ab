// Does it help to draw the times of a batch evenly? The loss of the shipped model on pictures of the data set, with
// the same noise, once at one time in each of n equal parts of [0, 1] and once at n independent ones.

import { caption } from '../data/captions.ts';
import { loadEmoji, selectEmoji } from '../data/emoji.ts';
import { hostRandom } from '../data/random.ts';
import { encode } from '../data/vocabulary.ts';
import { autoencoder } from '../diffusion/autoencoder.ts';
import { loadLatentDiffusion } from '../diffusion/latent-diffusion-folder.ts';
import { encodeLatents } from '../diffusion/latents.ts';
import { diffusionLossAt, diffusionModels, stratifiedTimes } from '../diffusion/train.ts';
import type { Experiment } from '../run/experiment.ts';
import { packageFolder } from '../run/package-files.ts';
import { UsageError } from '../run/usage-error.ts';
import { compile } from '../runtime/compile.ts';
import { random, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';

const batch = 32;

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
};

export const stratified: Experiment = {
  name: 'stratified-times',
  claim:
    'one time in each of n equal parts makes the loss of a batch less noisy than n independent times',
  paper: 'Kingma et al. 2021, arXiv:2107.00630, appendix I.1',
  seeds: [0, 1, 2, 3, 4],
  async run(seed, { quick }) {
    const folder = packageFolder('weights', 'config.json');
    if (!folder) throw new UsageError('stratified-times: the shipped weights are not there');
    const { config, params, vocabulary } = await loadLatentDiffusion(folder);
    const filter = { styles: ['noto'], groups: ['food-drink'] };
    const all = await loadEmoji(undefined, { size: 32, ...filter });
    const indices = Array.from({ length: batch }, (_, i) => (i * 7 + seed) % all.records.length);
    const chosen = new Set(indices.map((i) => all.records[i]));
    const set = selectEmoji(all, { where: (record) => chosen.has(record) });
    const latents = await encodeLatents(autoencoder(config.autoencoder), params.autoencoder, set, {
      scale: params.latents,
    });
    const chance = hostRandom(seed, 0);
    const { context } = config.prompt;
    const ids = set.records.flatMap((r) => [
      ...encode(vocabulary, caption(r, chance), context).ids,
    ]);
    const n = set.records.length;
    const data = {
      latents: tensor(latents.data, { shape: [n, ...latents.shape] }),
      ids: tensor(Int32Array.from(ids), { shape: [n, context] }),
    };
    const models = diffusionModels(config);
    const loss = (times: Tensor, key: Tensor): Tensor =>
      diffusionLossAt(models, params, data, times, key);
    const even = compile((key: Tensor) => loss(stratifiedTimes(random.foldIn(key, 1), n), key));
    const free = compile((key: Tensor) => loss(random.uniform(random.foldIn(key, 1), [n]), key));
    const draws = quick ? 24 : 200;
    const [evenly, freely]: [number[], number[]] = [[], []];
    for (let i = 0; i < draws; i++) {
      const key = random.foldIn(random.key(seed), i);
      evenly.push(await even(key).item());
      freely.push(await free(key).item());
    }
    const [a, b] = [variance(evenly), variance(freely)];
    return { 'variance ratio': a / b, 'variance, evenly': a, 'variance, independently': b };
  },
  holds: (rows) => ({
    holds: rows.reduce((sum, row) => sum + row['variance ratio'], 0) / rows.length <= 0.5,
    measure: 'variance ratio',
    wanted: 'at most 0.5',
  }),
};
