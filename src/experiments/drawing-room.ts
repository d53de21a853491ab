// What the claims that only draw begin with: the laboratory's model of a seed, what draws with it, what scores, and what
// is asked for.
import type { EmojiRecord } from '../data/emoji-set.ts';
import { asked, type Painter, painter } from './drawing.ts';
import { laboratory, space } from './laboratory.ts';
import { type Judge, judgeOf } from './scoring.ts';
import { modelOf } from './second-stage.ts';
import type { Work } from './work.ts';

/** Everything at hand to draw and score with the model of a seed, in latents of f = 4. */
export interface DrawingRoom {
  readonly brush: Painter;
  readonly judge: Judge;
  readonly records: readonly EmojiRecord[];
  dispose(): void;
}

/** Opens it; the model is trained if no claim has needed it before. @throws UsageError without the shipped CLIPs */
export async function drawingRoom(work: Work, seed: number): Promise<DrawingRoom> {
  const lab = await laboratory(work);
  const within = await space(lab, 4);
  const brush = painter(lab, within, await modelOf(lab, within, seed));
  const judge = await judgeOf(lab.set);
  const records = asked(lab.set, lab.sizes.pictures, seed);
  const dispose = (): void => {
    for (const thing of [brush, judge]) thing.dispose();
  };
  return { brush, judge, records, dispose };
}
