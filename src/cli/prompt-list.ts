// Prompts as people and files give them: checked before anything is loaded, so that hours of drawing do not
// end at a name that no file can have.
import { isAbsolute, normalize, posix, sep } from 'node:path';
import { readJson } from '../io/files.ts';
import { isJsonObject } from '../io/json.ts';
import { UsageError } from '../run/usage-error.ts';
import { printable, quote } from '../tensor/quote.ts';

/** An entry of a list of prompts. */
export interface PromptEntry {
  /** Path of the picture within the folder, with its ending. */
  readonly file: string;
  /** The prompt. */
  readonly name: string;
}

const mostEntries = 100_000;
const longestPrompt = 1_000_000;
const longestName = 255; // bytes of a part of a path, on every common file system
const longestPath = 1000;

// controls but tab and line break: a terminal acts on them, and no prompt means them
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** What is wrong with a prompt, whatever the model; undefined if nothing is. */
export function promptTextFault(prompt: string): string | undefined {
  if (prompt.trim() === '') return 'the prompt is empty';
  if (prompt.length > longestPrompt) return `the prompt has ${prompt.length} characters`;
  const found = control.exec(prompt);
  return found
    ? `the prompt ${quote(prompt)} has a control character (${quote(found[0])})`
    : undefined;
}

/** A prompt on one line and not too long, for messages. */
export const shownPrompt = (prompt: string): string => printable(prompt.replace(/\s+/g, ' '), 120);

function fileFault(file: string): string | undefined {
  if (isAbsolute(file) || normalize(file).startsWith('..')) {
    return `would write outside the folder: ${quote(file)}`;
  }
  if (control.test(file)) return `has a control character in its file: ${quote(file)}`;
  const parts = file.split(/[\\/]/);
  const isLong = (part: string): boolean => Buffer.byteLength(part) > longestName;
  if (file.length > longestPath || parts.some(isLong)) {
    return `has a longer file name than file systems take: ${quote(file)}`;
  }
  return parts.at(-1) === '.png' ? `names no file: ${quote(file)}` : undefined;
}

/**
 * A JSON list of {"file", "name"}; the ending .png is added where it is missing.
 * @throws UsageError, FileError naming the entry and the fault
 */
export async function readPromptList(path: string): Promise<PromptEntry[]> {
  const value = await readJson(path);
  if (!Array.isArray(value) || value.length === 0) {
    throw new UsageError(`${path}: expected a list of {"file", "name"} with at least one entry`);
  }
  if (value.length > mostEntries) {
    throw new UsageError(`${path}: ${value.length} entries; at most ${mostEntries} at a time`);
  }
  // places of files and of the folders that they need, in small letters: some file systems know no others
  const files = new Map<string, number>();
  const folders = new Map<string, number>();
  return value.map((entry: unknown, i) => {
    const fail = (fault: string): never => {
      throw new UsageError(`${path}: entry ${i} ${fault}`);
    };
    const { file, name } = isJsonObject(entry) ? entry : {};
    if (typeof file !== 'string' || typeof name !== 'string' || !file) {
      return fail('is not {"file": text, "name": text}');
    }
    const full = /\.png$/i.test(file) ? file : `${file}.png`;
    const fault = fileFault(full) ?? promptTextFault(name);
    if (fault) return fail(fault);
    const place = normalize(full).replaceAll(sep, posix.sep).toLowerCase();
    const twice = files.get(place) ?? folders.get(place);
    if (twice !== undefined) return fail(`has the file ${quote(full)} of entry ${twice}`);
    files.set(place, i);
    for (let at = posix.dirname(place); at !== '.'; at = posix.dirname(at)) {
      const taken = files.get(at);
      if (taken !== undefined) return fail(`needs a folder where entry ${taken} has its file`);
      folders.set(at, i);
    }
    return { file: full, name };
  });
}
