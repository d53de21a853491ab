// `wgrad runs`, `wgrad report`, `wgrad compare`: looking at runs.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { differences, isRun } from '../run/description.ts';
import { isLocked } from '../run/lock.ts';
import { clock } from '../run/progress.ts';
import {
  metricsOf,
  type RunData,
  readRun,
  stagesOf,
  writePage,
  writeReport,
} from '../run/report.ts';
import { UsageError } from '../run/usage-error.ts';
import { printable } from '../tensor/quote.ts';

const figure = (x: unknown): string =>
  typeof x === 'number' ? String(Number(x.toPrecision(4))) : '-';

/** Rows of texts as columns. */
function columns(rows: readonly (readonly string[])[]): string {
  const wide = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows
    .map((row) =>
      row
        .map((cell, k) => cell.padEnd(wide[k]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function rowOf(folder: string, { description, lines }: RunData): Promise<string[]> {
  const last = lines.at(-1);
  const { ended, error } = description;
  const over = ended ? 'ended' : error ? 'failed' : 'stopped';
  const state = (await isLocked(folder)) ? 'running' : over;
  return [
    folder,
    description.task,
    state,
    last ? `${last.stage} ${last.step}` : '-',
    last ? `loss ${figure(last.loss)}` : '-',
    clock(last?.seconds ?? 0),
    description.started.slice(0, 16).replace('T', ' '),
  ].map((text) => printable(text, 200));
}

/** Folders of runs in a folder, and one level below. */
async function runFolders(folder: string): Promise<string[]> {
  if (isRun(folder)) return [folder];
  if (!existsSync(folder)) throw new UsageError(`${folder}: there is no such folder`);
  const below = await readdir(folder, { withFileTypes: true });
  return below
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .filter(isRun)
    .sort();
}

/** The command `runs`. */
export const runsCommand = (): Command =>
  new Command('runs')
    .description('list runs')
    .argument('[folder]', 'where they are', 'runs')
    .action(async (folder: string) => {
      const found = await runFolders(folder);
      if (found.length === 0) throw new UsageError(`${folder}: there are no runs in it`);
      const rows = [['folder', 'task', 'state', 'at', 'loss', 'time', 'started']];
      for (const path of found) {
        try {
          rows.push(await rowOf(path, await readRun(path)));
        } catch (error) {
          const [why] = (error as Error).message.split('\n');
          rows.push([path, printable(why, 200), '', '', '', '', '']);
        }
      }
      console.log(columns(rows));
    });

/** The command `report`. */
export const reportCommand = (): Command =>
  new Command('report')
    .description('write report.html of a run')
    .argument('<run>', 'folder of the run')
    .action(async (folder: string) => console.log(await writeReport(folder)));

/** The command `compare`. */
export const compareCommand = (): Command =>
  new Command('compare')
    .description('compare two runs: configurations, metrics, a page of both')
    .argument('<a>', 'folder of a run')
    .argument('<b>', 'folder of another')
    .option('--out <file>', 'the page', 'compare.html')
    .action(async (a: string, b: string, { out }: { out: string }) => {
      const runs = [await readRun(a), await readRun(b)];
      const [one, other] = runs.map((run) => run.description.config);
      const rows = [['', a, b]];
      for (const { path, one: x, other: y } of differences(one, other)) {
        rows.push([path, ...[x, y].map((v) => printable(JSON.stringify(v) ?? 'absent', 60))]);
      }
      for (const stage of stagesOf(runs)) {
        const last = runs.map((run) => run.lines.filter((line) => line.stage === stage).at(-1));
        rows.push([`${stage}: steps`, ...last.map((line) => figure(line?.step))]);
        for (const name of metricsOf(runs, stage)) {
          rows.push([`${stage}: last ${name}`, ...last.map((line) => figure(line?.[name]))]);
        }
      }
      console.log(columns(rows));
      console.log(await writePage(out, runs));
    });
