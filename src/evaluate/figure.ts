// What a measure gives, and what all measures are given.

import type { Rows } from './rows.ts';

/** The measures by their names, and what they tell. */
export const measures = {
  fid: 'Fréchet distance of the features; lower is better',
  kid: 'squared maximum mean discrepancy of the features; lower is better',
  is: 'inception score, over classes by their words; higher is better',
  clip: '100 cos of pictures and their prompts; higher is better',
  'r-precision': 'share of pictures nearer to their own name than to any of the most similar ones',
  precision: 'share of samples within real neighbourhoods: fidelity',
  recall: 'share of real pictures within neighbourhoods of samples: variety',
  density: 'real neighbourhoods around a sample, 1 for real pictures',
  coverage: 'share of real neighbourhoods that hold a sample: variety',
  memorisation:
    'share of samples nearer to a training picture than 95 % of unseen real pictures are',
} as const;

/** The name of a measure. */
export type MeasureName = keyof typeof measures;

/** A measured number with how sure it is, and what real pictures get. */
export interface Figure {
  readonly measure: MeasureName;
  readonly value: number;
  /** The interval that holds it with 95 %, by `interval`. */
  readonly low: number;
  readonly high: number;
  readonly interval: 'half-samples' | 'bootstrap' | "Wilson's";
  /** What was drawn anew for the interval. */
  readonly over: 'samples' | 'reference';
  /** The same measure of real pictures in place of samples: its mean over random splits and their deviation. */
  readonly real?: { readonly value: number; readonly sd: number; readonly splits: number };
  /** Pictures that went into it. */
  readonly samples: number;
  readonly reference?: number;
  /** What else belongs to it: the number of neighbours, a threshold. */
  readonly details?: Readonly<Record<string, number>>;
}

/** What a picture is of. */
export interface PictureText {
  /** The text that it was drawn from. */
  readonly prompt: string;
  /** The thing itself, without words of style. */
  readonly name: string;
}

/** Features of one set, with its texts where they are known. */
export interface Measured {
  readonly rows: Rows;
  readonly texts?: readonly PictureText[];
}

/** How figures are found. */
export interface MeasureOptions {
  /** Of intervals. Default 200. */
  readonly resamples: number;
  /** Of every random choice. */
  readonly seed: number;
}

/** Mean and deviation of what splits gave. */
export function realOf(values: readonly number[]): NonNullable<Figure['real']> {
  const n = values.length;
  const value = values.reduce((a, b) => a + b, 0) / n;
  const square = values.reduce((a, b) => a + (b - value) ** 2, 0);
  return { value, sd: n > 1 ? Math.sqrt(square / (n - 1)) : 0, splits: n };
}
