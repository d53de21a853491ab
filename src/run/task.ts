// What `wgrad train` can train. A task adds no command: its options come from its defaults and their schema, its
// stages from its list, its metrics are named numbers, its pictures and texts go into the run's folder.
import type { Static, TObject } from 'typebox';
import type { Algorithm } from '../train/loop.ts';

/** Where a stage's samples go. */
export interface Samples {
  /** The path of a new file of this moment in the run's folder: `file('grid.png')`. */
  file(name: string): string;
}

/** A part of a run that trains one state. */
export interface Stage<S = unknown, F = unknown, B = unknown> {
  readonly name: string;
  readonly algorithm: Algorithm<S, F, B>;
  /** 0: there is nothing to train, the state is `start`'s. */
  readonly steps: number;
  readonly seed: number;
  readonly frozen?: F;
  /** What a step goes through: { images: 64 } is told as images/s, { tokens: 4096 } as tokens/s. */
  readonly counts: Readonly<Record<string, number>>;
  /** The first state, where it is not the algorithm's. */
  start?(): Promise<S>;
  /** Makes pictures or texts of a state; resolves to words about them. */
  sample?(state: S, samples: Samples): Promise<string>;
  /** Writes what other commands read (weights), beside each checkpoint. */
  save?(state: S): Promise<void>;
  /** The stage is over: what later stages need of its state. */
  done?(state: S): void | Promise<void>;
}

/** What a task's stages know of the run. */
export interface Room {
  readonly folder: string;
  /** The command line's arguments, for what is written. */
  readonly command: readonly string[];
  /** A line for people. */
  say(line: string): void;
}

/** A configuration of a schema. */
export type Config = Readonly<Record<string, unknown>>;

/** Something to train. */
export interface Task<C = Config> {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** The papers that it follows. */
  readonly paper: string;
  /** JSON schema of the configuration; its descriptions are the help. */
  readonly schema: TObject;
  readonly defaults: C;
  /** Steps between lines of metrics. */
  reportEvery(config: C): number;
  /** What must hold between the parts, which a schema cannot say. @throws UsageError */
  check?(config: C): void;
  /** Its stages in order; one is run to its end before the next is asked for. */
  stages(config: C, room: Room): AsyncIterable<Stage>;
  /** What to do with a finished run: a command. */
  next?(folder: string): string;
}

/** A task whose configuration has the schema's type. */
export const defineTask = <T extends TObject>(
  task: Omit<Task<Static<T>>, 'schema'> & { readonly schema: T },
): Task => task as unknown as Task;

/** A stage of any state, for lists of them. */
export const stage = <S, F, B>(s: Stage<S, F, B>): Stage => s as unknown as Stage;
