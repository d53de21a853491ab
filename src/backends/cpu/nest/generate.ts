// From a nest to a WebAssembly module with one function run(inputs..., outputs...) of byte pointers.
// Every node is computed once, at the depth of the innermost loop it depends on (which hoists
// invariants and address arithmetic); nodes that differ between lanes become vectors, the rest
// scalars that are splatted where a vector needs them.
import type { NestKernel } from '../../../compiler/program.ts';
import type { Expr } from '../../../tensor/ir.ts';
import { FunctionBuilder, type Local, ModuleBuilder } from '../wasm/assembler.ts';
import { type Analysis, analyse, type Form, isAtom, type Loop, type Node } from './analysis.ts';
import { type Constants, type Context, localFor, varies } from './context.ts';
import { emitVectorFunction, isVectorFunction, TRIG_LIMIT } from './float-math.ts';
import { declareFunctions, type Imports } from './functions.ts';
import { emitFirst, emitScalarStore, emitVectorStore } from './memory.ts';
import { accumulators } from './reduce.ts';
import { emitScalar, pushAtom, pushScalar } from './scalar.ts';
import { type Schedule, schedule } from './schedule.ts';
import { emitVector } from './vector.ts';

/** A generated module. */
export interface NestModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly imports: Imports;
  readonly schedule: Schedule;
}

const bitsOf = new DataView(new ArrayBuffer(4));
const f32Bits = (value: number): number => {
  bitsOf.setFloat32(0, value);
  return bitsOf.getInt32(0);
};

// Constants of the vector functions, found by letting them write into the void.
const functionConstants = new Map<string, readonly number[]>();
function constantsOf(name: string, relaxed: boolean): readonly number[] {
  const key = `${name} ${relaxed}`;
  let found = functionConstants.get(key);
  if (!found) {
    const bits = new Set<number>();
    const f = new FunctionBuilder([]);
    const note = { f32: (v: number) => bits.add(f32Bits(v)), i32: (v: number) => bits.add(v | 0) };
    if (isVectorFunction(name)) emitVectorFunction({ f, relaxed, ...note }, name, f.local('v128'));
    if (name === 'sin' || name === 'cos') note.f32(TRIG_LIMIT);
    found = [...bits];
    functionConstants.set(key, found);
  }
  return found;
}

function constantPool(f: FunctionBuilder, a: Analysis, s: Schedule, relaxed: boolean): Constants {
  const locals = new Map<number, Local>();
  const keep = (bits: number): void => {
    if (locals.has(bits)) return;
    const l = f.local('v128');
    locals.set(bits, l);
    f.i32x4Const(bits).set(l);
  };
  if (s.vector) {
    for (const n of a.nodes) {
      if (!((a.masks.get(n) as number) & s.vector.bit)) continue;
      if (n.kind === 'unary' && n.type === 'f32') {
        for (const bits of constantsOf(n.op as string, relaxed)) keep(bits);
      }
    }
  }
  const push = (bits: number): void => {
    const l = locals.get(bits);
    if (l) f.get(l);
    else f.i32x4Const(bits);
  };
  return { f32: (v) => push(f32Bits(v)), i32: (v) => push(v | 0) };
}

// Uniform operands of vector nodes: their values are wanted in all lanes.
function splatted(c: Context): Set<Node> {
  const wanted = new Set<Node>();
  if (!c.s.vector) return wanted;
  const want = (e: Expr): void => {
    if (!varies(c, e)) wanted.add(e);
  };
  for (const n of c.a.nodes) {
    if (n.kind !== 'form' && !isAtom(n) && varies(c, n)) n.args.forEach(want);
  }
  for (const r of c.a.reductions) {
    want(r.body);
    if (r.position) want(r.position);
  }
  if (c.s.vector.output) c.a.results.forEach(want);
  return wanted;
}

function emitSplat(c: Context, e: Expr): void {
  const { f } = c;
  if (e.kind === 'const') {
    if (e.type === 'f32') c.f32(e.value as number);
    else c.i32(e.type === 'bool' ? -Number(e.value !== 0) : (e.value as number));
  } else {
    if (e.type === 'bool') f.i32Const(0);
    pushScalar(c, e);
    if (e.type === 'bool') f.op('i32.sub');
    f.op(e.type === 'f32' ? 'f32x4.splat' : 'i32x4.splat');
  }
  f.set(localFor(c, c.splats, e, 'v128'));
}

