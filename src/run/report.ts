// report.html: what a run did, in one file that needs no other: curves, samples over time, throughput, figures,
// configuration, device and command. The charts are uPlot's: 51 kB of script, no dependencies, quick with a
// hundred thousand points; Observable Plot and vega-lite weigh five and ten times as much.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writeFileSafely } from '../io/files.ts';
import { type Description, differences, readDescription } from './description.ts';
import { type MetricLine, readMetrics } from './folder.ts';
import { clock } from './progress.ts';
import { languageGuard, pageScript, pageStyle } from './report-page.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&#${c.codePointAt(0)};`);

/** A run as read from its folder. */
export interface RunData {
  readonly folder: string;
  readonly description: Description;
  readonly lines: readonly MetricLine[];
}

/** Reads a run. @throws UsageError, FileError */
export const readRun = async (folder: string): Promise<RunData> => ({
  folder,
  description: await readDescription(folder),
  lines: await readMetrics(folder),
});

/** Names of stages in the order of their first lines. */
export const stagesOf = (runs: readonly RunData[]): string[] => [
  ...new Set(runs.flatMap((run) => run.lines.map((line) => line.stage))),
];

const own = new Set(['stage', 'step', 'seconds']);

/** Names of a stage's metrics; rates end in '/s'. */
export function metricsOf(runs: readonly RunData[], stage: string): string[] {
  const lines = runs.flatMap((run) => run.lines.filter((line) => line.stage === stage));
  const names = new Set(lines.flatMap((line) => Object.keys(line)));
  return [...names].filter((name) => !own.has(name));
}

interface Chart {
  readonly id: string;
  readonly smooth: boolean;
  readonly series: readonly {
    readonly label: string;
    readonly steps: readonly number[];
    readonly values: readonly number[];
  }[];
}

interface SampleItem {
  readonly name: string;
  /** A picture as a data URL ... */
  readonly source?: string;
  /** ... or a text. */
  readonly text?: string;
}

/** What the page's script reads. */
interface PageData {
  readonly charts: Chart[];
  readonly samples: { readonly id: string; readonly items: readonly SampleItem[] }[];
}

const isRate = (name: string): boolean => name.endsWith('/s') || name === 'imagesPerSecond';

const mostSamples = 40; // of a stage, spread over the run

async function samplesOf(folder: string, stage: string): Promise<SampleItem[]> {
  const path = join(folder, 'samples');
  if (!existsSync(path)) return [];
  const names = (await readdir(path)).filter((name) => name.startsWith(`${stage}-`)).sort();
  const every = Math.max(1, Math.ceil(names.length / mostSamples));
  const kept = names.filter((_, i) => (names.length - 1 - i) % every === 0);
  const items = kept.map(async (name): Promise<SampleItem | undefined> => {
    const bytes = await readFile(join(path, name));
    if (name.endsWith('.txt')) return { name, text: bytes.toString('utf8') };
    const type = name.endsWith('.png') ? 'png' : name.endsWith('.gif') ? 'gif' : undefined;
    return type && { name, source: `data:image/${type};base64,${bytes.toString('base64')}` };
  });
  return (await Promise.all(items)).filter((x) => x !== undefined);
}

