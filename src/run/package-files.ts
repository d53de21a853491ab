// Folders that belong to the package (weights/, data/), found upwards from this file: src/cli/ when
// run from sources, dist/ when bundled.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseJsonObject } from '../io/json.ts';

/** The nearest `folder` above this file that contains `file`; undefined if there is none. */
export function packageFolder(folder: string, file: string): string | undefined {
  for (let at = new URL('.', import.meta.url); ; at = new URL('..', at)) {
    const candidate = new URL(`${folder}/`, at);
    if (existsSync(new URL(file, candidate))) return fileURLToPath(candidate).replace(/[\\/]$/, '');
    if (new URL('..', at).href === at.href) return undefined;
  }
}

/** The version in package.json. */
export function packageVersion(): string {
  for (let at = new URL('.', import.meta.url); ; at = new URL('..', at)) {
    const file = new URL('package.json', at);
    if (existsSync(file))
      return String(parseJsonObject(readFileSync(file, 'utf8'), 'package.json').version);
    if (new URL('..', at).href === at.href) return 'unknown';
  }
}
