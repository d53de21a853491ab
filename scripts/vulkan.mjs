// Finds a WebGPU adapter for Dawn in Node, and the environment that makes it appear.
//
// Dawn sees what the Vulkan loader sees, and the loader reads LD_LIBRARY_PATH and VK_DRIVER_FILES
// when the process starts: setting them later, or preloading a library, does nothing. So every
// candidate is probed in a child process, and whoever wants a software adapter starts itself again
// in the environment that is returned here. In order of preference:
//
//   hardware     whatever the system's loader offers, if it is not a CPU
//   lavapipe     Mesa's CPU driver; Dawn refuses the one of Debian 12 (22.3), takes backports' 25
//   swiftshader  unpacked from the npm package @sparticuz/chromium; several times slower, but
//                needs neither root rights nor a system package
//
// Both the test launcher and the `wgrad` command use this file.

import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

export const kinds = ['hardware', 'lavapipe', 'swiftshader'];

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of an installed package, searched upwards from this file; undefined if missing. */
export function packageFolder(name) {
  for (let at = here; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(folder)) return folder;
    if (at === dirname(at)) return undefined;
  }
}

/** Regular files of a tar archive in memory, as [name, bytes] (ustar and GNU headers). */
function* tarEntries(tar) {
  const text = (at, length) => tar.toString('latin1', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    const type = text(at + 156, 1);
    if (type === '' || type === '0') yield [text(at, 100), tar.subarray(at + 512, at + 512 + size)];
    at += 512 * (1 + Math.ceil(size / 512));
  }
}

/**
 * Unpacks parts of @sparticuz/chromium (brotli-compressed archives, or one program) into a folder
 * below node_modules/.cache, once, and returns that folder. The folder gets its name only when it
 * is complete, so that two processes at once, or a killed one, do no harm.
 */
export function unpackChromium(name, parts) {
  const source = packageFolder('@sparticuz/chromium');
  // the package carries programs for this one platform
  if (!source || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const cache = join(source, '..', '..', '.cache', 'wgrad');
  for (const base of [cache, join(tmpdir(), `wgrad-cache-${process.getuid()}`)]) {
    const folder = join(base, `${name}-${version}`);
    if (existsSync(folder)) return folder;
    const partial = `${folder}.${process.pid}`;
    try {
      mkdirSync(partial, { recursive: true });
      for (const part of parts) unpack(join(source, 'bin', part), partial);
      renameSync(partial, folder);
      return folder;
    } catch {
      rmSync(partial, { recursive: true, force: true });
      if (existsSync(folder)) return folder; // another process was faster
    }
  }
  return undefined;
}

function unpack(archive, folder) {
  const bytes = brotliDecompressSync(readFileSync(archive));
  const isTar = archive.endsWith('.tar.br');
  for (const [file, data] of isTar ? tarEntries(bytes) : [[basename(archive, '.br'), bytes]]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), data, { mode: 0o755 });
  }
}

/** Driver manifests in the folders where the Vulkan loader itself looks. */
function manifests() {
  return ['/etc', '/usr/local/share', '/usr/share']
    .map((base) => join(base, 'vulkan', 'icd.d'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.json'));
}

/** A manifest that a GPU server mounts beside the loader's folders (/usr/local/nvidia/share/…). */
function mountedManifest() {
  for (const vendor of existsSync('/usr/local') ? readdirSync('/usr/local') : []) {
    const folder = join('/usr/local', vendor, 'share', 'vulkan', 'icd.d');
    const file = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith('.json'));
    if (file) return join(folder, file);
  }
  return undefined;
}

function withLibraries(folder) {
  const inherited = process.env.LD_LIBRARY_PATH;
  return { LD_LIBRARY_PATH: inherited ? `${folder}:${inherited}` : folder };
}

/** The environments worth probing for one kind, cheapest first; none if its files are missing. */
function candidates(kind) {
  if (kind === 'lavapipe') {
    const manifest = manifests().find((file) => /^lvp_icd/.test(basename(file)));
    return manifest ? [{ VK_DRIVER_FILES: manifest }] : [];
  }
  const unpacked = unpackChromium('swiftshader', ['swiftshader.tar.br']);
  if (kind === 'swiftshader') {
    if (!unpacked) return [];
    const manifest = join(unpacked, 'vk_swiftshader_icd.json');
    return [{ ...withLibraries(unpacked), VK_DRIVER_FILES: manifest }];
  }
  const mounted = manifests().length || process.env.VK_DRIVER_FILES ? undefined : mountedManifest();
  const driver = mounted ? { VK_DRIVER_FILES: mounted } : {};
  // the second is for a driver without a loader: SwiftShader's archive has a libvulkan.so.1
  return unpacked ? [driver, { ...driver, ...withLibraries(unpacked) }] : [driver];
}

const probe = `
const { create } = await import(process.argv[1]);
const adapter = await create([]).requestAdapter({ powerPreference: 'high-performance' });
const info = adapter?.info;
console.log(JSON.stringify(adapter && {
  vendor: info.vendor, architecture: info.architecture, device: info.device,
  description: info.description, software: Boolean(info.isFallbackAdapter),
}));`;

/** What Dawn finds in this environment: { info } with the adapter or null, or { error }. */
function probeAdapter(env) {
  const folder = packageFolder('webgpu');
  if (!folder) return { error: 'the package webgpu is not installed' };
  const module = pathToFileURL(join(folder, 'index.js')).href;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', probe, module], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  const line = child.stdout?.trim().split('\n').at(-1);
  if (child.status === 0 && line) return { info: JSON.parse(line) };
  const reason = child.stderr?.split('\n').find((text) => /error/i.test(text));
  return { error: reason?.trim() ?? `the probe ended with ${child.signal ?? child.status}` };
}

function tryKind(kind) {
  const environments = candidates(kind);
  let why = 'its files are not there';
  for (const env of environments) {
    const { info, error } = probeAdapter(env);
    if (info && info.software === (kind !== 'hardware')) return { env, info };
    why = error ?? (info ? `only ${describe(info)}, a CPU` : 'Dawn offers no adapter');
    if (info) break; // the loader works, so bringing another one changes nothing
  }
  return { why };
}

/** One line for people. */
export const describe = (info) => info.description || [info.vendor, info.device].join(' ');

/**
 * The first adapter among `wanted`: { kind, env, info, refused }, or { refused } with a reason for
 * each kind if there is none. `env` holds the variables to add before a process starts.
 */
export function findAdapter(wanted = kinds) {
  const refused = {};
  for (const kind of wanted) {
    if (!kinds.includes(kind)) throw new Error(`unknown adapter '${kind}' (${kinds.join(', ')})`);
    const { env, info, why } = tryKind(kind);
    if (info) return { kind, env, info, refused };
    refused[kind] = why;
  }
  return { refused };
}

/**
 * Starts this very command again with `env` added and resolves to its exit status. Ctrl-C goes to
 * both processes: the child decides what to do and this one waits for it.
 */
export function relaunch(env, args = process.argv.slice(1)) {
  const child = spawn(process.execPath, [...process.execArgv, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, WGRAD_RELAUNCHED: '1', ...env },
  });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : code));
  });
}

/**
 * True in a process that `relaunch` started. Such a process ends when its parent is killed, so that
 * `kill -9` of the command the user sees leaves no hidden training run behind.
 */
export function isRelaunched() {
  if (!process.env.WGRAD_RELAUNCHED || !process.channel) return false;
  if (process.listenerCount('disconnect') === 0) process.on('disconnect', () => process.exit(137));
  process.channel.unref();
  return true;
}
