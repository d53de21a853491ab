// Min-SNR weighting: errors at times with little noise are limited to gamma = 5, so that they do not pull against the
// others, and the same FID comes after fewer steps. The learning rate stays the same, so that a model on the way is
// what a shorter run would have given, and the average of parameters is drawn with.
import type { Experiment } from '../run/experiment.ts';
import { at, mean, reaches } from './curves.ts';
import { asked, painter } from './drawing.ts';
import { laboratory, space } from './laboratory.ts';
import { judgeOf } from './scoring.ts';
import { networks, recipeOf, stage } from './second-stage.ts';
import { trained } from './work.ts';

const wanted = 1.5;
const measure = 'steps to equal FID, unweighted to weighted';

/** `wgrad claim min-snr`. */
export const minSnr: Experiment = {
  name: 'min-snr',
  claim:
    'with min-SNR weights of gamma 5 the last FID without weights comes in 1.5 times fewer steps',
  paper: 'Hang et al. 2023, arXiv:2303.09556, figure 1',
  seeds: [0, 1, 2],
  along: 'steps',
  async run(seed, work) {
    const lab = await laboratory(work);
    const within = await space(lab, 4);
    const models = networks(lab, within);
    const judge = await judgeOf(lab.set);
    const records = asked(lab.set, lab.sizes.pictures, seed);
    const { steps } = lab.sizes;
    const every = steps / (work.quick ? 2 : 6);
    const row: Record<string, number> = {};
    const curves: Record<string, { x: number; y: number }[]> = {};
    for (const [name, gamma] of [
      ['unweighted', null],
      ['weighted', 5],
    ] as const) {
      const recipe = { ...recipeOf(lab, seed), learningRate: 1e-3, finalShare: 1, minSnr: gamma };
      const training = stage(lab, within, models, recipe);
      curves[name] = [];
      await trained(`U-Net, ${name}`, training, { steps, seed, every }, async (state, step) => {
        const brush = painter(lab, within, { models, params: training.learner.average(state) });
        const how = { seed, steps: work.quick ? 2 : 20 };
        const drawn = await brush.pictures(await brush.latents(records, how));
        const { FID } = await judge.scores(drawn, records);
        brush.dispose();
        curves[name].push({ x: step, y: FID });
        Object.assign(row, at(step, { [`FID, ${name}`]: FID }));
      });
    }
    judge.dispose();
    const last = curves.unweighted[curves.unweighted.length - 1].y;
    // 0 where the weighted run never gets there
    return { ...row, [measure]: steps / reaches(curves.weighted, last) };
  },
  holds: (rows) => ({
    holds: mean(rows.map((row) => row[measure])) >= wanted,
    measure,
    wanted: `at least ${wanted}; 0: not within the run`,
  }),
};
