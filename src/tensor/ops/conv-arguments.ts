// What the convolutions take.
import * as is from '../arguments.ts';
import type { Conv1dOptions, Conv2dOptions, ConvTranspose2dOptions } from './conv.ts';

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
