// Tables of a run, for a terminal or as markdown: a row per workload, a column per engine, then wgrad's
// cost relative to PyTorch and to the cheapest peer, and how that moved since the recorded run.
import { isPeer, onWebGPU } from './engines.ts';
import {
  change,
  figureOf,
  type Header,
  type Metric,
  type Row,
  ratiosOf,
  worseThan,
} from './results.ts';
import { specs } from './specs.ts';

/** What to print and how. */
export interface TableOptions {
  readonly metric: Metric;
  readonly markdown?: boolean;
  /** Rows of the recorded runs. */
  readonly before?: readonly Row[];
}

/** Four significant digits at most, `-` for nothing. */
export function digits(x: number | undefined | null): string {
  if (x === undefined || x === null) return '-';
  if (x >= 100) return x.toFixed(0);
  if (x >= 10) return x.toFixed(1);
  return x >= 1 ? x.toFixed(2) : x.toPrecision(2);
}

const multiple = (x: number | undefined) => (x === undefined ? '-' : x.toFixed(2));

/** A title and lines of cells; the first line names the columns, the first column is text. */
function layOut(title: string, lines: readonly string[][], markdown = false): string {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((l) => l[i].length)));
  const pad = (cell: string, i: number) =>
    i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]);
  if (!markdown) return [title, ...lines.map((l) => l.map(pad).join('  '))].join('\n');
  const [head, ...body] = lines.map((l) => `| ${l.join(' | ')} |`);
  const rule = `|${lines[0].map((_, i) => (i ? '---:' : '---')).join('|')}|`;
  return [`### ${title}`, '', head, rule, ...body].join('\n');
}

function cell(row: Row | undefined, metric: Metric): string {
  if (!row) return '';
  if (row.error) return 'failed';
  return `${digits(figureOf(row, metric))}${row.differs === undefined ? '' : ' ≠'}`;
}

function changeCell(by: number | undefined): string {
  if (by === undefined) return '-';
  return `${by.toFixed(2)}${by > worseThan ? ' WORSE' : ''}`;
}

/** The table of engines on one kind of device, or nothing if they have no rows. */
function deviceTable(rows: readonly Row[], gpu: boolean, options: TableOptions): string[] {
  const { metric, before = [] } = options;
  const own = rows.filter((r) => onWebGPU(r.engine) === gpu && !specs[r.workload]?.cold);
  if (own.length === 0) return [];
  const engines = [...new Set(own.map((r) => r.engine))];
  const main = gpu ? 'wgrad-webgpu' : 'wgrad-cpu';
  const devices = gpu ? 'WebGPU' : 'WebAssembly and native';
  const title = `${metric === 'cpu' ? 'CPU' : 'Wall'} time per run in ms: ${devices}`;
  const head = ['workload', ...engines];
  const compared = engines.includes(main);
  const both = ['wgrad-cpu-2t', 'torch-2t'].every((e) => engines.includes(e)) && !gpu;
  if (both) head.push('2t / 2t');
  if (compared) head.push(...(gpu ? [] : ['/ torch']), '/ peer', 'change', 'first call', 'MiB');
  const lines = [...new Set(own.map((r) => r.workload))].map((workload) => {
    const here = rows.filter((r) => r.workload === workload);
    const at = (engine: string) => here.find((r) => r.engine === engine);
    const line = [workload, ...engines.map((engine) => cell(at(engine), metric))];
    if (both) line.push(multiple(ratiosOf(here, 'wgrad-cpu-2t', metric).torch));
    if (!compared) return line;
    const ratios = ratiosOf(here, main, metric);
    const earlier = before.filter((r) => r.workload === workload);
    const { firstMs, peakMiB } = at(main) ?? {};
    return [
      ...line,
      ...(gpu ? [] : [multiple(ratios.torch)]),
      multiple(ratios.peer),
      changeCell(change(here, earlier, main, metric)),
      digits(firstMs),
      digits(peakMiB),
    ];
  });
  return [layOut(title, [head, ...lines], options.markdown)];
}

function coldTable(rows: readonly Row[], markdown?: boolean): string[] {
  const cold = rows.filter((r) => specs[r.workload]?.cold);
  if (cold.length === 0) return [];
  const head = ['engine', 'wall, least', 'wall, median', 'CPU, least', 'MiB'];
  const lines = cold.map((r) =>
    r.error
      ? [r.engine, 'failed', '', '', '']
      : [
          r.engine,
          digits(r.wallLeastMs),
          digits(r.wallMs),
          digits(r.cpuLeastMs),
          digits(r.peakMiB),
        ],
  );
  return [layOut('Cold start to the first 256 x 256 product, ms', [head, ...lines], markdown)];
}

/** Errors and differing values, a line each. */
export function remarks(rows: readonly Row[]): string[] {
  const failed = rows.filter((r) => r.error).map((r) => `${r.workload}, ${r.engine}: ${r.error}`);
  const differing = rows
    .filter((r) => r.differs !== undefined)
    .map((r) => {
      const off = (r.differs as number).toExponential(1);
      return `${r.workload}, ${r.engine}: value ${r.value} is ${off} off (relative)`;
    });
  return [...failed, ...differing];
}

/** The lines about where a run was made. */
export function headLines(header: Header, rows: readonly Row[]): string[] {
  const versions = new Map(rows.map((r) => [r.version, r.engine]));
  const names = [...versions.keys()].filter((v) => v !== undefined && v !== 'wgrad');
  return [
    `${header.machine}, Node ${header.node.slice(1)}${header.adapter ? `, ${header.adapter}` : ''}`,
    `wgrad at ${header.commit}${names.length ? `; ${names.join(', ')}` : ''}; ${header.started}`,
  ];
}

/** Everything a run found: tables, then remarks. */
export function report(header: Header, rows: readonly Row[], options: TableOptions): string {
  const { markdown } = options;
  const bullet = markdown ? '- ' : '  ';
  const notes = remarks(rows);
  const peers = rows.some((r) => isPeer(r.engine));
  const legend = [
    '/ torch: wgrad / torch-1t',
    ...(peers ? ['/ peer: wgrad / the cheapest other JavaScript library'] : []),
    `change: that ratio over the recorded one, WORSE beyond ${worseThan}`,
    '≠: another value',
  ];
  return [
    headLines(header, rows)
      .map((line) => (markdown ? `- ${line}` : line))
      .join('\n'),
    ...coldTable(rows, markdown),
    ...deviceTable(rows, false, options),
    ...deviceTable(rows, true, options),
    `${legend.join('; ')}.`,
    ...(notes.length
      ? [
          [
            markdown ? 'Not measured or differing:\n' : 'Remarks:',
            ...notes.map((n) => bullet + n),
          ].join('\n'),
        ]
      : []),
  ].join('\n\n');
}
