// The measures of `wgrad evaluate` on numbers instead of pictures: identities, closed forms, intervals that hold.
import { beforeAll, describe, expect, test } from 'vitest';
import { hostRandom } from '../../src/data/random.ts';
import { fidFigure, isFigure, kidFigure } from '../../src/evaluate/distribution-measures.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { ScoringClip } from '../../src/evaluate/feature-network.ts';
import { halfSampleInterval } from '../../src/evaluate/half-samples.ts';
import { kidOf } from '../../src/evaluate/kernel-sums.ts';
import {
  manifoldFigures,
  memorisation,
  nearestRows,
} from '../../src/evaluate/neighbour-measures.ts';
import { drawnTexts, filesReference, type PictureSet } from '../../src/evaluate/picture-set.ts';
import { disjoint, pick, type Rows } from '../../src/evaluate/rows.ts';
import { clipFigure, hardDistractors, rPrecisionFigure } from '../../src/evaluate/text-measures.ts';
import { polynomialMmd } from '../../src/metrics/kernel-distance.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { tensor } from '../../src/tensor/ops/index.ts';

beforeAll(async () => {
  await useDevice('cpu');
});

const options = { resamples: 40, seed: 0 };

function normal(seed: number, count: number, dim: number, shift = 0): Rows {
  const random = hostRandom(seed);
  const values = Float32Array.from({ length: count * dim }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
    return shift + radius * Math.cos(2 * Math.PI * random.uniform());
  });
  return { values, count, dim };
}
const onDevice = ({ values, count, dim }: Rows) => tensor(values, { shape: [count, dim] });

describe('distances of distributions', () => {
  test('KID over all pairs is the unbiased estimate, of parts too, in any order', async () => {
    const [x, y] = [normal(1, 30, 5), normal(2, 41, 5, 0.3)];
    const kid = await kidOf(x, y);
    const all = [...Array(30).keys()];
    expect(kid(all)).toBeCloseTo(await polynomialMmd(onDevice(x), onDevice(y)).item(), 4);
    expect(kid(all.reverse())).toBeCloseTo(kid(all), 9);
    const part = [3, 8, 9, 20];
    const want = await polynomialMmd(onDevice(pick(x, part)), onDevice(y)).item();
    expect(kid(part)).toBeCloseTo(want, 4);
  });

  test('FID and KID of a set that is shifted, over the floor of real splits', async () => {
    const real = normal(1, 900, 4);
    const shifted = await fidFigure(normal(2, 300, 4, 1), real, options);
    expect(shifted.value).toBeGreaterThan(3);
    expect(shifted.value).toBeLessThan(5); // |shift|² = 4
    expect(shifted.low).toBeLessThan(shifted.value);
    expect(shifted.high).toBeGreaterThan(shifted.value);
    expect(shifted.real?.value).toBeLessThan(0.1);
    const same = await fidFigure(normal(3, 300, 4), real, options);
    expect(same.value).toBeLessThan(0.1);
    expect(same).toMatchObject({ samples: 300, reference: 900 });
    const kid = await kidFigure(normal(3, 300, 4), real, options);
    expect(kid.low).toBeLessThan(0);
    expect(kid.high).toBeGreaterThan(0);
    expect(Math.abs(kid.value)).toBeLessThan(4 * (kid.real?.sd ?? 0) + 0.01);
  });

  test('the floor is measured with as many pictures as there are samples', async () => {
    const real = normal(1, 400, 4);
    const few = await fidFigure(normal(2, 20, 4), real, options);
    const many = await fidFigure(normal(2, 200, 4), real, options);
    expect(few.real?.value).toBeGreaterThan(3 * (many.real?.value ?? 0));
  });

  test('the inception score of sure and balanced classes, and of one class', async () => {
    const classes = 5;
    const sure = (of: (i: number) => number): Rows => ({
      values: Float32Array.from({ length: 40 * classes }, (_, at) =>
        at % classes === of(Math.floor(at / classes)) ? 1 : 0,
      ),
      ...{ count: 40, dim: classes },
    });
    const real = sure((i) => i % classes);
    expect((await isFigure(real, real, options)).value).toBeCloseTo(5, 9);
    const one = await isFigure(
      sure(() => 2),
      real,
      options,
    );
    for (const value of [one.value, one.low, one.high]) expect(value).toBeCloseTo(1, 9);
    expect(one.real?.value).toBeCloseTo(5, 9);
  });
});

