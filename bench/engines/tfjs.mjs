// TensorFlow.js as an engine of the benchmark:  node tfjs.mjs <wasm|webgpu> <package.json beside its packages>
// Images are channels last, the layout it is written for. It has no jit, no AdamW and no norms: those
// are composed here of its operations, as its users have to.
import { createRequire } from 'node:module';
import { fill, startingValues } from '../harness/data.ts';
import { navigatorFor } from './navigator.mjs';
import { serve } from './serve.ts';

const [, , variant, home] = process.argv;
const require = createRequire(home); // its Node build is CommonJS

async function create() {
  await navigatorFor(variant, require);
  const tf = require('@tensorflow/tfjs');
  require(`@tensorflow/tfjs-backend-${variant}`);
  if (!(await tf.setBackend(variant))) throw new Error(`TensorFlow.js has no ${variant} here`);
  await tf.ready();

  const random = (shape, seed, scale) => tf.tensor(fill(shape, seed, scale), shape);
  const arranged = (x, axes) => {
    const y = x.transpose(axes);
    x.dispose();
    return y;
  };
  const image = (shape, seed, scale) => arranged(random(shape, seed, scale), [0, 2, 3, 1]);
  const kernel = (shape, seed) => arranged(random(shape, seed), [2, 3, 1, 0]);

  // kernels run at once on wasm; on webgpu a result is there when the queue is empty
  const finish = async () => {
    if (variant !== 'webgpu') return;
    const backend = tf.backend();
    backend.ensureCommandEncoderReady();
    backend.endComputePassEncoder();
    backend.submitQueue();
    await backend.queue.onSubmittedWorkDone();
  };
  function runner(f, first = (out) => out) {
    let last;
    return {
      async run() {
        if (last) tf.dispose(last);
        last = tf.tidy(f);
        await finish();
      },
      value: async () => (await first(last).data())[0],
    };
  }
  function measured(spec, f, inputs, r) {
    if (!spec.grad) return runner(() => f(...inputs));
    const weights = r();
    const both = tf.valueAndGrads((...xs) =>
      f(...xs)
        .mul(weights)
        .sum(),
    );
    return runner(
      () => both(inputs),
      (out) => out.value,
    );
  }

  const gelu = (x) => {
    const inner = x
      .mul(x)
      .mul(0.044715)
      .add(1)
      .mul(x)
      .mul(Math.sqrt(2 / Math.PI));
    return x.mul(0.5).mul(inner.tanh().add(1));
  };
  const silu = (x) => x.mul(x.sigmoid());
  const standardized = (x, axes) => {
    const { mean, variance } = tf.moments(x, axes, true);
    return x.sub(mean).div(variance.add(1e-5).sqrt());
  };
  const layerNorm = (x, scale, bias) => standardized(x, -1).mul(scale).add(bias);
  const groupNorm = (x, groups, scale, bias) => {
    const [n, h, w, c] = x.shape;
    const grouped = x.reshape([n, h * w, groups, c / groups]);
    return standardized(grouped, [1, 3]).reshape(x.shape).mul(scale).add(bias);
  };
  // [q, k, v], each [n, heads, t, c / heads] -> [n, t, c]
  const attention = ([q, k, v]) => {
    const [n, heads, t, size] = q.shape;
    const scores = tf.matMul(q, k, false, true).mul(1 / Math.sqrt(size));
    const seen = tf.matMul(tf.softmax(scores, -1), v);
    return seen.transpose([0, 2, 1, 3]).reshape([n, t, heads * size]);
  };

  function trained(spec, model, x, y) {
    const params = {};
    spec.params.forEach((p, i) => {
      let values = tf.tensor(startingValues(p, i), p[1]);
      if (p[1].length === 4) values = arranged(values, [2, 3, 1, 0]);
      params[p[0]] = tf.variable(values, true, p[0]);
    });
    if (!spec.train) return runner(() => model(params, x));
    const adam = tf.train.adam(1e-3, 0.9, 0.999, 1e-8);
    const decayed = () => {
      for (const p of Object.values(params)) p.assign(p.mul(1 - 1e-3 * 0.01));
    };
    let first;
    return {
      async run() {
        tf.tidy(decayed);
        const loss = adam.minimize(() => model(params, x).sub(y).square().mean(), true);
        await finish();
        const value = (await loss.data())[0];
        loss.dispose();
        first ??= value;
      },
      value: async () => first,
    };
  }

  function transformerBlock(s) {
    const { B, T, D, H } = s;
    const model = (p, x) => {
      const normed = layerNorm(x, p.ln1g, p.ln1b).reshape([B * T, D]);
      const qkv = normed
        .matMul(p.wqkv)
        .add(p.bqkv)
        .reshape([B, T, 3, H, D / H]);
      const seen = attention(tf.unstack(qkv.transpose([2, 0, 3, 1, 4]), 0)).reshape([B * T, D]);
      const h = x.add(seen.matMul(p.wo).add(p.bo).reshape([B, T, D]));
      const inner = layerNorm(h, p.ln2g, p.ln2b).reshape([B * T, D]);
      const out = gelu(inner.matMul(p.w1).add(p.b1)).matMul(p.w2).add(p.b2);
      return h.add(out.reshape([B, T, D]));
    };
    return trained(s, model, random([B, T, D], 1, 2), random([B, T, D], 2, 2));
  }

  function unet(s) {
    const conv = (p, name, x, stride = 1, pad = 1) =>
      tf.conv2d(x, p[`${name}.w`], stride, pad).add(p[`${name}.b`]);
    const norm = (p, name, x) => groupNorm(x, 32, p[`${name}.g`], p[`${name}.b`]);
    const block = (p, name, x) => {
      let h = conv(p, `${name}.c1`, silu(norm(p, `${name}.n1`, x)));
      h = conv(p, `${name}.c2`, silu(norm(p, `${name}.n2`, h)));
      return (p[`${name}.sk.w`] ? conv(p, `${name}.sk`, x, 1, 0) : x).add(h);
    };
    const attend = (p, name, x) => {
      const [n, h, w, c] = x.shape;
      const qkv = conv(p, `${name}.qkv`, norm(p, `${name}.n`, x), 1, 0);
      const split = qkv.reshape([n, h * w, 3, 4, c / 4]).transpose([2, 0, 3, 1, 4]);
      return x.add(conv(p, `${name}.o`, attention(tf.unstack(split, 0)).reshape(x.shape), 1, 0));
    };
    // resizeNearestNeighbor has no gradient on wasm, and tile reads synchronously on webgpu
    const doubled = (x) => {
      const [n, h, w, c] = x.shape;
      const wide = tf.concat([x, x], 3).reshape([n, h, 2 * w * c]);
      return tf.concat([wide, wide], 2).reshape([n, 2 * h, 2 * w, c]);
    };
    const model = (p, x) => {
      const h0 = block(p, 'd0b', block(p, 'd0a', conv(p, 'in', x)));
      const h1 = block(p, 'd1b', block(p, 'd1a', conv(p, 'dn0', h0, 2)));
      let h = block(p, 'd2a', conv(p, 'dn1', h1, 2));
      h = block(p, 'd2b', attend(p, 'at', h));
      h = block(p, 'u1b', block(p, 'u1a', tf.concat([conv(p, 'up1', doubled(h)), h1], -1)));
      h = block(p, 'u0b', block(p, 'u0a', tf.concat([conv(p, 'up0', doubled(h)), h0], -1)));
      return conv(p, 'out', silu(norm(p, 'out.n', h)));
    };
    const shape = [s.N, s.C, s.S, s.S];
    return trained(s, model, image(shape, 1, 2), image(shape, 2, 2));
  }

  const workloads = {
    matmul: (s) => {
      const out = [...s.a.slice(0, -1), s.b.at(-1)];
      const inputs = [random(s.a, 1), random(s.b, 2)];
      return measured(
        s,
        (a, b) => tf.matMul(a, b),
        inputs,
        () => random(out, 99),
      );
    },
    ew: (s) => {
      const f = (x) => gelu(x.mul(1.5).add(0.25)).mul(x.tanh());
      return measured(s, f, [random([s.n], 1, 4)], () => random([s.n], 99));
    },
    sum: (s) => {
      const f = (x) => (s.grad ? x.square() : x).sum();
      return measured(s, f, [random(s.x, 1)], () => random([], 99));
    },
    softmax: (s) => {
      const f = (x) => tf.softmax(x, -1);
      return measured(s, f, [random(s.x, 1)], () => random(s.x, 99));
    },
    layernorm: (s) => {
      const inputs = [random(s.x, 1), tf.ones([s.x[1]]), tf.zeros([s.x[1]])];
      return measured(s, layerNorm, inputs, () => random(s.x, 99));
    },
    conv: (s) => {
      const f = (x, w) => tf.conv2d(x, w, 1, 1);
      const out = [s.x[0], s.w[0], s.x[2], s.x[3]];
      return measured(s, f, [image(s.x, 1), kernel(s.w, 2)], () => image(out, 99));
    },
    convt: (s) => {
      const [n, height, width, c] = [s.x[0], 2 * s.x[2], 2 * s.x[3], s.w[1]];
      const f = (x, w) => tf.conv2dTranspose(x, w, [n, height, width, c], 2, 'same');
      const inputs = [image(s.x, 1), kernel(s.w, 2)];
      return measured(s, f, inputs, () => image([n, c, height, width], 99));
    },
    gnsilu: (s) => {
      const f = (x, scale, bias) => silu(groupNorm(x, s.groups, scale, bias));
      const inputs = [image(s.x, 1), tf.ones([s.x[1]]), tf.zeros([s.x[1]])];
      return measured(s, f, inputs, () => image(s.x, 99));
    },
    tblock: transformerBlock,
    unet,
    dispatch: (s) => {
      if (s.jit) throw new Error('TensorFlow.js has no jit');
      const [start, a, b] = [random([s.n], 1), tf.scalar(0.999), tf.scalar(0.001)];
      return runner(() => {
        let x = start;
        for (let i = 0; i < s.ops / 2; i++) x = x.mul(a).add(b);
        return x;
      });
    },
  };
  return { version: `tfjs ${tf.version.tfjs}`, workload: (spec) => workloads[spec.op](spec) };
}

await serve(create);
