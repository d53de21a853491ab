// Kinds of arguments: a name for people and a test that says what is wrong with a value. Simple kinds are
// made from a test, others from kinds: lists, records, options, choices.
import { isPlain, shown } from './describe.ts';
import type { WgradError } from './errors.ts';
import { nearest } from './nearest.ts';
import { Tensor } from './tensor.ts';

/** What does not fit, and where in the argument ('.betas[1]'). */
export interface Fault {
  readonly path: string;
  /** The whole message after the argument's name, e.g. 'must be a number, not "x"'. */
  readonly text: string;
  readonly error?: typeof WgradError;
}

/** A kind of argument: its name for people, and what is wrong with a value (undefined: nothing). */
export interface Kind {
  readonly expected: string;
  readonly fault: (value: unknown) => Fault | undefined;
  /** What to write in place of a wrong value. */
  readonly hint?: (value: unknown) => string | undefined;
  /** `undefined` is fine: there is a default. */
  readonly optional?: boolean;
  /** Kinds inside: of a list's entries, a record's fields or a union's members. */
  readonly parts?: readonly Kind[] | Readonly<Record<string, Kind>>;
}

const isList = Array.isArray as (v: unknown) => v is readonly unknown[];

/** The fault of a value that is not of a kind. */
export const wrong = (
  expected: string,
  value: unknown,
  hint = '',
  error?: typeof WgradError,
): Fault => ({
  path: '',
  text: `must be ${expected}, not ${shown(value)}${hint && `; ${hint}`}`,
  error,
});

/** A kind from a test; `hint` may say what to write in place of a wrong value. */
export function kind(
  expected: string,
  test: (value: unknown) => boolean,
  hint?: (value: unknown) => string | undefined,
  error?: typeof WgradError,
): Kind {
  return {
    expected,
    hint,
    fault: (value) =>
      test(value) ? undefined : wrong(expected, value, hint?.(value) ?? generalHint(value), error),
  };
}

const generalHint = (value: unknown): string =>
  value instanceof Promise
    ? 'await it'
    : typeof value === 'bigint'
      ? 'convert it with Number(...)'
      : '';

/** One of some strings (or numbers). */
export const oneOf = (...values: readonly (string | number | boolean | null)[]): Kind =>
  kind(
    values.map((v) => JSON.stringify(v)).join(' or '),
    (v) => (values as readonly unknown[]).includes(v),
    (v) => {
      const names = values.filter((x) => typeof x === 'string');
      const near = typeof v === 'string' ? nearest(v, names) : undefined;
      return near && `did you mean "${near}"?`;
    },
  );

/** May be left out. */
export const optional = (k: Kind): Kind => ({
  ...k,
  fault: (v) => (v === undefined ? undefined : k.fault(v)),
  optional: true,
});

/** One of several kinds. */
export function either(...kinds: readonly Kind[]): Kind {
  const expected = kinds.map((k) => k.expected).join(' or ');
  return {
    expected,
    parts: kinds,
    fault: (value) => {
      let last: Fault | undefined;
      for (let i = 0; i < kinds.length; i++) {
        const fault = kinds[i].fault(value);
        if (!fault) return undefined;
        if (fault.path !== '') last = fault; // the right kind, wrong inside
      }
      return (
        last ??
        wrong(
          expected,
          value,
          kinds.map((k) => k.hint?.(value)).find((h) => h) ?? generalHint(value),
        )
      );
    },
  };
}

/** An array of a kind. */
export const list = (k: Kind, least = 0): Kind => ({
  expected: `an array (each entry ${k.expected})`,
  parts: [k],
  fault: (value) => {
    if (!isList(value)) return wrong(`an array (each entry ${k.expected})`, value);
    if (value.length < least) return { path: '', text: 'is empty' };
    for (let i = 0; i < value.length; i++) {
      const fault = k.fault(value[i]);
      if (fault) return { ...fault, path: `[${i}]${fault.path}` };
    }
    return undefined;
  },
});

/** Fields of an object: those given must fit; others are not looked at. */
export function fields<T>(
  parts: Readonly<Record<keyof T & string, Kind>>,
  what = 'an object',
): Kind {
  const known = Object.entries<Kind>(parts);
  const names = known.filter(([, k]) => !k.optional).map(([name]) => name);
  const expected = names.length > 0 ? `${what} with ${names.join(', ')}` : what;
  return {
    expected,
    parts,
    fault: (value) => {
      if (typeof value !== 'object' || value === null || isList(value) || value instanceof Tensor) {
        return wrong(expected, value);
      }
      for (let i = 0; i < known.length; i++) {
        const [name, k] = known[i];
        const fault = k.fault((value as Record<string, unknown>)[name]);
        if (fault) return { ...fault, path: `.${name}${fault.path}` };
      }
      return undefined;
    },
  };
}

/** Options of T: a plain object without keys that T does not have. */
export function options<T>(parts: Readonly<Record<keyof T & string, Kind>>): Kind {
  const inner = fields<T>(parts, 'an object of options');
  return {
    ...inner,
    fault: (value) => {
      if (typeof value === 'object' && value !== null && isPlain(value)) {
        for (const name in value) {
          if (!Object.hasOwn(parts, name)) return unknownOption(name, Object.keys(parts));
        }
        return inner.fault(value);
      }
      const names = Object.keys(parts);
      return wrong(inner.expected, value, `the options are ${names.join(', ')}`);
    },
  };
}

function unknownOption(name: string, known: readonly string[]): Fault {
  const near = nearest(name, known);
  const hint = near ? `did you mean ${near}?` : `the options are ${known.join(', ') || 'none'}`;
  return { path: '', text: `has no option ${shown(name)}; ${hint}` };
}
