// How well pictures fit their texts by a CLIP that no model was trained against: the CLIP score, and whether a picture
// is nearer to its own name than to the names that are most like it.

import { bootstrapMean, wilsonInterval } from '../metrics/intervals.ts';
import { rPrecision } from '../metrics/text-alignment.ts';
import type { ScoringClip } from './feature-network.ts';
import { type Figure, type Measured, type MeasureOptions, realOf } from './figure.ts';
import { chosen, pick, type Rows } from './rows.ts';

type WithTexts = Required<Measured>;

const splits = 10;
const candidates = 100; // the own name and 99 others

const mostReal = 2000; // real pictures that are scored

// some of a large reference
function some({ rows, texts }: Measured, seed: number): Measured {
  if (rows.count <= mostReal) return { rows, texts };
  const kept = chosen(rows.count, mostReal, seed);
  return { rows: pick(rows, kept), texts: texts && kept.map((i) => texts[i]) };
}

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

// 100 max(cos, 0) row by row of unit vectors
function scores(images: Rows, texts: Rows): number[] {
  const { dim } = images;
  return Array.from({ length: images.count }, (_, i) => {
    let product = 0;
    for (let j = 0; j < dim; j++) product += images.values[i * dim + j] * texts.values[i * dim + j];
    return 100 * Math.max(product, 0);
  });
}

// means of as many real pictures as there are samples, chosen anew in each split
const ofReal = (values: readonly number[], samples: number, seed: number) =>
  realOf(
    Array.from({ length: splits }, (_, i) =>
      mean(chosen(values.length, samples, seed + i).map((row) => values[row])),
    ),
  );

/** The CLIP score of samples with their prompts; `shuffled` is that with the prompt of another sample. */
export async function clipFigure(
  clip: ScoringClip,
  samples: WithTexts,
  reference: Measured,
  { resamples, seed }: MeasureOptions,
): Promise<Figure> {
  const texts = await clip.texts(samples.texts.map(({ prompt }) => prompt));
  const own = scores(samples.rows, texts);
  const n = own.length;
  const others = Array.from({ length: n }, (_, i) => (i + Math.max(1, n >> 1)) % n);
  const { estimate: value, low, high } = bootstrapMean(own, { resamples, seed });
  const { rows, texts: known } = some(reference, seed);
  const real = known && {
    real: ofReal(
      scores(rows, await clip.texts(known.map(({ prompt }) => prompt))),
      ...([n, seed] as const),
    ),
  };
  return {
    ...{ measure: 'clip', value, low, high, interval: 'bootstrap', over: 'samples', ...real },
    samples: n,
    details: { shuffled: mean(scores(samples.rows, pick(texts, others))) },
  };
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word));

/**
 * For each text the row numbers of the `count` texts of the pool most like it. What says the same with more words or
 * fewer ('cat' of 'cat face') is no wrong answer, so it is left out.
 */
export function hardDistractors(
  own: readonly string[],
  pool: readonly string[],
  features: { readonly own: Rows; readonly pool: Rows },
  count: number,
): number[][] {
  const { dim } = features.own;
  const words = pool.map(wordsOf);
  return own.map((text, i) => {
    const mine = wordsOf(text);
    const like = pool.flatMap((other, row) => {
      if (other === text || holds(mine, words[row]) || holds(words[row], mine)) return [];
      let product = 0;
      for (let j = 0; j < dim; j++) {
        product += features.own.values[i * dim + j] * features.pool.values[row * dim + j];
      }
      return [{ row, product }];
    });
    const nearest = like.sort((a, b) => b.product - a.product).slice(0, count);
    return nearest.map(({ row }) => row);
  });
}

// 1 for each picture that is nearest to its own name, a share where others are equally near
async function hits(clip: ScoringClip, { rows, texts }: WithTexts, pool: readonly string[]) {
  const names = [...new Set(texts.map(({ name }) => name))];
  const features = { own: await clip.texts(names), pool: await clip.texts(pool) };
  const distractors = hardDistractors(names, pool, features, candidates - 1);
  const place = new Map(names.map((name, i) => [name, i]));
  const values: number[] = [];
  for (const [i, { name }] of texts.entries()) {
    const at = place.get(name) as number;
    const others = pick(features.pool, distractors[at]);
    const all = new Float32Array((others.count + 1) * rows.dim);
    all.set(pick(features.own, [at]).values);
    all.set(others.values, rows.dim);
    const among = { values: all, count: others.count + 1, dim: rows.dim };
    values.push(await rPrecision(pick(rows, [i]), among, { truth: [0] }));
  }
  const asked = mean(texts.map(({ name }) => distractors[place.get(name) as number].length + 1));
  return { values, asked };
}

/** R-precision among the names most like the own one. `chance` is what a blind guess gets. */
export async function rPrecisionFigure(
  clip: ScoringClip,
  samples: WithTexts,
  reference: Measured,
  { seed }: MeasureOptions,
): Promise<Figure> {
  const names = [...samples.texts, ...(reference.texts ?? [])].map(({ name }) => name);
  const pool = [...new Set(names)];
  const { values, asked } = await hits(clip, samples, pool);
  const right = values.reduce((a, b) => a + b, 0);
  const { estimate: value, low, high } = wilsonInterval(right, values.length);
  const real = reference.texts && {
    real: ofReal(
      (await hits(clip, some(reference, seed) as WithTexts, pool)).values,
      ...([values.length, seed] as const),
    ),
  };
  return {
    ...{ measure: 'r-precision', value, low, high, interval: "Wilson's", over: 'samples', ...real },
    samples: values.length,
    details: { candidates: asked, chance: 1 / asked },
  };
}
