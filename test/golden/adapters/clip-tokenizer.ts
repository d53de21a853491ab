// Cases of the group `clip_tokenizer`: texts with their ids and what the ids decode to, and contexts of 77
// tokens. The loaded vocabulary is kept, for it takes longer than all cases together.
import { type ClipTokenizer, clipTokenize, loadClipTokenizer } from '../../../src/data/index.ts';
import { tensor } from '../../../src/tensor/ops/index.ts';
import type { Adapter, GoldenCase } from '../contract.ts';

let loading: Promise<ClipTokenizer> | undefined;

// a context's length stands in the shape of what is expected
const contextOf = (c: GoldenCase, name: string, shape: (name: string) => readonly number[]) =>
  shape(c.outputs?.[name] as string)[1];

/** Computes a case of the group `clip_tokenizer`. */
export const clipTokenizerAdapter: Adapter = async (c, golden) => {
  loading ??= loadClipTokenizer();
  const tokenizer = await loading;
  if (typeof c.text === 'string') {
    const ids = Int32Array.from(tokenizer.encode(c.text));
    return {
      manifest: { ids: tensor(ids, { shape: [ids.length] }) },
      texts: { decoded: tokenizer.decode(ids) },
    };
  }
  if (!Array.isArray(c.texts)) return undefined;
  const texts = c.texts.map(String);
  return {
    outputs: Object.fromEntries(
      Object.keys(c.outputs ?? {}).map((name) => {
        const contextLength = contextOf(c, name, golden.shape);
        return [name, clipTokenize(tokenizer, texts, { contextLength, truncate: true })];
      }),
    ),
  };
};
