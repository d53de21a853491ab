// Structural keys: equal keys mean that two graphs compute the same function of their inputs, so a plan
// made for one serves the other. A key is a list of numbers that can be read back in one way only: the
// types of the inputs, then operation, attributes and operands of each node, then the results.
// Names are numbered in a table, attributes are written out exactly (NaN, infinities and -0 too);
// functions and objects of classes are equal to themselves only.

import type { Aval } from '../tensor/aval.ts';
import { type Graph, topologicalOrder } from '../tensor/graph.ts';
import { callAttrs, isCall, isPick, pickIndex } from '../tensor/ops/call.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** What a graph computes, as numbers. */
export type GraphKey = readonly number[];

const names = new Map<string, number>();

// Names of operations, attributes and their values: as many as the program's text has.
function nameNumber(name: string): number {
  let n = names.get(name);
  if (n === undefined) {
    n = names.size;
    names.set(name, n);
  }
  return n;
}

// What stands next in a key: a number that follows as it is, one that `===` cannot tell, and so on.
const tag = {
  finite: 0,
  nan: 1,
  infinity: 2,
  minusInfinity: 3,
  minusZero: 4,
  string: 5,
  true: 6,
  false: 7,
  nothing: 8,
  list: 9,
  object: 10,
  other: 11,
} as const;

const identities = new WeakMap<object, number>();
let nextIdentity = 0;

function identityNumber(v: object): number {
  let n = identities.get(v);
  if (n === undefined) {
    n = nextIdentity++;
    identities.set(v, n);
  }
  return n;
}

function writeNumber(v: number, to: number[]): void {
  if (Number.isNaN(v)) to.push(tag.nan);
  else if (v === Number.POSITIVE_INFINITY) to.push(tag.infinity);
  else if (v === Number.NEGATIVE_INFINITY) to.push(tag.minusInfinity);
  else if (Object.is(v, -0)) to.push(tag.minusZero);
  else to.push(tag.finite, v);
}

// Lists and objects say how long they are before what they hold.
function writeObject(v: object, to: number[]): void {
  if (Array.isArray(v) || ArrayBuffer.isView(v)) {
    const list = v as ArrayLike<unknown>;
    to.push(tag.list, list.length);
    for (let i = 0; i < list.length; i++) write(list[i], to);
    return;
  }
  const prototype = Object.getPrototypeOf(v);
  if (prototype !== Object.prototype && prototype !== null) {
    to.push(tag.other, identityNumber(v));
    return;
  }
  const start = to.push(tag.object, 0);
  let n = 0;
  for (const k in v) {
    n++;
    to.push(nameNumber(k));
    write((v as Record<string, unknown>)[k], to);
  }
  to[start - 1] = n;
}

function write(v: unknown, to: number[]): void {
  switch (typeof v) {
    case 'number':
      writeNumber(v, to);
      break;
    case 'string':
      to.push(tag.string, nameNumber(v));
      break;
    case 'boolean':
      to.push(v ? tag.true : tag.false);
      break;
    case 'object':
      if (v === null) to.push(tag.nothing);
      else writeObject(v, to);
      break;
    case 'undefined':
      to.push(tag.nothing);
      break;
    case 'function':
      to.push(tag.other, identityNumber(v));
      break;
    default:
      throw new TypeError(
        `an attribute of an operation is a ${typeof v} (${String(v)}); use a number`,
      );
  }
}

const calls = new WeakMap<object, GraphKey>();

// The key of the graph that a call carries, made once: the backward pass may share it between nodes.
function callKey(t: Tensor): GraphKey {
  let key = calls.get(t.attrs);
  if (key === undefined) {
    const { graph, fusion } = callAttrs(t);
    const inputs = new Set(graph.inputs);
    const order = topologicalOrder(graph.outputs, (x) => inputs.has(x));
    key = [fusion ? nameNumber(fusion.name) : -1, ...graphKey(order, graph)];
    calls.set(t.attrs, key);
  }
  return key;
}

function writeAttrs(t: Tensor, to: number[]): void {
  const { lower } = t.op;
  if (lower.kind === 'map' && lower.identity) return; // its attributes are for the tape
  if (isPick(t)) to.push(pickIndex(t));
  else if (isCall(t)) {
    const key = callKey(t);
    to.push(key.length);
    for (const n of key) to.push(n);
  } else writeObject(t.attrs, to);
}

function writeType({ shape, dtype }: Aval, to: number[]): void {
  to.push(nameNumber(dtype), shape.length);
  for (let i = 0; i < shape.length; i++) to.push(shape[i]);
}

/** An operation's attributes as text; a call's is the key of the graph it carries. */
export function attrsKey(t: Tensor): string {
  const words: number[] = [];
  writeAttrs(t, words);
  return words.join();
}

/** The key of a graph whose nodes are `order` (operands first). */
export function graphKey(order: readonly Tensor[], graph: Graph): GraphKey {
  const to: number[] = [graph.inputs.length];
  // inputs count down from -1, other nodes up from 0
  const number = new Map<Tensor, number>();
  for (const t of graph.inputs) {
    number.set(t, -1 - number.size);
    writeType(t, to);
  }
  let next = 0;
  for (const t of order) {
    if (number.has(t)) continue;
    number.set(t, next++);
    to.push(nameNumber(t.op.name));
    writeAttrs(t, to); // with the operands they determine the type
    to.push(t.inputs.length);
    for (const x of t.inputs) to.push(number.get(x) as number);
  }
  for (const t of graph.outputs) to.push(number.get(t) as number);
  return to;
}

const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

/** A hash of 32 bits (FNV-1a by words); equal hashes do not make equal keys. */
export function hashKey(key: GraphKey): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    const v = key[i];
    if (v === (v | 0)) h = Math.imul(h ^ v, 0x01000193);
    else {
      float[0] = v;
      h = Math.imul(Math.imul(h ^ halves[0], 0x01000193) ^ halves[1], 0x01000193);
    }
    h ^= h >>> 15; // products move high bits nowhere: bring them down
  }
  return h;
}

/** Whether two keys are the same. */
export function sameKey(a: GraphKey, b: GraphKey): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
