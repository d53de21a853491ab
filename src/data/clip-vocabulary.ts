// Loads vocabularies for the tokenizer of CLIP: the official one, which ships with the package, from
// wherever it is; or one from a tokenizer's folder as transformers writes it (vocab.json, merges.txt).
import { FileError } from '../tensor/errors.ts';
import { bytePairs } from './byte-pairs.ts';
import {
  type ClipCleaning,
  type ClipTokenizer,
  type ClipVocabulary,
  clipTokenizer,
} from './clip-tokenizer.ts';
import { packageFolder, readBytes } from './files.ts';
import { loadEntities } from './fix-text/html.ts';

const file = 'clip/merges.txt.gz';
const officialCount = 48894;
const rebuild = 'rebuild it with scripts/data/build-clip-vocabulary.mjs';

/** Where the official vocabulary comes from: the file's bytes, or the path or URL of its folder. */
export type ClipVocabularySource = Uint8Array | string | URL;

/** How a loaded tokenizer behaves; see {@link ClipVocabulary}. */
export type ClipTokenizerOptions = Pick<ClipVocabulary, 'cleaning' | 'padId' | 'contextLength'>;

async function gunzip(packed: Uint8Array, name: string): Promise<string> {
  try {
    const stream = new Blob([packed as BlobPart]).stream();
    return await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).text();
  } catch (error) {
    throw new FileError(`${name}: damaged (${(error as Error).message}); ${rebuild}`);
  }
}

// The merges of the official vocabulary, and where they were found.
async function officialMerges(
  source?: ClipVocabularySource,
): Promise<{ readonly merges: readonly string[]; readonly name: string }> {
  const inBrowsers =
    'the CLIP vocabulary: in a browser, give the URL of the folder data/clip or the bytes of its ' +
    'merges.txt.gz';
  let name = file;
  let packed = source;
  if (!(packed instanceof Uint8Array)) {
    const given = packed === undefined ? undefined : String(packed).replace(/[\\/]$/, '');
    name = given
      ? `${given}/merges.txt.gz`
      : (await packageFolder(file, inBrowsers, rebuild)) + file;
    packed = await readBytes(name);
  }
  const merges = linesOf(await gunzip(packed, name));
  if (merges.length !== officialCount) {
    throw new FileError(`${name}: ${merges.length} merges instead of ${officialCount}; ${rebuild}`);
  }
  return { merges, name };
}

/**
 * CLIP's own tokenizer: 49,408 entries, <|startoftext|> 49406, <|endoftext|> 49407, padding 0. Without a
 * source the package's own data is read; browsers give the URL of the folder data/clip or the bytes
 * of its merges.txt.gz. @throws FileError
 */
export async function loadClipTokenizer(
  source?: ClipVocabularySource,
  options: ClipTokenizerOptions = {},
): Promise<ClipTokenizer> {
  const { merges, name } = await officialMerges(source);
  return clipTokenizer({ ...options, merges, entities: await loadEntities(), source: name });
}

/**
 * The official vocabulary as the files of a tokenizer's folder (vocab.json, merges.txt), as transformers
 * writes them: what whoever writes a pipeline's folder needs. @throws FileError
 */
export async function officialClipFiles(
  source?: ClipVocabularySource,
): Promise<Pick<ClipTokenizerFiles, 'vocab' | 'merges'>> {
  const { merges, name } = await officialMerges(source);
  const symbols = [...bytePairs(merges, name).symbols, '<|startoftext|>', '<|endoftext|>'];
  return {
    vocab: JSON.stringify(Object.fromEntries(symbols.map((symbol, id) => [symbol, id]))),
    merges: `#version: 0.2\n${merges.join('\n')}\n`,
  };
}

const linesOf = (text: string): string[] =>
  text.split(/\r?\n/).filter((line, i) => line !== '' && !(i === 0 && line.startsWith('#version')));

const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

function parseJson(text: string, name: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FileError(`${name}: not JSON (${(error as Error).message})`);
  }
  if (!isRecord(value)) throw new FileError(`${name}: not a JSON object`);
  return value;
}

/** The files of a tokenizer's folder. */
export interface ClipTokenizerFiles {
  /** Contents of vocab.json. */
  readonly vocab: string;
  /** Contents of merges.txt. */
  readonly merges: string;
  /** Contents of tokenizer_config.json and special_tokens_map.json, where there are any. */
  readonly config?: string;
  readonly specialTokens?: string;
}

/**
 * The tokenizer of such files: ids, merges, padding token and length of context are theirs, and texts are
 * cleaned as transformers does. `source` names the folder in errors. @throws FileError
 */
export async function clipTokenizerOfFiles(
  files: ClipTokenizerFiles,
  options: ClipTokenizerOptions = {},
  source = 'tokenizer',
): Promise<ClipTokenizer> {
  const ids = new Map<string, number>();
  for (const [symbol, id] of Object.entries(parseJson(files.vocab, `${source}/vocab.json`))) {
    if (!Number.isSafeInteger(id) || (id as number) < 0) {
      throw new FileError(`${source}/vocab.json: ${JSON.stringify(symbol)} has the id ${id}`);
    }
    ids.set(symbol, id as number);
  }
  const config = files.config ? parseJson(files.config, `${source}/tokenizer_config.json`) : {};
  const special = files.specialTokens
    ? parseJson(files.specialTokens, `${source}/special_tokens_map.json`)
    : {};
  const named = special.pad_token ?? config.pad_token;
  const pad = isRecord(named) ? named.content : named;
  const padId = typeof pad === 'string' ? ids.get(pad) : undefined;
  if (typeof pad === 'string' && padId === undefined) {
    throw new FileError(`${source}: the padding token ${JSON.stringify(pad)} is not in vocab.json`);
  }
  const longest = config.model_max_length;
  const cleaning: ClipCleaning = 'transformers';
  return clipTokenizer({
    cleaning,
    // transformers' own default is the end of a text
    padId: padId ?? ids.get('<|endoftext|>'),
    // files without a limit write a huge number
    contextLength: typeof longest === 'number' && longest <= 1e6 ? longest : undefined,
    ...options,
    ids,
    merges: linesOf(files.merges),
    entities: await loadEntities(),
    source,
  });
}

/**
 * The tokenizer of a folder that transformers wrote, such as `tokenizer` of a Stable Diffusion pipeline: a
 * path in Node, or a URL. @throws FileError
 */
export async function loadClipTokenizerFolder(
  folder: string | URL,
  options: ClipTokenizerOptions = {},
): Promise<ClipTokenizer> {
  const source = String(folder).replace(/[\\/]$/, '');
  const text = async (name: string): Promise<string> =>
    new TextDecoder().decode(await readBytes(`${source}/${name}`));
  const optional = (name: string): Promise<string | undefined> =>
    text(name).catch((error: Error) => {
      if (/no such file|answered 404/.test(error.message)) return undefined;
      throw error;
    });
  return clipTokenizerOfFiles(
    {
      vocab: await text('vocab.json'),
      merges: await text('merges.txt'),
      config: await optional('tokenizer_config.json'),
      specialTokens: await optional('special_tokens_map.json'),
    },
    options,
    source,
  );
}
