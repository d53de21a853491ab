// Every public function, called with arguments of wrong kinds, works or throws a WgradError that names it.
import { beforeAll, describe, expect, it } from 'vitest';
import * as wgrad from '../../src/index.ts';
import { signatures } from '../../src/tensor/arguments.ts';
import { use } from '../support/devices.ts';
import { exampleSets, examplesOf, publicFunctions, wrongValues } from './wrong-arguments.ts';

beforeAll(async () => {
  await use('cpu');
});

const functions = publicFunctions(wgrad);

/** Public, but for the library's own models: a configuration's or a state's type is all they ask. */
const internal = [
  'nn.combine',
  'models.readConfig',
  'diffusion.pipelineTemplate',
  'diffusion.gaussianDiffusion',
  'diffusion.bestParams',
];

/** These speak in the name of the model that is their first argument. */
const speakForModels =
  /^models\.(perBlock|choose|activationOf|timeOfEach|classEmbedding|checkImage|checkLabels)$/;

/** Namespaces without signatures yet, and functions with nothing to check. */
const without =
  /^(data|io|ir|tree)\.|^(checkpoint|checkGradients|compile|currentDevice|customVjp|debugNaN|defineOp|device|deviceReason|grad|hessian|hvp|jacobian|jvp|memory|print|profile|realize|scope|setMemoryBudget|stopGradient|treeDot|useBackend|useDevice|valueAndGrad|vjp|Tensor|[A-Z]\w*Error)$/;

// rest arguments are one list in the signature
const rest = new Set([
  'einsum',
  'meshgrid',
  'slice',
  'optim.chain',
  'nn.sequential',
  'data.hostRandom',
]);

const call = (name: string, args: readonly unknown[]): unknown => {
  const f = functions.get(name) as (...args: unknown[]) => unknown;
  const last = args.at(-1);
  return rest.has(name) && Array.isArray(last) ? f(...args.slice(0, -1), ...last) : f(...args);
};

// What is wrong with a call; undefined if it works or is refused as it should be.
async function fault(name: string, args: readonly unknown[]): Promise<string | undefined> {
  try {
    const result = call(name, args);
    if (result instanceof Promise) await result;
    return undefined;
  } catch (error) {
    if (!(error instanceof wgrad.WgradError)) return `${error}`.split('\n')[0];
    // a file's fault is told by its path
    if (error instanceof wgrad.FileError || speakForModels.test(name)) return undefined;
    const word = name.split('.').at(-1) as string;
    return error.message.includes(word) || /^[\w.]+( of [^:]*)?:/.test(error.message)
      ? undefined
      : `the message does not name the function: ${error.message}`;
  }
}

async function works(name: string, args: readonly unknown[]): Promise<boolean> {
  try {
    await call(name, args);
    return true;
  } catch {
    return false;
  }
}

describe('arguments of wrong kinds', () => {
  const checked = [...functions.keys()].filter((name) => !without.test(name));

  it('every public function has a signature', () => {
    const takesNothing = checked.filter(
      (n) => !signatures.has(n) && functions.get(n)?.length === 0,
    );
    expect(
      checked.filter(
        (n) => !signatures.has(n) && !takesNothing.includes(n) && !internal.includes(n),
      ),
    ).toEqual([]);
  });

  it('are refused by name or work', async () => {
    const faults: string[] = [];
    for (const name of checked) {
      const args = signatures.get(name);
      if (!args) continue;
      let set = 0;
      while (set < exampleSets - 1 && !(await works(name, examplesOf(args, set)))) set++;
      for (let at = 0; at < args.length; at++) {
        for (const value of wrongValues()) {
          const given: unknown[] = examplesOf(args, set);
          given[at] = value;
          const wrong = await fault(name, given);
          if (wrong)
            faults.push(
              `${name}, ${args[at][0]} = ${typeof value} ${String(typeof value === 'symbol' ? 'symbol' : JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v)))?.slice(0, 40)}: ${wrong}`,
            );
        }
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);
});
