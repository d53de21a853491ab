// Correctness before speed: each family of kernels on the GPU against the float64 interpreter, or the WASM
// backend where that would take too long, on the same inputs. Errors are the largest difference relative to
// the largest value of the reference.
import { type Library, workloadsOf } from '../engines/wgrad-workloads.ts';
import { fill } from '../harness/data.ts';
import { smallUnet, transformerBlock } from '../harness/specs.ts';
import { sdParams, sdTiny, sdUnet } from './sd-unet.ts';

type Tensor = import('../../src/index.ts').Tensor;
type Reference = 'interpret' | 'cpu';

interface Check {
  readonly name: string;
  /** Who says what is right: float64 where it is affordable. */
  readonly reference: Reference;
  readonly tolerance: number;
  /** Arrays to compare, each relative to its own largest value; called once on each device. */
  values(): Promise<ArrayLike<number>[]>;
}

/** The outcome of one check. */
export interface CheckResult {
  readonly name: string;
  readonly reference: Reference;
  readonly error?: number;
  readonly tolerance: number;
  readonly failure?: string;
}

function checksOf(w: Library, tiny: boolean): Check[] {
  const checks: Check[] = [];
  const sized = (large: number, small: number) => (tiny ? small : large);
  const input = (shape: number[], seed: number, scale = 2) =>
    w.tensor(fill(shape, seed, scale), { shape });

  /** f of random inputs of these shapes, in f32 and in f16; gradients too if asked for. */
  function add(
    name: string,
    shapes: number[][],
    f: (...xs: Tensor[]) => Tensor,
    options: { reference?: Reference; grad?: boolean; half?: boolean; tolerance?: number } = {},
  ) {
    const { reference = 'interpret', half = true, tolerance = 2e-5 } = options;
    const kinds = [
      { dtype: 'f32', tolerance } as const,
      ...(half ? [{ dtype: 'f16', tolerance: 4e-3 } as const] : []),
    ];
    const gradients = [false, ...(options.grad ? [true] : [])];
    for (const { dtype, tolerance } of kinds) {
      for (const grad of gradients) {
        checks.push({
          name: `${name}${grad ? ', gradients' : ''} ${dtype}`,
          reference,
          tolerance,
          values: async () => {
            const xs = shapes.map((shape, i) => w.cast(input(shape, i + 1), dtype));
            const run = (...ys: Tensor[]) => w.cast(f(...ys), 'f32');
            const compiled = w.compile(run);
            if (!grad) return [await compiled(...xs).data()];
            const loss = (ys: Tensor[]) => {
              const y = run(...ys);
              return w.sum(w.mul(y, input([...y.shape], 99)));
            };
            const grads = w.compile((ys: Tensor[]) => w.grad(loss)(ys))(xs);
            return Promise.all(grads.map((g) => w.cast(g, 'f32').data()));
          },
        });
      }
    }
  }

  const matmul = (a: Tensor, b: Tensor) => w.matmul(a, b);
  add(
    'product 33x65x17',
    [
      [33, 65],
      [65, 17],
    ],
    matmul,
    { grad: true },
  );
  add(
    'product batched',
    [
      [3, 20, 40],
      [3, 40, 24],
    ],
    matmul,
    { grad: true },
  );
  const n = sized(512, 64);
  add(
    `product ${n}`,
    [
      [n, n],
      [n, n],
    ],
    matmul,
    { reference: 'cpu' },
  );
  const transposed = (a: Tensor, b: Tensor) => w.matmul(w.transpose(a), w.transpose(b));
  add(
    `product ${n}, transposed`,
    [
      [n, n],
      [n, n],
    ],
    transposed,
    { reference: 'cpu' },
  );
  const long = sized(16384, 512);
  add(
    `product 64x${long}x64`,
    [
      [64, long],
      [long, 64],
    ],
    matmul,
    { reference: 'cpu' },
  );

  const conv = (stride: number, padding: number) => (x: Tensor, k: Tensor) =>
    w.conv2d(x, k, { stride, padding });
  add(
    'conv 3x3',
    [
      [2, 9, 9, 5],
      [3, 3, 5, 7],
    ],
    conv(1, 1),
    { grad: true },
  );
  add(
    'conv 3x3 stride 2',
    [
      [2, 8, 8, 4],
      [3, 3, 4, 8],
    ],
    conv(2, 1),
    { grad: true },
  );
  add(
    'conv 1x1',
    [
      [2, 8, 8, 16],
      [1, 1, 16, 12],
    ],
    conv(1, 0),
    { grad: true },
  );
  const [side, c] = [sized(32, 8), sized(64, 16)];
  add(
    `conv 3x3, ${c} channels`,
    [
      [2, side, side, c],
      [3, 3, c, c],
    ],
    conv(1, 1),
    { reference: 'cpu', grad: true, tolerance: 1e-4 },
  );
  const convTranspose = (x: Tensor, k: Tensor) =>
    w.convTranspose2d(x, k, { stride: 2, padding: 1 });
  add(
    'transposed conv 4x4',
    [
      [2, 5, 5, 6],
      [4, 4, 3, 6],
    ],
    convTranspose,
    { grad: true },
  );

  const heads = [2, 3, sized(130, 20), 16];
  const attention = (q: Tensor, k: Tensor, v: Tensor) => w.attention(q, k, v);
  const causal = (q: Tensor, k: Tensor, v: Tensor) => w.attention(q, k, v, { causal: true });
  add('attention', [heads, heads, heads], attention, { grad: true });
  add('attention, causal', [heads, heads, heads], causal, { grad: true });

  add('softmax', [[37, 1000]], (x) => w.softmax(x), { grad: true });
  add(
    'layer norm',
    [[37, 200], [200], [200]],
    (x, scale, bias) => w.layerNorm(x, { scale, bias }),
    { grad: true },
  );
  add(
    'group norm and silu',
    [[2, 6, 6, 32], [32], [32]],
    (x, scale, bias) => w.silu(w.groupNorm(x, 8, { scale, bias })),
    { grad: true },
  );
  add('sum of many', [[sized(1_000_003, 10_007)]], (x) => w.sum(w.square(x)), { half: false });
  add('chain', [[10_000]], (x) => w.mul(w.geluTanh(w.add(x, 0.25)), w.tanh(x)), { grad: true });
  add(
    'functions',
    [[4000]],
    (x) => w.add(w.exp(x), w.add(w.erf(x), w.mul(w.sin(x), w.cos(x)))),
    {},
  );
  add('cumulative sum', [[50, 300]], (x) => w.cumsum(x, 1), { half: false });
  add('sort', [[20, 257]], (x) => w.sort(x).values, { half: false });
  add(
    'take, and its gradient (scatter-add)',
    [[40, 8]],
    (x) => w.take(x, w.tensor(Int32Array.from({ length: 64 }, (_, i) => (i * 7) % 40)), 0),
    { grad: true, half: false },
  );
  add('random bits', [[1]], () => w.random.uniform(w.random.key(7), [1000]), {
    half: false,
    tolerance: 0,
  });

  const losses = (name: string, spec: Parameters<ReturnType<typeof workloadsOf>>[0]) =>
    checks.push({
      name,
      reference: 'cpu',
      tolerance: 1e-4,
      values: async () => {
        const workload = workloadsOf(w)(spec);
        await workload.run();
        return [[await workload.value()]];
      },
    });
  losses('transformer block train step, loss', transformerBlock(2, 16, 64, 4, true));
  losses('U-Net train step, loss', smallUnet(2, 4, 8, true, 32));
  checks.push({
    name: 'SD U-Net step at a small size',
    reference: 'cpu',
    tolerance: 1e-4,
    values: async () => {
      const model = sdUnet(w, sdTiny);
      let seed = 0;
      const params = await sdParams(w, sdTiny, (shape, scale) => input(shape, seed++, 2 * scale));
      const f = (p: typeof params, x: Tensor, prompt: Tensor) =>
        model.apply(p, x, w.full([1], 500), prompt);
      const prompt = input([1, 7, sdTiny.context], 2);
      return [
        await w
          .compile(f)(params, input([1, 8, 8, 4], 1), prompt)
          .data(),
      ];
    },
  });
  return checks;
}

