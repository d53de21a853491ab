import { test } from 'vitest';
import { createWebGPUBackend } from '../../src/backends/webgpu/webgpu-backend.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { nest, runKernel } from './support.ts';
test('x', async () => {
  const backend = await createWebGPUBackend();
  const v = Float32Array.from([-2,-0.5,-0.1, 0.1, 0.5, 0.8, 0.95, 1.5, 2.5, 3.3, 4.2, 6]);
  const n = v.length;
  ir.resetExpressions();
  const x = ir.load(0, ix.axis('i0', n), 'f32');
  const e = ir.unary('erf', x), t = ir.tanh(e);
  const t2 = ir.tanh(x), t3 = ir.tanh(ir.tanh(x));
  const m = ir.tanh(ir.max(ir.unary('sin', ir.min(x, t)), x));
  const one = async (r: ir.Expr[]) => {
    const k = nest({ axes: [n], results: r, inputs: ['f32'], outputs: r.map(() => 'f32' as const), inputSizes: [n] });
    for (const g of await runKernel(backend, k, [v], r.map(() => n))) console.log(...g);
  };
  await one([e]); await one([t]); await one([t2]); await one([t3]); await one([m]);
});
