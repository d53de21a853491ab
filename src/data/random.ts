// Random numbers on the host, for what happens before tensors exist: shuffling, captions,
// augmentation. Everything is a function of explicit numbers (a seed, an epoch, a step), so a run
// that resumes at step s sees what it would have seen without the break. Tensors have their own
// random keys; these two never mix.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import * as kinds from './argument-kinds.ts';

/** A source of random numbers with its own state; see {@link hostRandom}. */
export type HostRandom = {
  /** The next 32 random bits, an integer in [0, 2^32). */
  bits(): number;
  /** A number in [0, 1) with 32 random bits. */
  uniform(): number;
  /** An integer in [0, limit), without bias. `limit` is in 1 .. 2^32. */
  integer(limit: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** `count` different entries of a list, in random order (all of them if it is shorter). */
  pick<T>(list: readonly T[], count: number): T[];
};

const hostRandomArgs = is.signature('data.hostRandom', ['seeds', is.list(is.integer)]);

/**
 * A random source that depends on nothing but its arguments: `hostRandom(seed, epoch, step)` gives
 * the same numbers on every machine. Arguments are integers of at most 53 bits, of either sign.
 * sfc32 (C. Doty-Humphrey, PractRand) seeded by murmur3's finaliser over the arguments.
 */
export function hostRandom(...seeds: readonly number[]): HostRandom {
  hostRandomArgs(seeds);
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  for (const seed of seeds) {
    if (!Number.isSafeInteger(seed)) throw new ShapeError(`random seed ${seed} is not an integer`);
    a = mix(a ^ (seed >>> 0));
    b = mix((b + a) ^ (Math.floor(seed / 2 ** 32) >>> 0));
    c = mix(c + b);
  }

  const bits = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) bits();

  const integer = (limit: number): number => {
    if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) {
      throw new ShapeError(`random integer below ${limit}: the limit must be in 1 .. 2^32`);
    }
    const fair = 2 ** 32 - (2 ** 32 % limit);
    let value = bits();
    while (value >= fair) value = bits();
    return value % limit;
  };

  const uniform = (): number => bits() / 2 ** 32;
  return {
    bits,
    uniform,
    integer,
    chance: (p) => uniform() < p,
    pick: (list, count) => {
      const rest = [...list];
      const taken: typeof rest = [];
      while (taken.length < count && rest.length > 0) {
        taken.push(...rest.splice(integer(rest.length), 1));
      }
      return taken;
    },
  };
}

const permutationArgs = is.signature(
  'data.permutation',
  ['count', is.size],
  ['random', kinds.hostRandom],
);

/** The integers 0 .. count-1 in random order (Fisher and Yates). */
export function permutation(count: number, random: HostRandom): Int32Array {
  permutationArgs(count, random);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
