// compile(f): trace f once per combination of shapes and dtypes, plan the graph, replay it afterwards.
// Inside, nothing can leak: temporaries live in one planned arena, donated arguments lend their memory
// to results. Numbers among the arguments are run-time scalars, never baked in.

import { checkFunction, checkSync } from '../autodiff/arguments.ts';
import type { Backend, Executable } from '../backends/backend.ts';
import type { Program } from '../compiler/program.ts';
import * as is from '../tensor/arguments.ts';
import { isPlain } from '../tensor/describe.ts';
import { WgradError } from '../tensor/errors.ts';
import { type Graph, topologicalOrder } from '../tensor/graph.ts';
import { fromStorage, isPlaceholder, placeholder, tensor } from '../tensor/ops/create.ts';
import { collectPrints, emit, type Print } from '../tensor/prints.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { transform, transforming } from '../tensor/transform-depth.ts';
import { leaves, map, structure } from '../tensor/tree.ts';
import { maxDepth } from '../tensor/tree-errors.ts';
import {
  attach,
  type Cell,
  detach,
  dispose,
  fail,
  giveBack,
  markGone,
  materialize,
  newCell,
  pastOf,
  release,
} from './cells.ts';
import { type CompileStats, statsOf } from './compile-stats.ts';
import { device, enqueue } from './device.ts';
import { anonymous, checkPositions, donatedTo } from './donation.ts';
import { cellOf, checkPresent, evaluate, hasValue } from './evaluate.ts';
import { withRoom } from './reclaim.ts';
import { runProgram } from './run.ts';
import type { DeclaresNumbers, GivenArguments, NumbersAreTensors } from './traced-types.ts';

/** Options of `compile`. */
export interface CompileOptions {
  /** Name in warnings, profiles and errors; default: the function's own. */
  readonly name?: string;
  /** Positions of arguments whose memory results may take over; they must not be used afterwards. */
  readonly donate?: readonly number[];
  /** Most shape combinations kept at once (least recently used ones are dropped). Default 32. */
  readonly cacheSize?: number;
}

/** A function that replays compiled programs. Numbers may stand wherever the traced one takes a Tensor. */
export type Compiled<A extends unknown[], R> = ((...args: GivenArguments<A>) => R) & {
  /** Figures of the program that ran last. */
  stats(): Promise<CompileStats>;
  /** Drops all programs. */
  dispose(): void;
};

interface Trace {
  readonly graph: Graph;
  /** Tensors from outside that f uses; passed along at every call. */
  readonly captured: readonly Tensor[];
  readonly result: unknown;
  /** What is shown after each run: the last results of the graph. */
  readonly prints: readonly Print[];
  readonly donate: ReadonlySet<number>;
  /** Why a donated input has no value after a call, by its position among the inputs. */
  readonly gone: ReadonlyMap<number, string>;
  readonly executables: Map<Backend, Executable>;
}

const isNumberLeaf = (x: unknown): x is number => typeof x === 'number';

// Numbers become weakly typed scalars, so that f32 tensors stay f32; `made` collects them.
function numbersToTensors(x: unknown, made: Tensor[], depth = 0): unknown {
  if (isNumberLeaf(x)) {
    const t = tensor([x], { shape: [] });
    t.weak = true;
    made.push(t);
    return t;
  }
  const list = Array.isArray(x);
  if (!list && (typeof x !== 'object' || x === null || !isPlain(x))) return x;
  if (depth > maxDepth) return x; // refused by whoever walks the tree next
  // most trees hold no number: they stay as they are
  const tree = x as Record<string, unknown>;
  let copy: Record<string, unknown> | undefined;
  for (const k of Object.keys(tree)) {
    const v = numbersToTensors(tree[k], made, depth + 1);
    if (v === tree[k]) continue;
    copy ??= (list ? [...x] : { ...tree }) as Record<string, unknown>;
    copy[k] = v;
  }
  return copy ?? x;
}

const compileArgs = is.signature(
  'compile',
  ['f', is.func],
  [
    'options',
    is.options<CompileOptions>({
      name: is.optional(is.string),
      donate: is.optional(is.list(is.size)),
      cacheSize: is.optional(is.count),
    }),
  ],
);

