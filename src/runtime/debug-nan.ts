// debugNaN(f): runs a function and looks at every value it makes, in the order in which the operations were
// called, for the first one that is not finite.
import { checkFunction, checkSync } from '../autodiff/arguments.ts';
import { atWork } from '../autodiff/backward.ts';
import * as is from '../tensor/arguments.ts';
import { callSite } from '../tensor/call-site.ts';
import { NonFiniteError, OutOfMemoryError, WgradError } from '../tensor/errors.ts';
import { formatValues } from '../tensor/format-values.ts';
import { callAttrs, isCall, isPick } from '../tensor/ops/call.ts';
import { constantValue, isLeaf } from '../tensor/ops/create.ts';
import { hooks, type Tensor } from '../tensor/tensor.ts';
import { transform } from '../tensor/transform-depth.ts';
import { tensorsWithin } from '../tensor/tree.ts';

/** Options of `debugNaN`. */
export interface DebugNaNOptions {
  /** Whether infinities that come out of finite operands count as well. Default true. */
  readonly infinities?: boolean;
}

const debugNaNArgs = is.signature(
  'debugNaN',
  ['f', is.func],
  ['options', is.options<DebugNaNOptions>({ infinities: is.optional(is.boolean) })],
);

// A node with what is known when it is made.
interface Made {
  readonly node: Tensor;
  readonly operands: readonly Tensor[];
  /** Holds the stack. */
  readonly stack: Error;
  /** The node whose gradient rule made it. */
  readonly backwardOf?: Tensor;
}

interface Status {
  readonly nan: number;
  readonly infinite: number;
}
const clean: Status = { nan: 0, infinite: 0 };

function record<R>(f: () => R): { result: R; made: Made[] } {
  if (hooks.created) throw new WgradError('debugNaN: another one is at work');
  const made: Made[] = [];
  atWork.node = undefined;
  hooks.created = (node) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 60;
    const stack = new Error();
    Error.stackTraceLimit = limit;
    made.push({ node, operands: node.inputs, stack, backwardOf: atWork.node });
  };
  try {
    // compiled functions are plain ones inside of a transform, and so is what checkpoint makes
    return { result: transform(f), made };
  } finally {
    hooks.created = undefined;
  }
}

function count(data: ArrayLike<number>): Status {
  let [nan, infinite] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    if (Number.isNaN(data[i])) nan++;
    else if (!Number.isFinite(data[i])) infinite++;
  }
  return nan + infinite === 0 ? clean : { nan, infinite };
}

// Undefined for what was freed inside, or stands for a value that never comes.
async function look(t: Tensor): Promise<Status | undefined> {
  if (!t.isFloat) return clean;
  try {
    return count(await t.data());
  } catch (error) {
    if (error instanceof OutOfMemoryError) throw error;
    return undefined;
  }
}

const found = ({ nan, infinite }: Status, size: number): string =>
  [nan && `${nan} NaN`, infinite && `${infinite} infinite`].filter(Boolean).join(' and ') +
  ` of ${size}`;

const nameOf = (t: Tensor): string => {
  if (isPick(t)) return callAttrs(t.inputs[0]).fusion?.name ?? 'checkpoint';
  return t.op.name;
};

// An operand for people: what it is, how it ranges, its values if they are few.
async function describe(t: Tensor): Promise<string> {
  const data = await t.data();
  const status = count(data);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const v of data) {
    low = Math.min(low, Number.isFinite(v) ? v : low);
    high = Math.max(high, Number.isFinite(v) ? v : high);
  }
  const range = low <= high ? `, finite values from ${low} to ${high}` : '';
  const bad = status === clean ? '' : `, ${found(status, data.length)} elements`;
  const values = data.length <= 16 ? `: ${formatValues(data, t.shape, t.dtype)}` : '';
  return `${t} (${isLeaf(t) ? 'given' : `of ${nameOf(t)}`})${range}${bad}${values}`;
}

