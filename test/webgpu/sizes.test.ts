// Sizes in the text of kernels: literals for GPUs, elements of a uniform buffer for software adapters, where
// kernels that differ in sizes only share a pipeline.
import { describe, expect, test } from 'vitest';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import {
  bakeSizes,
  floatSize,
  quotient,
  remainder,
  shareSizes,
  size,
} from '../../src/backends/webgpu/wgsl/sizes.ts';
import type { NestKernel, SpecialKernel } from '../../src/compiler/program.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { convGeometry, eachTerm } from '../support/convolutions.ts';
import { evalNest } from '../support/eval-nest.ts';
import { plainProduct, productSpec } from './direct.ts';
import { nest, randomValues, runKernel, special, worstError } from './support.ts';

describe('text', () => {
  const main = (line: string): string => `fn f() {}\nfn main() {\n  ${line}\n}\n`;

  test('becomes literals', () => {
    const text = `a * ${size(-3)} + ${size(64, 'rows')} < i32(f32(b) / ${floatSize(9)})`;
    expect(bakeSizes(text)).toBe('a * (-3i) + 64i < i32(f32(b) / 9f)');
    expect(bakeSizes(size(-2147483648))).toBe('bitcast<i32>(0x80000000u)');
  });

  test('becomes elements of a buffer, each mark its own, labels and numbers together one', () => {
    const marks = [size(5), size(5), size(7, 'n'), size(7, 'n'), size(8, 'n'), floatSize(9)];
    const { body, declaration, words } = shareSizes(main(`x = ${marks.join(' + ')};`), 2);
    expect(declaration).toBe('@group(0) @binding(2) var<uniform> sizes: array<vec4i, 2>;\n');
    expect([...words.slice(0, 4)]).toEqual([5, 5, 7, 8]);
    expect(new Float32Array(words.buffer)[4]).toBe(9);
    expect(body).toContain('x = size0 + size1 + size2 + size2 + size3 + size4;');
    expect(body).toContain('fn main() {\n  let size0 = sizes[0].x;\n');
    expect(body).toContain('let size4 = bitcast<f32>(sizes[1].x);');
  });

  test('without sizes stays as it is', () => {
    const plain = main('x = 1i;');
    expect(shareSizes(plain, 0)).toEqual({ body: plain, declaration: '', words: new Int32Array() });
  });

  test('quotients by powers of two are shifts, others divisions', () => {
    expect(bakeSizes(quotient('x', 8))).toBe('((x) >> 3u)');
    expect(bakeSizes(remainder('x', 8))).toBe('((x) & 7i)');
    expect(bakeSizes(quotient('x', 6))).toBe('i32(u32(x) / 6u)');
    expect(bakeSizes(remainder('x', 6))).toBe('i32(u32(x) % 6u)');
    expect(bakeSizes(remainder('x', 6, 'n', 'q'))).toBe('(x - q * 6i)');
    expect([quotient('x', 1), remainder('x', 1)]).toEqual(['x', '0i']);
  });
});

// rows of `w`, moved by one column, under a guard; divided by the number of columns
function shifted(h: number, w: number): NestKernel {
  ir.resetExpressions();
  const [i, j] = [ix.axis('i0', h), ix.axis('i1', w)];
  const inside = ir.lt(ir.index(j), ir.constant(w - 1, 'i32'));
  const next = ix.add(ix.scale(i, w), j, 1);
  const value = ir.load(0, next, 'f32', inside, ir.constant(0, 'f32'));
  return nest({
    axes: [h, w],
    results: [ir.div(value, ir.constant(w, 'f32'))],
    inputs: ['f32'],
    outputs: ['f32'],
    inputSizes: [h * w],
  });
}

// sums of the columns of [h, w, d] over the outer axes
function columnSums(h: number, w: number, d: number): NestKernel {
  ir.resetExpressions();
  const at = ix.flatten([ix.axis('r0', h), ix.axis('r1', w), ix.axis('i0', d)], [h, w, d]);
  return nest({
    axes: [d],
    reduceAxes: [h, w],
    reductions: [{ op: 'sum', body: ir.load(0, at, 'f32') }],
    results: [ir.acc(0, 'f32')],
    inputs: ['f32'],
    outputs: ['f32'],
    inputSizes: [h * w * d],
  });
}

/** Pipelines that the kernels need, all of which must give the plain loop's values. */
async function pipelinesOf(
  backend: WebGPUBackend,
  kernels: readonly NestKernel[],
): Promise<number> {
  const before = backend.counters().pipelines;
  for (const kernel of kernels) {
    const x = randomValues(kernel.inputSizes[0]);
    const [want] = evalNest(kernel, [Float64Array.from(x)]);
    const [got] = await runKernel(backend, kernel, [x], [want.length]);
    expect(worstError(got, want)).toBeLessThan(1e-5);
  }
  return backend.counters().pipelines - before;
}

/** The same for special kernels of two operands. */
async function pipelinesOfPairs(
  backend: WebGPUBackend,
  pairs: readonly {
    kernel: SpecialKernel;
    want: (a: Float32Array, b: Float32Array) => ArrayLike<number>;
  }[],
): Promise<number> {
  const before = backend.counters().pipelines;
  for (const { kernel, want } of pairs) {
    const [a, b] = kernel.inputSizes.map((n, i) => randomValues(n, i + 1));
    const expected = want(a, b);
    const [got] = await runKernel(backend, kernel, [a, b], [expected.length]);
    expect(worstError(got, expected, 10)).toBeLessThan(1e-5);
  }
  return backend.counters().pipelines - before;
}

const product = (m: number, n: number, k: number) => {
  const spec = productSpec(m, n, k);
  return {
    kernel: special(spec, [m * k, k * n]),
    want: (a: Float32Array, b: Float32Array) => plainProduct(spec, a, b),
  };
};

const convolution = (h: number, w: number, c: number, oc: number) => {
  const s = convGeometry({ h, w, c, oc, padding: [1, 1, 1, 1] });
  return {
    kernel: special({ kind: 'conv2d', pass: 'forward', ...s }, [s.n * h * w * c, 9 * c * oc]),
    want(x: Float32Array, kernel: Float32Array): Float64Array {
      const y = new Float64Array(s.n * s.oh * s.ow * oc);
      eachTerm(s, (xAt, wAt, yAt) => {
        y[yAt] += x[xAt] * kernel[wAt];
      });
      return y;
    },
  };
};

describe('pipelines', () => {
  test('software adapters: kernels that differ in sizes share one', async () => {
    const backend = await createWebGPUBackend({ hardware: false });
    expect(await pipelinesOf(backend, [shifted(70, 9), shifted(90, 11), shifted(201, 15)])).toBe(1);
    // shifts and masks instead of divisions
    expect(await pipelinesOf(backend, [shifted(70, 32), shifted(90, 16)])).toBe(1);
    expect(await pipelinesOf(backend, [columnSums(3, 5, 600), columnSums(4, 7, 999)])).toBe(1);
    expect(await pipelinesOfPairs(backend, [product(40, 130, 80), product(33, 70, 100)])).toBe(1);
    expect(
      await pipelinesOfPairs(backend, [
        convolution(8, 8, 32, 64),
        convolution(16, 8, 16, 48),
        convolution(4, 16, 64, 64),
      ]),
    ).toBe(1);
    backend.dispose();
  });

  test('GPUs: each has its own, with literals', async () => {
    const backend = await createWebGPUBackend({ hardware: true });
    expect(await pipelinesOf(backend, [shifted(70, 9), shifted(90, 11)])).toBe(2);
    backend.dispose();
  });
});
