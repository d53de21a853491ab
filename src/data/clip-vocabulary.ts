// Loads vocabularies for the tokenizer of CLIP: the official one, which ships with the package, from
// wherever it is; or one from a tokenizer's folder as transformers writes it (vocab.json, merges.txt).

import { isJsonObject, type Json, parseJsonObject } from '../io/json.ts';
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { quote } from '../tensor/quote.ts';
import * as kinds from './argument-kinds.ts';
import { bytePairs } from './byte-pairs.ts';
import { type ClipTokenizer, type ClipVocabulary, clipTokenizer } from './clip-tokenizer.ts';
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

// How a loaded tokenizer behaves.
const clipTokenizerOptions = is.options<ClipTokenizerOptions>(kinds.clipBehaviour);

// Contents of a tokenizer's files.
const clipFiles = is.options<ClipTokenizerFiles>({
  vocab: is.string,
  merges: is.string,
  config: is.optional(is.string),
  specialTokens: is.optional(is.string),
});

const loadClipTokenizerArgs = is.signature(
  'data.loadClipTokenizer',
  ['source', is.optional(kinds.clipSource)],
  ['options', clipTokenizerOptions],
);

/**
 * CLIP's own tokenizer: 49,408 entries, <|startoftext|> 49406, <|endoftext|> 49407, padding 0. Without a
 * source the package's own data is read; browsers give the URL of the folder data/clip or the bytes
 * of its merges.txt.gz. @throws FileError
 */
export async function loadClipTokenizer(
  source?: ClipVocabularySource,
  options: ClipTokenizerOptions = {},
): Promise<ClipTokenizer> {
  loadClipTokenizerArgs(source, options);
  const { merges, name } = await officialMerges(source);
  return clipTokenizer({ ...options, merges, entities: await loadEntities(), source: name });
}

const special = ['<|startoftext|>', '<|endoftext|>'] as const;

const clipTokenizerFilesArgs = is.signature(
  'data.clipTokenizerFiles',
  ['merges', is.list(is.string)],
  ['contextLength', is.wholeFrom(2)],
  ['source', is.string],
);

/**
 * The files of a tokenizer's folder for merges of one's own (`trainBytePairs`), as transformers writes them: ids are
 * bytes, bytes that end a word, merges, start and end of text, which also pads. @throws FileError for merges of
 * symbols that do not exist
 */
export function clipTokenizerFiles(
  merges: readonly string[],
  contextLength = 77,
  source = 'CLIP vocabulary',
): Required<ClipTokenizerFiles> {
  clipTokenizerFilesArgs(merges, contextLength, source);
  const symbols = [...bytePairs(merges, source).symbols, ...special];
  const [bos_token, eos_token] = special;
  const tokens = { bos_token, eos_token, pad_token: eos_token, unk_token: eos_token };
  const config = {
    ...{ add_prefix_space: false, clean_up_tokenization_spaces: true, do_lower_case: true },
    ...{ errors: 'replace', model_max_length: contextLength, tokenizer_class: 'CLIPTokenizer' },
    ...tokens,
  };
  return {
    vocab: JSON.stringify(Object.fromEntries(symbols.map((symbol, id) => [symbol, id]))),
    merges: `#version: 0.2\n${merges.join('\n')}\n`,
    config: JSON.stringify(config, undefined, 2),
    specialTokens: JSON.stringify(tokens, undefined, 2),
  };
}

const officialClipFilesArgs = is.signature('data.officialClipFiles', [
  'source',
  is.optional(kinds.clipSource),
]);

/**
 * The official vocabulary as the files of a tokenizer's folder (vocab.json, merges.txt), as transformers
 * writes them: what whoever writes a pipeline's folder needs. @throws FileError
 */
export async function officialClipFiles(
  source?: ClipVocabularySource,
): Promise<{ readonly vocab: string; readonly merges: string }> {
  officialClipFilesArgs(source);
  const { merges, name } = await officialMerges(source);
  const files = clipTokenizerFiles(merges, 77, name);
  return { vocab: files.vocab, merges: files.merges };
}

const linesOf = (text: string): string[] =>
  text.split(/\r?\n/).filter((line, i) => line !== '' && !(i === 0 && line.startsWith('#version')));

// Files without a limit write a huge number.
function contextOf({ model_max_length: longest }: Json, source: string): number | undefined {
  if (longest === undefined || longest === null) return undefined;
  if (typeof longest === 'number' && longest > 1e6) return undefined;
  if (Number.isInteger(longest) && (longest as number) >= 2) return longest as number;
  throw new FileError(
    `${source}: model_max_length is ${quote(longest)}; expected a whole number of at least 2`,
  );
}

const mostIds = 2 ** 24; // the largest vocabularies have 2^18

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

const clipTokenizerOfFilesArgs = is.signature(
  'data.clipTokenizerOfFiles',
  ['files', clipFiles],
  ['options', clipTokenizerOptions],
  ['source', is.string],
);

/**
 * The tokenizer of such files: ids, merges, padding token and length of context are theirs, and texts are
 * cleaned as transformers does. `source` names the folder in errors. @throws FileError
 */
export async function clipTokenizerOfFiles(
  files: ClipTokenizerFiles,
  options: ClipTokenizerOptions = {},
  source = 'tokenizer',
): Promise<ClipTokenizer> {
  clipTokenizerOfFilesArgs(files, options, source);
  const ids = new Map<string, number>();
  for (const [symbol, id] of Object.entries(parseJsonObject(files.vocab, `${source}/vocab.json`))) {
    if (!Number.isInteger(id) || (id as number) < 0 || (id as number) > mostIds) {
      throw new FileError(`${source}/vocab.json: ${quote(symbol)} has the id ${quote(id)}`);
    }
    ids.set(symbol, id as number);
  }
  const config = files.config
    ? parseJsonObject(files.config, `${source}/tokenizer_config.json`)
    : {};
  const marked = files.specialTokens
    ? parseJsonObject(files.specialTokens, `${source}/special_tokens_map.json`)
    : {};
  const named = marked.pad_token ?? config.pad_token;
  const pad = isJsonObject(named) ? named.content : named;
  const padId = typeof pad === 'string' ? ids.get(pad) : undefined;
  if (typeof pad === 'string' && padId === undefined) {
    throw new FileError(`${source}: the padding token ${quote(pad)} is not in vocab.json`);
  }
  const { cleaning = 'transformers' } = options;
  return clipTokenizer({
    // transformers' own default is the end of a text
    padId: padId ?? ids.get('<|endoftext|>'),
    contextLength: contextOf(config, `${source}/tokenizer_config.json`),
    ...options,
    cleaning,
    ids,
    merges: linesOf(files.merges),
    // transformers leaves them as they are
    entities: cleaning === 'openai' ? await loadEntities() : undefined,
    source,
  });
}

const loadClipTokenizerFolderArgs = is.signature(
  'data.loadClipTokenizerFolder',
  ['folder', kinds.pathOrUrl],
  ['options', clipTokenizerOptions],
);

/**
 * The tokenizer of a folder that transformers wrote, such as `tokenizer` of a Stable Diffusion pipeline: a
 * path in Node, or a URL. @throws FileError
 */
export async function loadClipTokenizerFolder(
  folder: string | URL,
  options: ClipTokenizerOptions = {},
): Promise<ClipTokenizer> {
  loadClipTokenizerFolderArgs(folder, options);
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
