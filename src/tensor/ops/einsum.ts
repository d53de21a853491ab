// Einstein summation as diagonals, sums, transposes and matrix products. Every dimension gets a label;
// operands are contracted in pairs (the pair with the smallest result first), each pair as one batched
// product over [batch labels, own labels, contracted labels].
import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';
import { formatShape, type Shape, sizeOf } from '../shape.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { mul } from './arithmetic.ts';
import { toTensor } from './create.ts';
import { matmul } from './matmul.ts';
import { diagonal } from './rearrange.ts';
import { sum } from './reduce.ts';
import { reshape, transpose } from './views.ts';

/** A tensor whose dimensions have names: a letter, or '.k' for the k-th last of an ellipsis. */
interface Labelled {
  readonly x: Tensor;
  readonly labels: readonly string[];
}

// 'b...d' -> ['b', '.1', '.0', 'd'] for an ellipsis of two dimensions.
function labelsOf(term: string, ellipsis: number, spec: string): string[] {
  const parts = term.split('...');
  if (parts.length > 2 || !/^[A-Za-z]*$/.test(parts.join(''))) {
    throw new ShapeError(`einsum: "${term}" in "${spec}" is not letters and at most one "..."`);
  }
  const dots = Array.from({ length: ellipsis }, (_, i) => `.${ellipsis - 1 - i}`);
  return parts.length === 1 ? [...term] : [...parts[0], ...dots, ...parts[1]];
}

interface Plan {
  readonly terms: readonly Labelled[];
  readonly output: readonly string[];
  readonly size: ReadonlyMap<string, number>;
}

function parse(spec: string, operands: readonly Tensor[]): Plan {
  const [left, right, more] = spec.replaceAll(/\s/g, '').split('->');
  const terms = left.split(',');
  if (terms.length !== operands.length || more !== undefined) {
    throw new ShapeError(
      `einsum: "${spec}" has ${terms.length} terms for ${operands.length} operands`,
    );
  }
  const size = new Map<string, number>();
  let widest = 0;
  const labelled = operands.map((x, i) => {
    const letters = terms[i].replace('...', '').length;
    const ellipsis = terms[i].includes('...') ? x.rank - letters : 0;
    const labels = labelsOf(terms[i], Math.max(ellipsis, 0), spec);
    if (labels.length !== x.rank) {
      throw new ShapeError(`einsum: "${terms[i]}" in "${spec}" does not fit operand ${i}, ${x}`);
    }
    widest = Math.max(widest, ellipsis);
    labels.forEach((l, d) => {
      const n = size.get(l) ?? 1;
      if (n !== x.shape[d] && n !== 1 && x.shape[d] !== 1) {
        throw new ShapeError(
          `einsum: "${l}" in "${spec}" is ${n} and ${x.shape[d]} (operand ${i}, ${x})`,
        );
      }
      size.set(l, n === 1 ? x.shape[d] : n);
    });
    return { x, labels };
  });
  const output = right === undefined ? implicitOutput(labelled) : labelsOf(right, widest, spec);
  const known = output.every((l) => size.has(l));
  if (!known || new Set(output).size !== output.length) {
    throw new ShapeError(`einsum: output of "${spec}" repeats a label or names one no operand has`);
  }
  return { terms: labelled, output, size };
}

// Without '->': ellipsis, then the labels that occur once, in alphabetical order.
function implicitOutput(terms: readonly Labelled[]): string[] {
  const count = new Map<string, number>();
  for (const l of terms.flatMap((t) => t.labels)) count.set(l, (count.get(l) ?? 0) + 1);
  const dots = [...count.keys()].filter((l) => l.startsWith('.'));
  const once = [...count].filter(([l, n]) => n === 1 && !l.startsWith('.')).map(([l]) => l);
  return [...dots.sort((a, b) => Number(b.slice(1)) - Number(a.slice(1))), ...once.sort()];
}

// Takes diagonals of repeated labels and drops dimensions of size 1 that other operands broadcast.
function simplify({ x, labels }: Labelled, size: ReadonlyMap<string, number>): Labelled {
  const keep = labels.map((l, d) => x.shape[d] === size.get(l));
  let y = keep.every(Boolean)
    ? x
    : reshape(
        x,
        x.shape.filter((_, d) => keep[d]),
      );
  let names = labels.filter((_, d) => keep[d]);
  for (let d = 0; d < names.length; ) {
    const again = names.indexOf(names[d], d + 1);
    if (again < 0) {
      d++;
      continue;
    }
    const name = names[d];
    y = diagonal(y, 0, d, again);
    names = [...names.filter((_, i) => i !== d && i !== again), name];
  }
  return { x: y, labels: names };
}