async function failure(made: Made, status: Status, sites: Map<Tensor, Made>): Promise<Error> {
  const { node, operands, stack, backwardOf } = made;
  const first = (await node.data()).findIndex((v: number) => !Number.isFinite(v));
  const lines = [
    `debugNaN: ${nameOf(node)} gave ${found(status, node.size)} elements, the first at flat position ` +
      `${first} of ${node}`,
    `called at ${callSite(stack) || 'an unknown place'}`,
  ];
  if (backwardOf) {
    const forward = sites.get(backwardOf);
    const site = forward && callSite(forward.stack);
    lines.push(
      `in the gradient of ${nameOf(backwardOf)} (${backwardOf})${site ? `, called at ${site}` : ''}`,
    );
  }
  for (const [i, t] of operands.entries()) lines.push(`operand ${i}: ${await describe(t)}`);
  if (operands.length === 0) lines.push('it has no operands');
  return new NonFiniteError(lines.join('\n  '), nameOf(node), callSite(stack));
}

function given(t: Tensor, status: Status, reader: Made): Error {
  const value = constantValue(t) === undefined ? `the input ${t} is` : `a constant (${t}) is`;
  const site = callSite(reader.stack);
  return new NonFiniteError(
    `debugNaN: ${value} not finite to begin with: ${found(status, t.size)} elements\n` +
      `  first used by ${nameOf(reader.node)}${site && `, called at ${site}`}`,
    nameOf(t),
    site,
  );
}

/**
 * Runs `f` and checks every value that it makes, one operation after the other in the order of the calls,
 * gradients included: `await debugNaN(() => step(params, batch))`. Resolves to what `f` returned. Compiled
 * functions and checkpoints inside run as plain functions. Slow: for finding a fault, not for training.
 * Infinite inputs and constants (masks of -inf) are no fault by themselves; NaN ones are.
 * @throws NonFiniteError at the first operation whose result is not finite, with the line that called it,
 * its operands and, in a gradient, the operation whose gradient it is
 */
export async function debugNaN<R>(f: () => R, options: DebugNaNOptions = {}): Promise<R> {
  checkFunction('debugNaN', f);
  debugNaNArgs(f, options);
  const { infinities = true } = options;
  const { result, made } = record(f);
  checkSync('debugNaN', result);
  const sites = new Map(made.map((m) => [m.node, m]));
  const known = new Map<Tensor, Status | undefined>(); // undefined: has no value to look at
  let infiniteInput: (() => Error) | undefined;

  // Of what came from outside, and of constants.
  const statusOfInput = async (t: Tensor): Promise<Status | undefined> => {
    const value = constantValue(t);
    if (value !== undefined) return count([value]);
    if (isLeaf(t) && !t.storage && !t.host) return undefined; // an argument of a traced function
    return look(t);
  };

  for (const m of made) {
    const { node, operands } = m;
    if (isCall(node)) continue;
    const parents = isPick(node) ? (sites.get(node.inputs[0])?.operands ?? []) : operands;
    if (parents.length === 0) {
      known.set(node, await statusOfInput(node));
      continue;
    }
    for (const t of parents) if (!known.has(t)) known.set(t, await statusOfInput(t));
    const before = parents.map((t) => known.get(t));
    if (before.some((s) => s === undefined)) {
      known.set(node, undefined);
      continue;
    }
    const statuses = before as Status[];
    const status = await look(node);
    known.set(node, status);
    if (!status) continue;
    const outside = (i: number): boolean => (sites.get(parents[i])?.operands.length ?? 0) === 0;
    for (const [i, s] of statuses.entries()) {
      if (s.nan > 0 && outside(i)) throw given(parents[i], s, m);
      if (s.infinite > 0 && outside(i)) infiniteInput ??= () => given(parents[i], s, m);
    }
    const nanBefore = statuses.some((s) => s.nan > 0);
    const infinityBefore = statuses.some((s) => s.infinite > 0);
    if (
      (status.nan > 0 && !nanBefore) ||
      (infinities && status.infinite > 0 && !nanBefore && !infinityBefore)
    ) {
      throw await failure({ ...m, operands: parents }, status, sites);
    }
  }
  const bad = tensorsWithin(result).some((t) => {
    const s = known.get(t);
    return s && (s.nan > 0 || (infinities && s.infinite > 0));
  });
  if (bad && infiniteInput) throw infiniteInput();
  return result;
}
