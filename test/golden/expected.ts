// What a case asks for: the tensors of every role that is not given, and what stands in the manifest
// itself as a result (time steps, noise levels, learning rates, token ids, metrics, texts).
import { sameShape } from '../../src/tensor/shape.ts';
import type { Golden, GoldenCase, Names, Tolerance } from './contract.ts';

/** Tolerance where a case states none. */
export const defaultTolerance: Tolerance = [1e-5, 1e-6];

/** What a case must give under one name, and how near. */
export interface Expected {
  readonly role: string;
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
  readonly tolerance: Tolerance;
}

// roles that are given to the adapter, and roles that are asked of it; others are told by their names
const given = new Set(['inputs', 'params', 'buffers', 'proj', 'vectors']);
const asked = new Set(['outputs', 'grads', 'param_grads', 'params_after', 'buffers_after']);

// what stands in the manifest as a result; everything else there describes the case
const lists = [
  'timesteps',
  'sigmas',
  'noise_used',
  'ids',
  'lr',
  'decay_used',
  'clip_grad_norm.norms_before',
];
const scalars = ['init_noise_sigma'];
const repeated = ['value', 'values']; // outputs once more, in float64
const texts = ['decoded'];

/** The roles of a case that name tensors of the file. */
export function tensorRoles(c: GoldenCase): [string, Names][] {
  const isRole = ([role, value]: [string, unknown]): boolean => {
    if (given.has(role) || asked.has(role)) return true;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const names = Object.values(value);
    const own = (v: unknown): boolean => typeof v === 'string' && v.startsWith(`${c.id}/${role}/`);
    return names.length > 0 && names.every(own);
  };
  return Object.entries(c).filter(isRole) as [string, Names][];
}

interface Nested {
  readonly shape: number[];
  readonly values: number[];
}

// a number, a boolean or nested lists of them, as shape and values; undefined for anything else
function nested(value: unknown): Nested | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { shape: [], values: [Number(value)] };
  }
  if (!Array.isArray(value)) return undefined;
  const parts = value.map(nested);
  const shape = parts[0]?.shape ?? [];
  if (!parts.every((p) => p && sameShape(p.shape, shape))) return undefined;
  return {
    shape: [value.length, ...shape],
    values: (parts as Nested[]).flatMap((p) => p.values),
  };
}

// the loosest tolerance of the case's outputs, for `value` does not say which of them it repeats
const loosest = (c: GoldenCase): Tolerance =>
  Object.values(c.tol?.outputs ?? {}).reduce<Tolerance>(
    ([r, a], [rtol, atol]) => [Math.max(r, rtol), Math.max(a, atol)],
    defaultTolerance,
  );

function inManifest(c: GoldenCase): Expected[] {
  const found: Expected[] = [];
  const add = (name: string, value: unknown, near?: Tolerance): void => {
    const n = nested(value);
    if (!n) return;
    const exact = n.values.every(Number.isInteger);
    const stated: Tolerance | undefined =
      typeof c.rtol === 'number' && typeof c.atol === 'number'
        ? [Math.max(c.rtol, 2e-6), Math.max(c.atol, 1e-7)] // meant for float64, answered in float32
        : (c.tol?.manifest?.[name] ?? near);
    const tolerance = stated ?? (exact ? [0, 0] : defaultTolerance);
    found.push({ role: 'manifest', name, ...n, tolerance });
  };
  const under = (path: string): unknown =>
    path.split('.').reduce((at: unknown, k) => (at as Record<string, unknown> | undefined)?.[k], c);
  for (const name of lists) if (Array.isArray(under(name))) add(name, under(name));
  for (const name of scalars) add(name, c[name]);
  for (const name of repeated) {
    const value = c[name];
    if (typeof value !== 'object' || value === null) add(name, value, loosest(c));
    else {
      for (const [k, v] of Object.entries(value)) {
        add(`${name}.${k}`, v, c.tol?.outputs?.[k] ?? loosest(c));
      }
    }
  }
  return found;
}

/**
 * Every tensor that a case asks for. What stands in the manifest is exact where it consists of whole
 * numbers or booleans; `value` and `values` repeat outputs and have their tolerance; the case's own
 * `rtol` and `atol` hold where stated.
 */
export function expectedOf(c: GoldenCase, golden: Golden): Expected[] {
  const stored = tensorRoles(c)
    .filter(([role]) => !given.has(role))
    .flatMap(([role, names]) =>
      Object.entries(names).map(([name, at]) => ({
        role,
        name,
        shape: golden.shape(at),
        values: golden.values(at),
        tolerance: c.tol?.[role]?.[name] ?? defaultTolerance,
      })),
    );
  return [...stored, ...inManifest(c)];
}

/** The texts that a case asks for, by name. */
export const textsOf = (c: GoldenCase): [string, string][] =>
  texts.flatMap((name): [string, string][] => {
    const value = c[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
