// Index arithmetic. An index is a linear form  constant + sum coefficient * atom,  whose atoms are
// loop axes, quotients and remainders of other forms, or values read from a tensor (gather). Ranges
// of atoms are known, so most divisions that reshapes bring in cancel at once:
// (8 i + j) / 8 = i when 0 <= j < 8. Forms and atoms are interned: equal ones are the same object.
import type { Atom, Expr, Index } from './expr.ts';

export type { Atom, Index } from './expr.ts';

let atoms = new Map<string, Atom>();
let forms = new Map<string, Index>();
let nextId = 1;

/** Forget interned forms (between kernels, so that the tables stay small). */
export function resetIndices(): void {
  atoms = new Map();
  forms = new Map();
}

export function atom(key: string, make: () => Omit<Atom, 'id'>): Atom {
  const found = atoms.get(key);
  if (found) return found;
  const a = { id: nextId++, ...make() };
  atoms.set(key, a);
  return a;
}

function form(constant: number, terms: { coefficient: number; atom: Atom }[]): Index {
  terms.sort((a, b) => a.atom.id - b.atom.id);
  const key = `${constant}${terms.map((t) => `,${t.coefficient}*${t.atom.id}`).join('')}`;
  const found = forms.get(key);
  if (found) return found;
  let min = constant;
  let max = constant;
  for (const { coefficient: c, atom: a } of terms) {
    min += c > 0 ? c * a.min : c * a.max;
    max += c > 0 ? c * a.max : c * a.min;
  }
  const ix = { id: nextId++, constant, terms, min, max };
  forms.set(key, ix);
  return ix;
}

/** The constant index `n`. */
export const constant = (n: number): Index => form(n, []);

const ofAtom = (a: Atom): Index =>
  a.min === a.max ? constant(a.min) : form(0, [{ coefficient: 1, atom: a }]);

/** The loop axis `name`, running over 0..size-1. */
export const axis = (name: string, size: number): Index =>
  ofAtom(
    atom(`axis ${name} ${size}`, () => ({
      kind: 'axis',
      axis: name,
      min: 0,
      max: Math.max(size - 1, 0),
    })),
  );

/** An index read from a tensor; the expression must lie in 0..size-1. */
export const fromData = (expr: Expr, size: number): Index =>
  ofAtom(
    atom(`data ${expr.id} ${size}`, () => ({
      kind: 'data',
      expr,
      min: 0,
      max: Math.max(size - 1, 0),
    })),
  );

// The quotient that is all of a form.
const soleQuotient = (x: Index): Atom | undefined => {
  const [t] = x.terms;
  const sole = x.terms.length === 1 && x.constant === 0 && t.coefficient === 1;
  return sole && t.atom.kind === 'div' ? t.atom : undefined;
};

// c*d*floor(x/d) + c*(x mod d) = c*x: undoes a reshape that was itself reshaped away. Where x is itself
// a quotient y/a, floor(x/d) stands as floor(y/(a*d)).
function recombine(terms: Map<Atom, number>): Index | undefined {
  for (const [m, c] of terms) {
    if (m.kind !== 'mod') continue;
    const by = m.by as number;
    const inner = soleQuotient(m.arg as Index);
    for (const [q, e] of terms) {
      if (q.kind !== 'div' || e !== c * by) continue;
      const direct = q.arg === m.arg && q.by === by;
      if (direct || (inner && q.arg === inner.arg && q.by === (inner.by as number) * by)) {
        terms.delete(m);
        terms.delete(q);
        return scale(m.arg as Index, c);
      }
    }
  }
  return undefined;
}

/** Sum of indices and numbers. */
export function add(...parts: (Index | number)[]): Index {
  let k = 0;
  const terms = new Map<Atom, number>();
  for (const p of parts) {
    if (typeof p === 'number') {
      k += p;
      continue;
    }
    k += p.constant;
    for (const t of p.terms) terms.set(t.atom, (terms.get(t.atom) ?? 0) + t.coefficient);
  }
  for (const [a, c] of terms) if (c === 0) terms.delete(a);
  const whole = recombine(terms);
  const rest = form(
    k,
    [...terms].map(([a, c]) => ({ coefficient: c, atom: a })),
  );
  return whole ? add(whole, rest) : rest;
}

/** `x * c` for a constant `c`. */
export const scale = (x: Index, c: number): Index =>
  c === 0
    ? constant(0)
    : form(
        x.constant * c,
        x.terms.map((t) => ({ coefficient: t.coefficient * c, atom: t.atom })),
      );

/** `a - b`. */
export const sub = (a: Index, b: Index | number): Index =>
  add(a, typeof b === 'number' ? -b : scale(b, -1));

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
const mod1 = (a: number, d: number): number => ((a % d) + d) % d;

// x = d * quotient + rest, with every coefficient and the constant of `rest` in 0..d-1.
function splitBy(x: Index, d: number): { quotient: Index; rest: Index } {
  const q: { coefficient: number; atom: Atom }[] = [];
  const r: { coefficient: number; atom: Atom }[] = [];
  for (const { coefficient: c, atom: a } of x.terms) {
    if (c % d === 0) q.push({ coefficient: c / d, atom: a });
    else r.push({ coefficient: c, atom: a });
  }
  const k = mod1(x.constant, d);
  // keep a constant that makes a negative remainder range non-negative (reversed axes)
  const low = form(k, [...r]);
  if (low.min < 0 && low.max - low.min < d && form(x.constant, [...r]).min >= 0) {
    const full = form(x.constant, [...r]);
    const shift = Math.floor(full.min / d) * d;
    return {
      quotient: form(shift / d, q),
      rest: form(x.constant - shift, r),
    };
  }
  return { quotient: form((x.constant - k) / d, q), rest: low };
}

