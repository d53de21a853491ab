// What the functions of arithmetic.ts take that are no plain unary or binary operations.
import * as is from '../arguments.ts';

/** Arguments of `where`. */
export const whereArgs = is.signature(
  'where',
  ['condition', is.operand],
  ['a', is.operand],
  ['b', is.operand],
);

/** Arguments of `maskedFill`. */
export const maskedFillArgs = is.signature(
  'maskedFill',
  ['x', is.operand],
  ['mask', is.operand],
  ['value', is.operand],
);

/** Arguments of `clip`. */
export const clipArgs = is.signature(
  'clip',
  ['input', is.operand],
  ['lo', is.optional(is.operand)],
  ['hi', is.optional(is.operand)],
);

/** Arguments of `lerp`. */
export const lerpArgs = is.signature(
  'lerp',
  ['a', is.operand],
  ['b', is.operand],
  ['t', is.operand],
);

/** Arguments of `pow`. */
export const powArgs = is.signature('pow', ['a', is.operand], ['b', is.operand]);
