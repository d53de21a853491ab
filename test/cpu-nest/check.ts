// Shared by the nest tests: repeatable values, short names for axes and loads, and the comparison of a
// generated nest with plain loops.

import { expect } from 'vitest';
import type { NestKernel } from '../../src/compiler/program.ts';
import type { Expr } from '../../src/tensor/expr.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { evalNest } from '../support/eval-nest.ts';
import { runNest, type Values } from './run-nest.ts';

let state = 12345;

/** Uniform on [0, 1), the same sequence in every run. */
export const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

/** `n` float32 values in [-2, 2). */
export const floats = (n: number): number[] =>
  Array.from({ length: n }, () => Math.fround(4 * random() - 2));

/** `n` integers in lo..hi. */
export const integers = (n: number, lo: number, hi: number): number[] =>
  Array.from({ length: n }, () => lo + Math.floor((hi - lo + 1) * random()));

/** Runs a nest and compares with plain loops: |error| <= tolerance (1 + |expected|). */
export function check(k: NestKernel, inputs: Values, tolerance = 2e-6): number[][] {
  const expected = evalNest(k, inputs, true);
  const got = runNest(k, inputs);
  expected.forEach((column, j) => {
    column.forEach((e, at) => {
      const g = got[j][at];
      const close = Number.isNaN(e)
        ? Number.isNaN(g)
        : e === g || Math.abs(e - g) <= tolerance * (1 + Math.abs(e));
      if (!close) expect.fail(`output ${j}[${at}] is ${g}, expected ${e}`);
    });
  });
  return got;
}

/** Output axis `n`. */
export const i = (n: number, size: number): ix.Index => ix.axis(`i${n}`, size);

/** Reduction axis `n`. */
export const r = (n: number, size: number): ix.Index => ix.axis(`r${n}`, size);

/** A float32 load. */
export const f32 = (buffer: number, at: ix.Index): Expr => ir.load(buffer, at, 'f32');
