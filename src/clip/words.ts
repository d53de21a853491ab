// The texts of emoji: a tokenizer learned from what is said of them, and captions that vary.

import { caption } from '../data/captions.ts';
import { type ClipTokenizer, clipWords } from '../data/clip-tokenizer.ts';
import {
  type ClipTokenizerFiles,
  clipTokenizerFiles,
  clipTokenizerOfFiles,
} from '../data/clip-vocabulary.ts';
import type { EmojiRecord } from '../data/emoji-set.ts';
import type { HostRandom } from '../data/random.ts';
import { trainBytePairs } from '../data/train-byte-pairs.ts';
import * as is from '../tensor/arguments.ts';

/** Sentences around a name, for training and for classifying: {} is the name. */
export const emojiTemplates = [
  '{}',
  'a picture of {}',
  'an emoji of {}',
  'a drawing of {}',
  'an icon of {}',
  'this is {}',
] as const;

const emojiTokenizerFilesArgs = is.signature(
  'contrastive.emojiTokenizerFiles',
  ['records', is.list(is.record('an emoji record', 'name', 'style', 'subgroup', 'keywords'), 1)],
  ['merges', is.size],
  ['contextLength', is.wholeFrom(2)],
);

/**
 * The files of a tokenizer whose byte pairs are learned from the names, styles, groups, subgroups and keywords of
 * records, each concept once, and the templates.
 */
export function emojiTokenizerFiles(
  records: readonly EmojiRecord[],
  merges = 2000,
  contextLength = 24,
): Required<ClipTokenizerFiles> {
  emojiTokenizerFilesArgs(records, merges, contextLength);
  const counts = new Map<string, number>();
  const read = (text: string, times = 1): void => {
    for (const word of clipWords(text)) counts.set(word, (counts.get(word) ?? 0) + times);
  };
  const concepts = new Map(records.map((record) => [record.hexcode, record]));
  for (const { name, group, subgroup, keywords } of concepts.values()) {
    read([name, plain(group), plain(subgroup), ...keywords].join(' '));
  }
  for (const style of new Set(records.map((record) => record.style))) read(style, concepts.size);
  for (const template of emojiTemplates) read(template.replace('{}', ''), concepts.size);
  return clipTokenizerFiles(trainBytePairs(counts, merges), contextLength, 'emoji');
}

const emojiTokenizerArgs = is.signature('contrastive.emojiTokenizer', [
  'files',
  is.record('files of a tokenizer', 'vocab', 'merges'),
]);

/** The tokenizer of such files. */
export const emojiTokenizer = (files: ClipTokenizerFiles): Promise<ClipTokenizer> => {
  emojiTokenizerArgs(files);
  return clipTokenizerOfFiles(files, {}, 'emoji');
};

/** 'food-drink' as words. */
export const plain = (slug: string): string => slug.replace(/-/g, ' ');

// fewer styles than for drawing, more description
const described = { style: 0.3, subgroup: 0.5, keywords: 0.6 };

const similarityCaptionArgs = is.signature(
  'contrastive.similarityCaption',
  ['record', is.record('an emoji record', 'name', 'style', 'subgroup', 'keywords')],
  ['random', is.methods('a source of random numbers', 'chance', 'pick')],
);

/**
 * A caption for contrastive training: `[style] name [subgroup] [keywords]` in which a tenth of the words is missing, at
 * times in a template. Words that are missing make the others count; the last word never goes.
 */
export function similarityCaption(record: EmojiRecord, random: HostRandom): string {
  similarityCaptionArgs(record, random);
  const words = caption(record, random, described).split(' ');
  const kept = words.filter(() => !random.chance(0.1));
  const text = (kept.length > 0 ? kept : words).join(' ');
  const [template] = random.chance(0.3) ? random.pick(emojiTemplates, 1) : ['{}'];
  return template.replace('{}', () => text);
}
