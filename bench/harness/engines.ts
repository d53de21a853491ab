// Which engines there are and how a process of each is started. An engine that cannot be had (no PyTorch,
// no network for the peers, no adapter) gets a reason in place of a command, and the benchmark goes on.
// Workers are bundled into one file each, so that they start without a compiler, and so is the library, as
// it stands when a run begins: the sources may change under a run that takes half an hour.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundle } from '../../scripts/bundle.mjs';
import { describe, findAdapter } from '../../scripts/vulkan.mjs';

/** How to start a process that measures one engine, or why there is none. */
export interface EngineCommand {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly missing?: string;
}

interface Known {
  readonly family: 'wgrad' | 'torch' | 'jaxjs' | 'tfjs';
  /** cpu, wasm, webgpu, or for PyTorch the number of threads. */
  readonly variant: string;
  readonly env?: Record<string, string>;
}

/** The engines by name; `wgrad-cpu@FOLDER` measures another build (a folder with index.js). */
export const known: Readonly<Record<string, Known>> = {
  'wgrad-cpu': { family: 'wgrad', variant: 'cpu', env: { WGRAD_THREADS: '1' } },
  'wgrad-cpu-2t': { family: 'wgrad', variant: 'cpu', env: { WGRAD_THREADS: '2' } },
  'torch-1t': { family: 'torch', variant: '1' },
  'torch-2t': { family: 'torch', variant: '2' },
  // vectors of 256 bits, as wgrad has on Node 24
  'torch-1t-avx2': {
    family: 'torch',
    variant: '1',
    env: {
      OPENBLAS_CORETYPE: 'Haswell',
      DNNL_MAX_CPU_ISA: 'AVX2',
      ATEN_CPU_CAPABILITY: 'avx2',
    },
  },
  'jaxjs-wasm': { family: 'jaxjs', variant: 'wasm' },
  'tfjs-wasm': { family: 'tfjs', variant: 'wasm' },
  'wgrad-webgpu': { family: 'wgrad', variant: 'webgpu' },
  'jaxjs-webgpu': { family: 'jaxjs', variant: 'webgpu' },
  'tfjs-webgpu': { family: 'tfjs', variant: 'webgpu' },
};

// Mesa keeps compiled shaders on disk: a first call would cost what the run before left for it
const noCache = { MESA_SHADER_CACHE_DISABLE: 'true' };

const baseOf = (name: string) => name.split('@')[0];

/** Whether an engine computes through WebGPU. */
export const onWebGPU = (name: string): boolean => baseOf(name).endsWith('-webgpu');

/** Engines that are measured where they are named. */
export const onRequest = (name: string): boolean =>
  onTwoThreads(name) || baseOf(name) === 'torch-1t-avx2';

/** Engines on two threads: compare them by wall time, on request only. */
export const onTwoThreads = (name: string): boolean => baseOf(name).endsWith('-2t');

/** Whether an engine is a JavaScript library other than wgrad. */
export const isPeer = (name: string): boolean => /^(jaxjs|tfjs)-/.test(name);

const root = fileURLToPath(new URL('../..', import.meta.url));
const peers = join(root, 'bench', 'peers');

/** Installs the pinned peers if they are not there; the reason if that fails. */
function installPeers(note: (line: string) => void): string | undefined {
  const read = (file: string) => JSON.parse(readFileSync(join(peers, file), 'utf8'));
  const isThere = ([name, version]: [string, string]) => {
    const file = join('node_modules', name, 'package.json');
    return existsSync(join(peers, file)) && read(file).version === version;
  };
  const wanted = Object.entries(read('package.json').dependencies as Record<string, string>);
  if (wanted.every(isThere)) return undefined;
  note('installing the peers into bench/peers/node_modules (once)');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: peers,
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (npm.status === 0) return undefined;
  const why = npm.error?.message ?? npm.stderr.trim().split('\n').at(-1);
  return `npm could not install the peers: ${why}`;
}

