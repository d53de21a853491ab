// What a picture was drawn with, as a text in its PNG file, from which `wgrad generate --again FILE` draws it again.
// Names of files stay out of it, for pictures are given away: options that name some are asked for again.
import { writeFileSafely } from '../io/files.ts';
import { encodePng } from '../io/image.ts';
import { parseJson } from '../io/json.ts';
import { count, list, number, object, optional, pair, shaped, text } from '../io/json-shape.ts';
import type { Picture } from '../io/picture.ts';
import { readPngText, withPngText } from '../io/png-text.ts';
import { UsageError } from '../run/usage-error.ts';
import { printable } from '../tensor/quote.ts';

/** Options as the command line has them, without those that name files. */
export interface NotedOptions {
  readonly steps?: number;
  readonly guidance?: number;
  readonly eta?: number;
  readonly seed?: number;
  readonly count?: number;
  readonly between?: number;
  readonly scheduler?: string;
  readonly negative?: string;
  readonly size?: readonly [width: number, height: number];
  readonly strength?: number;
}

/** What a picture was drawn with. */
export interface DrawingNote {
  readonly prompts: readonly string[];
  readonly options: NotedOptions;
  /** Options that named files. */
  readonly files: readonly string[];
  /** Class, scheduler and size of the model. */
  readonly model: string;
}

const shape = object<DrawingNote>({
  prompts: list(text(1_000_000)),
  options: object<NotedOptions>({
    steps: optional(count(1, 10_000)),
    guidance: optional(number(0, 1000)),
    eta: optional(number(0, 1)),
    seed: optional(count(0, Number.MAX_SAFE_INTEGER)),
    count: optional(count(1, 1000)),
    between: optional(count(1, 100)),
    scheduler: optional(text(100)),
    negative: optional(text(1_000_000)),
    size: optional(pair(count(1, 8192))),
    strength: optional(number(0, 1)),
  }),
  files: list(text(100)),
  model: text(1000),
});

const keyword = 'wgrad';
const fileOptions = ['model', 'lora', 'image', 'mask'] as const;

/** The note of a drawing with the flags of the command line. */
export function drawingNote(
  prompts: readonly string[],
  flags: NotedOptions & { readonly [name in (typeof fileOptions)[number]]?: unknown },
  model: string,
): DrawingNote {
  const { steps, guidance, eta, seed, count, between, scheduler } = flags;
  const { negative, size, strength } = flags;
  const options = {
    ...{ steps, guidance, eta, seed, count, between, scheduler, negative, size, strength },
  };
  return { prompts, options, files: fileOptions.filter((f) => flags[f] !== undefined), model };
}

// JSON of nothing but ASCII
const ascii = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Writes a picture with its note as a PNG file, all or nothing. @throws FileError */
export async function writeNoted(path: string, picture: Picture, note: DrawingNote): Promise<void> {
  await writeFileSafely(path, [await withPngText(await encodePng(picture), keyword, ascii(note))]);
}

/**
 * The note of a PNG file. @throws UsageError if it has none, or was drawn with options that name files and are not
 * among the flags given; FileError if it cannot be read
 */
export async function readNote(
  path: string,
  flags: Readonly<Record<string, unknown>>,
): Promise<DrawingNote> {
  const found = await readPngText(path, keyword);
  if (found === undefined) {
    throw new UsageError(`${path}: does not say what it was drawn with`);
  }
  const note = shaped(parseJson(found, path), shape, path);
  const missing = note.files.filter((name) => flags[name] === undefined);
  if (missing.length > 0) {
    const names = missing.map((name) => `--${printable(name, 20)}`).join(', ');
    throw new UsageError(
      `${path}: was drawn with ${names} (${printable(note.model, 100)}), which it does not hold; give it again`,
    );
  }
  return note;
}