function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join(''));
  return `<table>${cells.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
}

function overview({ folder, description, lines }: RunData): string {
  const { task, command, version, device, started, error } = description;
  const rows = [
    ['folder', folder],
    ['task', task],
    ['command', command.length > 0 ? `wgrad ${command.join(' ')}` : 'unknown'],
    ['device', device || 'unknown'],
    ['wgrad', version || 'unknown'],
    ['started', started || 'unknown'],
    ['time', clock(lines.at(-1)?.seconds ?? 0)],
    ...(error ? [['error', error]] : []),
  ];
  return table(rows);
}

const figure = (x: unknown): string =>
  typeof x === 'number' ? String(Number(x.toPrecision(4))) : '';

async function stageSection(
  runs: readonly RunData[],
  stage: string,
  page: PageData,
): Promise<string> {
  const names = metricsOf(runs, stage);
  const parts = [`<h2>${escapeHtml(stage)}</h2>`];
  const last = runs.map((run) => run.lines.filter((line) => line.stage === stage).at(-1));
  const heads = runs.length > 1 ? [['', ...runs.map((run) => run.folder)]] : [];
  parts.push(
    table([
      ...heads,
      ['steps', ...last.map((line) => String(line?.step ?? 0))],
      ...names.map((name) => [`last ${name}`, ...last.map((line) => figure(line?.[name]))]),
    ]),
  );
  for (const name of names) {
    const id = `chart-${page.charts.length}`;
    page.charts.push({
      id,
      smooth: !isRate(name),
      series: runs.map((run) => {
        const lines = run.lines.filter((l) => l.stage === stage && typeof l[name] === 'number');
        return {
          label: runs.length > 1 ? run.folder : name,
          steps: lines.map((line) => line.step),
          values: lines.map((line) => line[name] as number),
        };
      }),
    });
    parts.push(`<h3>${escapeHtml(name)}</h3><div class="chart" id="${id}"></div>`);
  }
  for (const run of runs) {
    const items = await samplesOf(run.folder, stage);
    if (items.length === 0) continue;
    const id = `samples-${page.samples.length}`;
    page.samples.push({ id, items });
    const title = runs.length > 1 ? `samples of ${escapeHtml(run.folder)}` : 'samples';
    const most = items.length - 1;
    parts.push(
      `<h3>${title}</h3><figure id="${id}"><input type="range" min="0" max="${most}" value="${most}" ` +
        'aria-label="time"><figcaption></figcaption><img alt=""><pre hidden></pre></figure>',
    );
  }
  return parts.join('\n');
}

function configurations(runs: readonly RunData[]): string {
  const [first, second] = runs.map((run) => run.description.config);
  if (second) {
    const rows = differences(first, second).map(({ path, one, other }) => [
      path,
      JSON.stringify(one) ?? 'absent',
      JSON.stringify(other) ?? 'absent',
    ]);
    return `<h2>differences of the configurations</h2>${
      rows.length > 0 ? table(rows) : '<p>There are none.</p>'
    }`;
  }
  return `<h2>configuration</h2><pre>${escapeHtml(JSON.stringify(first, null, 2))}</pre>`;
}

async function htmlPage(title: string, body: readonly string[], data: PageData): Promise<string> {
  const uplot = dirname(createRequire(import.meta.url).resolve('uplot'));
  const script = await readFile(join(uplot, 'uPlot.iife.min.js'), 'utf8');
  const style = await readFile(join(uplot, 'uPlot.min.css'), 'utf8');
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${style}${pageStyle}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...body,
    `<script>${languageGuard}${script}</script><script>const DATA = ${json};${pageScript}</script></body></html>`,
  ].join('\n');
}

/** The page of one run, or of several side by side. */
export async function reportPage(runs: readonly RunData[]): Promise<string> {
  const page: PageData = { charts: [], samples: [] };
  const sections: string[] = [];
  for (const stage of stagesOf(runs)) sections.push(await stageSection(runs, stage, page));
  const title = runs.map((run) => `${run.description.task} in ${run.folder}`).join(' and ');
  return htmlPage(title, [...runs.map(overview), ...sections, configurations(runs)], page);
}

/** A page with a table of words and charts of one or several series. */
export const chartPage = (
  title: string,
  words: readonly (readonly [string, string])[],
  shown: readonly { readonly title: string; readonly series: Chart['series'] }[],
): Promise<string> => {
  const charts = shown.map(({ series }, k) => ({ id: `chart-${k}`, smooth: false, series }));
  const boxes = shown.map(
    (chart, k) => `<h3>${escapeHtml(chart.title)}</h3><div class="chart" id="chart-${k}"></div>`,
  );
  return htmlPage(title, [table(words), ...boxes], { charts, samples: [] });
};

/** Writes a page; resolves to its path. @throws FileError */
export async function writePage(path: string, runs: readonly RunData[]): Promise<string> {
  await writeFileSafely(path, [new TextEncoder().encode(await reportPage(runs))]);
  return path;
}

/** Writes report.html of the run in a folder; resolves to its path. @throws UsageError, FileError */
export const writeReport = async (folder: string): Promise<string> =>
  writePage(join(folder, 'report.html'), [await readRun(folder)]);
