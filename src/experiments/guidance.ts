// Classifier-free guidance: what a prompt adds is exaggerated. More of it makes pictures more like what was asked for
// and more like each other, so accuracy rises, recall falls, and FID, which wants both, is best somewhere in between.
import type { Experiment, Row } from '../run/experiment.ts';
import { at, curve, leastOf } from './curves.ts';
import { drawingRoom } from './drawing-room.ts';

/** Scales that are tried; 1 is none. */
export const scales: readonly number[] = [1, 1.5, 2, 3, 5, 8];

/** Whether accuracy is highest beyond 1, recall falls to the end, and FID is least inside. */
export function guided(rows: readonly Row[]): boolean {
  const [accuracy, recall, FID] = ['accuracy', 'recall', 'FID'].map((m) => curve(rows, m, scales));
  const last = scales.length - 1;
  const best = leastOf(FID);
  return Math.max(...accuracy) > accuracy[0] && recall[last] < recall[0] && best > 0 && best < last;
}

/** `wgrad claim guidance`. */
export const guidance: Experiment = {
  name: 'guidance',
  claim: 'guidance raises accuracy and costs recall, and FID is best at a scale in between',
  paper: 'Ho & Salimans 2022, arXiv:2207.12598, figure 4 and table 1',
  seeds: [0, 1, 2],
  along: 'the scale of guidance',
  async run(seed, work) {
    const room = await drawingRoom(work, seed);
    const { brush, judge, records } = room;
    const row: Record<string, number> = {};
    for (const scale of scales) {
      const how = { seed, steps: work.quick ? 2 : 20, guidance: scale };
      const drawn = await brush.pictures(await brush.latents(records, how));
      const { FID, accuracy, precision, recall } = await judge.scores(drawn, records);
      Object.assign(row, at(scale, { FID, accuracy, precision, recall }));
    }
    room.dispose();
    const best = leastOf(curve([row], 'FID', scales));
    return {
      ...row,
      'best scale': scales[best],
      'FID, best to unguided': row[`FID at ${scales[best]}`] / row['FID at 1'],
    };
  },
  holds: (rows) => ({
    holds: guided(rows),
    measure: 'FID, best to unguided',
    wanted:
      'below 1, at a scale inside 1 .. 8; there accuracy above and at 8 recall below that of 1',
  }),
};
