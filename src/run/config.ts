// The configuration of a run: everything that determines its numbers, as one JSON object. A task's defaults are the
// recipe; a file may change any part of them, `--set key=value` any value, and null removes what is optional. What the
// task's JSON schema does not know, or has otherwise, is refused with its path, before any work.
import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { isJsonObject, parseJson } from '../io/json.ts';
import { nearest } from '../tensor/nearest.ts';
import { quote } from '../tensor/quote.ts';
import type { Config, Task } from './task.ts';
import { UsageError } from './usage-error.ts';

/** A node of a JSON schema, as far as it is read here. */
interface Node {
  readonly type?: string;
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node | readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

const below = (node: Node, key: string): Node | undefined =>
  node.properties && Object.hasOwn(node.properties, key)
    ? node.properties[key]
    : Array.isArray(node.items)
      ? node.items[Number(key)]
      : (node.items as Node | undefined);

/** What a value must be, in words. */
export function wanted(node: Node): string {
  if (node.anyOf) return node.anyOf.map(wanted).join(' or ');
  if (node.const !== undefined) return quote(node.const);
  const { minimum: low, maximum: high, minItems, maxItems } = node;
  const range =
    low !== undefined && high !== undefined
      ? ` from ${low} to ${high}`
      : low !== undefined
        ? ` of at least ${low}`
        : high !== undefined
          ? ` of at most ${high}`
          : '';
  if (node.type === 'integer') return `a whole number${range}`;
  if (node.type === 'number') return `a number${range}`;
  if (node.type === 'string') return 'a text';
  if (node.type === 'array') {
    if (Array.isArray(node.items)) return `a list of ${node.items.length}`;
    const size = maxItems === undefined ? '' : ` of ${minItems ?? 0} to ${maxItems}`;
    return `a list${size}, each ${wanted((node.items as Node | undefined) ?? {})}`;
  }
  return node.type === 'object' ? 'an object' : (node.type ?? 'anything');
}

// '/a/b/0' as a.b[0]
const pathOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((k) => k.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((at, k) => (/^\d+$/.test(k) ? `${at}[${k}]` : at ? `${at}.${k}` : k), '');

function at(root: unknown, pointer: string): unknown {
  let x: unknown = root;
  for (const k of pointer.split('/').slice(1)) {
    x = (x as Readonly<Record<string, unknown>> | undefined)?.[k];
  }
  return x;
}

/** Checks a value against a schema. @throws UsageError naming the path of the first fault */
export function checkSchema(schema: TSchema, value: unknown, source: string): void {
  const [fault] = Value.Errors(schema, value);
  if (!fault) return;
  const pointer = fault.instancePath;
  let node = schema as Node | undefined;
  for (const k of pointer.split('/').slice(1)) node = node && below(node, k);
  const path = pathOf(pointer);
  if (
    node === undefined ||
    fault.keyword === 'additionalProperties' ||
    fault.keyword === 'boolean'
  ) {
    const keys = pointer.split('/').slice(1);
    const key = keys.pop() ?? '';
    let parent = schema as Node;
    for (const k of keys) parent = below(parent, k) as Node;
    throw unknownKey(source, keys.join('.'), key, Object.keys(parent.properties ?? {}));
  }
  if (fault.keyword === 'required') {
    const [missing] = (fault.params as { requiredProperties: string[] }).requiredProperties;
    throw new UsageError(`${source}: ${path ? `${path}.` : ''}${missing} is missing`);
  }
  throw new UsageError(
    `${source}: ${path || 'the configuration'} is ${quote(at(value, pointer))}; expected ${wanted(node)}`,
  );
}

function unknownKey(source: string, path: string, key: string, known: readonly string[]) {
  const like = nearest(key, known);
  return new UsageError(
    `${source}: no key ${quote(key)} in ${path || 'the configuration'}; ` +
      (like ? `did you mean ${like}?` : `there are ${known.join(', ')}`),
  );
}

/**
 * `base` with the keys of `changes` replaced, objects recursively, lists as a whole; null removes a key
 * (RFC 7396, JSON merge patch).
 */
export function merge(base: unknown, changes: unknown): unknown {
  if (changes === undefined) return base;
  if (!isJsonObject(changes)) return changes;
  const merged = new Map(isJsonObject(base) ? Object.entries(base) : []);
  for (const [key, change] of Object.entries(changes)) {
    if (change === null) merged.delete(key);
    else merged.set(key, merge(merged.get(key), change));
  }
  return Object.fromEntries(merged);
}

/** `--set a.b=value`: the value is JSON, a list of words after commas where a list is wanted, or else a text. */
export function setting(schema: TSchema, text: string): Config {
  const [, path, given] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined) throw new UsageError(`--set ${quote(text)}: expected key=value`);
  const keys = path.trim().split('.');
  let node = schema as Node;
  for (const [i, key] of keys.entries()) {
    const next = node.properties && Object.hasOwn(node.properties, key) && node.properties[key];
    if (!next) {
      const above = keys.slice(0, i).join('.');
      throw unknownKey('--set', above, key, Object.keys(node.properties ?? {}));
    }
    node = next;
  }
  const lists = [node, ...(node.anyOf ?? [])].some((n) => n.type === 'array');
  let value: unknown;
  try {
    value = parseJson(given, `--set ${path}`, 100_000);
  } catch {
    value = lists ? given.split(',').map((word) => word.trim()) : given;
  }
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Config;
}

/**
 * The task's defaults with what a file and settings change, checked. `source` names where a fault is from.
 * @throws UsageError naming the path of what is wrong
 */
export function configure(task: Task, base: Config, changes: unknown, source: string): Config {
  const config = merge(base, changes) as Config;
  checkSchema(task.schema, config, source);
  task.check?.(config);
  return config;
}

/** Every value of a configuration with what it means: [path, default, description]. */
export function rows(schema: TSchema, defaults: unknown, path = ''): [string, string, string][] {
  const { properties = {} } = schema as Node;
  return Object.entries(properties).flatMap(([key, node]) => {
    const name = path ? `${path}.${key}` : key;
    const value = isJsonObject(defaults) ? defaults[key] : undefined;
    if (node.properties) return rows(node as TSchema, value, name);
    const words = node.description ?? wanted(node);
    return [[name, value === undefined ? '' : JSON.stringify(value), words]];
  });
}
