// Runs the command line from its sources in a process of its own, as a user would, on a configuration
// that takes seconds.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a process left behind. */
export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fresh folder. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'wgrad-cli-'));

/** Starts Node on a TypeScript file of the project. */
export function start(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): { child: ChildProcess; result: Promise<Result> } {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    // cpu unless a test says otherwise: the same everywhere
    env: { ...process.env, WGRAD_DEVICE: 'cpu', WGRAD_DEBUG: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (part) => {
    stdout += part;
  });
  child.stderr?.on('data', (part) => {
    stderr += part;
  });
  const result = new Promise<Result>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, result };
}

/** Runs `wgrad` to its end. */
export const wgrad = (args: readonly string[], env?: Record<string, string>): Promise<Result> =>
  start('src/cli/main.ts', args, env).result;

/** A run of seconds: 118 pictures, narrow networks, few steps. */
export const tinyRun = {
  groups: ['food-drink'],
  styles: ['noto'],
  reportEvery: 2,
  models: {
    autoencoder: { channels: [8, 8, 16] },
    unet: { base: 16, embedding: 32, timeDim: 16, promptDim: 16, heads: 2 },
    prompt: { dim: 16, layers: 1, heads: 2, hidden: 32 },
  },
  autoencoder: { steps: 16, batchSize: 4, warmup: 2 },
  diffusion: { steps: 16, batchSize: 4, warmup: 2 },
};

/** Writes the tiny configuration into a folder. */
export function tinyConfig(folder: string): string {
  const path = join(folder, 'tiny.json');
  writeFileSync(path, JSON.stringify(tinyRun));
  return path;
}
