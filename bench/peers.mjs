// The library as an engine of the peer benchmark (../shared/peers, whose README describes the
// workloads): every workload of its specs.json on the built bundle, so run `npm run build` first.
// Variants: cpu, webgpu. Images are given channels last here, which is wgrad's layout; values are the
// same elements as those of the engines that take channels first.
//
//   WGRAD_ENGINE=<this file> node run.mjs --engines wgrad-cpu,jaxjs-wasm --workloads mm_1024,tblock
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const distribution = process.env.WGRAD_DIST ?? new URL('../dist/index.js', import.meta.url);
const wgrad = await import(`${distribution}`);
// the inputs of all engines come from the benchmark's own generator; it runs in the benchmark's folder
const { fill, initParam } = await import(pathToFileURL(path.resolve('lib/data.mjs')).href);

const {
  add,
  attention,
  compile,
  concat,
  conv2d,
  convTranspose2d,
  geluTanh,
  groupNorm,
  layerNorm,
  matmul,
  mean,
  mergeHeads,
  mul,
  optim,
  realize,
  reshape,
  silu,
  slice,
  softmax,
  splitHeads,
  square,
  sub,
  sum,
  tanh,
  tensor,
  upsampleNearest,
  useDevice,
  valueAndGrad,
} = wgrad;

const size = (shape) => shape.reduce((a, b) => a * b, 1);

/** Row-major values of `shape` with their axes in the order `axes`. */
function permuted(values, shape, axes) {
  const strides = shape.map((_, i) => size(shape.slice(i + 1)));
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
  return tensor(out, { shape: to });
}

const nhwc = [0, 2, 3, 1];
const hwio = [2, 3, 1, 0];
const random = (shape, seed, scale) => tensor(fill(shape, seed, scale), { shape });
const image = (shape, seed, scale) => permuted(fill(shape, seed, scale), shape, nhwc);
const constant = (n, value) => tensor(new Float32Array(n).fill(value), { shape: [n] });

const disposeAll = (tree) => {
  for (const t of Array.isArray(tree) ? tree.flat(Number.POSITIVE_INFINITY) : [tree]) t.dispose();
};

/** Runs `f(...args)` to the end, keeping the last result; its value is the first element. */
function runner(f, args) {
  let last;
  return {
    async run() {
      const out = f(...args);
      await realize(out);
      if (last) disposeAll(last);
      last = out;
    },
    async value() {
      return (await (Array.isArray(last) ? last[0] : last).data())[0];
    },
  };
}

/** f(...inputs), or with spec.grad the value and all gradients of sum(f(...inputs) * r). */
function measured(spec, f, inputs, r) {
  if (!spec.grad) return runner(compile(f, { name: spec.op }), inputs);
  const loss = (xs, weights) => sum(mul(f(...xs), weights));
  const both = compile((xs, weights) => valueAndGrad(loss)(xs, weights), { name: spec.op });
  return runner(both, [inputs, r()]);
}

/** A forward pass, or with spec.train a step of AdamW on the mean squared error, loss read back. */
function trained(spec, model, params, x, y) {
  if (!spec.train) return runner(compile(model, { name: spec.op }), [params, x]);
  const tx = optim.adamw({ learningRate: 1e-3, weightDecay: 0.01 });
  const lossOf = (p) => mean(square(sub(model(p, x), y)));
  const step = compile(
    (p, opt) => {
      const [loss, grads] = valueAndGrad(lossOf)(p);
      const [updates, next] = tx.update(grads, opt, p);
      return [optim.applyUpdates(p, updates), next, loss];
    },
    { donate: [0, 1], name: spec.op },
  );
  let state = [params, tx.init(params)];
  let first;
  return {
    async run() {
      const [p, opt, loss] = step(...state);
      state = [p, opt];
      const value = await loss.item();
      loss.dispose();
      first ??= value;
    },
    async value() {
      return first;
    },
  };
}

function parameters(spec) {
  const params = {};
  spec.params.forEach((p, i) => {
    const [name, shape] = p;
    const values = initParam(p, 100 + i);
    params[name] = shape.length === 4 ? permuted(values, shape, hwio) : tensor(values, { shape });
  });
  return params;
}

function transformerBlock(spec) {
  const { B, T, D, H } = spec;
  const third = (qkv, i) => splitHeads(slice(qkv, null, null, [i * D, (i + 1) * D]), H);
  const model = (p, x) => {
    const normed = layerNorm(x, { scale: p.ln1g, bias: p.ln1b });
    const qkv = add(matmul(normed, p.wqkv), p.bqkv); // [b, t, 3 d]
    const seen = mergeHeads(attention(third(qkv, 0), third(qkv, 1), third(qkv, 2)));
    const h = add(x, add(matmul(seen, p.wo), p.bo));
    const inner = layerNorm(h, { scale: p.ln2g, bias: p.ln2b });
    return add(h, add(matmul(geluTanh(add(matmul(inner, p.w1), p.b1)), p.w2), p.b2));
  };
  return trained(spec, model, parameters(spec), random([B, T, D], 1, 2), random([B, T, D], 2, 2));
}

