// Claims of papers, measured: an experiment runs once a seed and says whether its rows hold up the claim. What was
// measured goes into JSON lines, a page with a plot, and a row of docs/claims.md, failures included.
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileSafely } from '../io/files.ts';
import { bootstrapMean } from '../metrics/intervals.ts';
import { currentDevice } from '../runtime/device.ts';
import { packageVersion } from './package-files.ts';
import { chartPage } from './report.ts';

/** Named numbers of one seed. */
export type Row = Readonly<Record<string, number>>;

/** What a claim comes to. */
export interface Verdict {
  readonly holds: boolean;
  /** The number that decides it, by its name in the rows. */
  readonly measure: string;
  /** What it should be, in words. */
  readonly wanted: string;
}

/** One claim. */
export interface Experiment {
  readonly name: string;
  /** A sentence, scaled down to what this size of model can show. */
  readonly claim: string;
  readonly paper: string;
  readonly seeds: readonly number[];
  /** The numbers of one seed; `quick` is for CI. */
  run(seed: number, options: { readonly quick: boolean }): Promise<Row>;
  holds(rows: readonly Row[]): Verdict;
}

/** How a claim is tried. */
export interface ClaimOptions {
  readonly seeds?: readonly number[];
  readonly quick: boolean;
  /** Where rows and page go. */
  readonly folder: string;
  /** The table whose row is updated; absent: none. */
  readonly table?: string;
  say(line: string): void;
}

/** What was found. */
export interface Outcome extends Verdict {
  readonly measured: string;
  readonly page: string;
}

const number = (x: number): string => String(Number(x.toPrecision(3)));

const write = (path: string, text: string): Promise<void> =>
  writeFileSafely(path, [new TextEncoder().encode(text)]);

const heading =
  '# Claims\n\nWhat papers say, as far as models of this size can show it, and what was measured here:\n`wgrad claim NAME`. The interval is over seeds (95 %, bootstrap).\n\n';
const columns =
  '| name | claim | wanted | measured | holds | when, with what |\n|---|---|---|---|---|---|\n';

/** A table with the row of `name` replaced or added, rows in order of names. */
export function withRow(text: string, name: string, row: string): string {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  const others = rows.filter((line) => !line.startsWith(`| \`${name}\` |`));
  return `${heading}${columns}${[...others, row].sort().join('\n')}\n`;
}

/** Runs an experiment. @throws what the experiment throws */
export async function tryClaim(experiment: Experiment, options: ClaimOptions): Promise<Outcome> {
  const { name, claim, paper } = experiment;
  const { seeds = experiment.seeds, quick, folder, table, say } = options;
  await mkdir(folder, { recursive: true });
  const rows: Row[] = [];
  for (const seed of seeds) {
    const row = await experiment.run(seed, { quick });
    rows.push(row);
    const figures = Object.entries(row).map(([key, x]) => `${key} ${number(x)}`);
    say(`${name}, seed ${seed}: ${figures.join(', ')}`);
    const lines = rows.map((r, i) => JSON.stringify({ seed: seeds[i], quick, ...r }));
    await write(join(folder, `${name}.jsonl`), `${lines.join('\n')}\n`);
  }
  const verdict = experiment.holds(rows);
  const { estimate, low, high } = bootstrapMean(rows.map((row) => row[verdict.measure]));
  const measured = `${number(estimate)} (${number(low)} to ${number(high)}, ${seeds.length} seeds)`;
  const page = join(folder, `${name}.html`);
  const series = Object.keys(rows[0]).map((label) => ({
    label,
    steps: seeds,
    values: rows.map((row) => row[label]),
  }));
  const words: [string, string][] = [
    ['claim', `${claim} (${paper})`],
    ['wanted', `${verdict.measure}: ${verdict.wanted}`],
    ['measured', measured],
    ['holds', verdict.holds ? 'yes' : 'no'],
  ];
  await write(page, await chartPage(name, words, series));
  if (table) {
    const device = currentDevice()?.name ?? '';
    const when = `${new Date().toISOString().slice(0, 10)}, wgrad ${packageVersion()}, ${device}${quick ? ', quick' : ''}`;
    const answer = verdict.holds ? 'yes' : '**no**';
    const row = `| \`${name}\` | ${claim} (${paper}) | ${verdict.measure}: ${verdict.wanted} | ${measured} | ${answer} | ${when} |`;
    const old = existsSync(table) ? await readFile(table, 'utf8') : '';
    await write(table, withRow(old, name, row));
  }
  return { ...verdict, measured, page };
}
