// What a reader may do with any input: succeed, or say in a short message of the library's own what is wrong;
// within two seconds, and within half a gigabyte.
import { UsageError } from '../../src/run/usage-error.ts';
import { WgradError } from '../../src/tensor/errors.ts';
import { mutatedBytes, mutatedJson, type Pick, picker } from './mutate.ts';

/** A reader under attack. */
export interface Attack {
  readonly name: string;
  /** Inputs that must be taken: what is damaged. */
  readonly sound: readonly Uint8Array[];
  /** An input that follows from random numbers. */
  input(pick: Pick): Uint8Array;
  read(input: Uint8Array, pick: Pick): Promise<unknown>;
}

/** Damaged bytes of sound files. */
export const bytesAttack = (
  name: string,
  sound: readonly Uint8Array[],
  read: Attack['read'],
): Attack => ({
  name,
  sound,
  input: (pick) => mutatedBytes(sound, pick),
  read,
});

/** Sound JSON texts with a changed structure. */
export const jsonAttack = (
  name: string,
  sound: readonly string[],
  read: Attack['read'],
): Attack => ({
  name,
  sound: sound.map((t) => new TextEncoder().encode(t)),
  input: (pick) => mutatedJson(sound, pick),
  read,
});

/** Values as JSON texts. */
export const json = (...values: unknown[]): string[] =>
  values.map((value) => JSON.stringify(value));

/** Bytes as a text. */
export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What came of an attack. */
export interface Outcome {
  readonly inputs: number;
  /** Inputs that were taken. */
  readonly taken: number;
  /** Kinds of messages, digits and quotes left out. */
  readonly messages: number;
  readonly slowest: number;
  readonly seconds: number;
  /** Seconds of the processor. */
  readonly processor: number;
  /** Bytes of the process at its largest. */
  readonly peak: number;
  /** Bytes by which the process' largest size went up meanwhile. */
  readonly grown: number;
  /** What may not be, with the seed. */
  readonly faults: readonly string[];
}

const largestSize = (): number => process.resourceUsage().maxRSS * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

function messageFault(error: unknown): string | undefined {
  if (!(error instanceof WgradError || error instanceof UsageError)) {
    return `${(error as Error)?.stack ?? error}`;
  }
  const [line] = error.message.split('\n  at ');
  if (line.length > 4200) return `a message of ${line.length} characters: ${line.slice(0, 100)}`;
  if (acting.test(line)) return `a message with controls: ${JSON.stringify(line.slice(0, 200))}`;
  return undefined;
}

/** Runs `count` inputs, numbered from `first`, each within `mostSeconds`. Stops after twenty faults. */
export async function attackReader(
  attack: Attack,
  count: number,
  first = 0,
  mostSeconds = 2,
): Promise<Outcome> {
  const before = largestSize();
  const began = performance.now();
  const busy = process.cpuUsage();
  const faults: string[] = [];
  const messages = new Set<string>();
  let [taken, slowest, inputs] = [0, 0, 0];
  const once = async (seed: number): Promise<number> => {
    const pick = picker(seed);
    const input = attack.input(pick);
    const start = performance.now();
    try {
      await attack.read(input, pick);
      taken++;
    } catch (error) {
      const fault = messageFault(error);
      if (fault) faults.push(`${attack.name}, seed ${seed}: ${fault}`);
      messages.add(
        String((error as Error)?.message)
          .replace(/"[^"]*"|[\d.]+/g, '')
          .slice(0, 60),
      );
    }
    return (performance.now() - start) / 1000;
  };
  // Of the processor, since a busy machine is no fault of the reader; of the clock if that is far too long.
  const again = async (seed: number): Promise<number> => {
    const before = process.cpuUsage();
    const seconds = await once(seed);
    const { user, system } = process.cpuUsage(before);
    return seconds > 10 * mostSeconds ? seconds : (user + system) / 1e6;
  };
  for (let seed = first; seed < first + count && faults.length < 20; seed++) {
    inputs++;
    let seconds = await once(seed);
    if (seconds > mostSeconds) seconds = Math.min(seconds, await again(seed));
    if (seconds > mostSeconds) faults.push(`${attack.name}, seed ${seed}: ${seconds} s`);
    slowest = Math.max(slowest, seconds);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(busy);
  const processor = (user + system) / 1e6;
  const peak = largestSize();
  const grown = peak - before;
  return {
    inputs,
    taken,
    messages: messages.size,
    slowest,
    seconds,
    processor,
    peak,
    grown,
    faults,
  };
}