describe('half-samples', () => {
  test('their interval of a mean is that of its standard error', async () => {
    const { values } = normal(5, 400, 1);
    const mean = (rows: readonly number[]): number =>
      rows.reduce((sum, i) => sum + values[i], 0) / rows.length;
    const { low, high } = await halfSampleInterval(400, mean, { resamples: 2000 });
    expect(high - low).toBeCloseTo((2 * 1.96) / Math.sqrt(400), 1);
  });

  test('what grows as samples get fewer widens nothing and moves nothing', async () => {
    const bias = (rows: readonly number[]): number => 10 / rows.length;
    expect(await halfSampleInterval(20, bias)).toEqual({ estimate: 0.5, low: 0.5, high: 0.5 });
  });

  test('intervals of FID hold the value that samples of this number have on average', async () => {
    const real = normal(1, 2000, 2);
    const sets = Array.from({ length: 60 }, (_, i) => normal(100 + i, 100, 2, 0.5));
    const found = [];
    for (const [i, set] of sets.entries()) {
      found.push(await fidFigure(set, real, { resamples: 100, seed: i }));
    }
    const mean = found.reduce((sum, { value }) => sum + value, 0) / found.length;
    const holds = found.filter(({ low, high }) => low <= mean && mean <= high).length;
    expect(holds).toBeGreaterThanOrEqual(52); // 95 % are 57
    expect(found.filter(({ low }) => low > 0).length).toBeGreaterThan(50);
  });
});

describe('neighbours', () => {
  test('the same set twice; a part of it; a set far away', async () => {
    const real = normal(1, 60, 3);
    const same = await manifoldFigures(real, real, options);
    expect([same.precision.value, same.recall.value, same.coverage.value]).toEqual([1, 1, 1]);
    const one = pick(real, new Array(60).fill(7));
    const dropped = await manifoldFigures(one, real, options);
    expect(dropped.precision.value).toBe(1);
    expect(dropped.recall.value).toBeLessThan(0.1);
    const far = await manifoldFigures(normal(2, 60, 3, 100), real, options);
    expect([far.precision.value, far.recall.value, far.density.value]).toEqual([0, 0, 0]);
    expect(far.precision.real?.value).toBeGreaterThan(0.6);
  });

  test('both sides have equally many', async () => {
    const { precision } = await manifoldFigures(normal(1, 40, 3), normal(2, 200, 3), options);
    expect(precision).toMatchObject({ samples: 40, reference: 40, details: { nearest_k: 3 } });
  });

  test('nearest rows by hand; a row is not its own neighbour', async () => {
    const rows = (...values: number[]): Rows => ({
      values: Float32Array.from(values),
      ...{ count: values.length, dim: 1 },
    });
    const line = rows(0, 1, 3, 7);
    const { row, distance } = await nearestRows(rows(2.5, 100), line);
    expect([...row]).toEqual([2, 3]);
    expect([...distance]).toEqual([0.5, 93]);
    expect([...(await nearestRows(line, line)).row]).toEqual([1, 0, 1, 2]);
  });

  test('copies are found; pictures like those that were held out are not', async () => {
    const [training, heldOut] = [normal(1, 300, 4), normal(2, 200, 4)];
    const fresh = await memorisation(normal(3, 400, 4), training, heldOut);
    expect(fresh.figure.value).toBeGreaterThan(0.01);
    expect(fresh.figure.value).toBeLessThan(0.12);
    expect(fresh.figure.real?.value).toBeCloseTo(0.05, 9);
    const copied = await memorisation(pick(training, [5, 9, 9, 30]), training, heldOut);
    expect(copied.figure.value).toBe(1);
    expect([...copied.nearest.row]).toEqual([5, 9, 9, 30]);
  });
});