interface FormLevels {
  /** Terms with an atom that is equal in all lanes, by the level at which they are added. */
  readonly terms: Map<number, Form['index']['terms']>;
  readonly locals: Map<number, Local>;
}

/** Writes the body of `run`. */
class NestWriter {
  private readonly uniform: Node[][];
  private readonly vector: Node[][];
  private readonly forms = new Map<Form, FormLevels>();
  private readonly wanted: Set<Node>;
  private readonly c: Context;

  constructor(c: Context) {
    this.c = c;
    const { s, a } = c;
    const levels = s.order.length + 1;
    this.uniform = Array.from({ length: levels }, () => []);
    this.vector = Array.from({ length: levels }, () => []);
    this.wanted = splatted(c);
    for (const n of a.nodes) {
      const level = s.levelOf(a.masks.get(n) as number);
      if (n.kind === 'form') this.placeForm(n);
      else if (!varies(c, n)) this.uniform[level].push(n);
      if (varies(c, n)) this.vector[level].push(n);
    }
  }

  private placeForm(form: Form): void {
    const { s, a } = this.c;
    const terms = new Map<number, Form['index']['terms'][number][]>([[0, []]]);
    for (const term of form.index.terms) {
      const { atom } = term;
      const loop = s.order.find((l) => l.name === atom.axis);
      const mask = atom.kind === 'axis' ? (loop?.bit ?? 0) : (a.masks.get(atom) as number);
      if (s.vector && mask & s.vector.bit) continue;
      const level = s.levelOf(mask);
      const list = terms.get(level);
      if (list) list.push(term);
      else terms.set(level, [term]);
    }
    this.forms.set(form, { terms, locals: new Map() });
    for (const level of terms.keys()) this.uniform[level].push(form);
  }

  // base at `level` = base at the level above + terms of this level
  private emitForm(form: Form, level: number): void {
    const { c } = this;
    const { f } = c;
    const { terms, locals } = this.forms.get(form) as FormLevels;
    let to = locals.get(level);
    if (!to) {
      to = f.local('i32');
      locals.set(level, to);
    }
    const pointer = form.buffer < 0 ? undefined : c.pointers[form.buffer];
    const above = [...locals.keys()].filter((l) => l < level);
    if (level > 0) f.get(locals.get(Math.max(...above)) as Local);
    else {
      const offset = form.index.constant * form.bytes;
      if (pointer) f.get(pointer);
      if (!pointer || offset) f.i32Const(offset);
      if (pointer && offset) f.op('i32.add');
    }
    for (const { coefficient, atom } of terms.get(level) as Form['index']['terms']) {
      pushAtom(c, atom);
      const k = coefficient * form.bytes;
      if (k !== 1) f.i32Const(k).op('i32.mul');
      f.op('i32.add');
    }
    f.set(to);
    c.scalars.set(form, to);
  }

  /** Computes what belongs to a depth: before reductions (post false) or after them. */
  level(level: number, post: boolean, copies: number, active: number, after?: (u: number) => void) {
    const { c } = this;
    const here = (n: Node): boolean => c.a.post.has(n) === post;
    for (const n of this.uniform[level]) {
      if (!here(n)) continue;
      if (n.kind === 'form') this.emitForm(n, level);
      else emitScalar(c, n);
      if (this.wanted.has(n)) emitSplat(c, n as Expr);
    }
    for (const n of this.vector[level]) if (n.kind === 'form' && here(n)) emitFirst(c, n);
    for (let u = 0; u < copies; u++) {
      for (const n of this.vector[level]) if (here(n)) emitVector(c, n, u, active);
      after?.(u);
    }
  }

  // counter = start; while (counter < limit) { body; counter += step }; straight code for one trip
  private loop(counter: Local, start: number, limit: number, step: number, body: () => void): void {
    if (limit <= start) return;
    if (start + step >= limit) {
      this.c.f.i32Const(start).set(counter);
      body();
    } else this.c.f.for(counter, start, limit, step, body);
  }

  private vectorLoop(
    l: Loop,
    body: (copies: number, active: number) => void,
    chunked?: () => void,
  ) {
    const { f, s } = this.c;
    const v = this.c.counters.get(l.name) as Local;
    const step = 4 * s.copies;
    const main = l.size - (l.size % step);
    const rest = l.size - (l.size % 4);
    if (chunked && s.flush) {
      const { chunk } = s.flush;
      const [from, to] = [f.local('i32'), f.local('i32')];
      f.for(from, 0, main, chunk, () => {
        f.get(from).i32Const(chunk).op('i32.add').set(to);
        f.get(to).i32Const(main).get(to).i32Const(main).op('i32.lt_u').op('select').set(to);
        f.for(v, from, to, step, () => body(s.copies, 4));
        chunked();
      });
    } else this.loop(v, 0, main, step, () => body(s.copies, 4));
    this.loop(v, main, rest, 4, () => body(1, 4));
    if (rest < l.size) {
      f.i32Const(rest).set(v);
      body(1, l.size - rest);
    }
  }

