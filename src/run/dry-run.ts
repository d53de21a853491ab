// What a run would take, from a few steps of each of its stages; nothing is kept.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatBytes } from '../io/files.ts';
import type { CompileStats } from '../runtime/compile-stats.ts';
import { leaves } from '../tensor/tree.ts';
import { loop } from '../train/loop.ts';
import { clock } from './progress.ts';
import type { Config, Stage, Task } from './task.ts';

const measured = 3; // steps, the first of which also compiles

interface Figures {
  readonly stage: Stage;
  readonly elements: number;
  readonly stats: CompileStats;
  /** Of one step. */
  readonly seconds: number;
}

async function measure(stage: Stage): Promise<{ figures?: Figures; state: unknown }> {
  const { algorithm, seed, frozen, steps } = stage;
  let figures: Figures | undefined;
  let state = stage.start && (await stage.start());
  if (steps === 0) return { state };
  const reports = loop(algorithm, {
    steps: Math.min(steps, measured),
    seed,
    frozen,
    state,
    reportEvery: 1,
  });
  for await (const report of reports) {
    state = report.state;
    const trees = algorithm.form ? algorithm.form.trees(state) : state;
    const params = (trees as { params?: unknown }).params ?? trees;
    const elements = leaves(params).reduce((n, t) => n + t.size, 0);
    figures = { stage, elements, stats: await report.stats(), seconds: report.seconds };
  }
  return { figures, state };
}

const amount = (x: number): string => {
  const units = ['', ' k', ' M', ' G', ' T', ' P', ' E'];
  const k = Math.min(Math.floor(Math.log10(Math.max(x, 1)) / 3), units.length - 1);
  return `${(x / 1000 ** k).toPrecision(3)}${units[k]}`;
};

/** Runs a few steps of each stage; a text for people. */
export async function dryRun(
  task: Task,
  config: Config,
  say: (line: string) => void,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wgrad-dry-run-'));
  const all: Figures[] = [];
  const began = performance.now();
  let stepping = 0;
  try {
    for await (const stage of task.stages(config, { folder, command: [], say })) {
      say(`${stage.name}: ${Math.min(stage.steps, measured)} of ${stage.steps} steps`);
      const since = performance.now();
      const { figures, state } = await measure(stage);
      stepping += performance.now() - since;
      if (figures) all.push(figures);
      await stage.done?.(state);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const between = (performance.now() - began - stepping) / 1000;
  const lines = all.map(({ stage, elements, stats, seconds }) =>
    [
      `${stage.name}: ${stage.steps} steps`,
      `  parameters   ${amount(elements)}`,
      `  a step       ${amount(stats.flops)}FLOP in ${stats.kernels} kernels, ${seconds.toFixed(3)} s here`,
      `  memory       ${formatBytes(stats.tempBytes)} of temporaries, planned`,
      `  in all       ${clock(stage.steps * seconds)} (${amount(stage.steps * stats.flops)}FLOP)`,
    ].join('\n'),
  );
  const total = all.reduce((n, { stage, seconds }) => n + stage.steps * seconds, between);
  return [
    ...lines,
    `in all ${clock(total)} on this machine, ${clock(between)} of it between the stages; ` +
      'samples and checkpoints not counted',
  ].join('\n');
}
