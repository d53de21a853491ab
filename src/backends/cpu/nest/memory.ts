// Loads and stores of up to four lanes: contiguous, the same for all lanes, reversed, strided, or at
// computed addresses; guarded where asked. `active` < 4 is the end of a row: the other lanes are not
// touched in memory.
import type { Expr } from '../../../tensor/expr.ts';
import type { Local } from '../wasm/assembler.ts';
import type { Form } from './analysis.ts';
import { type Context, localFor, varies, vectorLocal } from './context.ts';
import { pushHalf } from './half.ts';
import { formLocal, loadScalar, pushScalar } from './scalar.ts';
import { laneStride } from './schedule.ts';

const LANES = [0, 1, 2, 3] as const;

/** Pushes an expression as four lanes (bool: masks); splats live in locals. */
export function pushVector(c: Context, e: Expr, u: number): void {
  if (varies(c, e)) c.f.get((c.vectors.get(e) as Local[])[u]);
  else c.f.get(c.splats.get(e) as Local);
}

/** Pushes lane `lane` of an expression as a scalar (bool: 0 or not 0). */
export function pushLane(c: Context, e: Expr, u: number, lane: number): void {
  if (!varies(c, e)) {
    pushScalar(c, e);
    return;
  }
  pushVector(c, e, u);
  c.f.lane(e.type === 'f32' ? 'f32x4.extract_lane' : 'i32x4.extract_lane', lane);
}

/** Elements between lanes of a form; undefined: each lane has its own address. */
export const strideOf = (c: Context, form: Form): number | undefined =>
  c.s.vector ? laneStride(form, c.a, c.s.vector) : 0;

const bytesOf = (c: Context, buffer: number): 2 | 4 => (c.a.dtypes[buffer] === 'f16' ? 2 : 4);

// four (or `active`) neighbouring elements at the address in `at`
function loadRow(c: Context, buffer: number, at: Local, offset: number, active: number): void {
  const { f } = c;
  if (bytesOf(c, buffer) === 2) {
    if (active === 4) f.get(at).mem('v128.load64_zero', offset);
    else {
      f.get(at);
      if (active > 1) f.mem('v128.load32_zero', offset);
      else f.mem('i32.load16_u', offset).op('i32x4.splat');
      if (active === 3) {
        const v = f.local('v128');
        f.set(v)
          .get(at)
          .get(v)
          .mem('v128.load16_lane', offset + 4, 2);
        f.free(v);
      }
    }
    f.op('i32x4.extend_low_i16x8_u');
    pushHalf(c, 'widen');
    return;
  }
  f.get(at);
  if (active === 4) f.mem('v128.load', offset);
  else if (active === 1) f.mem('v128.load32_zero', offset);
  else f.mem('v128.load64_zero', offset);
  if (active === 3) {
    const v = f.local('v128');
    f.set(v)
      .get(at)
      .get(v)
      .mem('v128.load32_lane', offset + 8, 2);
    f.free(v);
  }
}

// eight neighbouring halves are one load: its low ones for the even copy, its high ones for the odd one after it
function loadHalves(c: Context, e: Expr, at: Local, u: number): void {
  const { f } = c;
  const both = localFor(c, c.halves, e, 'v128');
  if (u % 2 === 0)
    f.get(at)
      .mem('v128.load', 8 * u)
      .set(both);
  f.get(both).op(u % 2 === 0 ? 'i32x4.extend_low_i16x8_u' : 'i32x4.extend_high_i16x8_u');
  pushHalf(c, 'widen');
}

// puts the element at the address on the stack into lane `lane` of `to`
function loadLane(c: Context, buffer: number, to: Local, lane: number, offset: number): void {
  const { f } = c;
  if (bytesOf(c, buffer) === 2) {
    f.mem('i32.load16_u', offset).op('i32x4.splat');
    pushHalf(c, 'widen');
    const v = f.local('v128');
    const pick = LANES.map((l) => (l === lane ? 4 + l : l));
    f.set(v).get(to).get(v).shuffle32(pick).set(to);
    f.free(v);
  } else {
    const address = f.local('i32');
    f.set(address).get(address).get(to).mem('v128.load32_lane', offset, lane).set(to);
    f.free(address);
  }
}

