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

/** Named numbers of one seed; those named `FID at 1.5`, `FID at 2` are a curve of FID. */
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
  /** What stands behind `at` in the names of its curves: 'guidance scale'. */
  readonly along?: string;
  /** The numbers of one seed; `quick` is for CI, the folder for what seeds and claims share. */
  run(seed: number, options: { readonly quick: boolean; readonly folder: string }): Promise<Row>;
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

const curvePoint = /^(.*) at (-?\d+(?:\.\d+)?)$/;

/**
 * What the page shows: a chart for each curve with a line for each seed, and one for each number by itself against the
 * seeds.
 */
export function chartsOf(rows: readonly Row[], seeds: readonly number[], along: string) {
  const names = Object.keys(rows[0] ?? {});
  const curves = new Set(names.flatMap((name) => curvePoint.exec(name)?.[1] ?? []));
  const lines = [...curves].map((measure) => ({
    title: `${measure} against ${along}`,
    series: rows.map((row, i) => {
      const points = Object.entries(row).flatMap(([name, y]) => {
        const found = curvePoint.exec(name);
        return found?.[1] === measure ? [[Number(found[2]), y] as const] : [];
      });
      points.sort(([a], [b]) => a - b);
      const [steps, values] = [0, 1].map((k) => points.map((point) => point[k]));
      return { label: `seed ${seeds[i]}`, steps, values };
    }),
  }));
  const singles = names.filter((name) => !curvePoint.test(name));
  return [
    ...lines,
    ...singles.map((label) => ({
      title: label,
      series: [{ label, steps: seeds, values: rows.map((row) => row[label]) }],
    })),
  ];
}

/** Runs an experiment. @throws what the experiment throws */
export async function tryClaim(experiment: Experiment, options: ClaimOptions): Promise<Outcome> {
  const { name, claim, paper } = experiment;
  const { seeds = experiment.seeds, quick, folder, table, say } = options;
  await mkdir(folder, { recursive: true });
  const rows: Row[] = [];
  for (const seed of seeds) {
    const row = await experiment.run(seed, { quick, folder });
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
  const charts = chartsOf(rows, seeds, experiment.along ?? 'x');
  const words: [string, string][] = [
    ['claim', `${claim} (${paper})`],
    ['wanted', `${verdict.measure}: ${verdict.wanted}`],
    ['measured', measured],
    ['holds', verdict.holds ? 'yes' : 'no'],
  ];
  await write(page, await chartPage(name, words, charts));
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