function unet(spec) {
  const { N, C, S } = spec;
  const conv = (p, name, x, stride = 1, padding = 1) =>
    add(conv2d(x, p[`${name}.w`], { stride, padding }), p[`${name}.b`]);
  const norm = (p, name, x) => groupNorm(x, 32, { scale: p[`${name}.g`], bias: p[`${name}.b`] });
  const block = (p, name, x) => {
    let h = conv(p, `${name}.c1`, silu(norm(p, `${name}.n1`, x)));
    h = conv(p, `${name}.c2`, silu(norm(p, `${name}.n2`, h)));
    return add(p[`${name}.sk.w`] ? conv(p, `${name}.sk`, x, 1, 0) : x, h);
  };
  const attend = (p, name, x) => {
    const [n, h, w, c] = x.shape;
    const qkv = reshape(conv(p, `${name}.qkv`, norm(p, `${name}.n`, x), 1, 0), [n, h * w, 3 * c]);
    const [q, k, v] = [0, 1, 2].map((i) =>
      splitHeads(slice(qkv, null, null, [i * c, (i + 1) * c]), 4),
    );
    return add(x, conv(p, `${name}.o`, reshape(mergeHeads(attention(q, k, v)), x.shape), 1, 0));
  };
  const up = (p, name, x) => conv(p, name, upsampleNearest(x, 2));
  const model = (p, x) => {
    const start = conv(p, 'in', x);
    const h0 = block(p, 'd0b', block(p, 'd0a', start));
    const h1 = block(p, 'd1b', block(p, 'd1a', conv(p, 'dn0', h0, 2)));
    let h = block(p, 'd2a', conv(p, 'dn1', h1, 2));
    h = block(p, 'd2b', attend(p, 'at', h));
    h = block(p, 'u1b', block(p, 'u1a', concat([up(p, 'up1', h), h1], 3)));
    h = block(p, 'u0b', block(p, 'u0a', concat([up(p, 'up0', h), h0], 3)));
    return conv(p, 'out', silu(norm(p, 'out.n', h)));
  };
  const shape = [N, C, S, S];
  return trained(spec, model, parameters(spec), image(shape, 1, 2), image(shape, 2, 2));
}

function dispatch(spec) {
  const chain = (start) => {
    let x = start;
    for (let i = 0; i < spec.ops / 2; i++) x = add(mul(x, 0.999), 0.001);
    return x;
  };
  return runner(spec.jit ? compile(chain, { name: 'dispatch' }) : chain, [random([spec.n], 1)]);
}

const workloads = {
  matmul: (s) => {
    const out = [...s.a.slice(0, -1), s.b.at(-1)];
    return measured(s, matmul, [random(s.a, 1), random(s.b, 2)], () => random(out, 99));
  },
  ew: (s) => {
    const f = (x) => mul(geluTanh(add(mul(x, 1.5), 0.25)), tanh(x));
    return measured(s, f, [random([s.n], 1, 4)], () => random([s.n], 99));
  },
  sum: (s) => {
    const f = (x) => sum(s.grad ? square(x) : x);
    return measured(s, f, [random(s.x, 1)], () => random([], 99));
  },
  softmax: (s) =>
    measured(
      s,
      (x) => softmax(x),
      [random(s.x, 1)],
      () => random(s.x, 99),
    ),
  layernorm: (s) => {
    const f = (x, scale, bias) => layerNorm(x, { scale, bias });
    const inputs = [random(s.x, 1), constant(s.x[1], 1), constant(s.x[1], 0)];
    return measured(s, f, inputs, () => random(s.x, 99));
  },
  conv: (s) => {
    const f = (x, w) => conv2d(x, w, { padding: 1 });
    const inputs = [image(s.x, 1), permuted(fill(s.w, 2), s.w, hwio)];
    return measured(s, f, inputs, () => image([s.x[0], s.w[0], s.x[2], s.x[3]], 99));
  },
  convt: (s) => {
    const f = (x, w) => convTranspose2d(x, w, { stride: 2, padding: 1 });
    // weights come as [in, out, kh, kw] and are [kh, kw, out, in] here
    const inputs = [image(s.x, 1), permuted(fill(s.w, 2), s.w, hwio)];
    return measured(s, f, inputs, () => image([s.x[0], s.w[1], 2 * s.x[2], 2 * s.x[3]], 99));
  },
  gnsilu: (s) => {
    const f = (x, scale, bias) => silu(groupNorm(x, s.groups, { scale, bias }));
    const inputs = [image(s.x, 1), constant(s.x[1], 1), constant(s.x[1], 0)];
    return measured(s, f, inputs, () => image(s.x, 99));
  },
  tblock: transformerBlock,
  unet,
  dispatch,
};

/** The engine of the peer benchmark for `cpu` or `webgpu`. */
export async function create(variant) {
  if (variant === 'cpu-mt') throw new Error('the CPU backend has one thread');
  await useDevice(variant);
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return {
    version: `wgrad ${version}`,
    counters: () => ({ numTensors: wgrad.memory?.().tensors }),
    workload: (_, spec) => {
      if (!workloads[spec.op]) throw new Error(`there is no workload ${spec.op} here`);
      return workloads[spec.op](spec);
    },
  };
}