function sumOut({ x, labels }: Labelled, wanted: (label: string) => boolean): Labelled {
  const axes = labels.flatMap((l, d) => (wanted(l) ? [] : [d]));
  return axes.length === 0 ? { x, labels } : { x: sum(x, axes), labels: labels.filter(wanted) };
}

const arrange = ({ x, labels }: Labelled, order: readonly string[]): Tensor =>
  transpose(
    x,
    order.map((l) => labels.indexOf(l)),
  );

// One product of two operands, keeping the labels that `wanted` names.
function contract(
  left: Labelled,
  right: Labelled,
  wanted: (label: string) => boolean,
  size: ReadonlyMap<string, number>,
): Labelled {
  const a = sumOut(left, (l) => wanted(l) || right.labels.includes(l));
  const b = sumOut(right, (l) => wanted(l) || left.labels.includes(l));
  const shared = a.labels.filter((l) => b.labels.includes(l));
  const batch = shared.filter(wanted);
  const inner = shared.filter((l) => !wanted(l));
  const rows = a.labels.filter((l) => !shared.includes(l));
  const cols = b.labels.filter((l) => !shared.includes(l));
  const sizes = (labels: readonly string[]): number[] => labels.map((l) => size.get(l) as number);
  const labels = [...batch, ...rows, ...cols];
  const x = arrange(a, [...batch, ...rows, ...inner]);
  if (inner.length === 0) {
    const y = arrange(b, [...batch, ...cols]);
    const spread: Shape = [...sizes(batch), ...rows.map(() => 1), ...sizes(cols)];
    return { x: mul(reshape(x, [...x.shape, ...cols.map(() => 1)]), reshape(y, spread)), labels };
  }
  const y = arrange(b, [...batch, ...inner, ...cols]);
  const [m, k, n] = [rows, inner, cols].map((g) => sizeOf(sizes(g)));
  const product = matmul(reshape(x, [...sizes(batch), m, k]), reshape(y, [...sizes(batch), k, n]));
  return { x: reshape(product, sizes(labels)), labels };
}

const einsumArgs = is.signature('einsum', ['spec', is.string], ['operands', is.list(is.operand)]);

/**
 * Sums products over labelled dimensions: `einsum('bhqd,bhkd->bhqk', q, k)`. Any number of operands;
 * a label twice in one operand takes the diagonal; labels missing from the output are summed; without
 * '->' the output has the labels that occur once, alphabetically; '...' stands for further dimensions,
 * which broadcast.
 * @throws ShapeError naming the term if the labels do not fit the operands
 */
export function einsum(spec: string, ...operands: readonly TensorLike[]): Tensor {
  einsumArgs(spec, operands);
  const { terms, output, size } = parse(spec, operands.map(toTensor));
  let rest = terms.map((t) => simplify(t, size));
  if (rest.length === 1) rest = [sumOut(rest[0], (l) => output.includes(l))];
  while (rest.length > 1) {
    let best: { i: number; j: number; cost: number; wanted: Set<string> } | undefined;
    for (let i = 0; i < rest.length; i++) {
      for (let j = i + 1; j < rest.length; j++) {
        const others = rest.filter((_, k) => k !== i && k !== j).flatMap((t) => t.labels);
        const wanted = new Set([...output, ...others]);
        const own = new Set([...rest[i].labels, ...rest[j].labels]);
        const cost = [...own].reduce(
          (n, l) => n * (wanted.has(l) ? (size.get(l) as number) : 1),
          1,
        );
        if (!best || cost < best.cost) best = { i, j, cost, wanted };
      }
    }
    const { i, j, wanted } = best as NonNullable<typeof best>;
    const merged = contract(rest[i], rest[j], (l) => wanted.has(l), size);
    rest = [...rest.filter((_, k) => k !== i && k !== j), merged];
  }
  const [{ x, labels }] = rest;
  const kept = output.filter((l) => labels.includes(l));
  const y = arrange({ x, labels }, kept);
  const shape = output.map((l) => size.get(l) as number);
  if (sizeOf(shape) !== y.size) {
    throw new Error(`einsum: internal: "${spec}" gave ${y}, not ${formatShape(shape)}`);
  }
  return reshape(y, shape);
}
