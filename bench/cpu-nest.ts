// Speed of generated nests on one core, in ns per element: `npx tsx bench/cpu-nest.ts`. Best of many
// repetitions, since other work may share the machine.
import { generateNest } from '../src/backends/cpu/nest/generate.ts';
import { createMemory, instantiate } from '../src/backends/cpu/wasm/assembler.ts';
import { usualSimd } from '../src/backends/cpu/wasm/simd.ts';
import type { NestKernel } from '../src/compiler/program.ts';
import type { Expr } from '../src/tensor/expr.ts';
import * as ix from '../src/tensor/index-expr.ts';
import * as ir from '../src/tensor/ir.ts';
import { sizeOf } from '../src/tensor/shape.ts';

const memory = createMemory(2048);
new Float32Array(memory.buffer).forEach((_, i, a) => {
  a[i] = ((i * 2654435761) % 1000) / 500 - 1;
});

const load = (buffer: number, at: ix.Index): Expr => ir.load(buffer, at, 'f32');
const f32 = (v: number): Expr => ir.constant(v, 'f32');

function measure(
  name: string,
  part: Partial<NestKernel> & Pick<NestKernel, 'axes' | 'results'>,
  count: number,
) {
  const k: NestKernel = {
    kind: 'nest',
    reduceAxes: [],
    reductions: [],
    outputs: part.results.map(() => 'f32'),
    inputs: Array(count).fill('f32'),
    inputSizes: Array(count).fill(0),
    inPlace: Array(count).fill(false),
    key: name,
    ...part,
  };
  const start = performance.now();
  const { bytes, imports, schedule } = generateNest(k, usualSimd());
  const emitted = performance.now();
  const { run } = instantiate(bytes, memory, imports);
  const loaded = performance.now();
  const pointers = Array.from(
    { length: count + k.outputs.length + 1 }, // the last is scratch
    (_, i) => 1024 + i * 17 * 1048576,
  );
  const points = sizeOf(k.axes) * sizeOf(k.reduceAxes);
  let best = Infinity;
  for (let t = 0; t < 60; t++) {
    const from = performance.now();
    const repeats = Math.max(1, Math.round(1e6 / points));
    for (let j = 0; j < repeats; j++) run(...pointers);
    best = Math.min(best, ((performance.now() - from) * 1e6) / (repeats * points));
  }
  const us = (a: number, b: number): string => ((b - a) * 1000).toFixed(0).padStart(5);
  console.log(
    `${name.padEnd(40)} ${best.toFixed(3).padStart(8)} ns  ${schedule.mode.padEnd(6)} x${schedule.copies} ` +
      `${String(bytes.length).padStart(6)} B  emit ${us(start, emitted)} us  load ${us(emitted, loaded)} us`,
  );
}

const i = (n: number, size: number): ix.Index => ix.axis(`i${n}`, size);
const r = (n: number, size: number): ix.Index => ix.axis(`r${n}`, size);

for (const n of [65536, 1048576]) {
  const at = i(0, n);
  const [a, b, c] = [load(0, at), load(1, at), load(2, at)];
  measure(
    `(a*b+c)*0.5+a, ${n}`,
    { axes: [n], results: [ir.add(ir.mul(ir.add(ir.mul(a, b), c), f32(0.5)), a)] },
    3,
  );
}
const n = 65536;
const x = load(0, i(0, n));
for (const op of ['exp', 'log', 'tanh', 'erf', 'sin', 'expm1', 'log1p', 'sqrt'] as const) {
  measure(op, { axes: [n], results: [ir.unary(op, x)] }, 1);
}
measure('silu', { axes: [n], results: [ir.div(x, ir.add(f32(1), ir.exp(ir.neg(x))))] }, 1);
measure('max(x, 0)', { axes: [n], results: [ir.max(x, f32(0))] }, 1);
measure('max(a, b)', { axes: [n], results: [ir.max(x, load(1, i(0, n)))] }, 2);
let chain = x;
for (let k = 0; k < 10; k++) chain = ir.add(ir.mul(chain, f32(0.9)), load(1, i(0, n)));
measure('20 operations', { axes: [n], results: [chain] }, 2);

const [h, w] = [1024, 512];
const at = ix.add(ix.scale(i(0, h), w), i(1, w));
measure('row broadcast add', { axes: [h, w], results: [ir.add(load(0, at), load(1, i(1, w)))] }, 2);
measure(
  'column broadcast add',
  { axes: [h, w], results: [ir.add(load(0, at), load(1, i(0, h)))] },
  2,
);
measure(
  'transpose',
  { axes: [h, w], results: [load(0, ix.add(ix.scale(i(1, w), h), i(0, h)))] },
  1,
);
measure(
  'add over 3 channels',
  {
    axes: [h * 128, 3],
    results: [ir.add(load(0, ix.add(ix.scale(i(0, h * 128), 3), i(1, 3))), load(1, i(1, 3)))],
  },
  2,
);

const row = load(0, ix.add(ix.scale(i(0, h), w), r(0, w)));
const column = load(0, ix.add(ix.scale(r(0, h), w), i(0, w)));
const acc = (k: number): Expr => ir.acc(k, 'f32');
measure(
  'row sum',
  { axes: [h], reduceAxes: [w], reductions: [{ op: 'sum', body: row }], results: [acc(0)] },
  1,
);
measure(
  'column sum',
  { axes: [w], reduceAxes: [h], reductions: [{ op: 'sum', body: column }], results: [acc(0)] },
  1,
);
measure(
  'full sum of squares',
  {
    axes: [],
    reduceAxes: [h * w],
    reductions: [{ op: 'sum', body: ir.mul(load(0, r(0, h * w)), load(0, r(0, h * w))) }],
    results: [acc(0)],
  },
  1,
);
measure(
  'row max',
  { axes: [h], reduceAxes: [w], reductions: [{ op: 'max', body: row }], results: [acc(0)] },
  1,
);
measure(
  'row argmax',
  {
    axes: [h],
    reduceAxes: [w],
    reductions: [{ op: 'argmax', body: row }],
    results: [ir.cast(ir.acc(0, 'i32'), 'f32')],
  },
  1,
);
const centred = ir.sub(row, load(1, i(0, h)));
measure(
  'row variance',
  {
    axes: [h],
    reduceAxes: [w],
    reductions: [{ op: 'sum', body: ir.mul(centred, centred) }],
    results: [ir.div(acc(0), f32(w))],
  },
  2,
);
measure(
  'softmax denominator',
  {
    axes: [h],
    reduceAxes: [w],
    reductions: [{ op: 'sum', body: ir.exp(centred) }],
    results: [acc(0)],
  },
  2,
);
measure(
  'layer norm, normalise',
  {
    axes: [h, w],
    results: [
      ir.add(
        ir.mul(
          ir.mul(
            ir.sub(load(0, at), load(1, i(0, h))),
            ir.unary('rsqrt', ir.add(load(2, i(0, h)), f32(1e-5))),
          ),
          load(3, i(1, w)),
        ),
        load(4, i(1, w)),
      ),
    ],
  },
  5,
);
const [oh, ow, ch] = [32, 32, 64];
const pixel = ix.flatten(
  [ix.add(ix.scale(i(0, oh), 2), r(0, 2)), ix.add(ix.scale(i(1, ow), 2), r(1, 2)), i(2, ch)],
  [64, 64, ch],
);
measure(
  '2x2 average pool, 64 channels',
  {
    axes: [oh, ow, ch],
    reduceAxes: [2, 2],
    reductions: [{ op: 'sum', body: load(0, pixel) }],
    results: [ir.mul(acc(0), f32(0.25))],
  },
  1,
);
