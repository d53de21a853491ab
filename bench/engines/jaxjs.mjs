// jax-js as an engine of the benchmark:  node jaxjs.mjs <wasm|webgpu> <package.json beside its package>
// Its arrays are owned: an operation consumes its operands, `.ref` keeps one. Images are channels
// first. In Node, WebGPU comes from the package `webgpu` (Dawn) through a `navigator` of our making.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { fill, startingValues } from '../harness/data.ts';
import { navigatorFor } from './navigator.mjs';
import { serve } from './serve.ts';

const [, , variant, home] = process.argv;
const require = createRequire(home);

async function create() {
  await navigatorFor(variant, require);
  const entry = require.resolve('@jax-js/jax');
  const jax = await import(pathToFileURL(entry).href);
  const { numpy: np, nn, lax, jit, valueAndGrad, tree } = jax;
  if (!(await jax.init(variant)).includes(variant))
    throw new Error(`jax-js has no ${variant} here`);
  jax.defaultDevice(variant);

  const array = (values, shape) => np.array(values, { shape });
  const random = (shape, seed, scale) => array(fill(shape, seed, scale), shape);

  function runner(f, args, first = (out) => out) {
    let last;
    return {
      async run() {
        const out = f(...args.map((a) => tree.ref(a)));
        await jax.blockUntilReady(out);
        if (last) tree.dispose(last);
        last = out;
      },
      value: async () => (await first(last).ref.data())[0],
    };
  }

  function measured(spec, f, inputs, outShape) {
    if (!spec.grad) return runner(jit(f), inputs);
    const loss = (...xs) =>
      f(...xs.slice(0, -1))
        .mul(xs.at(-1))
        .sum();
    const both = jit(valueAndGrad(loss, { argnums: inputs.map((_, i) => i) }));
    return runner(both, [...inputs, random(outShape, 99)], ([value]) => value);
  }

  const standardized = (x) => {
    const centered = x.ref.sub(x.mean(-1, { keepdims: true }));
    const variance = np.square(centered.ref).mean(-1, { keepdims: true });
    return centered.div(np.sqrt(variance.add(1e-5)));
  };
  const layerNorm = (x, scale, bias) => standardized(x).mul(scale).add(bias);
  const perChannel = (v) => v.reshape([1, -1, 1, 1]);
  const groupNorm = (x, groups, scale, bias) => {
    const shape = x.shape;
    const grouped = x.reshape([shape[0], groups, -1]);
    return standardized(grouped).reshape(shape).mul(perChannel(scale)).add(perChannel(bias));
  };
  const conv2d = (x, w, stride = 1, pad = 1) =>
    lax.conv(
      x,
      w,
      [stride, stride],
      [
        [pad, pad],
        [pad, pad],
      ],
    );

  // one jitted (params, m, v, t, x, y) -> [params, m, v, loss]: AdamW by hand
  function trained(spec, model, x, y) {
    let p = {};
    spec.params.forEach((parameter, i) => {
      p[parameter[0].replaceAll('.', '_')] = array(startingValues(parameter, i), parameter[1]);
    });
    if (!spec.train) return runner(jit(model), [p, x]);
    const [lr, decay, b1, b2] = [1e-3, 0.01, 0.9, 0.999];
    const both = valueAndGrad((params, x, y) => np.square(model(params, x).sub(y)).mean());
    const step = jit((params, m, v, t, x, y) => {
      const [loss, grads] = both(tree.ref(params), x, y);
      const c1 = np.subtract(1, np.power(b1, t.ref));
      const c2 = np.subtract(1, np.power(b2, t));
      const [p2, m2, v2] = [{}, {}, {}];
      for (const k of Object.keys(params)) {
        m2[k] = m[k].mul(b1).add(grads[k].ref.mul(1 - b1));
        v2[k] = v[k].mul(b2).add(np.square(grads[k]).mul(1 - b2));
        const root = np.sqrt(v2[k].ref.div(c2.ref)).add(1e-8);
        p2[k] = params[k].mul(1 - lr * decay).sub(m2[k].ref.div(c1.ref).div(root).mul(lr));
      }
      c1.dispose();
      c2.dispose();
      return [p2, m2, v2, loss];
    });
    let [m, v, t, first] = [{}, {}, 0, undefined];
    for (const k of Object.keys(p)) {
      m[k] = np.zeros(p[k].shape);
      v[k] = np.zeros(p[k].shape);
    }
    return {
      async run() {
        let loss;
        [p, m, v, loss] = step(p, m, v, np.array(++t), x.ref, y.ref);
        await jax.blockUntilReady([p, loss]);
        const value = (await loss.data())[0];
        first ??= value;
      },
      value: async () => first,
    };
  }

  function transformerBlock(s) {
    const { B, T, D, H } = s;
    const size = D / H;
    const model = (p, x) => {
      const h = layerNorm(x.ref, p.ln1g, p.ln1b).reshape([B * T, D]);
      const qkv = np
        .matmul(h, p.wqkv)
        .add(p.bqkv)
        .reshape([B, T, 3, H, size])
        .transpose([2, 0, 3, 1, 4]);
      const [q, k, v] = [0, 1, 2].map((i) => qkv.ref.slice(i));
      qkv.dispose();
      const scores = np.matmul(q, k.transpose([0, 1, 3, 2])).mul(1 / Math.sqrt(size));
      const seen = np
        .matmul(nn.softmax(scores, -1), v)
        .transpose([0, 2, 1, 3])
        .reshape([B * T, D]);
      x = x.add(np.matmul(seen, p.wo).add(p.bo).reshape([B, T, D]));
      const inner = layerNorm(x.ref, p.ln2g, p.ln2b).reshape([B * T, D]);
      const out = np.matmul(nn.gelu(np.matmul(inner, p.w1).add(p.b1)), p.w2).add(p.b2);
      return x.add(out.reshape([B, T, D]));
    };
    return trained(s, model, random([B, T, D], 1, 2), random([B, T, D], 2, 2));
  }

  function unet(s) {
    const conv = (p, name, x, stride = 1, pad = 1) =>
      conv2d(x, p[`${name}_w`], stride, pad).add(perChannel(p[`${name}_b`]));
    const norm = (p, name, x) => groupNorm(x, 32, p[`${name}_g`], p[`${name}_b`]);
    const block = (p, name, x) => {
      let h = conv(p, `${name}_c1`, nn.silu(norm(p, `${name}_n1`, x.ref)));
      h = conv(p, `${name}_c2`, nn.silu(norm(p, `${name}_n2`, h)));
      return (p[`${name}_sk_w`] ? conv(p, `${name}_sk`, x, 1, 0) : x).add(h);
    };
    const attend = (p, name, x) => {
      const [n, c, h, w] = x.shape;
      const normed = norm(p, `${name}_n`, x.ref);
      const qkv = conv(p, `${name}_qkv`, normed, 1, 0).reshape([n, 3, 4, c / 4, h * w]);
      const [q, k, v] = [0, 1, 2].map((i) => qkv.ref.slice([], i));
      qkv.dispose();
      const scores = np.matmul(q.transpose([0, 1, 3, 2]), k).mul(1 / Math.sqrt(c / 4));
      const seen = np.matmul(nn.softmax(scores, -1), v.transpose([0, 1, 3, 2]));
      return x.add(conv(p, `${name}_o`, seen.transpose([0, 1, 3, 2]).reshape([n, c, h, w]), 1, 0));
    };
    const doubled = (x) => {
      const [n, c, h, w] = x.shape;
      const spread = np.broadcastTo(x.reshape([n, c, h, 1, w, 1]), [n, c, h, 2, w, 2]);
      return spread.reshape([n, c, 2 * h, 2 * w]);
    };
    const model = (p, x) => {
      const h0 = block(p, 'd0b', block(p, 'd0a', conv(p, 'in', x)));
      const h1 = block(p, 'd1b', block(p, 'd1a', conv(p, 'dn0', h0.ref, 2)));
      let h = block(p, 'd2a', conv(p, 'dn1', h1.ref, 2));
      h = block(p, 'd2b', attend(p, 'at', h));
      h = block(p, 'u1b', block(p, 'u1a', np.concatenate([conv(p, 'up1', doubled(h)), h1], 1)));
      h = block(p, 'u0b', block(p, 'u0a', np.concatenate([conv(p, 'up0', doubled(h)), h0], 1)));
      return conv(p, 'out', nn.silu(norm(p, 'out_n', h)));
    };
    const shape = [s.N, s.C, s.S, s.S];
    return trained(s, model, random(shape, 1, 2), random(shape, 2, 2));
  }

  const transposed = { transposeKernel: true };
  const ones = [
    [1, 1],
    [1, 1],
  ];
  const workloads = {
    matmul: (s) => {
      const out = [...s.a.slice(0, -1), s.b.at(-1)];
      return measured(s, (a, b) => np.matmul(a, b), [random(s.a, 1), random(s.b, 2)], out);
    },
    ew: (s) => {
      const f = (x) => nn.gelu(x.ref.mul(1.5).add(0.25)).mul(np.tanh(x));
      return measured(s, f, [random([s.n], 1, 4)], [s.n]);
    },
    sum: (s) => measured(s, (x) => (s.grad ? np.square(x) : x).sum(), [random(s.x, 1)], []),
    softmax: (s) => measured(s, (x) => nn.softmax(x, -1), [random(s.x, 1)], s.x),
    layernorm: (s) => {
      const inputs = [random(s.x, 1), np.ones([s.x[1]]), np.zeros([s.x[1]])];
      return measured(s, layerNorm, inputs, s.x);
    },
    conv: (s) => {
      const out = [s.x[0], s.w[0], s.x[2], s.x[3]];
      return measured(s, (x, w) => conv2d(x, w), [random(s.x, 1), random(s.w, 2)], out);
    },
    convt: (s) => {
      const f = (x, w) => lax.convTranspose(x, w, [2, 2], ones, transposed);
      const out = [s.x[0], s.w[1], 2 * s.x[2], 2 * s.x[3]];
      return measured(s, f, [random(s.x, 1), random(s.w, 2)], out);
    },
    gnsilu: (s) => {
      const f = (x, scale, bias) => nn.silu(groupNorm(x, s.groups, scale, bias));
      return measured(s, f, [random(s.x, 1), np.ones([s.x[1]]), np.zeros([s.x[1]])], s.x);
    },
    tblock: transformerBlock,
    unet,
    dispatch: (s) => {
      const chain = (x) => {
        for (let i = 0; i < s.ops / 2; i++) x = x.mul(0.999).add(0.001);
        return x;
      };
      return runner(s.jit ? jit(chain) : chain, [random([s.n], 1)]);
    },
  };
  const { version } = JSON.parse(readFileSync(entry.replace(/dist[\\/].*$/, 'package.json')));
  return { version: `jax-js ${version}`, workload: (spec) => workloads[spec.op](spec) };
}

await serve(create);
