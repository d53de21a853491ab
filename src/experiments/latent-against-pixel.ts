// Latent against pixel diffusion: the same U-Net sees an eighth of the numbers or fewer, so it sees more pictures in the
// same time. Throughput is measured at 64 pixels in turns; FID at 32, where both get the same time of training. The
// autoencoder's own time is not counted, as in the paper: it is trained once for all models in its latents.
import type { Experiment } from '../run/experiment.ts';
import { mean } from './curves.ts';
import { asked, painter } from './drawing.ts';
import { type Laboratory, laboratory, type Space, sizesOf, space } from './laboratory.ts';
import { judgeOf } from './scoring.ts';
import { networks, recipeOf, stage } from './second-stage.ts';
import { secondsAStep, trained, type Work } from './work.ts';

const wanted = 2.7;

/** Seconds a step of the second stage in each of several spaces, measured in turns. */
export function pace(lab: Laboratory, spaces: readonly Space[], seed: number): Promise<number[]> {
  const recipe = { ...recipeOf(lab, seed), batchSize: lab.work.quick ? 2 : 8 };
  const algorithms = spaces.map((within) => stage(lab, within, networks(lab, within), recipe));
  const turns = lab.work.quick ? { steps: 1, rounds: 1 } : { steps: 2, rounds: 4 };
  return secondsAStep(algorithms, { ...turns, seed });
}

/** FID of what a model draws that was trained in a space for so many steps. */
export async function fidAfter(
  lab: Laboratory,
  within: Space,
  { steps, seed }: { steps: number; seed: number },
): Promise<number> {
  const models = networks(lab, within);
  const recipe = { ...recipeOf(lab, seed), steps, warmup: Math.min(50, Math.ceil(steps / 10)) };
  const training = stage(lab, within, models, recipe);
  const state = await trained(`U-Net at f = ${within.factor}`, training, { steps, seed });
  const brush = painter(lab, within, { models, params: training.learner.average(state) });
  const judge = await judgeOf(lab.set);
  const records = asked(lab.set, lab.sizes.pictures, seed);
  const how = { seed, steps: lab.work.quick ? 2 : 20 };
  const drawn = await brush.pictures(await brush.latents(records, how));
  const { FID } = await judge.scores(drawn, records);
  for (const thing of [brush, judge]) thing.dispose();
  return FID;
}

/** Steps of each space within the time that the first one's `steps` take, at least one. */
export const equalTime = (paces: readonly number[], steps: number): number[] =>
  paces.map((seconds) => Math.max(1, Math.round((steps * paces[0]) / seconds)));

const spacesOf = async (work: Work, size: 16 | 32 | 64) => {
  const lab = await laboratory(work, { ...sizesOf(work), size });
  return { lab, latent: await space(lab, 4), pixel: await space(lab, 1) };
};

/** `wgrad claim latent-against-pixel`. */
export const latentAgainstPixel: Experiment = {
  name: 'latent-against-pixel',
  claim:
    'in latents of f = 4 training sees at least 2.7 times the pictures, and FID is better after equal time',
  paper: 'Rombach et al. 2022, arXiv:2112.10752, table 6 and figure 7',
  seeds: [0, 1, 2],
  async run(seed, work) {
    const large = await spacesOf(work, work.quick ? 16 : 64);
    const [latent, pixel] = await pace(large.lab, [large.latent, large.pixel], seed);
    const { lab, ...small } = await spacesOf(work, sizesOf(work).size);
    const both = [small.latent, small.pixel];
    const steps = equalTime(await pace(lab, both, seed), lab.sizes.steps >> 1);
    const FID: number[] = [];
    for (const [i, within] of both.entries()) {
      FID.push(await fidAfter(lab, within, { steps: steps[i], seed }));
    }
    return {
      'throughput, latent to pixel': pixel / latent,
      'FID, latent': FID[0],
      'FID, pixel': FID[1],
      'steps, latent': steps[0],
      'steps, pixel': steps[1],
    };
  },
  holds: (rows) => ({
    holds:
      mean(rows.map((row) => row['throughput, latent to pixel'])) >= wanted &&
      rows.every((row) => row['FID, latent'] < row['FID, pixel']),
    measure: 'throughput, latent to pixel',
    wanted: `at least ${wanted}; and FID below that of pixels after equal time`,
  }),
};
