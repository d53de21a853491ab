// DPM-Solver++ of second order against DDIM, which is the first order of the same: from the same noise both approach the
// same solution of the same equation, the one in fewer steps.
import type { Experiment } from '../run/experiment.ts';
import { mean } from './curves.ts';
import { drawingRoom } from './drawing-room.ts';
import { ddim, dpmSolver } from './second-stage.ts';

/** Root mean square of differences. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum / a.length);
}

const ways = [
  { name: 'DPM-Solver++, 10 steps', scheduler: dpmSolver, steps: 10 },
  { name: 'DPM-Solver++, 20 steps', scheduler: dpmSolver, steps: 20 },
  { name: 'DDIM, 10 steps', scheduler: ddim, steps: 10 },
  { name: 'DDIM, 20 steps', scheduler: ddim, steps: 20 },
  { name: 'DDIM, 50 steps', scheduler: ddim, steps: 50 },
] as const;

/** `wgrad claim dpm-solver`. */
export const dpm: Experiment = {
  name: 'dpm-solver',
  claim: 'DPM-Solver++ in 10 steps comes as near the solution as DDIM in 20',
  paper: 'Lu et al. 2022, arXiv:2211.01095, figure 3',
  seeds: [0, 1, 2],
  async run(seed, work) {
    const room = await drawingRoom(work, seed);
    const { brush, judge, records } = room;
    const some = records.slice(0, 64);
    // of the first order and many steps, so if the measure leans it leans towards DDIM
    const fine = await brush.latents(some, { seed, steps: work.quick ? 4 : 1000 });
    const row: Record<string, number> = {};
    for (const { name, scheduler, steps } of ways) {
      const how = { seed, scheduler, steps: work.quick ? Math.ceil(steps / 10) : steps };
      const latents = await brush.latents(records, how);
      row[`distance, ${name}`] = distance(latents.subarray(0, fine.length), fine);
      const { FID } = await judge.scores(await brush.pictures(latents), records);
      row[`FID, ${name}`] = FID;
    }
    room.dispose();
    const ratio = (what: string): number =>
      row[`${what}, DPM-Solver++, 10 steps`] / row[`${what}, DDIM, 20 steps`];
    return {
      ...row,
      'distance, DPM-Solver++ of 10 to DDIM of 20': ratio('distance'),
      'FID, DPM-Solver++ of 10 to DDIM of 20': ratio('FID'),
    };
  },
  holds: (rows) => ({
    holds: mean(rows.map((row) => row['distance, DPM-Solver++ of 10 to DDIM of 20'])) <= 1,
    measure: 'distance, DPM-Solver++ of 10 to DDIM of 20',
    wanted: 'at most 1',
  }),
};