/** The first Python that has PyTorch: TORCH_PYTHON, the one on PATH, the system's own. */
function pythonWithTorch(): string | undefined {
  const candidates = [process.env.TORCH_PYTHON, 'python3', '/usr/bin/python3'];
  return candidates.find((python) => {
    if (!python) return false;
    return spawnSync(python, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0;
  });
}

async function bundleWorkers(folder: string, families: Iterable<string>) {
  await build({
    absWorkingDir: root,
    entryPoints: [...families].map((family) =>
      join('bench', 'engines', `${family}.${family === 'wgrad' ? 'ts' : 'mjs'}`),
    ),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  });
}

/** The same engine under another Node, `wgrad-cpu@node22.23.3`. */
function underNode(engine: EngineCommand, node: string): EngineCommand {
  const { stdout, status } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const [, ...args] = engine.command;
  const name = `${engine.name}@node${status === 0 ? stdout.trim().slice(1) : ''}`;
  const missing = status === 0 ? engine.missing : `${node} does not run`;
  return { ...engine, name, command: [node, ...args], missing };
}

/**
 * Commands for the named engines, and a function that removes what was made for them. With `nodes`,
 * executables of other versions of Node, wgrad is measured under each of them too.
 */
export async function prepareEngines(
  names: readonly string[],
  note: (line: string) => void,
  nodes: readonly string[] = [],
): Promise<{ engines: EngineCommand[]; adapter?: string; cleanUp: () => void }> {
  for (const name of names) {
    if (!known[baseOf(name)]) {
      const all = Object.keys(known).join(', ');
      throw new Error(`there is no engine '${name}'; choose from ${all}`);
    }
  }
  const families = new Set(names.map((name) => known[baseOf(name)].family));
  const noPeers = names.some(isPeer) ? installPeers(note) : undefined;
  const python = families.has('torch') ? pythonWithTorch() : undefined;
  const search = names.some(onWebGPU) ? findAdapter() : undefined;
  const adapter = search?.kind ? search : undefined;
  if (adapter) note(`WebGPU adapter: ${adapter.kind}, ${describe(adapter.info)}`);

  // below node_modules, where the library finds the package webgpu
  const cache = join(root, 'node_modules', '.cache', 'wgrad');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  families.delete('torch');
  await bundleWorkers(folder, families);
  const library = join(folder, 'wgrad');
  if (families.has('wgrad')) {
    note('bundling wgrad');
    await bundle(relative(root, library), ['index']);
  }

  const commandOf = (name: string): EngineCommand => {
    const { family, variant, env = {} } = known[baseOf(name)];
    const engine = {
      name,
      env: { ...env, ...(onWebGPU(name) ? { ...adapter?.env, ...noCache } : {}) },
    };
    if (family === 'torch') {
      const file = join(root, 'bench', 'engines', 'torch-engine.py');
      const missing = python ? undefined : 'no python3 here has PyTorch (TORCH_PYTHON names one)';
      return { ...engine, command: [python ?? 'python3', file, variant], missing };
    }
    const [, build] = name.split('@');
    const built = build ? resolve(build, 'index.js') : join(library, 'index.js');
    const from = family === 'wgrad' ? built : join(peers, 'package.json');
    const command = [process.execPath, join(folder, `${family}.mjs`), variant, from];
    const noBuild = existsSync(from) ? undefined : `there is no ${from}`;
    const noAdapter = onWebGPU(name) && !adapter ? whyNoAdapter(search?.refused) : undefined;
    const missing = noBuild ?? noAdapter ?? (isPeer(name) ? noPeers : undefined);
    return { ...engine, command, missing };
  };
  return {
    engines: names.flatMap((name) => {
      const engine = commandOf(name);
      const others = known[baseOf(name)].family === 'wgrad' ? nodes : [];
      return [engine, ...others.map((node) => underNode(engine, node))];
    }),
    adapter: adapter && describe(adapter.info),
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const whyNoAdapter = (refused: Readonly<Record<string, string>> = {}) =>
  `no WebGPU adapter (${Object.entries(refused)
    .map(([kind, why]) => `${kind}: ${why}`)
    .join('; ')})`;