function errorOf(got: ArrayLike<number>, right: ArrayLike<number>): number {
  let [worst, largest] = [0, 1e-30];
  for (let i = 0; i < right.length; i++) {
    const off = got[i] === right[i] ? 0 : Math.abs(got[i] - right[i]);
    if (Number.isNaN(off)) return Number.POSITIVE_INFINITY;
    worst = Math.max(worst, off);
    largest = Math.max(largest, Math.abs(right[i]));
  }
  return worst / largest;
}

/** Runs the checks whose names `wanted` picks: references first, then all on the GPU. */
export async function runChecks(
  w: Library,
  device: () => Promise<unknown>,
  options: { tiny: boolean; wanted: (name: string) => boolean; note: (line: string) => void },
): Promise<CheckResult[]> {
  const checks = checksOf(w, options.tiny).filter((c) => options.wanted(c.name));
  const right = new Map<Check, ArrayLike<number>[]>();
  for (const reference of ['interpret', 'cpu'] as const) {
    await w.useDevice(reference);
    for (const check of checks.filter((c) => c.reference === reference)) {
      right.set(check, await check.values());
    }
  }
  await device();
  const results: CheckResult[] = [];
  for (const check of checks) {
    const { name, reference, tolerance } = check;
    try {
      const got = await check.values();
      const errors = (right.get(check) ?? []).map((part, i) => errorOf(got[i], part));
      const error = Math.max(...errors);
      results.push({ name, reference, tolerance, error });
    } catch (failure) {
      const text = failure instanceof Error ? failure.message : String(failure);
      results.push({ name, reference, tolerance, failure: text.split('\n')[0].slice(0, 200) });
      await device(); // a program that failed poisons the device
    }
    const { error, failure } = results[results.length - 1];
    const ok = error !== undefined && error <= tolerance;
    options.note(`${ok ? 'ok    ' : 'WRONG '} ${name}: ${failure ?? error?.toExponential(1)}`);
  }
  return results;
}
