// The workloads of harness/specs.ts written with wgrad. Images are given channels last, wgrad's layout;
// they hold the same elements as those of engines that take channels first. The library is an argument,
// so that one process can load any build of it.
import { fill, sizeOf, startingValues } from '../harness/data.ts';
import type { Spec, SpecOf } from '../harness/specs.ts';
import type { Workload } from './serve.ts';
import { networkWorkloads } from './wgrad-networks.ts';

/** The library's module. */
export type Library = typeof import('../../src/index.ts');
type Tensor = import('../../src/index.ts').Tensor;
type Params = Record<string, Tensor>;
type Model = (p: Params, x: Tensor) => Tensor;

const nhwc = [0, 2, 3, 1];
const hwio = [2, 3, 1, 0];

/** Row-major values of `shape` with the axes in the order `axes`. */
function permuted(values: Float32Array<ArrayBuffer>, shape: readonly number[], axes: number[]) {
  const strides = shape.map((_, i) => sizeOf(shape.slice(i + 1)));
  const to = axes.map((a) => shape[a]);
  const steps = axes.map((a) => strides[a]);
  const out = new Float32Array(values.length);
  const at = to.map(() => 0);
  let from = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = values[from];
    for (let d = to.length - 1; d >= 0; d--) {
      from += steps[d];
      if (++at[d] < to[d]) break;
      from -= steps[d] * to[d];
      at[d] = 0;
    }
  }
  return { values: out, shape: to };
}

/** The transformer block on x [b, t, d]; params of `transformerBlock`. */
export function transformerModel(w: Library, H: number): Model {
  const { add, matmul, layerNorm } = w;
  return (p, x) => {
    const d = x.shape[2];
    const third = (qkv: Tensor, i: number) =>
      w.splitHeads(w.slice(qkv, null, null, [i * d, (i + 1) * d]), H);
    const normed = layerNorm(x, { scale: p.ln1g, bias: p.ln1b });
    const qkv = add(matmul(normed, p.wqkv), p.bqkv); // [b, t, 3 d]
    const seen = w.mergeHeads(w.attention(third(qkv, 0), third(qkv, 1), third(qkv, 2)));
    const h = add(x, add(matmul(seen, p.wo), p.bo));
    const inner = layerNorm(h, { scale: p.ln2g, bias: p.ln2b });
    return add(h, add(matmul(w.geluTanh(add(matmul(inner, p.w1), p.b1)), p.w2), p.b2));
  };
}

/** The small U-Net on x [n, s, s, c]; params of `smallUnet`. */
export function unetModel(w: Library): Model {
  const { add, silu, concat } = w;
  const conv = (p: Params, name: string, x: Tensor, stride = 1, padding = 1) =>
    add(w.conv2d(x, p[`${name}.w`], { stride, padding }), p[`${name}.b`]);
  const norm = (p: Params, name: string, x: Tensor) =>
    w.groupNorm(x, 32, { scale: p[`${name}.g`], bias: p[`${name}.b`] });
  const block = (p: Params, name: string, x: Tensor) => {
    let h = conv(p, `${name}.c1`, silu(norm(p, `${name}.n1`, x)));
    h = conv(p, `${name}.c2`, silu(norm(p, `${name}.n2`, h)));
    return add(p[`${name}.sk.w`] ? conv(p, `${name}.sk`, x, 1, 0) : x, h);
  };
  const attend = (p: Params, name: string, x: Tensor) => {
    const [n, height, width, c] = x.shape;
    const flat = [n, height * width, 3 * c];
    const qkv = w.reshape(conv(p, `${name}.qkv`, norm(p, `${name}.n`, x), 1, 0), flat);
    const [q, k, v] = [0, 1, 2].map((i) =>
      w.splitHeads(w.slice(qkv, null, null, [i * c, (i + 1) * c]), 4),
    );
    const seen = w.reshape(w.mergeHeads(w.attention(q, k, v)), x.shape);
    return add(x, conv(p, `${name}.o`, seen, 1, 0));
  };
  const up = (p: Params, name: string, x: Tensor) => conv(p, name, w.upsampleNearest(x, 2));
  return (p, x) => {
    const h0 = block(p, 'd0b', block(p, 'd0a', conv(p, 'in', x)));
    const h1 = block(p, 'd1b', block(p, 'd1a', conv(p, 'dn0', h0, 2)));
    let h = block(p, 'd2a', conv(p, 'dn1', h1, 2));
    h = block(p, 'd2b', attend(p, 'at', h));
    h = block(p, 'u1b', block(p, 'u1a', concat([up(p, 'up1', h), h1], 3)));
    h = block(p, 'u0b', block(p, 'u0a', concat([up(p, 'up0', h), h0], 3)));
    return conv(p, 'out', silu(norm(p, 'out.n', h)));
  };
}