// rest = g * high + low with 0 <= low < g and g a divisor of d, so that low does not reach the quotient
// by d: floor((32 i + j) / 64) = floor(i / 2) for 0 <= j < 32. Undefined if there is no such split.
function splitLow(rest: Index, d: number): { high: Index; low: Index; g: number } | undefined {
  const candidates = rest.terms.map((t) => gcd(d, t.coefficient)).sort((a, b) => b - a);
  for (const g of candidates) {
    if (g === 1) break;
    const high = rest.terms.filter((t) => t.coefficient % g === 0);
    const constantLow = mod1(rest.constant, g);
    const low = form(
      constantLow,
      rest.terms.filter((t) => t.coefficient % g !== 0),
    );
    if (low.min < 0 || low.max >= g) continue;
    const scaled = high.map((t) => ({ coefficient: t.coefficient / g, atom: t.atom }));
    return { high: form((rest.constant - constantLow) / g, scaled), low, g };
  }
  return undefined;
}

/** floor(x / d) for a positive constant `d`. */
export function div(x: Index, d: number): Index {
  if (d === 1) return x;
  const { quotient, rest } = splitBy(x, d);
  if (rest.min >= 0 && rest.max < d) return quotient;
  const split = splitLow(rest, d);
  if (split) return add(quotient, div(split.high, d / split.g));
  const only = rest.terms.length === 1 && rest.constant === 0 ? rest.terms[0] : undefined;
  if (only && only.coefficient === 1 && only.atom.kind === 'div') {
    return add(quotient, div(only.atom.arg as Index, (only.atom.by as number) * d));
  }
  const a = atom(`div ${rest.id} ${d}`, () => ({
    kind: 'div',
    arg: rest,
    by: d,
    min: Math.floor(rest.min / d),
    max: Math.floor(rest.max / d),
  }));
  return add(quotient, ofAtom(a));
}

/** x mod d (never negative) for a positive constant `d`. */
export function mod(x: Index, d: number): Index {
  if (d === 1) return constant(0);
  const { rest } = splitBy(x, d);
  if (rest.min >= 0 && rest.max < d) return rest;
  const split = splitLow(rest, d);
  if (split) return add(scale(mod(split.high, d / split.g), split.g), split.low);
  const only = rest.terms.length === 1 && rest.constant === 0 ? rest.terms[0] : undefined;
  if (only && only.coefficient === 1 && only.atom.kind === 'mod') {
    if ((only.atom.by as number) % d === 0) return mod(only.atom.arg as Index, d);
  }
  const a = atom(`mod ${rest.id} ${d}`, () => ({
    kind: 'mod',
    arg: rest,
    by: d,
    min: 0,
    max: d - 1,
  }));
  return ofAtom(a);
}

/** Row-major flat index of a multi-index. */
export function flatten(index: readonly Index[], shape: readonly number[]): Index {
  let stride = 1;
  const parts: Index[] = [];
  for (let i = shape.length - 1; i >= 0; i--) {
    parts.push(scale(index[i], stride));
    stride *= shape[i];
  }
  return parts.length === 0 ? constant(0) : add(...parts);
}

/** Multi-index of a row-major flat index. */
export function unflatten(flat: Index, shape: readonly number[]): Index[] {
  const out = new Array<Index>(shape.length);
  let stride = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    const q = div(flat, stride);
    // the outermost quotient is already in range
    out[i] = shape[i] === 1 ? constant(0) : i === 0 ? q : mod(q, shape[i]);
    stride *= Math.max(shape[i], 1);
  }
  return out;
}

/**
 * Where an element of a reshape to `shape` stands in `from`. Stretches of dimensions that hold the same number
 * of elements are taken by themselves, and a dimension that stays as it is stands for itself: no quotient has
 * to cancel there, which it could not where a guarded index leaves its range.
 */
export function unreshape(
  index: readonly Index[],
  shape: readonly number[],
  from: readonly number[],
): Index[] {
  const out = from.map(() => constant(0));
  if (shape.includes(0)) return out;
  const longer = (sizes: readonly number[]) => [...sizes.keys()].filter((d) => sizes[d] !== 1);
  const [given, wanted] = [longer(shape), longer(from)];
  while (given.length > 0) {
    const these = [given.shift() as number];
    const those = [wanted.shift() as number];
    let [left, right] = [shape[these[0]], from[those[0]]];
    while (left !== right) {
      const [list, dims] = left < right ? [given, these] : [wanted, those];
      const d = list.shift() as number;
      dims.push(d);
      if (list === given) left *= shape[d];
      else right *= from[d];
    }
    const at = flatten(
      these.map((d) => index[d]),
      these.map((d) => shape[d]),
    );
    unflatten(
      at,
      those.map((d) => from[d]),
    ).forEach((position, k) => {
      out[those[k]] = position;
    });
  }
  return out;
}
