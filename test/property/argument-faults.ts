// What is wrong with a call of a public function: nothing if it works, or is refused by an error that says
// which function and which argument. Results are computed, since operations are lazy: an argument that only a
// kernel chokes on is found as well.
import { realize } from '../../src/runtime/evaluate.ts';
import { shown } from '../../src/tensor/describe.ts';
import { FileError, WgradError } from '../../src/tensor/errors.ts';
import { tensorsWithin } from '../../src/tensor/tree.ts';

/** An argument that is wrong, and the names of those that it has to fit. */
export interface Argument {
  readonly names: readonly string[];
  readonly value: unknown;
}

/** A call as it was made. */
export interface MadeCall {
  /** The function's dotted name ('random.normal'). */
  readonly name: string;
  readonly f: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
  /** What is wrong; not asked for where it is undefined. */
  readonly argument?: Argument;
  /** Other names under which errors may speak. */
  readonly speaksAs?: RegExp;
}

/** Waits for a result and computes every tensor in it; generators give their first item. */
export async function settle(result: unknown): Promise<unknown> {
  let value = await result;
  if (typeof (value as AsyncGenerator | undefined)?.next === 'function') {
    value = (await (value as AsyncGenerator).next()).value;
  }
  await realize(tensorsWithin(value));
  if (typeof (value as { close?: unknown } | undefined)?.close === 'function') {
    await (value as { close(): unknown }).close(); // an opened file
  }
  return value;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether a message speaks of a function: what stands before the first colon has its name, with or without
 * its namespaces ('take from axis 0: ...').
 */
export function namesFunction(message: string, name: string): boolean {
  const word = name.split('.').at(-1) as string;
  return new RegExp(`(^|[^\\w])${escaped(word)}([^\\w]|$)`, 'i').test(message.split(':')[0]);
}

/** Whether a message names an argument (of several that do not fit, one), an option, or what was given. */
export function namesArgument(message: string, argument: Argument): boolean {
  const { names, value } = argument;
  const said = (word: string): boolean =>
    new RegExp(`(^|[^\\w])${escaped(word)}s?([^\\w]|$)`, 'i').test(message);
  return (
    names.some(said) ||
    (typeof value === 'function' && /the function\b/.test(message)) ||
    /argument|the option|no option|has \S+ entries/.test(message) ||
    message.includes(shown(value)) ||
    /(f32|f64|f16|i32|u32|bool)\[|[ [(]\[\d|axis -?\d/.test(message) // operands by type, shapes, an axis
  );
}

/** What is wrong with a call; undefined if nothing. */
export async function faultOf(call: MadeCall): Promise<string | undefined> {
  const { name, f, args, argument, speaksAs } = call;
  try {
    await settle(f(...args));
    return undefined;
  } catch (error) {
    if (!(error instanceof WgradError)) return `${error}`.split('\n')[0];
    // a file's fault is told by its path
    if (error instanceof FileError) return undefined;
    const message = error.message.split('\n')[0];
    // that of values out of a file, by the name of their source
    const sourced = args.some((a) => typeof a === 'string' && a && message.startsWith(`${a}: `));
    if (!namesFunction(message, name) && !speaksAs?.test(message) && !sourced) {
      return `the message is not in the function's name: ${message}`;
    }
    if (argument && !namesArgument(message, argument)) {
      return `the message does not name the argument: ${message}`;
    }
    return undefined;
  }
}