function trace(
  f: (...args: never[]) => unknown,
  args: readonly unknown[],
  name: string,
  donated: readonly number[],
  numbers: readonly Tensor[],
): Trace {
  const inputs: Tensor[] = [];
  const unused = new Map<Tensor, number>(); // numbers that are arguments, until something reads them
  const gone = new Map<number, string>();
  checkPositions(name, donated, args.length);
  const traced = args.map((arg, position) =>
    map(arg, (leaf, path) => {
      const p = placeholder(leaf, leaf.label ?? `argument ${position}${path && ` .${path}`}`);
      p.weak = leaf.weak;
      if (donated.includes(position)) gone.set(inputs.length, donatedTo(name, position));
      if (path === '' && numbers.includes(leaf)) unused.set(p, position);
      inputs.push(p);
      return p;
    }),
  );
  const { result, prints } = collectPrints(() => transform(() => f(...(traced as never[]))));
  checkSync(`compile(${name})`, result);
  const returned = leaves(result, `compile(${name}): what the function returned`);
  const outputs = [...returned, ...prints.map((p) => p.value)];
  const known = new Set(inputs);
  const captured: Tensor[] = [];
  const order = topologicalOrder(outputs, (x) => known.has(x) || hasValue(x));
  for (const t of order) {
    unused.delete(t);
    if (known.has(t) || !hasValue(t)) continue;
    if (isPlaceholder(t)) {
      throw new WgradError(
        `compile: ${t} is an argument of another traced function that has ended`,
      );
    }
    captured.push(t);
  }
  checkPresent(order, new Set(outputs), (t) => known.has(t), 'compile: ');
  for (const t of captured) pastOf(t).captured = true;
  for (const position of unused.values()) {
    console.warn(
      `wgrad: compile(${name}): argument ${position} was given as a number, but nothing that ${name} ` +
        'returns depends on it. Inside it is a tensor: `n === 1` and `if (n)` do not see its value. Use ' +
        'operations (where, equal), or hand it to the function from outside of its arguments',
    );
  }
  return {
    graph: { inputs: [...inputs, ...captured], outputs },
    captured,
    result,
    prints,
    donate: new Set(gone.keys()),
    gone,
    executables: new Map(),
  };
}

/**
 * `compile` of a function that declares numbers among its arguments: inside they are tensors, so this
 * gives nothing that can be called. Declare Tensor; callers pass numbers as before.
 */
export function compile<A extends unknown[], R>(
  f: ((...args: A) => R) & DeclaresNumbers<A>,
  options?: CompileOptions,
): NumbersAreTensors;
/**
 * A version of `f` that plans its work once per combination of argument shapes and replays it.
 * Arguments and results are trees of tensors; numbers passed in them are run-time scalars, which f sees
 * as 0-d tensors; strings and booleans are part of the key. Under a transform (`grad` of it, say) it is
 * just `f`. A number that f must see as a number comes from outside of its arguments (a closure).
 * @throws WgradError if f is asynchronous or reads values while it is traced
 */
