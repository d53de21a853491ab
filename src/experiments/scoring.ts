// Scores of drawn pictures under a CLIP that nothing here was trained with (weights/clip-b): distances of distributions
// to pictures of the training set, as many on both sides, and whether a picture is taken for what was asked for.
import { emojiImage } from '../data/emoji.ts';
import type { EmojiRecord, EmojiSet } from '../data/emoji-set.ts';
import { clipNetwork, type ScoringClip } from '../evaluate/feature-network.ts';
import { chosen, pick, type Rows } from '../evaluate/rows.ts';
import type { Picture } from '../io/picture.ts';
import { fid } from '../metrics/frechet.ts';
import { kid } from '../metrics/kernel-distance.ts';
import { manifoldMeasures } from '../metrics/manifold.ts';
import { packageFolder } from '../run/package-files.ts';
import { UsageError } from '../run/usage-error.ts';

/** What pictures come to. */
export interface Scores {
  readonly FID: number;
  readonly KID: number;
  readonly precision: number;
  readonly recall: number;
  /** Share that is taken for the subgroup that was asked for, among those of the set. */
  readonly accuracy: number;
}

/** What scores. */
export interface Judge {
  scores(pictures: readonly Picture[], records: readonly EmojiRecord[]): Promise<Scores>;
  /** The accuracy alone. */
  accuracy(pictures: readonly Picture[], records: readonly EmojiRecord[]): Promise<number>;
  dispose(): void;
}

const pictureOf = (set: EmojiSet, i: number): Picture => ({
  ...{ width: set.size, height: set.size, pixels: emojiImage(set, i) },
});

/** Share of rows whose greatest probability [n, classes] is that of their own class. */
export function shareRight({ values, count, dim }: Rows, truth: readonly number[]): number {
  let right = 0;
  for (let i = 0; i < count; i++) {
    const row = values.subarray(i * dim, (i + 1) * dim);
    if (row.indexOf(Math.max(...row)) === truth[i]) right++;
  }
  return right / count;
}

/** A judge by pictures of a set. @throws UsageError without the shipped CLIP */
export async function judgeOf(set: EmojiSet): Promise<Judge> {
  const folder = packageFolder('weights/clip-b', 'config.json');
  if (!folder) throw new UsageError('the CLIP that scores (weights/clip-b) is not there');
  const clip: ScoringClip = await clipNetwork(folder, 'clip-b');
  const count = set.records.length;
  const { features: all } = await clip.both({ count, picture: (i) => pictureOf(set, i) });
  const subgroups = [...new Set(set.records.map(({ subgroup }) => subgroup))];
  const words = subgroups.map((subgroup) => subgroup.replace(/-/g, ' '));
  const rightOf = async (embeddings: Rows, records: readonly EmojiRecord[]): Promise<number> =>
    shareRight(
      await clip.classes(embeddings, words),
      records.map(({ subgroup }) => subgroups.indexOf(subgroup)),
    );
  const read = (pictures: readonly Picture[]) =>
    clip.both({ count: pictures.length, picture: (i) => pictures[i] });
  return {
    accuracy: async (pictures, records) => rightOf((await read(pictures)).embeddings, records),
    scores: async (pictures, records) => {
      const { features, embeddings } = await read(pictures);
      const real = pick(all, chosen(count, Math.min(count, pictures.length), 0));
      const { precision, recall } = await manifoldMeasures(real, features, { nearest_k: 3 });
      return {
        FID: await fid(real, features),
        KID: (await kid(real, features, { subsets: 20 })).mean,
        ...{ precision, recall, accuracy: await rightOf(embeddings, records) },
      };
    },
    dispose: () => clip.dispose(),
  };
}
