// Loop axes as WGSL: a flat position is taken apart into axes by divisions, innermost first.
import { quotient, remainder } from '../wgsl/sizes.ts';

/** `let name0 = ...;` statements that split `flat` (an i32 text, in range) over `sizes`. */
export function splitFlat(
  flat: string,
  sizes: readonly number[],
  name: (i: number) => string,
): string[] {
  const lines: string[] = [];
  let rest = flat;
  for (let i = sizes.length - 1; i >= 0; i--) {
    const n = sizes[i];
    if (i === 0) lines.push(`let ${name(0)} = ${rest};`);
    else if (n === 1) lines.push(`let ${name(i)} = 0i;`);
    else {
      lines.push(`let ${name(i)}q = ${quotient(rest, n, name(i))};`);
      lines.push(`let ${name(i)} = ${remainder(rest, n, name(i), `${name(i)}q`)};`);
      rest = `${name(i)}q`;
    }
  }
  return lines;
}

/** Lines joined, with two spaces a level. */
export const block = (lines: readonly string[], level = 1): string =>
  lines.map((l) => `${'  '.repeat(level)}${l}\n`).join('');

/** The least power of two that is not less than n. */
export const nextPowerOfTwo = (n: number): number => 2 ** Math.ceil(Math.log2(Math.max(n, 1)));
