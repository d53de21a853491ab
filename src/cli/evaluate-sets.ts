// What `wgrad evaluate` is given, as sets of pictures: a model, a folder or a list of pictures, the emoji data set.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readGenerationConfig } from '../diffusion/generation-config.ts';
import type { Pipeline } from '../diffusion/pipeline.ts';
import { openPipeline } from '../diffusion/stable-diffusion.ts';
import type { PictureText } from '../evaluate/figure.ts';
import {
  type EmojiPart,
  emojiParts,
  emojiReference,
  filesReference,
  filesSet,
  listedSet,
  type PictureSet,
  partOf,
  type Reference,
} from '../evaluate/picture-set.ts';
import { isRun, readDescription } from '../run/description.ts';
import { modelIn } from '../run/model-folder.ts';
import { UsageError } from '../run/usage-error.ts';
import { nearest } from '../tensor/nearest.ts';
import { quote } from '../tensor/quote.ts';
import { readPromptList } from './prompt-list.ts';
import { pictureFiles } from './search.ts';

/** Which pictures of the data set. */
export interface EmojiChoice {
  readonly styles?: readonly string[];
  readonly groups?: readonly string[];
  readonly size: number;
}

/** The part of the data set that a text names; undefined for paths. @throws UsageError */
export function emojiPart(text: string): EmojiPart | undefined {
  if ((emojiParts as readonly string[]).includes(text)) return text as EmojiPart;
  if (!/^emoji(:|$)/.test(text)) return undefined;
  throw new UsageError(`there is no ${quote(text)}; there are ${emojiParts.join(', ')}`);
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

async function listed(list: string, name: string): Promise<PictureSet> {
  const entries = await readPromptList(list);
  const missing = entries.find(({ file }) => !existsSync(join(dirname(list), file)));
  if (missing) throw new UsageError(`${list}: its picture ${quote(missing.file)} is missing`);
  return listedSet(name, dirname(list), entries);
}

// The list of prompts in a folder, which `wgrad generate --prompts` copies there under its own name.
async function listIn(folder: string): Promise<PictureSet | undefined> {
  const names = readdirSync(folder).filter((name) => /\.json$/i.test(name));
  const usual = ['list.json', 'prompts.json'].find((name) => names.includes(name));
  if (usual) return listed(join(folder, usual), folder);
  if (names.length !== 1) return undefined;
  // one JSON file of another name may be something else
  const isList = await readPromptList(join(folder, names[0])).then(
    () => true,
    () => false,
  );
  return isList ? listed(join(folder, names[0]), folder) : undefined;
}

/** Pictures as files: a list with its prompts, or a folder, which may hold one. @throws UsageError, FileError */
async function filesOf(path: string): Promise<PictureSet> {
  if (!existsSync(path)) {
    const like = nearest(path, emojiParts);
    throw new UsageError(`${path}: no such file or folder${like ? `; did you mean ${like}?` : ''}`);
  }
  if (isFolder(path)) return (await listIn(path)) ?? filesSet(path, await pictureFiles(path, ''));
  if (/\.json$/i.test(path)) return listed(path, path);
  throw new UsageError(`${path}: one file; give a folder of pictures, or a list.json beside them`);
}

/** What samples are compared with. @throws UsageError, FileError, ShapeError */
export async function referenceOf(text: string, choice: EmojiChoice): Promise<Reference> {
  const part = emojiPart(text);
  if (part) return emojiReference(part, choice, choice.size);
  if (isFolder(text) && modelIn(text)) {
    throw new UsageError(`--against ${text}: a model; samples are compared with pictures`);
  }
  if (choice.styles || choice.groups) {
    throw new UsageError(
      '--styles and --groups choose among the emoji: they go with --against emoji',
    );
  }
  return filesReference(await filesOf(text));
}

/** What is measured: pictures, or a model that draws them. */
export type Subject =
  | { readonly pictures: PictureSet }
  | { readonly model: Pipeline; readonly folder: string; readonly name: string };

/** Opens what is to be measured; no weights are read yet. @throws UsageError, FileError, ShapeError */
export async function subjectOf(text: string, choice: EmojiChoice): Promise<Subject> {
  const part = emojiPart(text);
  if (part) {
    const { pictures, compared } = await emojiReference(part, choice, choice.size);
    return { pictures: partOf(pictures, compared) };
  }
  const folder = isFolder(text) ? modelIn(text) : undefined;
  if (folder === undefined) return { pictures: await filesOf(text) };
  return { model: await openPipeline(folder), folder, name: basename(text) };
}

/** The styles and groups that a run was trained on, where it says so. @throws FileError */
export async function trainedOn(folder: string): Promise<Pick<EmojiChoice, 'styles' | 'groups'>> {
  if (!isRun(folder)) return {};
  const { config } = await readDescription(folder);
  const { styles, groups } = config as Readonly<Record<string, unknown>>;
  const texts = (list: unknown): readonly string[] | undefined =>
    Array.isArray(list) && list.every((text) => typeof text === 'string') ? list : undefined;
  return { styles: texts(styles), groups: texts(groups) };
}

/** With how many steps and how much guidance a model draws where nobody says so. @throws FileError */
export async function drawnWith(folder: string): Promise<{ steps: number; guidance: number }> {
  const { num_inference_steps: steps, guidance_scale: guidance } =
    await readGenerationConfig(folder);
  return { steps, guidance };
}

/** Texts that a model is asked for: of a list, or those of the reference. @throws UsageError, FileError */
export async function promptsFor(
  list: string | undefined,
  { pictures, compared }: Reference,
): Promise<readonly PictureText[]> {
  if (list !== undefined) {
    return (await readPromptList(list)).map(({ name }) => ({ prompt: name, name }));
  }
  const { texts } = partOf(pictures, compared);
  if (texts) return texts;
  throw new UsageError(
    `what should the model draw? ${pictures.name} has no prompts: name a list with --prompts`,
  );
}
