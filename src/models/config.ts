// Configurations as the reference implementations write them to config.json: the same keys, the same
// defaults. What a model here does not implement may stand in a configuration only at its default; anything
// else is an error that names it, for a network that silently differs is worse than none.
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import { gelu, mish, relu, silu } from '../tensor/ops/activations.ts';
import { printable, quote } from '../tensor/quote.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A configuration of options O: those of R must be given, the others have defaults. */
export type Configuration<O extends object, R extends keyof O = never> = Partial<O> &
  Readonly<Pick<O, R>>;

/** Options by name, of any type. */
export type Options = Readonly<Record<string, unknown>>;

// Both are JSON; `fixed` is short, so a long value is none of its own.
const equal = (a: unknown, b: unknown): boolean => quote(a, 1000) === quote(b, 1000);

const kindOf = (x: unknown): string => (Array.isArray(x) ? 'list' : x === null ? 'null' : typeof x);

// Options that may be a list, with an entry a block, in place of one value for all.
const perBlockOptions = new Set([
  'layers_per_block',
  'attention_head_dim',
  'num_attention_heads',
  'cross_attention_dim',
  'transformer_layers_per_block',
  'only_cross_attention',
]);

// An option is of its default's kind.
// What is null by default may be anything, and is checked where it is used.
function kindFault(name: string, value: unknown, standard: unknown): string | undefined {
  const kind = kindOf(standard);
  if (kind === 'null') return undefined;
  const layers = [value].flat(2).find((n) => typeof n === 'number' && n > mostLayers);
  if (name.includes('layer') && layers !== undefined) return `at most ${mostLayers} layers`;
  const entries = kind === 'list' ? (standard as readonly unknown[]) : [standard];
  const listed = kind === 'list' || perBlockOptions.has(name);
  if (Array.isArray(value) && listed && value.length <= mostBlocks) {
    return value.every((entry) => entries.length === 0 || isOfKind(entry, entries))
      ? undefined
      : `a list of ${kindOf(entries[0])}s`;
  }
  if (kind !== 'list' && kindOf(value) === kind && isOfKind(value, entries)) return undefined;
  return kind === 'list' ? `a list of ${kindOf(entries[0])}s` : `a ${kind}`;
}

const mostBlocks = 1000;
const mostLayers = 10_000;
// nothing in a configuration is as large: sizes beyond are slips, and tables of them would not fit memory
const largest = 1e9;

function isOfKind(value: unknown, entries: readonly unknown[]): boolean {
  if (Array.isArray(value)) return value.every((entry) => isOfKind(entry, entries));
  if (typeof value === 'number' && !(Math.abs(value) <= largest)) return false;
  return entries.some((entry) => kindOf(entry) === kindOf(value));
}

/**
 * The options of `given`, completed by defaults.
 * @param model name for errors
 * @param required names of options without a default
 * @param defaults the options that are implemented, at the reference's defaults
 * @param fixed options of the reference that are not implemented, at their only possible value
 * @param nullable options that null switches off though it is not their default
 * @throws WgradError for options that are missing, unknown, of another kind or not implemented. Names that start with an
 * underscore (`_class_name`, `_diffusers_version`) are notes of whoever wrote the file.
 */
export function readConfig<O extends object, R extends keyof O & string = never>(
  model: string,
  given: Configuration<O, R>,
  required: readonly R[],
  defaults: Omit<O, R>,
  fixed: Options = {},
  nullable: readonly string[] = [],
): O {
  if (kindOf(given) !== 'object') {
    throw new WgradError(`${model}: the configuration is ${quote(given)}; expected an object`);
  }
  const entries = Object.entries(given).filter(([k, v]) => !k.startsWith('_') && v !== undefined);
  for (const name of required) {
    if (given[name] === undefined) throw new WgradError(`${model}: the option ${name} is missing`);
  }
  for (const [name, value] of entries) {
    if (Object.hasOwn(defaults, name)) {
      const expected = kindFault(name, value, (defaults as Options)[name]);
      if (expected === undefined || (value === null && nullable.includes(name))) continue;
      throw new WgradError(`${model}: ${name} = ${quote(value)}; expected ${expected}`);
    }
    if ((required as readonly string[]).includes(name)) {
      // sizes and counts, all of them
      const most = name.includes('layer') ? mostLayers : largest;
      if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most) continue;
      const expected = `expected a whole number from 0 to ${most}`;
      throw new WgradError(`${model}: ${name} = ${quote(value)}; ${expected}`);
    }
    if (!Object.hasOwn(fixed, name)) {
      throw new WgradError(`${model}: there is no option ${printable(name, 80)}`);
    }
    if (!equal(value, fixed[name])) {
      const only = quote(fixed[name]);
      throw new WgradError(`${model}: ${name} = ${quote(value)} is not implemented, only ${only}`);
    }
  }
  const known = entries.filter(([name]) => !Object.hasOwn(fixed, name));
  return { ...defaults, ...Object.fromEntries(known) } as O;
}

const perBlockArgs = is.signature(
  'models.perBlock',
  ['model', is.string],
  ['name', is.string],
  ['value', is.anything],
  ['blocks', is.count],
);

/** One value a block from a value for all or a list. @throws WgradError for other lists */
export function perBlock<T extends number | boolean>(
  model: string,
  name: string,
  value: T | readonly T[],
  blocks: number,
): readonly T[] {
  perBlockArgs(model, name, value, blocks);
  if (typeof value !== 'object' || value === null) return new Array<T>(blocks).fill(value);
  if (value.length !== blocks) {
    throw new WgradError(`${model}: ${name} has ${value.length} entries for ${blocks} blocks`);
  }
  if (value.some((entry) => typeof entry === 'object')) {
    throw new WgradError(`${model}: ${name} = ${quote(value)}: lists of lists are not implemented`);
  }
  return value;
}

const chooseArgs = is.signature(
  'models.choose',
  ['model', is.string],
  ['option', is.string],
  ['name', is.string],
  ['table', is.object],
);

/** An entry of a list of names. @throws WgradError that lists the names */
export function choose<T>(
  model: string,
  option: string,
  name: string,
  table: Record<string, T>,
): T {
  chooseArgs(model, option, name, table);
  if (!Object.hasOwn(table, name)) {
    const names = Object.keys(table).join(', ');
    throw new WgradError(`${model}: ${option} = ${quote(name)} is not one of ${names}`);
  }
  return table[name];
}

/** Activations by the names that configurations use. */
const activations: Record<string, (x: Tensor) => Tensor> = { silu, swish: silu, gelu, relu, mish };

const activationOfArgs = is.signature(
  'models.activationOf',
  ['model', is.string],
  ['option', is.string],
  ['name', is.string],
);

/** The activation of a name: silu (also called swish), gelu (exact), relu, mish. @throws WgradError */
export const activationOf = (
  model: string,
  option: string,
  name: string,
): ((x: Tensor) => Tensor) => {
  activationOfArgs(model, option, name);
  return choose(model, option, name, activations);
};
