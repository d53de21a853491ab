// Where measured tiles are remembered: one small JSON text for each adapter, in the user's cache folder
// under Node (written beside its place and renamed, so that a killed process leaves no half file) or in
// a browser's localStorage. A cache that is missing, broken or not writable is as good as an empty one.
import type { TuningStore } from './autotune.ts';

// grows when the meaning of names changes: older caches are ignored
const format = 1;

/** The text of a cache. */
export const writeChoices = (choices: ReadonlyMap<string, string>): string =>
  JSON.stringify({ format, choices: Object.fromEntries(choices) }, undefined, 1);

/** The choices of a text; none if it is not a cache of this format. */
export function readChoices(text: string | null | undefined): Map<string, string> {
  const choices = new Map<string, string>();
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    if (typeof parsed !== 'object' || parsed === null) return choices;
    const cache = parsed as { format?: unknown; choices?: unknown };
    if (cache.format !== format || typeof cache.choices !== 'object') return choices;
    for (const [key, value] of Object.entries(cache.choices ?? {})) {
      if (typeof value === 'string') choices.set(key, value);
    }
  } catch {
    // not JSON: an empty cache
  }
  return choices;
}

/** A file in `folder` (the user's cache folder if it is left out), for Node. */
export async function fileStore(adapter: string, folder?: string): Promise<TuningStore> {
  // the names are kept from bundlers: browsers have no such modules
  const [fs, os, path] = ['node:fs/promises', 'node:os', 'node:path'];
  const { mkdir, readFile, rename, rm, writeFile }: typeof import('node:fs/promises') =
    await import(/* @vite-ignore */ fs);
  const { homedir }: typeof import('node:os') = await import(/* @vite-ignore */ os);
  const { join }: typeof import('node:path') = await import(/* @vite-ignore */ path);
  const { env, platform, pid } = process;
  const home = homedir();
  const caches =
    platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Caches')
        : env.XDG_CACHE_HOME || join(home, '.cache');
  const place = folder ?? join(caches, 'wgrad');
  const file = join(place, `tiles-${adapter.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 100)}.json`);
  return {
    read: async () => readChoices(await readFile(file, 'utf8')),
    async write(choices) {
      const partial = `${file}.${pid}`;
      await mkdir(place, { recursive: true });
      try {
        await writeFile(partial, writeChoices(choices));
        await rename(partial, file);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
  };
}

/** An entry of localStorage, for browsers. */
export function browserStore(adapter: string): TuningStore {
  const key = `wgrad tiles ${adapter}`;
  return {
    read: async () => readChoices(localStorage.getItem(key)),
    write: async (choices) => localStorage.setItem(key, writeChoices(choices)),
  };
}

/** The store of this environment; remembers nothing where there is no place for it. */
export async function defaultStore(adapter: string): Promise<TuningStore> {
  if (typeof process !== 'undefined' && process.versions?.node) return fileStore(adapter);
  if (typeof localStorage !== 'undefined') return browserStore(adapter);
  return { read: async () => new Map(), write: async () => {} };
}
