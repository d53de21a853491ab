// What a matrix product is generated from, and the text that every kind of tile shares.
import { size } from '../wgsl/sizes.ts';
import type { Operand } from '../wgsl/stage.ts';
import { type Tile, tileExtent } from './gemm-choice.ts';

/** One side of a product. Names of local variables start with the given prefix. */
export interface GemmOperand {
  /** Statements for row (a) or column (b) `i`, an i32 text, in range. */
  line(p: string, i: string): string[];
  /** Statements for outer step `ko`, after `line`. */
  outer(p: string, ko: string): string[];
  /** Address of inner element `ki`, and the condition without which it counts as 0. */
  inner(p: string, ki: string): { readonly at: string; readonly guard?: string };
  /** Neighbouring k are neighbours in memory. */
  readonly alongK: boolean;
  /** Four elements from a multiple of 4 on in this direction are an aligned vector, under one guard. */
  readonly quads?: 'k' | 'line';
}

/** A product; `batch` declares whatever the operands and `out` need for batch `z` (an i32 text). */
export interface Gemm {
  readonly name: string;
  readonly batches: number;
  readonly m: number;
  readonly n: number;
  readonly outer: number;
  readonly inner: number;
  readonly a: GemmOperand;
  readonly b: GemmOperand;
  batch(z: string): string[];
  /** Flat index of output (m, n) in batch z. */
  out(m: string, n: string): string;
  /** Four outputs from a multiple of 4 on along n are an aligned vector. */
  readonly outQuads: boolean;
  /** a, b and the output of the kernel. */
  readonly operands: readonly [Operand, Operand, Operand];
  /** Elements of the buffers of a and b. */
  readonly sizes: readonly [number, number];
}

/** How k is cut. */
export interface GemmCut {
  readonly splits: number;
  /** Terms of each split; whole outer steps for register tiles. */
  readonly chunk: number;
}

/** Text that gives an operand's element or 0. */
export function elementText(load: (at: string) => string, at: string, guard?: string): string {
  return guard ? `select(0f, ${load(`select(0i, ${at}, ${guard})`)}, ${guard})` : load(at);
}

/** Statements that take the folded workgroup index apart into tile column, tile row, split, batch. */
export function tileIndices(g: Gemm, tile: Tile, cut: GemmCut): string[] {
  const [rows, columns] = tileExtent(tile);
  const tilesN = Math.ceil(g.n / columns);
  const tilesM = Math.ceil(g.m / rows);
  // once a thread: plain divisions, so that all shapes have one text
  const [across, down] = [size(tilesN, 'across'), size(tilesM, 'down')];
  return [
    `let tn = i32(group) % ${across};`,
    `let tm = i32(group) / ${across} % ${down};`,
    `let s = i32(group) / ${size(tilesN * tilesM, 'tiles')} % ${size(cut.splits, 'splits')};`,
    `let z = i32(group) / ${size(tilesN * tilesM * cut.splits)};`,
  ];
}

/** Flat index of a result in the output, or in the split's part of the scratch memory. */
export const resultIndex = (g: Gemm, cut: GemmCut, m: string, n: string): string =>
  cut.splits === 1
    ? g.out(m, n)
    : `((z * ${size(cut.splits, 'splits')} + s) * ${size(g.m, 'm')} + ${m}) * ${size(g.n, 'n')} + ${n}`;
