// Runs the command line in a process of its own, as a user would, on a configuration that takes
// seconds. It is bundled once a test file, since reading the sources takes longer than most commands. What is
// refused before any work needs no process: `refused` runs it in this one.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { vi } from 'vitest';

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

/** Bundles entry points, which must not share a name, into a folder inside the project, where packages are found. */
export const bundle = (entryPoints: string[], outdir: string): Promise<unknown> =>
  build({
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    // examples import the package by its own name
    alias: { wgrad: join(root, 'src/index.ts') },
    target: 'es2022',
    logLevel: 'error',
  });

let command: Promise<string> | undefined;

async function bundled(): Promise<string> {
  // inside the project, where packages, data/ and weights/ are found
  const folder = join(root, 'node_modules', '.cache', `wgrad-cli-${process.pid}`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await bundle([join(root, 'src/cli/main.ts')], folder);
  return join(folder, 'main.js');
}

/** A process and its end. */
export interface Started {
  readonly child: ChildProcess;
  readonly result: Promise<Result>;
}

/** Starts `wgrad`. */
export async function startWgrad(
  args: readonly string[],
  env?: Record<string, string>,
): Promise<Started> {
  command ??= bundled();
  return start([await command, ...args], env);
}

/** Starts Node. */
export function start(args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, args, {
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
export const wgrad = async (
  args: readonly string[],
  env?: Record<string, string>,
): Promise<Result> => (await startWgrad(args, env)).result;

/** Runs `wgrad` in this process: for arguments that are refused, which leaves nothing behind. */
export async function refused(args: readonly string[]): Promise<Result> {
  const { run } = await import('../../src/cli/run.ts');
  let [stdout, stderr] = ['', ''];
  vi.stubEnv('WGRAD_DEVICE', 'cpu');
  vi.spyOn(console, 'error').mockImplementation((line) => {
    stderr += `${line}\n`;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text;
    return true;
  });
  vi.spyOn(console, 'log').mockImplementation((line) => {
    stdout += `${line}\n`;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text;
    return true;
  });
  try {
    const code = (await run(args)) ?? 0;
    return { code, stdout, stderr };
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}

/** A run of seconds: 110 pictures of 16 pixels, narrow networks, few steps. */
export const tinyRun = {
  size: 16,
  groups: ['food-drink'],
  styles: ['noto'],
  reportEvery: 2,
  models: {
    vae: { channels: [8, 16], latentChannels: 4, layers: 1, groups: 4 },
    unet: { channels: [16, 16], layers: 1, heads: 2, attention: [false, true], groups: 4 },
    text: { width: 16, layers: 1, heads: 2, context: 12, merges: 100 },
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
