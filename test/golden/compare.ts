// Compares the answers of an adapter with what a case asks for: |got - want| <= atol + rtol |want| for
// every element, NaN meets NaN, infinities have their sign, shapes are equal, [0, 0] is exact. What a
// case asks for must be answered in full; a case with nothing to compare has failed.
import { realize } from '../../src/runtime/evaluate.ts';
import { sameShape } from '../../src/tensor/shape.ts';
import { Tensor } from '../../src/tensor/tensor.ts';
import type { Golden, GoldenCase, Results, Tolerance } from './contract.ts';
import { differencesOf, type Meant } from './deliberate.ts';
import { type Expected, expectedOf, textsOf } from './expected.ts';

/** One thing that is not as it should be. */
export interface Failure {
  readonly role: string;
  readonly name: string;
  /** What is wrong, in words. */
  readonly fault: string;
  /** Position of the worst element: the one furthest beyond its tolerance, relative to it. */
  readonly index?: readonly number[];
  readonly want?: number;
  readonly got?: number;
  /** What |got - want| may be at that element. */
  readonly allowed?: number;
  /** Elements outside their tolerance, and elements altogether. */
  readonly off?: number;
  readonly of?: number;
}

/** What comparing a case has found. */
export interface Comparison {
  readonly failures: readonly Failure[];
  /** Tensors and texts that were compared. */
  readonly compared: number;
  /** The largest |got - want| in units of what is allowed, over everything with a tolerance above 0. */
  readonly nearest: number;
  /** Why elements that are off are not failures (deliberate.ts). */
  readonly deliberate: readonly string[];
}

type Named = Readonly<Record<string, Tensor>>;

// |got - want| in units of what is allowed; above 1 is outside
function excess(got: number, want: number, [rtol, atol]: Tolerance): number {
  if (got === want || (Number.isNaN(got) && Number.isNaN(want))) return 0;
  const off = Math.abs(got - want);
  if (!Number.isFinite(off)) return Number.POSITIVE_INFINITY;
  const allowed = atol + rtol * Math.abs(want);
  return off <= allowed ? off / allowed : Math.max(off / allowed, 1 + Number.EPSILON);
}

function positionOf(flat: number, shape: readonly number[]): number[] {
  const at: number[] = [];
  for (let axis = shape.length - 1, rest = flat; axis >= 0; axis--) {
    at.unshift(rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return at;
}

/**
 * How far values are off: the largest excess, and the worst element as a failure if that is above 1.
 * Elements that are off in one of the ways of `differences` are no failure; `deliberate` says why.
 */
export function worst(
  got: ArrayLike<number>,
  expected: Expected,
  differences: readonly Meant[] = [],
): { most: number; failure?: Failure; deliberate: ReadonlySet<string> } {
  const { role, name, values: want, shape, tolerance } = expected;
  let off = 0;
  let most = 0;
  let at = 0;
  const deliberate = new Set<string>();
  for (let i = 0; i < want.length; i++) {
    const e = excess(got[i], want[i], tolerance);
    const allowed = ({ holds, instead }: Meant): boolean =>
      holds(got[i], want[i]) && (!instead || excess(got[i], instead[i], tolerance) <= 1);
    const meant = e > 1 ? differences.find(allowed) : undefined;
    if (meant) {
      deliberate.add(meant.why);
      continue;
    }
    if (e > 1) off++;
    if (e > most) [most, at] = [e, i];
  }
  if (off === 0) return { most, deliberate };
  const failure = {
    role,
    name,
    fault: 'outside the tolerance',
    index: positionOf(at, shape),
    want: want[at],
    got: got[at],
    allowed: tolerance[0] * Math.abs(want[at]) + tolerance[1],
    off,
    of: want.length,
  };
  return { most, failure, deliberate };
}

const scaled = ([rtol, atol]: Tolerance, factor: number): Tolerance => [
  rtol * factor,
  atol * factor,
];

// gradients of what the loss does not depend on: absent or zero
function idleOf(c: GoldenCase, got: Results): Expected[] {
  const lists: [string, unknown][] = [
    ['grads', c.no_grad],
    ['param_grads', c.params_without_grad],
  ];
  return lists.flatMap(([role, names]) =>
    ((names ?? []) as string[]).flatMap((name): Expected[] => {
      const t = (got[role] as Named | undefined)?.[name];
      if (!t) return [];
      const values = new Float32Array(t.size);
      return [{ role, name, shape: t.shape, values, tolerance: [0, 0] }];
    }),
  );
}

// 2-norms of the gradients of all parameters, where the manifest gives them
async function normsOf(c: GoldenCase, got: Results): Promise<[number | undefined, Expected][]> {
  const role = 'param_grad_norms';
  const wanted = Object.entries((c[role] ?? {}) as Readonly<Record<string, number>>);
  const grads = (got.param_grads ?? {}) as Named;
  return Promise.all(
    wanted.map(async ([name, want]): Promise<[number | undefined, Expected]> => {
      const tolerance = c.tol?.[role]?.[name] ?? [1e-3, 1e-6];
      const expected = { role, name, shape: [], values: [want], tolerance };
      if (!grads[name]) return [undefined, expected];
      const values = Array.from(await grads[name].data());
      return [Math.sqrt(values.reduce((n, v) => n + v * v, 0)), expected];
    }),
  );
}

/**
 * Compares the answers to a case with what it asks for, on the device in use; `factor` multiplies the
 * tolerances. No failures mean that the case has passed.
 */
export async function compare(
  c: GoldenCase,
  golden: Golden,
  got: Results,
  factor: number,
): Promise<Comparison> {
  const { texts: said, ...tensors } = got;
  await realize(tensors);
  const failures: Failure[] = [];
  let compared = 0;
  let nearest = 0;
  const deliberate = new Set<string>();
  const fail = ({ role, name }: { role: string; name: string }, fault: string): void => {
    failures.push({ role, name, fault });
  };
  const look = (values: ArrayLike<number>, e: Expected): void => {
    const found = worst(
      values,
      { ...e, tolerance: scaled(e.tolerance, factor) },
      differencesOf(c, e.role, golden, e.name),
    );
    const { most, failure } = found;
    for (const why of found.deliberate) deliberate.add(why);
    if (failure) failures.push(failure);
    if (e.tolerance[0] + e.tolerance[1] > 0) nearest = Math.max(nearest, most);
  };
  for (const e of expectedOf(c, golden)) {
    compared++;
    const t = (got[e.role] as Named | undefined)?.[e.name];
    if (!(t instanceof Tensor)) fail(e, 'was not computed');
    else if (!sameShape(t.shape, e.shape)) fail(e, `has shape [${t.shape}], not [${e.shape}]`);
    else look(await t.data(), e);
  }
  for (const [name, want] of textsOf(c)) {
    compared++;
    const text = said?.[name];
    if (text !== want) {
      const found = text === undefined ? 'was not computed' : `is ${JSON.stringify(text)}`;
      fail({ role: 'texts', name }, `${found}, wanted ${JSON.stringify(want)}`);
    }
  }
  if (compared === 0) fail({ role: 'case', name: c.id }, 'stores nothing to compare with');
  for (const e of idleOf(c, got)) look(await (got[e.role] as Named)[e.name].data(), e);
  for (const [norm, e] of await normsOf(c, got)) {
    if (norm === undefined) fail(e, 'was not computed');
    else look([norm], e);
  }
  return { failures, compared, nearest, deliberate: [...deliberate] };
}