  /** The whole kernel. */
  write(): void {
    const { c } = this;
    const { s, a } = c;
    for (const n of this.wanted) if ((n as Expr).kind === 'const') emitSplat(c, n as Expr);
    const outputs = (depth: number): void => {
      if (depth === s.outputLoops) {
        this.point(1, 4);
        return;
      }
      const l = s.order[depth];
      if (l === s.vector) {
        this.vectorLoop(l, (copies, active) => {
          const store = (u: number): void =>
            a.results.forEach((_, j) => emitVectorStore(c, j, u, active));
          if (s.mode === 'map') this.level(depth + 1, false, copies, active, store);
          else {
            this.level(depth + 1, false, copies, active);
            this.point(copies, active);
          }
        });
        return;
      }
      this.loop(c.counters.get(l.name) as Local, 0, l.size, 1, () => {
        this.level(depth + 1, false, 1, 4);
        outputs(depth + 1);
      });
    };
    this.level(0, false, 1, 4);
    outputs(0);
  }

  // one output element, or one block of them
  private point(copies: number, active: number): void {
    const { c } = this;
    const { s, a } = c;
    if (a.reductions.length > 0) this.reduce(copies, active);
    this.level(s.outputLoops, true, copies, active);
    a.results.forEach((_, j) => {
      if (s.mode === 'block') {
        for (let u = 0; u < copies; u++) emitVectorStore(c, j, u, active);
      } else emitScalarStore(c, j);
    });
  }

  private reduce(copies: number, active: number): void {
    const { c } = this;
    const { s } = c;
    const { f } = c;
    const acc = accumulators(c);
    const total = s.mode === 'inner' ? s.copies : copies;
    acc.init(total);
    const flush = (): void => acc.flush(total);
    const loops = (depth: number): void => {
      const l = s.order[depth];
      const last = depth + 1 === s.order.length;
      if (l === s.vector) {
        const body = (n: number, lanes: number): void =>
          this.level(depth + 1, false, n, lanes, (u) => acc.add(u, lanes));
        this.vectorLoop(l, body, s.flush?.loop === depth ? flush : undefined);
        return;
      }
      const body = (): void => {
        this.level(depth + 1, false, copies, active, last ? (u) => acc.add(u, active) : undefined);
        if (!last) loops(depth + 1);
      };
      const counter = c.counters.get(l.name) as Local;
      if (s.flush?.loop !== depth) {
        this.loop(counter, 0, l.size, 1, body);
        return;
      }
      const { chunk } = s.flush;
      const [from, to] = [f.local('i32'), f.local('i32')];
      f.for(from, 0, l.size, chunk, () => {
        f.get(from).i32Const(chunk).op('i32.add').set(to);
        f.get(to).i32Const(l.size).get(to).i32Const(l.size).op('i32.lt_u').op('select').set(to);
        f.for(counter, from, to, 1, body);
        flush();
      });
    };
    if (s.order.length > s.outputLoops) loops(s.outputLoops);
    else for (let u = 0; u < copies; u++) acc.add(u, active);
    acc.finish(total);
  }
}

/** Generates the module of a nest; `relaxed` allows fused multiply-add inside functions. */
export function generateNest(kernel: NestKernel, relaxed: boolean): NestModule {
  const a = analyse(kernel);
  const s = schedule(a);
  const m = new ModuleBuilder();
  const { index, imports } = declareFunctions(m, a, s, relaxed);
  m.func(
    a.dtypes.map(() => 'i32' as const),
    [],
    (f, pointers) => {
      const counters = new Map(s.order.map((l) => [l.name, f.local('i32')]));
      const c: Context = {
        f,
        a,
        s,
        relaxed,
        pointers,
        counters,
        scalars: new Map(),
        splats: new Map(),
        vectors: new Map(),
        firsts: new Map(),
        finished: [],
        fn: index,
        ...constantPool(f, a, s, relaxed),
      };
      new NestWriter(c).write();
    },
    'run',
  );
  return { bytes: m.finish(), imports, schedule: s };
}
