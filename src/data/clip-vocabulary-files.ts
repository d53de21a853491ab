// The official vocabulary of CLIP as the files of a tokenizer's folder (vocab.json, merges.txt), which whoever
// writes a pipeline's folder needs.
import { FileError } from '../tensor/errors.ts';
import { bytePairs } from './byte-pairs.ts';
import { packageFolder, readBytes } from './files.ts';

const file = 'clip/merges.txt.gz';

/**
 * vocab.json and merges.txt of CLIP's 49,408 tokens, as transformers writes them; from the package's own data,
 * in Node. @throws FileError if the data are missing or damaged
 */
export async function officialClipFiles(): Promise<{
  readonly vocab: string;
  readonly merges: string;
}> {
  const rebuild = 'rebuild it with scripts/data/build-clip-vocabulary.mjs';
  const folder = await packageFolder(file, 'the CLIP vocabulary as files: in Node only', rebuild);
  const { gunzipSync } = await import('node:zlib');
  let text: string;
  try {
    text = gunzipSync(await readBytes(folder + file)).toString('utf8');
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(`${file}: damaged (${(error as Error).message}); ${rebuild}`);
  }
  const merges = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#version'));
  const symbols = [...bytePairs(merges, file).symbols, '<|startoftext|>', '<|endoftext|>'];
  return {
    vocab: JSON.stringify(Object.fromEntries(symbols.map((symbol, id) => [symbol, id]))),
    merges: `#version: 0.2\n${merges.join('\n')}\n`,
  };
}
