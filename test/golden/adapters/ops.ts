// Cases of the group `ops`: one PyTorch call with its outputs and the gradients of a projection of them.
import { vjp } from '../../../src/autodiff/transforms.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor } from '../../../src/tensor/tensor.ts';
import type { GoldenCase } from '../golden.ts';
import { roleOf } from '../golden.ts';
import type { Adapter, Results } from '../suite.ts';
import { type Keywords, type Returned, torchFunctions } from './torch-functions.ts';

type Named = Record<string, Tensor>;

// '$x' is the input x, also inside lists; null is a tensor that is not given
function resolve(value: unknown, inputs: Named): unknown {
  if (typeof value === 'string' && value.startsWith('$')) return inputs[value.slice(1)];
  return Array.isArray(value) ? value.map((v) => resolve(v, inputs)) : value;
}

function index(c: GoldenCase, inputs: Named): ops.IndexPart[] {
  type Slice = { start: number | null; stop: number | null; step: number | null };
  return (c.index as unknown[]).map((part): ops.IndexPart => {
    if (part === null || part === '...' || typeof part === 'number') return part as ops.IndexPart;
    if (typeof part === 'string') return inputs[part.slice(1)];
    const { start, stop, step } = part as Slice;
    return { start: start ?? undefined, stop: stop ?? undefined, step: step ?? undefined };
  });
}

function apply(c: GoldenCase, inputs: Named): Named {
  if (c.op === 'getitem') return { y: ops.at(inputs.x, index(c, inputs)) };
  const f = torchFunctions[c.op as string];
  const all = resolve(c.args ?? [], inputs) as unknown[];
  const keywords = Object.fromEntries(
    Object.entries(c.kwargs ?? {}).map(([k, v]) => [k, resolve(v, inputs)]),
  ) as Keywords;
  const tensors = all.filter((a): a is Tensor => a instanceof Tensor);
  return named(f(tensors, keywords, all));
}

function named(out: Returned): Named {
  if (out instanceof Tensor) return { y: out };
  if (Array.isArray(out)) return Object.fromEntries(out.map((t, i) => [`y${i}`, t]));
  return { ...(out as { values: Tensor; indices: Tensor }) };
}

/** Computes a case of `ops`. */
export const opsAdapter: Adapter = (c, golden): Results | undefined => {
  if (!c.op || !(c.op === 'getitem' || c.op in torchFunctions)) return undefined;
  const inputs = roleOf(golden, c.inputs);
  const wanted = Object.keys(c.grads ?? {});
  if (wanted.length === 0) return { outputs: apply(c, inputs) };
  const proj = roleOf(golden, c.proj);
  const scalar = Object.keys(proj).length === 0; // the loss is the output itself
  const x = Object.fromEntries(wanted.map((k) => [k, inputs[k]]));
  const [outputs, pull] = vjp((p: Named) => apply(c, { ...inputs, ...p }), x);
  const cts = Object.fromEntries(
    Object.entries(outputs).map(([k, y]) => [
      k,
      scalar ? ops.onesLike(y) : (proj[k] ?? ops.zerosLike(y)),
    ]),
  );
  return { outputs, grads: pull(cts) };
};
