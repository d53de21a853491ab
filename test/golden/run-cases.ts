// Runs the cases of a group on the device in use: adapter, comparison, and one of four states for each
// case. Knows nothing of vitest, the command line or where a group comes from.
import { WgradError } from '../../src/tensor/errors.ts';
import { type Comparison, compare, type Failure } from './compare.ts';
import { type Adapter, type Golden, type GoldenCase, Unsupported } from './contract.ts';

/**
 * `passed`; `failed`: something is not as the case says, or the adapter threw; `unsupported`: this
 * library has no such operation, module, kind or option; `excepted`: the device does not promise it, or
 * this library differs on purpose, with the reason.
 */
export type State = 'passed' | 'failed' | 'unsupported' | 'excepted';

/** What became of a case. */
export interface CaseReport {
  readonly id: string;
  readonly state: State;
  readonly seconds: number;
  /** Why it is unsupported or excepted, or the message of what the adapter threw. */
  readonly reason?: string;
  readonly failures: readonly Failure[];
  /** Tensors and texts that were compared. */
  readonly compared: number;
  /** The largest |got - want| in units of what is allowed. */
  readonly nearest: number;
}

/** What became of a group. */
export interface GroupReport {
  readonly group: string;
  readonly counts: Readonly<Record<State, number>>;
  readonly seconds: number;
  readonly nearest: number;
  readonly cases: readonly CaseReport[];
}

/** How cases are run. */
export interface RunOptions {
  /** Multiplies every tolerance (default 1). */
  readonly factor?: number;
  /** Only these cases; default all. */
  readonly only?: (c: GoldenCase) => boolean;
  /** Cases that the device does not promise; default none. */
  readonly except?: (c: GoldenCase) => boolean;
  /** Called before each case. */
  readonly progress?: (group: string, done: number, of: number) => void;
}

/** What a case calls: its operation, module, kind or reference. */
export const calls = (c: GoldenCase): string =>
  c.op ?? c.module ?? c.kind ?? c.reference ?? 'a case of this form';

// models and schedulers refuse options that they do not have with an error that names the option
const refusal = /is not implemented|there is no option|is not one of|is not supported/;
const refused = (error: unknown): boolean =>
  error instanceof Unsupported ||
  (error instanceof WgradError && error.name === 'WgradError' && refusal.test(error.message));

const blank = { failures: [], compared: 0, nearest: 0, deliberate: [] } as const;

/** Runs one case. Resolves also where the adapter throws. */
export async function runCase(
  c: GoldenCase,
  golden: Golden,
  adapter: Adapter,
  factor = 1,
): Promise<CaseReport> {
  const started = performance.now();
  const end = (state: State, found: Partial<CaseReport & Comparison> = {}): CaseReport => ({
    id: c.id,
    state,
    seconds: (performance.now() - started) / 1000,
    ...blank,
    ...found,
  });
  try {
    const got = await adapter(c, golden);
    if (!got) return end('unsupported', { reason: `no adapter knows ${calls(c)}` });
    const found = await compare(c, golden, got, factor);
    if (found.failures.length) return end('failed', found);
    const [why] = found.deliberate;
    return why === undefined ? end('passed', found) : end('excepted', { ...found, reason: why });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return end(refused(error) ? 'unsupported' : 'failed', { reason: message });
  }
}

/** Runs the cases of a group in order. */
export async function runGroup(
  golden: Golden,
  adapter: Adapter,
  options: RunOptions = {},
): Promise<GroupReport> {
  const started = performance.now();
  const chosen = golden.cases.filter(options.only ?? (() => true));
  const cases: CaseReport[] = [];
  for (const c of chosen) {
    options.progress?.(golden.group, cases.length, chosen.length);
    if (options.except?.(c)) {
      cases.push({ id: c.id, state: 'excepted', seconds: 0, ...blank });
    } else cases.push(await runCase(c, golden, adapter, options.factor));
  }
  const count = (state: State): number => cases.filter((c) => c.state === state).length;
  return {
    group: golden.group,
    counts: {
      passed: count('passed'),
      failed: count('failed'),
      unsupported: count('unsupported'),
      excepted: count('excepted'),
    },
    seconds: (performance.now() - started) / 1000,
    nearest: Math.max(0, ...cases.map((c) => c.nearest)),
    cases,
  };
}
