// What the convolutions take.
import * as is from '../arguments.ts';
import type { Padding, Pair } from './window.ts';

/** How a two-dimensional convolution slides. */
export interface Conv2dOptions {
  /** Step between windows (default 1). */
  readonly stride?: Pair;
  /** Zeros around the image (default 0). */
  readonly padding?: Padding;
  /** Step between the taps of a window (default 1). */
  readonly dilation?: Pair;
  /** Groups of channels that do not mix (default 1; the number of channels: depthwise). */
  readonly groups?: number;
}

/** How a transposed convolution slides: options of the convolution that it is the transpose of. */
export interface ConvTranspose2dOptions {
  /** Step between windows of the convolution it transposes: how much larger the result is (default 1). */
  readonly stride?: Pair;
  /** Rows and columns cut off the result (default 0); one number or [vertical, horizontal]. */
  readonly padding?: Pair;
  /** Rows and columns added at the bottom and right (default 0), less than stride or dilation. */
  readonly outputPadding?: Pair;
  /** Step between the taps of a window (default 1). */
  readonly dilation?: Pair;
  /** Groups of channels that do not mix (default 1). */
  readonly groups?: number;
}

/** How a one-dimensional convolution slides. */
export interface Conv1dOptions {
  /** Step between windows (default 1). */
  readonly stride?: number;
  /**
   * Zeros before and after: one number or [before, after]; "valid" (none, default) or "same" (output =
   * ceil(input / stride)).
   */
  readonly padding?: number | readonly [number, number] | 'same' | 'valid';
  /** Step between the taps of a window (default 1). */
  readonly dilation?: number;
  /** Groups of channels that do not mix (default 1; the number of channels: depthwise). */
  readonly groups?: number;
}

/** Arguments of `conv2d`. */
export const conv2dArgs = is.signature(
  'conv2d',
  ['x', is.operand],
  ['w', is.operand],
  [
    'options',
    is.options<Conv2dOptions>({
      stride: is.optional(is.sizes),
      padding: is.optional(is.padding),
      dilation: is.optional(is.sizes),
      groups: is.optional(is.count),
    }),
  ],
);

/** Arguments of `convTranspose2d`. */
export const convTranspose2dArgs = is.signature(
  'convTranspose2d',
  ['x', is.operand],
  ['w', is.operand],
  [
    'options',
    is.options<ConvTranspose2dOptions>({
      stride: is.optional(is.sizes),
      padding: is.optional(is.widths),
      outputPadding: is.optional(is.widths),
      dilation: is.optional(is.sizes),
      groups: is.optional(is.count),
    }),
  ],
);

/** Arguments of `conv1d`. */
export const conv1dArgs = is.signature(
  'conv1d',
  ['x', is.operand],
  ['w', is.operand],
  [
    'options',
    is.options<Conv1dOptions>({
      stride: is.optional(is.count),
      padding: is.optional(is.padding),
      dilation: is.optional(is.count),
      groups: is.optional(is.count),
    }),
  ],
);

/** Arguments of `convTranspose1d`. */
export const convTranspose1dArgs = is.signature(
  'convTranspose1d',
  ['x', is.operand],
  ['w', is.operand],
  [
    'options',
    is.options({
      stride: is.optional(is.count),
      padding: is.optional(is.size),
      outputPadding: is.optional(is.size),
      dilation: is.optional(is.count),
      groups: is.optional(is.count),
    }),
  ],
);
