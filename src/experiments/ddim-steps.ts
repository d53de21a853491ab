// DDIM: the same network draws in few steps. Without noise in between (eta = 0) some tens of steps come near a
// thousand; with DDPM's noise (eta = 1) few steps are worse.
import type { Experiment, Row } from '../run/experiment.ts';
import { at, curve } from './curves.ts';
import { drawingRoom } from './drawing-room.ts';

/** Steps that are tried, the last being those of training. */
export const counts: readonly number[] = [10, 20, 50, 100, 1000];
const noisy = counts.slice(0, -1);

/** Whether 50 steps are within a tenth of 1000, and noise is worse at 10. */
export function fewSteps(rows: readonly Row[]): boolean {
  const still = curve(rows, 'FID, eta 0', counts);
  const [ten] = curve(rows, 'FID, eta 1', noisy);
  return still[2] <= 1.1 * still[4] && still[0] < ten;
}

/** `wgrad claim ddim-steps`. */
export const ddimSteps: Experiment = {
  name: 'ddim-steps',
  claim: 'DDIM in 50 steps comes near 1000, and at 10 steps drawing without noise is better',
  paper: 'Song et al. 2020, arXiv:2010.02502, table 1',
  seeds: [0, 1, 2],
  along: 'steps',
  async run(seed, work) {
    const room = await drawingRoom(work, seed);
    const { brush, judge, records } = room;
    const row: Record<string, number> = {};
    // in CI as many points, of fewer steps
    const stepsOf = (steps: number): number => (work.quick ? 1 + Math.log10(steps) : steps) | 0;
    for (const eta of [0, 1]) {
      for (const steps of eta === 0 ? counts : noisy) {
        const latents = await brush.latents(records, { seed, steps: stepsOf(steps), eta });
        const { FID, KID } = await judge.scores(await brush.pictures(latents), records);
        Object.assign(row, at(steps, { [`FID, eta ${eta}`]: FID, [`KID, eta ${eta}`]: KID }));
      }
    }
    room.dispose();
    return {
      ...row,
      'FID, 50 to 1000 steps': row['FID, eta 0 at 50'] / row['FID, eta 0 at 1000'],
      'FID at ten steps, eta 0 to 1': row['FID, eta 0 at 10'] / row['FID, eta 1 at 10'],
    };
  },
  holds: (rows) => ({
    holds: fewSteps(rows),
    measure: 'FID, 50 to 1000 steps',
    wanted: 'at most 1.1; and at 10 steps FID of eta 0 below that of eta 1',
  }),
};
