// Threefry 2x32 with 20 rounds: two words of counter to two words of random bits under a key of two
// words (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011), as JAX uses it.
// Written once as scalar expressions for every backend; the oracle has a version of its own in
// plain numbers.
import type { Expr } from '../expr.ts';
import * as ir from '../ir.ts';

// Table 2 of the paper: rotations of rounds 4g .. 4g + 3 for even and odd groups g.
const rotations = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
] as const;
// makes the third key word differ from zero for key 0 (the paper's C240, truncated)
const parity = 0x1bd11bda;

type Words<T> = readonly [T, T];

const u32 = (v: number): Expr => ir.constant(v, 'u32');

const rotateLeft = (x: Expr, by: number): Expr =>
  ir.or(ir.shl(x, u32(by)), ir.shr(x, u32(32 - by)));

/** The block function on u32 expressions. */
export function threefryBlock(key: Words<Expr>, counter: Words<Expr>): Words<Expr> {
  const schedule = [key[0], key[1], ir.xor(ir.xor(key[0], key[1]), u32(parity))];
  let a = ir.add(counter[0], schedule[0]);
  let b = ir.add(counter[1], schedule[1]);
  for (let group = 0; group < 5; group++) {
    for (const by of rotations[group % 2]) {
      a = ir.add(a, b);
      b = ir.xor(rotateLeft(b, by), a);
    }
    a = ir.add(a, schedule[(group + 1) % 3]);
    b = ir.add(b, ir.add(schedule[(group + 2) % 3], u32(group + 1)));
  }
  return [a, b];
}

/** The block function on numbers (unsigned 32-bit), for the oracle and for tests. */
export function threefryReference(key: Words<number>, counter: Words<number>): Words<number> {
  const [k0, k1] = key;
  const ks = [k0, k1, (k0 ^ k1 ^ parity) >>> 0];
  let x0 = (counter[0] + k0) >>> 0;
  let x1 = (counter[1] + k1) >>> 0;
  for (let round = 0; round < 20; round++) {
    const r = rotations[(round >> 2) & 1][round & 3];
    x0 = (x0 + x1) >>> 0;
    x1 = (((x1 << r) | (x1 >>> (32 - r))) ^ x0) >>> 0;
    if (round % 4 === 3) {
      const s = (round + 1) / 4;
      x0 = (x0 + ks[s % 3]) >>> 0;
      x1 = (x1 + ks[(s + 1) % 3] + s) >>> 0;
    }
  }
  return [x0, x1];
}
