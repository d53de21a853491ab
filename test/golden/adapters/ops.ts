// Cases of the group `ops`: one PyTorch call with its outputs and the gradients of a projection of them.
import { vjp } from '../../../src/autodiff/transforms.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import { broadcastShapes } from '../../../src/tensor/shape.ts';
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
import { index } from './torch-index.ts';

type Named = Record<string, Tensor>;
type Names = Readonly<Record<string, string>>;
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

// the values of a mask over a larger shape
function spread(c: GoldenCase, golden: Golden, name: string, shape: readonly number[]): Uint8Array {
  const stored = c.inputs?.[name] as string;
  const [values, own] = [golden.values(stored), golden.shape(stored)];
  const out = new Uint8Array(shape.reduce((n, k) => n * k, 1));
  for (let i = 0; i < out.length; i++) {
    let at = 0;
    for (let d = shape.length - 1, rest = i, step = 1; d >= shape.length - own.length; d--) {
      const size = own[d - shape.length + own.length];
      if (size > 1) at += (rest % shape[d]) * step;
      rest = Math.floor(rest / shape[d]);
      step *= size;
    }
    out[i] = values[at];
  }
  return out;
}

const masked = (c: GoldenCase, golden: Golden, name: string): Tensor[] => {
  const stored = c.inputs?.[name] as string;
  return positionsOf(golden.values(stored), golden.shape(stored));
};

// parts of x[...]: numbers, null, '...', slices, lists, '$i' for integer or boolean tensors
function parts(c: GoldenCase, golden: Golden, inputs: Named): ops.IndexPart[] {
  type Slice = { start: number | null; stop: number | null; step: number | null };
  const given = Array.isArray(c.index) ? c.index : [c.index];
  return given.flatMap((part: unknown): ops.IndexPart[] => {
    if (typeof part === 'string' && part.startsWith('$')) {
      const name = part.slice(1);
      return inputs[name].dtype === 'bool' ? masked(c, golden, name) : [inputs[name]];
    }
    if (part === null || part === '...' || typeof part === 'number') return [part];
    if (Array.isArray(part)) return [ops.cast(ops.tensor(part), 'i32')];
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
  if (c.op === 'getitem') return (inputs) => ({ y: index(inputs.x, parts(c, golden, inputs)) });
  const [first, mask] = (c.args ?? []) as string[];
  if (c.op === 'torch.masked_select' && c.inputs?.[mask?.slice(1)]) {
    return (inputs) => {
      const x = inputs[first.slice(1)];
      const name = mask.slice(1);
      const both = broadcastShapes(x.shape, inputs[name].shape, 'masked_select');
      const shape = both.length ? both : [1]; // a scalar is a vector of one element
      const at = positionsOf(spread(c, golden, name, shape), shape);
      return { y: ops.at(ops.broadcastTo(x, shape), at) };
    };
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

const pick = (tree: Named, names: readonly string[]): Named =>
  Object.fromEntries(names.map((k) => [k, tree[k]]));

/** Computes a case of `ops`: outputs, gradients and second derivatives along `vectors`. */
export const opsAdapter: Adapter = (c, golden): Results | undefined => {
  const apply = callOf(c, golden);
  if (!apply) return undefined;
  const inputs = roleOf(golden, c.inputs);
  const wanted = Object.keys(c.grads ?? {});
  if (wanted.length === 0) return { outputs: apply(inputs) };
  const x = pick(inputs, wanted);
  const f = (p: Named): Named => apply({ ...inputs, ...p });
  const [outputs, pull] = vjp(f, x);
  const grads = pull(cotangents(c, golden, outputs));
  if (!c.hvp) return { outputs, grads };
  // the gradient of sum(grads * vectors)
  const slope = (p: Named): Named => {
    const [y, back] = vjp(f, p);
    return back(cotangents(c, golden, y));
  };
  const [, again] = vjp(slope, x);
  return { outputs, grads, hvp: again(pick(roleOf(golden, c.vectors as Names), wanted)) };
};