export function compile<A extends unknown[], R>(
  f: (...args: A) => R,
  options?: CompileOptions,
): Compiled<A, R>;
export function compile<A extends unknown[], R>(
  f: (...args: A) => R,
  options: CompileOptions = {},
): Compiled<A, R> | NumbersAreTensors {
  checkFunction('compile', f);
  compileArgs(f, options);
  const name = options.name ?? (f.name || anonymous);
  const cacheSize = options.cacheSize ?? 32;
  const traces = new Map<string, Trace>();
  let traced = 0;
  let latest: Trace | undefined;

  const find = (
    args: readonly unknown[],
    given: readonly Tensor[],
    numbers: readonly Tensor[],
  ): Trace => {
    let types = '';
    for (const t of given) types += ` ${t.dtype}[${t.shape}]${t.weak ? 'w' : ''}`;
    const key = `${structure(args)}|${types}`;
    let found = traces.get(key);
    if (found) traces.delete(key);
    else {
      found = trace(f as (...a: never[]) => unknown, args, name, options.donate ?? [], numbers);
      traced++;
      if (traced === 16 || traced === 64) {
        console.warn(
          `wgrad: compile(${name}) has been traced ${traced} times with different shapes; ` +
            `the last were ${key.split('|').at(-1)}. Pad to few shapes, or pass numbers as numbers.`,
        );
      }
    }
    traces.set(key, found);
    if (traces.size > cacheSize) {
      const [oldest, old] = traces.entries().next().value as [string, Trace];
      traces.delete(oldest);
      for (const e of old.executables.values()) e.dispose();
    }
    return found;
  };

  const call = (...plain: GivenArguments<A>): R => {
    if (transforming() > 0) return f(...(plain as A));
    const scalars: Tensor[] = [];
    const args = plain.map((x) => numbersToTensors(x, scalars));
    const given = leaves(args, `compile(${name}): the list of arguments`);
    evaluate(given);
    const t = find(args, given, scalars);
    latest = t;
    const inputs = [...given, ...t.captured];
    const inCells = inputs.map(cellOf);
    const executable = (backend: Backend): Executable => {
      let e = t.executables.get(backend);
      if (!e) {
        e = backend.compile(t.graph, { name, donate: t.donate });
        t.executables.set(backend, e);
      }
      return e;
    };
    const uses = new Map<Cell, number>();
    for (const c of inCells) uses.set(c, (uses.get(c) ?? 0) + 1);
    for (const i of t.donate) {
      if ((uses.get(inCells[i]) as number) > 1) {
        throw new WgradError(
          `compile(${name}): donated argument ${inputs[i]} is passed or captured twice`,
        );
      }
    }
    const results = launch(t, inputs, inCells, executable);
    for (const s of scalars) if (s.storage) dispose(s);
    const seen = results.splice(results.length - t.prints.length);
    t.prints.forEach((p, k) => {
      emit({ ...p, value: seen[k] });
      dispose(seen[k]);
    });
    let i = 0;
    return map(t.result, () => results[i++]) as R;
  };

  return Object.assign(call, {
    stats: async (): Promise<CompileStats> => {
      if (!latest) throw new WgradError(`compile(${name}): stats() before the first call`);
      const backend = await device();
      return statsOf(latest.graph, latest.executables.get(backend)?.program, traced);
    },
    dispose: (): void => {
      for (const t of traces.values()) for (const e of t.executables.values()) e.dispose();
      traces.clear();
    },
  });
}

// Queues a run and makes its results. Donated tensors lose their cells now; their memory moves when the work
// is done. Where that fails at once, they have them back.
function launch(
  t: Trace,
  inputs: readonly Tensor[],
  inCells: readonly Cell[],
  executable: (backend: Backend) => Executable,
): Tensor[] {
  const outCells: Cell[] = [];
  const donors = [...t.donate].map((i) => inputs[i]);
  const donated: Cell[] = [];
  try {
    for (const o of t.graph.outputs) outCells.push(newCell(o, o.label));
    for (const [i, why] of t.gone) {
      const cell = detach(inputs[i]);
      cell.refs++; // held by this call until it has run
      markGone(inputs[i], why);
      donated.push(cell);
    }
    enqueue(
      (backend) => runOn(backend, executable(backend), inCells, outCells, donated),
      (error) => {
        for (const c of outCells) fail(c, error);
        for (const c of donated) release(c);
      },
    );
  } catch (error) {
    for (const c of outCells) release(c);
    donated.forEach((cell, k) => {
      cell.refs--;
      giveBack(donors[k], cell);
    });
    throw error;
  }
  return t.graph.outputs.map((o, i) => {
    const out = fromStorage(o);
    out.label = o.label;
    attach(out, outCells[i]);
    return out;
  });
}

function runOn(
  backend: Backend,
  executable: Executable,
  inCells: readonly Cell[],
  outCells: readonly Cell[],
  donated: readonly Cell[],
): void {
  const program: Program | undefined = executable.program;
  const taken = new Set<Cell>();
  withRoom(() => {
    const ins = inCells.map((c) => materialize(c, backend));
    const lenders: (Cell | undefined)[] = [];
    const outs = outCells.map((out, i) => {
      const from = program?.donations.get(i);
      lenders.push(from === undefined ? undefined : inCells[from]);
      return from === undefined ? materialize(out, backend) : ins[from];
    });
    runProgram(executable, ins, outs);
    // it has run: the memory that was lent belongs to the results
    lenders.forEach((lender, i) => {
      if (!lender) return;
      taken.add(lender);
      outCells[i].memory = lender.memory;
      outCells[i].backend = backend;
    });
  });
  for (const cell of donated) {
    if (taken.has(cell)) cell.memory = undefined;
    release(cell);
  }
}
