// Memory that plans and loops need: back-propagation through a whole sampler fits into the memory of one step
// and the latents, and a training loop of two hundred steps grows by nothing, the process included.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { checkpoint } from '../../src/autodiff/checkpoint.ts';
import { valueAndGrad } from '../../src/autodiff/transforms.ts';
import { planProgram } from '../../src/compiler/plan.ts';
import { ddimCoefficients, ddimMean } from '../../src/diffusion/schedulers/ddim.ts';
import { unet2DConditionModel } from '../../src/models/unet-2d-condition.ts';
import { topologicalOrder } from '../../src/tensor/graph.ts';
import { full, placeholder } from '../../src/tensor/ops/create.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves, map } from '../../src/tensor/tree.ts';

const f32 = (...shape: number[]): Tensor => placeholder({ shape, dtype: 'f32' });

const net = unet2DConditionModel({
  ...{ block_out_channels: [16], layers_per_block: 1, norm_num_groups: 4, attention_head_dim: 4 },
  ...{ down_block_types: ['CrossAttnDownBlock2D'], up_block_types: ['CrossAttnUpBlock2D'] },
  cross_attention_dim: 128,
});
const params = map(net.init(ops.random.key(0)), (t) => placeholder(t));
const [batch, size] = [8, 16];
const latent = f32(batch, size, size, 4);
const states = f32(batch, 6, 128);

// One DDIM step. What differs between steps comes as operands, so all steps are one plan.
const one = checkpoint((p: typeof params, x: Tensor, c: Record<string, Tensor>): Tensor => {
  const eps = net.apply(p, x, ops.broadcastTo(c.time, [batch]), states);
  const clean = ops.div(ops.sub(x, ops.mul(eps, c.sigma)), c.alpha);
  return ddimMean(clean, eps, { x0: c.x0, eps: c.eps });
});

// Gradient of what comes out of `steps` steps, each of them a call.
function sampler(steps: number): { peak: number; latents: number } {
  const noise = (t: number) => ({ alpha: Math.cos(t * 1.5), sigma: Math.sin(t * 1.5) });
  const [loss, grads] = valueAndGrad((p: typeof params) => {
    let x: Tensor = latent;
    for (let k = steps - 1; k >= 0; k--) {
      const time = (k + 1) / steps;
      const from = noise(time);
      const numbers = { ...ddimCoefficients(from, noise(k / steps)), ...from, time };
      const c = Object.fromEntries(Object.entries(numbers).map(([k, v]) => [k, full([], v)]));
      x = one(p, x, c);
    }
    return ops.mean(ops.square(x));
  })(params);
  const outputs = [loss, ...leaves(grads)];
  const given = [...leaves(params), latent, states];
  const known = new Set(given);
  const data = topologicalOrder(outputs, (t) => known.has(t)).filter((t) => t.host);
  const program = planProgram(
    { inputs: [...given, ...data], outputs },
    {
      capabilities: {
        bytes: () => 4,
        alignment: 256,
        maxInputs: 24,
        supports: (k) => k.kind === 'special' && k.spec.kind !== 'attention',
      },
      name: 'sampler',
      donate: new Set(),
    },
  );
  const results = program.slots.reduce((n, s) => n + (s.kind === 'output' ? s.bytes : 0), 0);
  return { peak: program.tempBytes + results, latents: steps * latent.size * 4 };
}

describe('memory', () => {
  it('of back-propagation through 50 sampling steps is that of one step and the latents', () => {
    const one = sampler(1);
    const ten = sampler(10);
    const fifty = sampler(50);
    expect(fifty.peak - fifty.latents).toBeLessThanOrEqual(1.15 * one.peak);
    // and it grows by the latents at most
    expect(fifty.peak - ten.peak).toBeLessThanOrEqual(40 * latent.size * 4);
  });

  it('of a process does not grow over 200 training steps', () => {
    const program = `
      import { compile, layerNorm, matmul, mean, optim, random, realize, square, sub, useDevice,
        valueAndGrad } from './src/index.ts';
      await useDevice('cpu');
      const [x, y] = [1, 2].map((k) => random.normal(random.key(k), [64, 128]));
      const tx = optim.adamw({ learningRate: 1e-3 });
      const step = compile((p, opt) => {
        const f = (q) => mean(square(sub(matmul(layerNorm(matmul(x, q.a)), q.b), y)));
        const [loss, g] = valueAndGrad(f)(p);
        const [u, next] = tx.update(g, opt, p);
        return [optim.applyUpdates(p, u), next, loss];
      }, { donate: [0, 1] });
      let p = { a: random.normal(random.key(3), [128, 256]), b: random.normal(random.key(4), [256, 128]) };
      let opt = tx.init(p);
      await realize(p, opt, x, y);
      const rss = [];
      for (let k = 0; k <= 200; k++) {
        let loss;
        [p, opt, loss] = step(p, opt);
        await loss.item();
        loss.dispose();
        if (k === 20 || k === 200) {
          globalThis.gc();
          await new Promise((r) => setTimeout(r, 20));
          rss.push(process.memoryUsage().rss);
        }
      }
      console.log(JSON.stringify(rss));
    `;
    const child = spawnSync(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', program],
      { encoding: 'utf8' },
    );
    expect(child.stderr).toBe('');
    const [early, late] = JSON.parse(child.stdout) as number[];
    expect(late / early).toBeLessThan(1.05);
  });
});
