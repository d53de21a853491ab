// Special kernels by plain loops in float64: their meaning, for tests. Shares no code with any generator.
import type { SpecialKernel } from '../../src/compiler/program.ts';
import type {
  ArgsortSpec,
  MatmulSpec,
  ScanSpec,
  ScatterAddSpec,
} from '../../src/tensor/kernels.ts';

type Arrays = readonly Float64Array[];

function scan(spec: ScanSpec, [x]: Arrays): Float64Array {
  const { op, outer, length, inner, reverse, exclusive } = spec;
  const out = new Float64Array(x.length);
  const start = op === 'sum' ? 0 : op === 'prod' ? 1 : Number.NEGATIVE_INFINITY;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      let total = start;
      for (let k = 0; k < length; k++) {
        const at = (o * length + (reverse ? length - 1 - k : k)) * inner + i;
        const next =
          op === 'sum' ? total + x[at] : op === 'prod' ? total * x[at] : Math.max(total, x[at]);
        out[at] = exclusive ? total : next;
        total = next;
      }
    }
  }
  return out;
}

function argsort({ rows, n, descending }: ArgsortSpec, [x]: Arrays): Float64Array {
  const out = new Float64Array(rows * n);
  for (let r = 0; r < rows; r++) {
    const row = x.subarray(r * n, (r + 1) * n);
    const order = Array.from(row, (_, i) => i).sort((a, b) => {
      const [p, q] = [row[a], row[b]];
      if (Number.isNaN(p) || Number.isNaN(q)) return +Number.isNaN(p) - +Number.isNaN(q) || a - b;
      if (p === q) return a - b;
      return p < q === descending ? 1 : -1;
    });
    out.set(order, r * n);
  }
  return out;
}

function scatterAdd(spec: ScatterAddSpec, [base, index, source]: Arrays): Float64Array {
  const out = base.slice();
  for (let i = 0; i < spec.count; i++) {
    if (!(index[i] >= 0 && index[i] < spec.rows)) continue;
    for (let k = 0; k < spec.inner; k++) {
      out[index[i] * spec.inner + k] += source[i * spec.inner + k];
    }
  }
  return out;
}

function matmul({ m, n, k, a, b, batch }: MatmulSpec, [x, y]: Arrays): Float64Array {
  const count = batch.reduce((p, d) => p * d.size, 1);
  const out = new Float64Array(count * m * n);
  for (let flat = 0; flat < count; flat++) {
    let rest = flat;
    let [atX, atY] = [a.offset, b.offset];
    for (let d = batch.length - 1; d >= 0; d--) {
      const i = rest % batch[d].size;
      rest = Math.floor(rest / batch[d].size);
      atX += i * batch[d].a;
      atY += i * batch[d].b;
    }
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let p = 0; p < k; p++) {
          sum += x[atX + i * a.row + p * a.col] * y[atY + p * b.row + j * b.col];
        }
        out[(flat * m + i) * n + j] = sum;
      }
    }
  }
  return out;
}

/** Special kernels that `evalSpecial` knows; the others have a fallback in the compiler. */
export const evaluable = ({ spec }: SpecialKernel): boolean =>
  spec.kind !== 'conv2d' && spec.kind !== 'attention';

/** The output of a special kernel for inputs held as float64. */
export function evalSpecial({ spec }: SpecialKernel, buffers: Arrays): Float64Array {
  switch (spec.kind) {
    case 'scan':
      return scan(spec, buffers);
    case 'argsort':
      return argsort(spec, buffers);
    case 'scatterAdd':
      return scatterAdd(spec, buffers);
    case 'matmul':
      return matmul(spec, buffers);
    case 'conv2d':
    case 'attention':
      throw new Error(`${spec.kind} runs as its fallback here`);
  }
}
