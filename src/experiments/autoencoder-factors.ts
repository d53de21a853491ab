// How far an autoencoder should shrink pictures: little of it leaves the second stage with many numbers and few steps in
// a given time, much of it loses what no second stage can bring back. So quality of reconstructions falls with the
// factor, and FID after equal time is best in the middle.
import { reconstructionPsnr } from '../diffusion/latents.ts';
import type { Experiment, Row } from '../run/experiment.ts';
import { at, curve, leastOf } from './curves.ts';
import { laboratory, space } from './laboratory.ts';
import { equalTime, fidAfter, pace } from './latent-against-pixel.ts';

/** Pixels a latent along an axis; 1: pixels themselves. */
export const factors: readonly number[] = [1, 2, 4, 8];

/** Whether FID is least inside and the quality of reconstructions falls. */
export function middle(rows: readonly Row[]): boolean {
  const best = leastOf(curve(rows, 'FID', factors));
  const psnr = curve(rows, 'PSNR', factors.slice(1));
  return best > 0 && best < factors.length - 1 && psnr.every((y, i) => i === 0 || y < psnr[i - 1]);
}

/** `wgrad claim autoencoder-factors`. */
export const autoencoderFactors: Experiment = {
  name: 'autoencoder-factors',
  claim:
    'after equal time of the second stage FID is best at a factor in between, while PSNR falls with it',
  paper: 'Rombach et al. 2022, arXiv:2112.10752, figures 6 and 7',
  seeds: [0, 1, 2],
  along: 'f',
  async run(seed, work) {
    const lab = await laboratory(work);
    const spaces = [];
    for (const factor of factors) spaces.push(await space(lab, factor));
    // the middle one's steps set the time
    const [f1, f2, f4, f8] = await pace(lab, spaces, seed);
    const [four, one, two, eight] = equalTime([f4, f1, f2, f8], lab.sizes.steps >> 2);
    const row: Record<string, number> = {};
    const some = Array.from({ length: Math.min(128, lab.set.records.length) }, (_, i) => i);
    for (const [i, steps] of [one, two, four, eight].entries()) {
      const { factor, model, params } = spaces[i];
      const FID = await fidAfter(lab, spaces[i], { steps, seed });
      Object.assign(row, at(factor, { FID, steps }));
      if (factor === 1) continue; // nothing is lost
      const PSNR = await reconstructionPsnr(model, params, lab.set, some);
      Object.assign(row, at(factor, { PSNR }));
    }
    return { ...row, 'best f': factors[leastOf(curve([row], 'FID', factors))] };
  },
  holds: (rows) => ({
    holds: middle(rows),
    measure: 'best f',
    wanted: 'mean FID least at 2 or 4, and PSNR falling from 2 to 8',
  }),
};
