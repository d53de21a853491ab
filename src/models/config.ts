// Configurations as the reference implementations write them to config.json: the same keys, the same
// defaults. What a model here does not implement may stand in a configuration only at its default; anything
// else is an error that names it, for a network that silently differs is worse than none.
import { WgradError } from '../tensor/errors.ts';
import { gelu, mish, relu, silu } from '../tensor/ops/activations.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A configuration of options O: those of R must be given, the others have defaults. */
export type Configuration<O extends object, R extends keyof O = never> = Partial<O> &
  Readonly<Pick<O, R>>;

/** Options by name, of any type. */
export type Options = Readonly<Record<string, unknown>>;

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);
const equal = (a: unknown, b: unknown): boolean => shown(a) === shown(b);

/**
 * The options of `given`, completed by defaults.
 * @param model name for errors
 * @param required names of options without a default
 * @param defaults the options that are implemented, at the reference's defaults
 * @param fixed options of the reference that are not implemented, at their only possible value
 * @throws WgradError for options that are missing, unknown or not implemented. Names that start with an
 * underscore (`_class_name`, `_diffusers_version`) are notes of whoever wrote the file.
 */
export function readConfig<O extends object, R extends keyof O & string = never>(
  model: string,
  given: Configuration<O, R>,
  required: readonly R[],
  defaults: Omit<O, R>,
  fixed: Options = {},
): O {
  const entries = Object.entries(given).filter(([k, v]) => !k.startsWith('_') && v !== undefined);
  for (const name of required) {
    if (given[name] === undefined) throw new WgradError(`${model}: the option ${name} is missing`);
  }
  for (const [name, value] of entries) {
    if (name in defaults || (required as readonly string[]).includes(name)) continue;
    if (!(name in fixed)) throw new WgradError(`${model}: there is no option ${name}`);
    if (!equal(value, fixed[name])) {
      const only = shown(fixed[name]);
      throw new WgradError(`${model}: ${name} = ${shown(value)} is not implemented, only ${only}`);
    }
  }
  const known = entries.filter(([name]) => !(name in fixed));
  return { ...defaults, ...Object.fromEntries(known) } as O;
}

/** One value a block from a value for all or a list. @throws WgradError for other lists */
export function perBlock<T extends number | boolean>(
  model: string,
  name: string,
  value: T | readonly T[],
  blocks: number,
): readonly T[] {
  if (typeof value !== 'object') return new Array<T>(blocks).fill(value);
  if (value.length !== blocks) {
    throw new WgradError(`${model}: ${name} has ${value.length} entries for ${blocks} blocks`);
  }
  if (value.some((entry) => typeof entry === 'object')) {
    throw new WgradError(`${model}: ${name} = ${shown(value)}: lists of lists are not implemented`);
  }
  return value;
}

/** An entry of a list of names. @throws WgradError that lists the names */
export function choose<T>(
  model: string,
  option: string,
  name: string,
  table: Record<string, T>,
): T {
  if (!Object.hasOwn(table, name)) {
    const names = Object.keys(table).join(', ');
    throw new WgradError(`${model}: ${option} = ${shown(name)} is not one of ${names}`);
  }
  return table[name];
}

/** Activations by the names that configurations use. */
const activations: Record<string, (x: Tensor) => Tensor> = { silu, swish: silu, gelu, relu, mish };

/** The activation of a name: silu (also called swish), gelu (exact), relu, mish. @throws WgradError */
export const activationOf = (
  model: string,
  option: string,
  name: string,
): ((x: Tensor) => Tensor) => choose(model, option, name, activations);