// unit vectors of letters: a text is where its first letter says
const letters: ScoringClip = {
  ...{ name: 'letters', version: '0', dim: 26, about: 'letters', dispose: () => undefined },
  texts: async (list) => ({
    values: Float32Array.from({ length: list.length * 26 }, (_, at) =>
      list[Math.floor(at / 26)].charCodeAt(0) - 97 === at % 26 ? 1 : 0,
    ),
    ...{ count: list.length, dim: 26 },
  }),
  both: () => Promise.reject(new Error('not asked for')),
  features: () => Promise.reject(new Error('not asked for')),
  classes: () => Promise.reject(new Error('not asked for')),
};

describe('texts', () => {
  test('what says the same with more or fewer words is no wrong answer', async () => {
    const pool = ['cat', 'cat face', 'dog face', 'red apple', 'cow'];
    const features = { own: await letters.texts(['cat face']), pool: await letters.texts(pool) };
    const [rows] = hardDistractors(['cat face'], pool, features, 2);
    expect(rows.map((row) => pool[row])).toEqual(['cow', 'dog face']);
  });

  test('a scorer that sees all, one that sees nothing, and shuffled prompts', async () => {
    const names = [...'abcdefghijkl'];
    const texts = names.map((name) => ({ prompt: name, name }));
    const seen = { rows: await letters.texts(names), texts };
    const own = await rPrecisionFigure(letters, seen, { rows: seen.rows }, options);
    expect([own.value, own.details?.candidates]).toEqual([1, 12]);
    const blind = { rows: { ...seen.rows, values: new Float32Array(12 * 26) }, texts };
    const guessed = await rPrecisionFigure(letters, blind, { rows: seen.rows }, options);
    expect(guessed.value).toBeCloseTo(1 / 12, 9);
    expect(guessed.details?.chance).toBeCloseTo(1 / 12, 9);
    const score = await clipFigure(letters, seen, { rows: seen.rows }, options);
    expect([score.value, score.details?.shuffled]).toEqual([100, 0]);
  });

  test('prompts come each as often as any other', () => {
    const texts = [...'abc'].map((name) => ({ prompt: name, name }));
    const drawn = drawnTexts(texts, 7, 0).map(({ name }) => name);
    expect(drawn.slice(0, 6).sort()).toEqual([...'aabbcc']);
    expect(drawnTexts(texts, 7, 1).map(({ name }) => name)).not.toEqual(drawn);
  });

  test('parts of a whole share nothing', () => {
    const [a, b] = disjoint(20, 7, 13, 3);
    expect([...a, ...b].sort((x, y) => x - y)).toEqual([...Array(20).keys()]);
  });
});

describe('what is refused', () => {
  const set = (name: string, count: number): PictureSet => ({
    ...{ name, count, picture: () => ({ width: 1, height: 1, pixels: new Uint8Array(3) }) },
  });
  const asked = (samples: PictureSet, reference: PictureSet, measure: 'fid' | 'clip') =>
    evaluate({
      ...{ samples, reference: filesReference(reference), measures: [measure] },
      ...{ network: letters, clip: letters, ...options },
    });

  test('too few pictures, and texts that are not known', async () => {
    await expect(asked(set('mine', 1), set('real', 50), 'fid')).rejects.toThrow(
      /mine has one picture; figures need at least 8/,
    );
    await expect(asked(set('mine', 50), set('real', 3), 'fid')).rejects.toThrow(
      /real has 3 pictures/,
    );
    await expect(asked(set('mine', 50), set('real', 50), 'clip')).rejects.toThrow(
      /clip needs the prompts of mine; give .*generate --prompts/,
    );
  });
});
