// A run on disk: run.json (task, configuration, command), metrics.jsonl (one line a report), samples/,
// checkpoints/, report.html, and whatever the task's stages save (a model). Files that are replaced are replaced
// whole; metrics only grow, and lines after the checkpoint go when a run is resumed, so that the file of a resumed
// run reads like that of one which was never stopped.
import { appendFileSync, constants, existsSync } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileError, readText, writeFileSafely } from '../io/files.ts';
import { isJsonObject, parseJson } from '../io/json.ts';
import { FileError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';
import { UsageError } from './usage-error.ts';

/** A line of metrics.jsonl: numbers by name, those with units named for them ('images/s'). */
export interface MetricLine {
  readonly stage: string;
  readonly step: number;
  /** Seconds of the run so far. */
  readonly seconds: number;
  readonly [name: string]: number | string;
}

// Parents are made by hand: mkdir's own recursion never ends where ENOENT is the kernel's last word
// (/proc).
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    const parent = dirname(folder);
    if (code !== 'ENOENT' || parent === folder || existsSync(parent)) throw error;
    await makeFolder(parent);
    await mkdir(folder);
  }
}

/** Makes a folder and makes sure that it can be written to. @throws UsageError */
export async function writableFolder(folder: string): Promise<string> {
  try {
    await makeFolder(resolve(folder));
    await access(folder, constants.W_OK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isFile = code === 'EEXIST' || code === 'ENOTDIR';
    const why = isFile ? 'a file is in the way' : fileError(folder, error).message.split('\n')[0];
    const text = (why || message).replace(`${folder}: `, '');
    throw new UsageError(`cannot write to the folder ${folder}: ${text}`);
  }
  return folder;
}

const longestLine = 10_000;
const metricsFile = (folder: string): string => join(folder, 'metrics.jsonl');

/** Adds a line. */
export const appendMetrics = (folder: string, line: MetricLine): void =>
  appendFileSync(metricsFile(folder), `${JSON.stringify(line)}\n`);

// Of runs before names had units: imagesPerSecond.
function metricLine(value: unknown, source: string): MetricLine {
  const line = isJsonObject(value) ? value : {};
  const { stage, step, seconds, ...others } = line;
  const numbers = Object.values({ seconds, ...others });
  const whole = typeof step === 'number' && Number.isSafeInteger(step) && step >= 0;
  if (typeof stage === 'string' && whole && numbers.every((x) => Number.isFinite(x))) {
    return line as unknown as MetricLine;
  }
  throw new FileError(`${source}: not a line of metrics: ${quote(value)}`);
}
const longestMetrics = 2 ** 28; // two million reports

/**
 * All lines of a run; the last one may be half of one that a killed process left, which is none.
 * @throws FileError naming a line that is no report
 */
export async function readMetrics(folder: string): Promise<MetricLine[]> {
  const path = metricsFile(folder);
  if (!existsSync(path)) return [];
  const lines = (await readText(path, longestMetrics)).split('\n');
  lines.pop(); // what follows the last line break: nothing, or half a line
  return lines.map((line, i) => {
    const source = `${path}, line ${i + 1}`;
    return metricLine(parseJson(line, source, longestLine), source);
  });
}

/** Drops the lines of a stage that come after a step. */
export async function cutMetrics(folder: string, stage: string, step: number): Promise<void> {
  const lines = await readMetrics(folder);
  const kept = lines.filter((line) => line.stage !== stage || line.step <= step);
  const text = kept.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFileSafely(metricsFile(folder), [new TextEncoder().encode(text)]);
}

/** Where a stage's samples of a step go. */
export const sampleFile = (folder: string, stage: string, step: number, name: string): string =>
  join(folder, 'samples', `${stage}-${String(step).padStart(6, '0')}-${name}`);
