// Cases of the group `ops`: one PyTorch call with its outputs and the gradients of a projection of them.
import { vjp } from '../../../src/autodiff/transforms.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor } from '../../../src/tensor/tensor.ts';
import {
  type Adapter,
  type Golden,
  type GoldenCase,
  type Results,
  Unsupported,
} from '../contract.ts';
import { roleOf } from '../golden.ts';
import { cotangents } from './cotangents.ts';
import { call, type Returned } from './torch-call.ts';
import { torchFunction } from './torch-functions.ts';

type Named = Record<string, Tensor>;
type Call = (inputs: Named) => Named;

// '$x' is the input x, also inside lists; null is an argument that is not given
function resolve(value: unknown, inputs: Named): unknown {
  if (typeof value === 'string' && value.startsWith('$')) {
    const input = inputs[value.slice(1)];
    if (!input) throw new Error(`the case has no input ${value}`);
    return input;
  }
  return Array.isArray(value) ? value.map((v) => resolve(v, inputs)) : value;
}

// positions of the trues of a mask, one tensor for each of its axes; a mask is a constant of the case
function positionsOf(values: ArrayLike<number>, shape: readonly number[]): Tensor[] {
  const found: number[][] = shape.map(() => []);
  for (let i = 0; i < values.length; i++) {
    if (!values[i]) continue;
    for (let d = shape.length - 1, rest = i; d >= 0; d--) {
      found[d].push(rest % shape[d]);
      rest = Math.floor(rest / shape[d]);
    }
  }
  return found.map((at) => ops.tensor(Int32Array.from(at)));
}

const masked = (c: GoldenCase, golden: Golden, name: string): Tensor[] => {
  const stored = c.inputs?.[name] as string;
  return positionsOf(golden.values(stored), golden.shape(stored));
};

// parts of x[...]: numbers, null, '...', slices, '$i' for integer or boolean tensors
function index(c: GoldenCase, golden: Golden, inputs: Named): ops.IndexPart[] {
  type Slice = { start: number | null; stop: number | null; step: number | null };
  const parts = Array.isArray(c.index) ? c.index : [c.index];
  return parts.flatMap((part: unknown): ops.IndexPart[] => {
    if (typeof part === 'string' && part.startsWith('$')) {
      const name = part.slice(1);
      return inputs[name].dtype === 'bool' ? masked(c, golden, name) : [inputs[name]];
    }
    if (part === null || part === '...' || typeof part === 'number') return [part];
    if (Array.isArray(part)) return [ops.tensor(Int32Array.from(part))];
    if (typeof part !== 'object') throw new Unsupported(`the index ${JSON.stringify(part)}`);
    const { start, stop, step } = part as Slice;
    return [{ start: start ?? undefined, stop: stop ?? undefined, step: step ?? undefined }];
  });
}

function named(out: Returned): Named {
  if (out instanceof Tensor) return { y: out };
  if (Array.isArray(out)) return Object.fromEntries(out.map((t, i) => [`y${i}`, t]));
  return { ...(out as { values: Tensor; indices: Tensor }) };
}

function callOf(c: GoldenCase, golden: Golden): Call | undefined {
  if (c.op === 'getitem') return (inputs) => ({ y: ops.at(inputs.x, index(c, golden, inputs)) });
  const [first, mask] = (c.args ?? []) as string[];
  if (c.op === 'torch.masked_select' && c.inputs?.[mask?.slice(1)]) {
    const at = masked(c, golden, mask.slice(1));
    return (inputs) => ({ y: ops.at(inputs[first.slice(1)], at) });
  }
  const name = c.op ?? '';
  const definition = torchFunction(name);
  if (!definition) return undefined;
  return (inputs) => {
    const keywords = Object.entries(c.kwargs ?? {}).map(([k, v]) => [k, resolve(v, inputs)]);
    const args = resolve(c.args ?? [], inputs) as unknown[];
    return named(call(name, definition, args, Object.fromEntries(keywords)));
  };
}

/** Computes a case of `ops`. */
export const opsAdapter: Adapter = (c, golden): Results | undefined => {
  const apply = callOf(c, golden);
  if (!apply) return undefined;
  const inputs = roleOf(golden, c.inputs);
  const wanted = Object.keys(c.grads ?? {});
  if (wanted.length === 0) return { outputs: apply(inputs) };
  const x = Object.fromEntries(wanted.map((k) => [k, inputs[k]]));
  const [outputs, pull] = vjp((p: Named) => apply({ ...inputs, ...p }), x);
  return { outputs, grads: pull(cotangents(c, golden, outputs)) };
};
