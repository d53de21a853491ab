// Prompts of a pipeline's folder as ids for its text encoder: start of text, byte pairs, end of text, padding
// with what the folder's tokenizer pads with (end of text in Stable Diffusion 1, 0 in 2). What does not fit
// is cut and said.
import { loadClipTokenizerFolder } from '../data/clip-vocabulary.ts';
import { FileError } from '../tensor/errors.ts';
import type { DiffusersFolder } from './diffusers-folder.ts';

/** A prompt as a text encoder reads it. */
export interface PromptIds {
  readonly ids: Int32Array;
  /** The end of the prompt, if it did not fit. */
  readonly cut?: string;
}

/** Makes ids of prompts. */
export interface PromptTokenizer {
  /** Ids of a prompt, start and end included, as they are: at least 2. */
  count(prompt: string): number;
  /** Ids in a whole context; longer prompts are cut. */
  encode(prompt: string): PromptIds;
}

/**
 * The tokenizer of a pipeline. @param longest tokens that the text encoder has positions for
 * @param entries of the text encoder's table
 * @throws FileError if the folder has no CLIP tokenizer or one with more entries than the table
 */
export async function openPromptTokenizer(
  { folder, files }: DiffusersFolder,
  longest: number,
  entries: number,
): Promise<PromptTokenizer> {
  const part = files.tokenizer;
  if (!part?.className.startsWith('CLIPTokenizer')) {
    throw new FileError(
      `${folder}/model_index.json: the tokenizer is ${part ? `a ${part.className}` : 'not there'}; ` +
        'CLIPTokenizer is needed',
    );
  }
  const tokenizer = await loadClipTokenizerFolder(part.folder);
  const { startId, endId, padId } = tokenizer;
  if (tokenizer.size > entries) {
    throw new FileError(
      `${part.folder}: ${tokenizer.size} tokens, but the text encoder knows ${entries}`,
    );
  }
  const context = Math.min(longest, tokenizer.contextLength);
  return {
    count: (prompt) => tokenizer.encode(prompt).length + 2,
    encode: (prompt) => {
      const own = tokenizer.encode(prompt);
      const kept = own.slice(0, context - 2);
      const ids = new Int32Array(context).fill(padId);
      ids.set([startId, ...kept, endId]);
      const cut = tokenizer.decode(own.slice(kept.length)).trim();
      return cut ? { ids, cut } : { ids };
    },
  };
}