/** Builds the workload of a spec with the library `w` on the device that it uses. */
export function workloadsOf(w: Library): (spec: Spec) => Workload {
  const { add, compile, mul, tensor } = w;
  const random = (shape: number[], seed: number, scale?: number) =>
    tensor(fill(shape, seed, scale), { shape });
  const arranged = (
    values: Float32Array<ArrayBuffer>,
    shape: readonly number[],
    axes: number[],
  ) => {
    const p = permuted(values, shape, axes);
    return tensor(p.values, { shape: p.shape });
  };
  const image = (shape: number[], seed: number, scale?: number) =>
    arranged(fill(shape, seed, scale), shape, nhwc);
  const kernel = (shape: number[], seed: number) => arranged(fill(shape, seed), shape, hwio);
  const constant = (n: number, value: number) =>
    tensor(new Float32Array(n).fill(value), { shape: [n] });

  /** Runs f to the end and keeps the last result; its value is the first element. */
  function runner<A extends unknown[]>(f: (...args: A) => unknown, args: A): Workload {
    let last: Tensor[] = [];
    return {
      async run() {
        const out = w.tree.leaves(f(...args));
        await w.realize(out);
        for (const t of last) t.dispose();
        last = out;
      },
      value: async () => Number((await last[0].data())[0]),
    };
  }

  /** f(...inputs), or with spec.grad the value and all gradients of sum(f(...inputs) * r). */
  function measured(
    spec: { op: string; grad?: boolean },
    f: (...xs: Tensor[]) => Tensor,
    inputs: Tensor[],
    r: () => Tensor,
  ): Workload {
    if (!spec.grad) return runner(compile(f, { name: spec.op }), inputs);
    const loss = (xs: Tensor[], weights: Tensor) => w.sum(mul(f(...xs), weights));
    const both = (xs: Tensor[], weights: Tensor) => w.valueAndGrad(loss)(xs, weights);
    return runner(compile(both, { name: spec.op }), [inputs, r()]);
  }

  /** Steps of AdamW on a loss of parameters, the loss read back; the value is the loss before the first. */
  function trainStep<P>(name: string, params: P, lossOf: (p: P) => Tensor): Workload {
    const tx = w.optim.adamw({ learningRate: 1e-3, weightDecay: 0.01 });
    const step = compile(
      (p: P, moments: ReturnType<typeof tx.init>) => {
        const [loss, grads] = w.valueAndGrad(lossOf)(p);
        const [updates, next] = tx.update(grads, moments, p);
        return { p: w.optim.applyUpdates(p, updates), moments: next, loss };
      },
      { donate: [0, 1], name },
    );
    let state = { p: params, moments: tx.init(params) };
    let first: number | undefined;
    return {
      async run() {
        const { loss, ...next } = step(state.p, state.moments);
        state = next;
        const value = await loss.item();
        loss.dispose();
        first ??= value;
      },
      value: async () => first ?? Number.NaN,
    };
  }

  /** A forward pass, or with spec.train a step of AdamW on the mean squared error, loss read back. */
  function trained(spec: SpecOf<'tblock' | 'unet'>, model: Model, x: Tensor, y: Tensor): Workload {
    const params: Params = {};
    spec.params.forEach((p, i) => {
      const [name, shape] = p;
      const values = startingValues(p, i);
      params[name] =
        shape.length === 4 ? arranged(values, shape, hwio) : tensor(values, { shape: [...shape] });
    });
    if (!spec.train) return runner(compile(model, { name: spec.op }), [params, x]);
    const lossOf = (p: Params) => w.mean(w.square(w.sub(model(p, x), y)));
    return trainStep(spec.op, params, lossOf);
  }

  const builders: { [Op in Spec['op']]: (s: SpecOf<Op>) => Workload } = {
    matmul: (s) => {
      const out = [...s.a.slice(0, -1), s.b.at(-1) ?? 1];
      return measured(s, w.matmul, [random(s.a, 1), random(s.b, 2)], () => random(out, 99));
    },
    ew: (s) => {
      const f = (x: Tensor) => mul(w.geluTanh(add(mul(x, 1.5), 0.25)), w.tanh(x));
      return measured(s, f, [random([s.n], 1, 4)], () => random([s.n], 99));
    },
    sum: (s) => {
      const f = (x: Tensor) => w.sum(s.grad ? w.square(x) : x);
      return measured(s, f, [random(s.x, 1)], () => random([], 99));
    },
    softmax: (s) => {
      const f = (x: Tensor) => w.softmax(x);
      return measured(s, f, [random(s.x, 1)], () => random(s.x, 99));
    },
    layernorm: (s) => {
      const f = (x: Tensor, scale: Tensor, bias: Tensor) => w.layerNorm(x, { scale, bias });
      const inputs = [random(s.x, 1), constant(s.x[1], 1), constant(s.x[1], 0)];
      return measured(s, f, inputs, () => random(s.x, 99));
    },
    conv: (s) => {
      const f = (x: Tensor, k: Tensor) => w.conv2d(x, k, { padding: 1 });
      const out = [s.x[0], s.w[0], s.x[2], s.x[3]];
      return measured(s, f, [image(s.x, 1), kernel(s.w, 2)], () => image(out, 99));
    },
    convt: (s) => {
      const f = (x: Tensor, k: Tensor) => w.convTranspose2d(x, k, { stride: 2, padding: 1 });
      // weights come as [in, out, kh, kw] and are [kh, kw, out, in] here
      const out = [s.x[0], s.w[1], 2 * s.x[2], 2 * s.x[3]];
      return measured(s, f, [image(s.x, 1), kernel(s.w, 2)], () => image(out, 99));
    },
    gnsilu: (s) => {
      const f = (x: Tensor, scale: Tensor, bias: Tensor) =>
        w.silu(w.groupNorm(x, s.groups, { scale, bias }));
      const inputs = [image(s.x, 1), constant(s.x[1], 1), constant(s.x[1], 0)];
      return measured(s, f, inputs, () => image(s.x, 99));
    },
    tblock: (s) => {
      const shape = [s.B, s.T, s.D];
      return trained(s, transformerModel(w, s.H), random(shape, 1, 2), random(shape, 2, 2));
    },
    unet: (s) => {
      const shape = [s.N, s.C, s.S, s.S];
      return trained(s, unetModel(w), image(shape, 1, 2), image(shape, 2, 2));
    },
    ...networkWorkloads(w, trainStep),
    dispatch: (s) => {
      const chain = (start: Tensor) => {
        let x = start;
        for (let i = 0; i < s.ops / 2; i++) x = add(mul(x, 0.999), 0.001);
        return x;
      };
      const start = random([s.n], 1);
      return runner(s.jit ? compile(chain, { name: 'dispatch' }) : chain, [start]);
    },
  };
  return (spec) => (builders[spec.op] as (s: Spec) => Workload)(spec);
}
