// The loops of reductions: a thread walks its share of the terms and keeps accumulators `acc0`, ... .
// Sums of n terms are kept in blocks of about sqrt(n) that are added to a total, so that errors do not
// grow with the length: 4,194,304 squares come out within 1e-6.

import type { NestKernel } from '../../../compiler/program.ts';
import { sizeOf } from '../../../tensor/shape.ts';
import { type ExpressionWriter, expressionWriter } from '../wgsl/expression.ts';
import { size } from '../wgsl/sizes.ts';
import { nextPowerOfTwo, splitFlat } from './axes.ts';
import { accumulator, declarations, join, joinAll, type Part } from './lanes.ts';

const shortest = 64;

type Load = (buffer: number, at: string) => string;

// One step of the loop over the reduction: values into accumulators `name`.
const accumulate = (
  parts: readonly Part[],
  name: string,
  values: readonly string[],
  at: string,
): string[] => parts.flatMap((p, k) => join(p, `${name}${k}`, `${name}${k}at`, values[k], at));

const values = (kernel: NestKernel, writer: ExpressionWriter): string[] =>
  kernel.reductions.map((r) => writer.value(r.body));

/** The stretch of the flat reduction that `lanes` threads walk together, every lanes-th term each. */
export interface Stretch {
  readonly begin: string;
  readonly end: string;
  /** Terms in it, at most. */
  readonly length: number;
  /** How many threads: their number as an i32 text, and a guess where that is known at run time only. */
  readonly lanes: string;
  readonly lanesGuess: number;
}

/** Statements that walk a stretch as thread `lane` (an i32 in scope). */
export function flatLoop(
  kernel: NestKernel,
  parts: readonly Part[],
  load: Load,
  { begin, end, length, lanes, lanesGuess }: Stretch,
): string[] {
  const writer = expressionWriter({
    scopes: 2,
    axisScope: (axis) => (axis[0] === 'r' ? 1 : 0),
    axisText: (axis) => axis,
    load,
  });
  const v = values(kernel, writer);
  const terms = length / lanesGuess;
  const blockLength = Math.max(shortest, nextPowerOfTwo(Math.sqrt(terms)));
  const long = terms > 2 * blockLength;
  const inner = [
    ...splitFlat('r', kernel.reduceAxes, (i) => `r${i}`),
    ...writer.lines[1],
    ...accumulate(parts, long ? 'sub' : 'acc', v, 'r'),
  ].map((l) => `  ${l}`);
  const outside = [...writer.lines[0], `let begin = ${begin};`, `let end = ${end};`];
  if (!long) {
    const loop = `for (var r = begin + lane; r < end; r += ${lanes}) {`;
    return [...outside, loop, ...inner, '}'];
  }
  const step = `${lanes} * ${size(blockLength, 'block')}`;
  return [
    ...outside,
    `for (var q = begin + lane; q < end; q += ${step}) {`,
    ...declarations(parts, 'sub').map((l) => `  ${l}`),
    `  let stop = min(q + ${step}, end);`,
    `  for (var r = q; r < stop; r += ${lanes}) {`,
    ...inner.map((l) => `  ${l}`),
    '  }',
    ...joinAll(parts, 'acc', 'sub').map((l) => `  ${l}`),
    '}',
  ];
}

/**
 * Statements with which one thread walks all axes: no divisions, and what an outer loop fixes is computed
 * there.
 */
export function nestedLoops(kernel: NestKernel, parts: readonly Part[], load: Load): string[] {
  const depth = kernel.reduceAxes.length;
  const writer = expressionWriter({
    scopes: depth + 1,
    axisScope: (axis) => (axis[0] === 'r' ? 1 + Number(axis.slice(1)) : 0),
    axisText: (axis) => axis,
    load,
  });
  const v = values(kernel, writer);
  const weights = kernel.reduceAxes.map((_, i) => sizeOf(kernel.reduceAxes.slice(i + 1)));
  const at = weights.map((w, i) => (w === 1 ? `r${i}` : `r${i} * ${size(w)}`)).join(' + ');
  const long = sizeOf(kernel.reduceAxes) > shortest;
  const lines = [...writer.lines[0]];
  for (let d = 0; d < depth; d++) {
    const last = d === depth - 1;
    if (last && long) lines.push(...declarations(parts, 'sub'));
    lines.push(`for (var r${d} = 0i; r${d} < ${size(kernel.reduceAxes[d])}; r${d}++) {`);
    lines.push(...writer.lines[d + 1]);
  }
  lines.push(...accumulate(parts, long ? 'sub' : 'acc', v, `(${at})`), '}');
  if (long) lines.push(...joinAll(parts, 'acc', 'sub'));
  for (let d = 1; d < depth; d++) lines.push('}');
  return lines;
}

/** Results in terms of the accumulators: statements, and the text of each value. */
export function resultTexts(
  kernel: NestKernel,
  parts: readonly Part[],
  load: Load,
): { lines: string[]; values: string[] } {
  const writer = expressionWriter({
    scopes: 1,
    prefix: 'w',
    axisScope: () => 0,
    axisText: (axis) => axis,
    load,
    acc: (n) => accumulator(parts, 'acc', n),
  });
  const texts = kernel.results.map((e) => writer.value(e));
  return { lines: [...writer.lines[0]], values: texts };
}
