// From a nest to a WebAssembly module with one function run(inputs..., outputs...) of byte pointers.
// Every node is computed once, at the depth of the innermost loop it depends on (which hoists
// invariants and address arithmetic); nodes that differ between lanes become vectors, the rest
// scalars that are splatted where a vector needs them.
import type { NestKernel } from '../../../compiler/program.ts';
import type { Expr } from '../../../tensor/expr.ts';
import { emitParts, isDivisible, type Split } from '../threads/split.ts';
import { type FunctionBuilder, type Label, type Local, ModuleBuilder } from '../wasm/assembler.ts';
import { isFused, type Simd } from '../wasm/simd.ts';
import type { Form, Loop, Node } from './analysis.ts';
import { constantPool } from './constants.ts';
import { type Context, inStep, varies } from './context.ts';
import { declareFunctions, type Imports } from './functions.ts';
import { emitFirst, emitScalarStore, emitVectorStores } from './memory.ts';
import { partsOf, splitOf } from './parts.ts';
import { accumulators, spillBytes } from './reduce.ts';
import { emitScalar, pushAtom } from './scalar.ts';
import type { Schedule } from './schedule.ts';
import { usualCuts } from './segments.ts';
import { emitSplat, splatted } from './splats.ts';
import { BAND, bandBytes, bandSums } from './tall.ts';
import { emitVector } from './vector.ts';

/** A generated module. */
export interface NestModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly imports: Imports;
  readonly schedule: Schedule;
  /** Bytes behind a last pointer after the outputs; without, there is no such pointer. */
  readonly scratchBytes: number;
  /** If there is: how `part(inputs..., outputs..., from, to, fresh)` divides the outermost loop. */
  readonly split?: Split;
}

/** The iterations of the outermost loop that are to be computed. */
interface Range {
  readonly from: Local;
  readonly to: Local;
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

