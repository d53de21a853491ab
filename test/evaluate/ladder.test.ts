// Real pictures made worse in known ways, measured by the CLIP that ships for scoring: each measure notices what it is for.
// That precision stays while variety goes, and falls for noise, is why the features are those before the space of
// texts: of unit embeddings precision was .98 for pictures under any noise.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { clipNetwork, type ScoringClip } from '../../src/evaluate/feature-network.ts';
import type { MeasureName } from '../../src/evaluate/figure.ts';
import {
  emojiReference,
  filesReference,
  type PictureSet,
  partOf,
  type Reference,
} from '../../src/evaluate/picture-set.ts';
import { disjoint } from '../../src/evaluate/rows.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { blurred, changed, noisy } from './degraded.ts';

const count = 320;
const measures = ['fid', 'kid', 'precision', 'recall', 'r-precision', 'memorisation'] as const;
type Found = Readonly<Record<MeasureName, number>>;

let clip: ScoringClip;
let reference: Reference;
let clean: PictureSet;
let faces: PictureSet;

beforeAll(async () => {
  await useDevice('cpu');
  const shipped = await clipNetwork('weights/clip-b', 'clip-b');
  // the reference is read once
  let real: ReturnType<ScoringClip['both']> | undefined;
  const both: ScoringClip['both'] = (pictures) => {
    if ((pictures as PictureSet).name !== 'real') return shipped.both(pictures);
    real ??= shipped.both(pictures);
    return real;
  };
  clip = { ...shipped, both };
  const { pictures, training } = await emojiReference(
    'emoji',
    { styles: ['noto', 'twemoji', 'fluent'] },
    64,
  );
  const [a, b] = disjoint(training.length, count, count, 1).map((part) =>
    part.map((i) => training[i]),
  );
  clean = partOf(pictures, a, 'clean');
  reference = filesReference(partOf(pictures, b, 'real'));
  const taken = new Set([...a, ...b]);
  const isFace = (i: number): boolean => /face/.test(pictures.texts?.[i].name ?? '');
  const rows = training.filter((i) => !taken.has(i) && isFace(i));
  faces = partOf(pictures, rows.slice(0, count), 'faces');
});
afterAll(() => clip.dispose());

async function measured(samples: PictureSet): Promise<Found> {
  const { evaluation } = await evaluate({
    ...{ samples, reference, measures, network: clip, clip, resamples: 2, seed: 0 },
  });
  return Object.fromEntries(evaluation.figures.map((f) => [f.measure, f.value])) as Found;
}

describe('the ladder of degradations', () => {
  let real: Found;
  beforeAll(async () => {
    real = await measured(clean);
  });

  test('other real pictures: no distance beyond chance', async () => {
    expect(Math.abs(real.kid)).toBeLessThan(0.003);
    expect(real.precision).toBeGreaterThan(0.93);
    expect(real.recall).toBeGreaterThan(0.93);
    expect(real['r-precision']).toBeGreaterThan(0.25); // chance is .01
  });

  test('blur: distances grow with it, precision and recall stay', async () => {
    const little = await measured(changed(clean, (p) => blurred(p, 2)));
    const much = await measured(changed(clean, (p) => blurred(p, 5)));
    for (const name of ['fid', 'kid'] as const) {
      expect(little[name], name).toBeGreaterThan(real[name]);
      expect(much[name], name).toBeGreaterThan(little[name]);
    }
    expect(Math.abs(much.precision - real.precision)).toBeLessThan(0.03);
    expect(much.recall).toBeGreaterThan(real.recall - 0.1);
  });

  test('noise: distances grow with it, precision falls', async () => {
    const little = await measured(changed(clean, (p, i) => noisy(p, 40, i)));
    const much = await measured(changed(clean, (p, i) => noisy(p, 130, i)));
    for (const name of ['fid', 'kid'] as const) {
      expect(little[name], name).toBeGreaterThan(real[name]);
      expect(much[name], name).toBeGreaterThan(3 * little[name]);
    }
    expect(much.precision).toBeLessThan(real.precision - 0.08);
    expect(much.memorisation).toBeLessThanOrEqual(real.memorisation);
  });

  test('faces only: recall falls, precision stays', async () => {
    const dropped = await measured(faces);
    for (const name of ['fid', 'kid'] as const) {
      expect(dropped[name], name).toBeGreaterThan(5 * Math.abs(real[name]));
    }
    expect(dropped.recall).toBeLessThan(real.recall - 0.15);
    expect(dropped.precision).toBeGreaterThan(real.precision - 0.06);
  });

  test('prompts of other pictures: R-precision falls to chance, nothing else moves', async () => {
    const { texts = [] } = clean;
    const others = texts.map((_, i) => texts[(i + count / 2) % count]);
    const shuffled = await measured({ ...clean, texts: others });
    expect(shuffled['r-precision']).toBeLessThan(0.03);
    expect({ ...shuffled, 'r-precision': 0 }).toEqual({ ...real, 'r-precision': 0 });
  });

  test('copies of the reference are known for copies', async () => {
    const copies = { ...reference.pictures, name: 'copies' };
    const { memorisation, precision, recall, fid } = await measured(copies);
    expect(memorisation).toBe(1);
    expect([precision, recall]).toEqual([1, 1]);
    expect(Math.abs(fid)).toBeLessThan(1e-6);
  });
});