// address of lane `lane` of copy u, without constant offsets (they could wrap where guarded)
function pushLaneAddress(c: Context, form: Form, u: number, lane: number): void {
  const { f } = c;
  const stride = strideOf(c, form);
  if (stride === undefined) {
    f.get((c.vectors.get(form) as Local[])[u]).lane('i32x4.extract_lane', lane);
    return;
  }
  f.get(stride === 0 ? formLocal(c, form) : (c.firsts.get(form) as Local));
  const offset = (4 * u + lane) * stride * form.bytes;
  if (offset) f.i32Const(offset).op('i32.add');
}

// the load without its guard; `paired`: between the loads of two copies in step nothing branches
function emitPlain(c: Context, e: Expr, u: number, active: number, paired = false): void {
  const { f } = c;
  const form = c.a.formOf(e);
  const buffer = e.buffer as number;
  const stride = strideOf(c, form);
  if (stride === 0) {
    f.get(formLocal(c, form));
    loadScalar(c, buffer);
    f.op(e.type === 'f32' ? 'f32x4.splat' : 'i32x4.splat');
    return;
  }
  if (stride === 1 && paired && active === 4 && form.bytes === 2) {
    loadHalves(c, e, c.firsts.get(form) as Local, u);
    return;
  }
  if (stride === 1) {
    loadRow(c, buffer, c.firsts.get(form) as Local, 4 * u * form.bytes, active);
    return;
  }
  if (stride === -1 && active === 4 && form.bytes === 4) {
    pushLaneAddress(c, form, u, 3);
    const v = f.local('v128');
    f.mem('v128.load').set(v).get(v).get(v).shuffle32([3, 2, 1, 0]);
    f.free(v);
    return;
  }
  const to = f.local('v128');
  c.i32(0);
  f.set(to);
  for (const lane of LANES.slice(0, active)) {
    if (stride !== undefined && stride > 0) {
      f.get(c.firsts.get(form) as Local);
      loadLane(c, buffer, to, lane, (4 * u + lane) * stride * form.bytes);
    } else {
      pushLaneAddress(c, form, u, lane);
      loadLane(c, buffer, to, lane, 0);
    }
  }
  f.get(to);
  f.free(to);
}

// lane by lane where the guard holds in some lanes only
function emitPartial(c: Context, e: Expr, guard: Expr, u: number, active: number): void {
  const { f } = c;
  const form = c.a.formOf(e);
  const to = f.local('v128');
  pushVector(c, e.args[1], u);
  if (e.type === 'bool') {
    c.i32(1);
    f.op('v128.and');
  }
  f.set(to);
  for (const lane of LANES.slice(0, active)) {
    pushLane(c, guard, u, lane);
    f.if(() => {
      pushLaneAddress(c, form, u, lane);
      loadLane(c, e.buffer as number, to, lane, 0);
    });
  }
  f.get(to);
  f.free(to);
}

/** Pushes a load as four lanes (bool: masks). */
export function emitVectorLoad(
  c: Context,
  e: Expr,
  u: number,
  active: number,
  paired: boolean,
): void {
  const { f } = c;
  const { guard } = e;
  if (!guard) emitPlain(c, e, u, active, paired);
  else if (!varies(c, guard)) {
    pushScalar(c, guard);
    f.if(
      () => emitPlain(c, e, u, active),
      () => pushVector(c, e.args[1], u),
      'v128',
    );
  } else if (active < 4) emitPartial(c, e, guard, u, active);
  else {
    pushVector(c, guard, u);
    f.op('i32x4.all_true').if(
      () => emitPlain(c, e, u, 4),
      () => emitPartial(c, e, guard, u, 4),
      'v128',
    );
  }
  if (e.type === 'bool') {
    c.i32(0);
    f.op('i32x4.ne');
  }
}