  /** Computes what belongs to a depth: before reductions (post false) or after them. `after`: the copies done. */
  level(
    level: number,
    post: boolean,
    copies: number,
    active: number,
    after?: (list: readonly number[]) => void,
  ) {
    const { c } = this;
    const here = (n: Node): boolean => c.a.post.has(n) === post;
    for (const n of this.uniform[level]) {
      if (!here(n)) continue;
      if (n.kind === 'form') this.emitForm(n, level);
      else emitScalar(c, n);
      if (this.wanted.has(n)) emitSplat(c, n as Expr);
    }
    for (const n of this.vector[level]) if (n.kind === 'form' && here(n)) emitFirst(c, n);
    for (const list of inStep(this.c, copies)) {
      for (const n of this.vector[level]) {
        if (here(n)) for (const u of list) emitVector(c, n, u, active, list.length > 1);
      }
      after?.(list);
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
    code: (copies: number, active: number) => void,
    { chunked, range }: { chunked?: () => void; range?: Range } = {},
  ) {
    const { f, s } = this.c;
    const body = (copies: number, active: number): void => {
      if (inStep(this.c, copies)[0].length > 1) f.transient(() => code(copies, active));
      else code(copies, active);
    };
    const v = this.c.counters.get(l.name) as Local;
    const step = 4 * s.copies;
    const main = l.size - (l.size % step);
    if (range) {
      // a part begins at a multiple of `step`; the last one has what is left
      const limit = f.local('i32');
      f.get(range.to).i32Const(main).get(range.to).i32Const(main);
      f.op('i32.lt_u').op('select').set(limit);
      f.for(v, range.from, limit, step, () => body(s.copies, 4));
      if (main < l.size)
        f.get(range.to)
          .i32Const(l.size)
          .op('i32.eq')
          .if(() => this.ragged(l, body));
      return;
    }
    if (chunked && s.flush) {
      const { chunk } = s.flush;
      const [from, to] = [f.local('i32'), f.local('i32')];
      f.for(from, 0, main, chunk, () => {
        this.upTo(from, chunk, main, to);
        f.for(v, from, to, step, () => body(s.copies, 4));
        chunked();
      });
    } else this.loop(v, 0, main, step, () => body(s.copies, 4));
    this.ragged(l, body);
  }

  // the end of a vector loop: single vectors, then what is less than a vector
  private ragged(l: Loop, body: (copies: number, active: number) => void): void {
    const { f, s } = this.c;
    const v = this.c.counters.get(l.name) as Local;
    const rest = l.size - (l.size % 4);
    this.loop(v, l.size - (l.size % (4 * s.copies)), rest, 4, () => body(1, 4));
    if (rest < l.size) {
      f.i32Const(rest).set(v);
      body(1, l.size - rest);
    }
  }

  // sums of columns band by band of rows, see tall.ts: a pass over all columns for each, and a last one
  private tall(depth: number, range?: Range): void {
    const { c } = this;
    const { f, s, a } = c;
    const [columns, rows] = [s.order[depth], s.order[depth + 1]];
    const counter = c.counters.get(rows.name) as Local;
    const scratch = c.pointers[a.dtypes.length];
    const [from, to] = [f.local('i32'), f.local('i32')];
    f.get(scratch).i32Const(0).i32Const(bandBytes(a, columns)).op('memory.fill');
    f.for(from, 0, rows.size, BAND, () => {
      this.upTo(from, BAND, rows.size, to);
      const band = (copies: number, active: number): void => {
        this.level(depth + 1, false, copies, active);
        const sums = bandSums(c, columns, copies, scratch);
        sums.init();
        f.block((never) => {
          f.for(counter, from, to, 1, () => {
            this.level(depth + 2, false, copies, active, (list) => {
              for (const u of list) sums.add(u);
              if (s.cut && list[list.length - 1] + 1 < copies) this.cut(counter, never);
            });
          });
        });
        sums.save();
      };
      this.vectorLoop(columns, band, { range });
    });
    const last = (copies: number, active: number): void => {
      this.level(depth + 1, false, copies, active);
      bandSums(c, columns, copies, scratch).finish();
      this.results(copies, active);
    };
    this.vectorLoop(columns, last, { range });
  }

  // to = min(from + step, limit)
  private upTo(from: Local, step: number, limit: number, to: Local): void {
    const { f } = this.c;
    f.get(from).i32Const(step).op('i32.add').set(to);
    f.get(to).i32Const(limit).get(to).i32Const(limit).op('i32.lt_u').op('select').set(to);
  }

  // a branch that is never taken ends a basic block; see LIGHT in schedule.ts
  private cut(counter: Local, never: Label): void {
    this.c.f.get(counter).i32Const(-1).op('i32.eq').brIf(never);
  }

  /** The whole kernel, or a range of the outermost loop, which must be one over outputs. */
  write(range?: Range): void {
    const { c } = this;
    const { s, a } = c;
    for (const n of this.wanted) if ((n as Expr).kind === 'const') emitSplat(c, n as Expr);
    const outputs = (depth: number): void => {
      if (depth === s.outputLoops) {
        this.point(1, 4);
        return;
      }
      const l = s.order[depth];
      const part = depth === 0 ? range : undefined;
      if (s.tall && l === s.vector) {
        this.tall(depth, part);
        return;
      }
      if (l === s.vector) {
        const block = (copies: number, active: number): void => {
          const store = (list: readonly number[]): void =>
            a.results.forEach((_, j) => emitVectorStores(c, j, list, active));
          if (s.mode === 'map') this.level(depth + 1, false, copies, active, store);
          else {
            this.level(depth + 1, false, copies, active);
            this.point(copies, active);
          }
        };
        this.vectorLoop(l, block, { range: part });
        return;
      }
      const body = (): void => {
        this.level(depth + 1, false, 1, 4);
        outputs(depth + 1);
      };
      const counter = c.counters.get(l.name) as Local;
      if (part) c.f.for(counter, part.from, part.to, 1, body);
      else this.loop(counter, 0, l.size, 1, body);
    };
    this.level(0, false, 1, 4);
    outputs(0);
  }

  // one output element, or one block of them
  private point(copies: number, active: number): void {
    if (this.c.a.reductions.length > 0) this.reduce(copies, active);
    this.results(copies, active);
  }

  private results(copies: number, active: number): void {
    const { c } = this;
    const { s, a } = c;
    this.level(s.outputLoops, true, copies, active);
    a.results.forEach((_, j) => {
      if (s.mode === 'block') {
        for (const list of inStep(this.c, copies)) emitVectorStores(c, j, list, active);
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
    let never: Label | undefined;
    const add = (list: readonly number[], n: number, lanes: number, counter: Local): void => {
      for (const u of list) acc.add(u, lanes);
      if (never !== undefined && list[list.length - 1] + 1 < n) this.cut(counter, never);
    };
    const loops = (depth: number): void => {
      const l = s.order[depth];
      const last = depth + 1 === s.order.length;
      const counter = c.counters.get(l.name) as Local;
      if (l === s.vector) {
        const body = (n: number, lanes: number): void =>
          this.level(depth + 1, false, n, lanes, (list) => add(list, n, lanes, counter));
        this.vectorLoop(l, body, s.flush?.loop === depth ? { chunked: flush } : {});
        return;
      }
      const body = (): void => {
        const after = (list: readonly number[]): void => add(list, copies, active, counter);
        this.level(depth + 1, false, copies, active, last ? after : undefined);
        if (!last) loops(depth + 1);
      };
      if (s.flush?.loop !== depth) {
        this.loop(counter, 0, l.size, 1, body);
        return;
      }
      const { chunk } = s.flush;
      const [from, to] = [f.local('i32'), f.local('i32')];
      f.for(from, 0, l.size, chunk, () => {
        this.upTo(from, chunk, l.size, to);
        f.for(counter, from, to, 1, body);
        flush();
      });
    };
    if (s.order.length > s.outputLoops) {
      if (s.cut)
        f.block((label) => {
          never = label;
          loops(s.outputLoops);
        });
      else loops(s.outputLoops);
    } else for (let u = 0; u < copies; u++) acc.add(u, active);
    acc.finish(total);
  }
}

/** Generates the module of a nest. */
export function generateNest(kernel: NestKernel, simd: Simd, cuts = usualCuts): NestModule {
  const relaxed = isFused(simd);
  const wide = simd === 'wide';
  const parts = partsOf(kernel, wide, cuts);
  const [{ a, s }] = parts;
  const m = new ModuleBuilder();
  const { index, imports } = declareFunctions(m, parts, relaxed);
  const split = splitOf(parts);
  const divided = split !== undefined && isDivisible(split);
  const scratchBytes = s.tall && s.vector ? bandBytes(a, s.vector) : spillBytes(s, a);
  const pointerTypes = new Array<'i32'>(a.dtypes.length + (scratchBytes > 0 ? 1 : 0)).fill('i32');
  const write = (f: FunctionBuilder, pointers: readonly Local[], range?: Range): void => {
    for (const { a, s } of parts) {
      const counters = new Map(s.order.map((l) => [l.name, f.local('i32')]));
      const c: Context = {
        f,
        a,
        s,
        relaxed,
        wide,
        pointers,
        counters,
        scalars: new Map(),
        splats: new Map(),
        vectors: new Map(),
        halves: new Map(),
        firsts: new Map(),
        finished: [],
        fn: index,
        ...constantPool(f, a, s, relaxed),
      };
      new NestWriter(c).write(range);
    }
  };
  if (!divided) {
    m.func(pointerTypes, [], (f, pointers) => write(f, pointers), 'run');
    return { bytes: m.finish(), imports, scratchBytes, schedule: s };
  }
  emitParts(m, pointerTypes.length, split.extent, (f, pointers, from, to) =>
    write(f, pointers, { from, to }),
  );
  return { bytes: m.finish(), imports, scratchBytes, schedule: s, split };
}
