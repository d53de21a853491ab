// A run on disk: config.json, metrics.jsonl (one line a report), grids/, checkpoints/, and at last the
// model itself (weights.safetensors, vocabulary.json) and report.html. Files that are replaced are
// replaced whole; metrics only grow, and lines after the checkpoint go when a run is resumed, so that the
// file of a resumed run reads like that of one which was never stopped.
import { appendFileSync, constants, existsSync } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileError, readText, writeFileSafely } from '../io/files.ts';
import { parseJson } from '../io/json.ts';
import { count, number, object, oneOf, shaped } from '../io/json-shape.ts';
import { UsageError } from './arguments.ts';

/** The two halves of a run, in order. */
export type Stage = 'autoencoder' | 'diffusion';

/** A line of metrics.jsonl. */
export interface MetricLine {
  readonly stage: Stage;
  readonly step: number;
  /** Mean since the line before. */
  readonly loss: number;
  readonly imagesPerSecond: number;
  /** Seconds of the run so far. */
  readonly seconds: number;
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

const finite = number(-Number.MAX_VALUE, Number.MAX_VALUE);
const metricLine = object<MetricLine>({
  stage: oneOf('autoencoder', 'diffusion'),
  step: count(0, 2 ** 48),
  loss: finite,
  imagesPerSecond: finite,
  seconds: finite,
});
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
    return shaped(parseJson(line, source, longestLine), metricLine, source);
  });
}

/** Drops the lines that come after what the checkpoints hold. */
export async function cutMetrics(folder: string, steps: Record<Stage, number>): Promise<void> {
  const kept = (await readMetrics(folder)).filter((line) => line.step <= steps[line.stage]);
  const text = kept.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFileSafely(metricsFile(folder), [new TextEncoder().encode(text)]);
}

/** Where a stage's latest state is kept. */
export const checkpointFile = (folder: string, stage: Stage): string =>
  join(folder, 'checkpoints', `${stage}.safetensors`);

/** Where a stage's pictures of a step go. */
export const gridFile = (folder: string, stage: Stage, step: number): string =>
  join(folder, 'grids', `${stage}-${String(step).padStart(6, '0')}.png`);