/** Stores lanes of result `j` at the current element of its output: values of all copies, then the stores. */
export function emitVectorStores(
  c: Context,
  j: number,
  copies: readonly number[],
  active: number,
): void {
  const { f } = c;
  const e = c.a.results[j];
  const half = c.a.dtypes[c.a.stores[j].buffer] === 'f16';
  const values = copies.map((u) => {
    const value = f.local('v128');
    pushVector(c, e, u);
    if (e.type === 'bool') {
      c.i32(1);
      f.op('v128.and');
    }
    if (half) pushHalf(c, 'narrow');
    f.set(value);
    return value;
  });
  copies.forEach((u, i) => {
    storeLanes(c, c.a.stores[j], u, values[i], active);
  });
  f.free(...values);
}

function storeLanes(c: Context, form: Form, u: number, value: Local, active: number): void {
  const { f } = c;
  const half = c.a.dtypes[form.buffer] === 'f16';
  const stride = strideOf(c, form) as number;
  const at = c.firsts.get(form) as Local;
  const offset = 4 * u * stride * form.bytes;
  if (stride === 1 && active === 4) {
    if (half) {
      f.get(at)
        .get(value)
        .get(value)
        .op('i16x8.narrow_i32x4_u')
        .mem('v128.store64_lane', offset, 0);
    } else f.get(at).get(value).mem('v128.store', offset);
  } else {
    for (const lane of LANES.slice(0, active)) {
      const position = offset + lane * stride * form.bytes;
      f.get(at).get(value);
      if (half) f.mem('v128.store16_lane', position, 2 * lane);
      else f.mem('v128.store32_lane', position, lane);
    }
  }
}

/** Stores scalar result `j`. */
export function emitScalarStore(c: Context, j: number): void {
  const { f } = c;
  const form = c.a.stores[j];
  const d = c.a.dtypes[form.buffer];
  f.get(formLocal(c, form));
  pushScalar(c, c.a.results[j]);
  if (d === 'f16') {
    f.op('f32x4.splat');
    pushHalf(c, 'narrow');
    f.mem('v128.store16_lane', 0, 0);
  } else f.mem(d === 'f32' ? 'f32.store' : d === 'f64' ? 'f64.store' : 'i32.store');
}

/**
 * Computes the part of a form that varies along the vector axis: the address of lane 0 where lanes
 * are evenly spaced, else (or for plain values) four addresses or values per copy.
 */
export function emitFirst(c: Context, form: Form): void {
  const { f } = c;
  const axis = c.s.vector;
  if (!axis) return;
  let along = 0;
  for (const { coefficient, atom } of form.index.terms) {
    if (atom.kind === 'axis' && atom.axis === axis.name) along += coefficient;
  }
  const first = localFor(c, c.firsts as Map<Form, Local> as never, form, 'i32');
  f.get(formLocal(c, form));
  if (along) {
    f.get(c.counters.get(axis.name) as Local).i32Const(along * form.bytes);
    f.op('i32.mul').op('i32.add');
  }
  f.set(first);
}

/** Pushes nothing; sets the lanes of a plain or irregular form for copy u. */
export function emitFormLanes(c: Context, form: Form, u: number): void {
  const { f } = c;
  const axis = c.s.vector;
  if (!axis || (form.buffer >= 0 && strideOf(c, form) !== undefined)) return;
  let along = 0;
  for (const { coefficient, atom } of form.index.terms) {
    if (atom.kind === 'axis' && atom.axis === axis.name) along += coefficient;
  }
  f.get(c.firsts.get(form) as Local).op('i32x4.splat');
  if (along) {
    const lanes = LANES.map((l) => (4 * u + l) * along * form.bytes);
    f.v128Const(new Uint8Array(new Int32Array(lanes).buffer)).op('i32x4.add');
  }
  for (const { coefficient, atom } of form.index.terms) {
    if (atom.kind === 'axis' || !varies(c, atom)) continue;
    if (atom.kind === 'data') pushVector(c, atom.expr as Expr, u);
    else f.get((c.vectors.get(atom) as Local[])[u]);
    const k = coefficient * form.bytes;
    if (k !== 1) {
      c.i32(k);
      f.op('i32x4.mul');
    }
    f.op('i32x4.add');
  }
  f.set(vectorLocal(c, form, u));
}
