// Every public function, called with wrong arguments, works or throws a WgradError that names it and the
// argument; results are computed, so that what only a kernel chokes on counts as well.
//
// By default each argument is given a sixth of the wrong values, another sixth for each. With
// WGRAD_ARGUMENTS=all it is given all of them, with every set of valid ones that the function takes, and two
// arguments are wrong at a time as well: of the pairs a sample for each function, WGRAD_SEED for another one.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wgrad from '../../src/index.ts';
import { type Arguments, signatures } from '../../src/tensor/arguments.ts';
import { picker } from '../fuzz/mutate.ts';
import { use } from '../support/devices.ts';
import { type Calls, validCalls } from './argument-calls.ts';
import { faultOf, settle } from './argument-faults.ts';
import { speakThrough } from './argument-speakers.ts';
import {
  exampleSets,
  examplesOf,
  publicFunctions,
  shownValue,
  wrongValues,
} from './wrong-arguments.ts';

const all = process.env.WGRAD_ARGUMENTS === 'all';
const home = process.cwd();
let before: string[] = [];
let folder = '';
let calls: Calls = {};

// files are written here: wrong paths are names like 'x'
beforeAll(async () => {
  before = await readdir(home);
  folder = await mkdtemp(join(tmpdir(), 'wgrad-arguments-'));
  process.chdir(folder);
  await use('cpu');
  calls = await validCalls(join(folder, 'sound'));
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

const functions = publicFunctions(wgrad);

/** WGRAD_ARGUMENTS=1 .. 5: another sixth of the wrong values; all: every one, and pairs. */
const shift = Number(process.env.WGRAD_ARGUMENTS) || 0;

/** Functions without a signature, and why. */
const without: Readonly<Record<string, string>> = {
  Tensor: 'a class that only operations construct; its type says so',
  'models.patchGan': 'its only argument is a configuration, which readConfig checks',
  'diffusion.gaussianDiffusion': 'a configuration, whose betas and names it checks one by one',
};
const isError = (name: string): boolean => /^[A-Z]\w*Error$/.test(name); // constructors take any text

// rest arguments are one list in the signature
const rest = new Set([
  'einsum',
  'meshgrid',
  'slice',
  'realize',
  'tree.zipWith',
  'optim.chain',
  'nn.Sequential',
  'data.hostRandom',
]);

// these load files of several megabytes where nothing is given
const slow = /^data\.(loadEmoji|loadClipTokenizer|officialClipFiles)$/;

const callOf =
  (name: string) =>
  (...args: unknown[]): unknown => {
    const f = functions.get(name) as (...args: unknown[]) => unknown;
    const last = args.at(-1);
    return rest.has(name) && Array.isArray(last) ? f(...args.slice(0, -1), ...last) : f(...args);
  };

const argumentsOf = (name: string, args: Arguments, set: number): unknown[] => {
  const made = calls[name]?.();
  return made ? args.map((_, i) => made[i]) : examplesOf(args, set);
};

async function works(name: string, args: readonly unknown[]): Promise<boolean> {
  try {
    await settle(callOf(name)(...args));
    return true;
  } catch {
    return false;
  }
}

// The sets of valid arguments that are tried: those that work, or the first if none does.
async function setsFor(name: string, args: Arguments): Promise<{ sets: number[]; valid: boolean }> {
  const sets: number[] = [];
  const most = name in calls ? 1 : exampleSets;
  for (let set = 0; set < most && (all || sets.length === 0); set++) {
    if (!slow.test(name) && (await works(name, argumentsOf(name, args, set)))) sets.push(set);
  }
  return sets.length > 0 ? { sets, valid: true } : { sets: [0], valid: false };
}

const spoken = new Set<string>();

/** Functions for which no valid arguments are known, so that only their first wrong one is surely reached. */
const withoutExample = ['defineOp', 'diffusion.readLora', 'useBackend'];
const unproven: string[] = [];

/** Pairs of wrong arguments tried with each function. */
const pairs = 60;

async function faultsOf(name: string, args: Arguments, turn: number): Promise<string[]> {
  const faults: string[] = [];
  const { sets, valid } = await setsFor(name, args);
  if (!valid && args.length > 0 && !slow.test(name)) unproven.push(name);
  const f = callOf(name);
  const through = speakThrough[name];
  const names = args.map(([n]) => n);
  const tryOne = async (given: unknown[], at: number, one: boolean): Promise<void> => {
    const argument = valid && one ? { names, value: given[at] } : undefined;
    let fault = await faultOf({ name, f, args: given, argument });
    if (fault && through && !(await faultOf({ name, f, args: given, speaksAs: through }))) {
      spoken.add(name);
      fault = undefined;
    }
    if (fault) faults.push(`${name}, ${args[at][0]} = ${shownValue(given[at])}: ${fault}`);
    if (name === 'setMemoryBudget') wgrad.setMemoryBudget(Number.POSITIVE_INFINITY);
  };
  for (const set of sets) {
    for (let at = 0; at < args.length; at++) {
      for (const [k, value] of wrongValues().entries()) {
        if (!all && (k + turn + at) % 6 !== 0) continue;
        if (slow.test(name) && value === undefined) continue;
        const given = argumentsOf(name, args, set);
        given[at] = value;
        await tryOne(given, at, true);
      }
    }
  }
  if (!all || slow.test(name) || args.length < 2) return faults;
  const pick = picker(turn + Number(process.env.WGRAD_SEED ?? 1));
  for (let n = 0; n < pairs; n++) {
    const given = argumentsOf(name, args, sets[pick(sets.length)]);
    const at = pick(args.length);
    const values = wrongValues();
    given[at] = values[pick(values.length)];
    given[(at + 1 + pick(args.length - 1)) % args.length] = values[pick(values.length)];
    await tryOne(given, at, false);
  }
  return faults;
}

describe('wrong arguments', () => {
  it('every public function has a signature, or a reason to have none', () => {
    const bare = [...functions].filter(
      ([n, f]) => !signatures.has(n) && !isError(n) && !(n in without) && f.length > 0,
    );
    expect(bare.map(([n]) => n)).toEqual([]);
    expect(Object.keys(without).filter((n) => signatures.has(n) || !functions.has(n))).toEqual([]);
  });

  it('are refused by name, or work', async () => {
    const faults: string[] = [];
    for (const name of functions.keys()) {
      const args = signatures.get(name);
      // which sixth is the name's own: another function elsewhere does not change it
      const turn = [...name].reduce((sum, c) => (31 * sum + (c.codePointAt(0) ?? 0)) % 6007, 0);
      if (args) faults.push(...(await faultsOf(name, args, turn + shift)));
      // what one function wrote is no other's input
      for (const file of await readdir(folder)) {
        if (file !== 'sound') await rm(join(folder, file), { recursive: true });
      }
    }
    expect(faults).toEqual([]);
  }, 1_200_000);

  it('follow upon valid ones', () => {
    expect(unproven.sort()).toEqual(withoutExample);
    expect(Object.keys(calls).filter((n) => !functions.has(n))).toEqual([]);
  });

  it('no entry of those that speak in another name is left over', () => {
    if (all) expect(Object.keys(speakThrough).filter((n) => !spoken.has(n))).toEqual([]);
    expect(Object.keys(speakThrough).filter((n) => !functions.has(n))).toEqual([]);
  });

  it('of what the transforms return are refused too', async () => {
    const f = (x: wgrad.Tensor) => wgrad.sum(wgrad.mul(x, x));
    const made: Record<string, (...args: never[]) => unknown> = {
      grad: wgrad.grad(f),
      valueAndGrad: wgrad.valueAndGrad(f),
      jacobian: wgrad.jacobian(f),
      hessian: wgrad.hessian(f),
      checkpoint: wgrad.checkpoint(f),
      compile: wgrad.compile(f),
      customVjp: wgrad.customVjp(f, (ct) => [ct]),
    };
    const faults: string[] = [];
    for (const [name, g] of Object.entries(made)) {
      for (const value of wrongValues()) {
        // what reaches f is refused by its operations, in their names
        const call = { name, f: g as never, args: [value], speaksAs: /^(mul|sum|toTensor|add)\b/ };
        const fault = await faultOf(call);
        if (fault) faults.push(`${name}(f)(${shownValue(value)}): ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('leave no file outside of the temporary folder', async () => {
    expect((await readdir(home)).filter((n) => !before.includes(n))).toEqual([]);
  });
});
