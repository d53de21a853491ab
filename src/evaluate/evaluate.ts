// Samples measured against a reference: features of both, the measures that were asked for, and what to beware of.

import { WgradError } from '../tensor/errors.ts';
import type { OnDone, Pictures } from './batches.ts';
import { fidFigure, isFigure, kidFigure } from './distribution-measures.ts';
import type { FeatureNetwork, ScoringClip } from './feature-network.ts';
import type { Figure, Measured, MeasureName, MeasureOptions } from './figure.ts';
import {
  type Memorisation,
  manifoldFigures,
  manifoldNames,
  memorisation,
} from './neighbour-measures.ts';
import { emojiSubgroups, type PictureSet, partOf, type Reference } from './picture-set.ts';
import { pick, type Rows } from './rows.ts';
import { clipFigure, rPrecisionFigure } from './text-measures.ts';

/** What is measured, by what. */
export interface Question extends MeasureOptions {
  readonly samples: PictureSet;
  readonly reference: Reference;
  readonly measures: readonly MeasureName[];
  /** Whose features are compared. */
  readonly network: FeatureNetwork;
  /** Reads prompts and classes; may be the network itself. */
  readonly clip: ScoringClip;
  /** Told what is being done, and how many pictures of how many are. */
  readonly onProgress?: (what: string, done: number, total: number) => void;
}

/** A network's name and version. */
interface NetworkName {
  readonly name: string;
  readonly version: string;
  readonly dim: number;
  readonly about: string;
}

/** All that is needed to read the figures. */
export interface Evaluation {
  readonly samples: { readonly name: string; readonly count: number };
  readonly reference: {
    readonly name: string;
    readonly compared: number;
    readonly training: number;
    readonly heldOut?: number;
  };
  readonly features: NetworkName;
  readonly scoring: NetworkName;
  readonly resamples: number;
  readonly seed: number;
  readonly figures: readonly Figure[];
  readonly warnings: readonly string[];
}

const fewest = 8;
const ofTexts: readonly MeasureName[] = ['clip', 'r-precision'];
const ofClip: readonly MeasureName[] = ['is', ...ofTexts];

const nameOf = ({ name, version, dim, about }: FeatureNetwork): NetworkName => ({
  ...{ name, version, dim, about },
});

function check({ samples, reference, measures }: Question): void {
  const sets = [
    [samples.name, samples.count],
    [reference.pictures.name, reference.compared.length],
  ] as const;
  for (const [name, count] of sets) {
    if (count >= fewest) continue;
    const pictures = count === 1 ? 'one picture' : `${count} pictures`;
    throw new WgradError(
      `evaluate: ${name} has ${pictures}; figures need at least ${fewest}, and say little below some hundred`,
    );
  }
  const asked = measures.find((measure) => ofTexts.includes(measure));
  if (asked !== undefined && !samples.texts) {
    throw new WgradError(
      `evaluate: ${asked} needs the prompts of ${samples.name}; give the folder or the list that ` +
        '`wgrad generate --prompts` writes, or leave it out of the measures',
    );
  }
}

function warningsOf({ samples, reference, network, measures }: Question): string[] {
  const [n, m] = [samples.count, reference.compared.length];
  const out: string[] = [];
  const few = 5 * network.dim;
  if (measures.includes('fid') && Math.min(n, m) < few) {
    out.push(
      `fid: ${Math.min(n, m)} pictures are fewer than 5 times the ${network.dim} features (${few}); ` +
        'the covariance is poorly known, kid is the better figure',
    );
  }
  if (measures.includes('fid') && n !== m) {
    out.push(
      `fid: ${n} samples against ${m} pictures; it falls with both numbers, so compare only figures of the same ones`,
    );
  }
  if (measures.includes('fid') && n > m >> 1) {
    out.push(
      `fid: real pictures are ${m >> 1} against ${m - (m >> 1)}, fewer than the samples, so their figure is too high; ` +
        `${m >> 1} samples would be compared evenly`,
    );
  }
  if (n < 200) out.push(`${n} samples; intervals are wide and a few pictures decide`);
  return out;
}

/** Measures, and finds the nearest training picture of each sample if memorisation was asked for. @throws WgradError */
export async function evaluate(
  question: Question,
): Promise<{ readonly evaluation: Evaluation; readonly memory?: Memorisation }> {
  check(question);
  const { samples, reference, measures, network, clip, resamples, seed, onProgress } = question;
  const options = { resamples, seed };
  const report =
    (what: string): OnDone =>
    (done, total) =>
      onProgress?.(what, done, total);
  // the numbers that are needed, and their features
  const remembered = measures.includes('memorisation')
    ? [...reference.training, ...(reference.heldOut ?? [])]
    : [];
  const needed = [...new Set([...reference.compared, ...remembered])];
  const place = new Map(needed.map((picture, row) => [picture, row]));
  const some = (rows: Rows, of: readonly number[]): Rows =>
    pick(
      rows,
      of.map((picture) => place.get(picture) as number),
    );
  const all = partOf(reference.pictures, needed);
  const reads = async <T>(read: (set: Pictures, onDone: OnDone) => Promise<T>, by: string) => ({
    own: await read(samples, report(`samples through ${by}`)),
    all: await read(all, report(`reference through ${by}`)),
  });
  const scored =
    network === clip || measures.some((measure) => ofClip.includes(measure))
      ? await reads(clip.both, clip.name)
      : undefined;
  const isCompared = measures.some((measure) => !ofClip.includes(measure));
  const compared =
    network === clip && scored
      ? { own: scored.own.features, all: scored.all.features }
      : isCompared
        ? await reads(network.features, network.name)
        : undefined;
  const { texts } = partOf(reference.pictures, reference.compared);

  const figures: Figure[] = [];
  let memory: Memorisation | undefined;
  if (compared) {
    const { own, all } = compared;
    const real = some(all, reference.compared);
    if (measures.includes('fid')) figures.push(await fidFigure(own, real, options));
    if (measures.includes('kid')) figures.push(await kidFigure(own, real, options));
    if (manifoldNames.some((name) => measures.includes(name))) {
      figures.push(...Object.values(await manifoldFigures(own, real, options)));
    }
    if (measures.includes('memorisation')) {
      const heldOut = reference.heldOut && some(all, reference.heldOut);
      memory = await memorisation(own, some(all, reference.training), heldOut);
      figures.push(memory.figure);
    }
  }
  if (scored) {
    const own = scored.own.embeddings;
    const real: Measured = { rows: some(scored.all.embeddings, reference.compared), texts };
    if (measures.includes('is')) {
      const names = await emojiSubgroups();
      const classes = (rows: Rows) => clip.classes(rows, names);
      figures.push(await isFigure(await classes(own), await classes(real.rows), options));
    }
    if (samples.texts) {
      const given = { rows: own, texts: samples.texts };
      if (measures.includes('clip')) figures.push(await clipFigure(clip, given, real, options));
      if (measures.includes('r-precision')) {
        figures.push(await rPrecisionFigure(clip, given, real, options));
      }
    }
  }
  const { compared: n, training, heldOut } = reference;
  const evaluation: Evaluation = {
    samples: { name: samples.name, count: samples.count },
    reference: {
      ...{ name: reference.pictures.name, compared: n.length, training: training.length },
      ...(heldOut && { heldOut: heldOut.length }),
    },
    ...{ features: nameOf(network), scoring: nameOf(clip), resamples, seed },
    figures: measures.flatMap((name) => figures.filter(({ measure }) => measure === name)),
    warnings: warningsOf(question),
  };
  return { evaluation, memory };
}
