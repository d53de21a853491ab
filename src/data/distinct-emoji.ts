// The part of the data set that a text-to-image model learns from: every group, each kind of thing once, without
// writing. What goes was chosen by looking at all pictures and at the pairs that differ least.

import type { EmojiFilter, EmojiRecord } from './emoji-set.ts';

// One person of a kind stands for all: 'cook' for man and woman cook, 'person running' for man and woman
// running, 'people holding hands' for the pairs. Only in people-body: a man's shoe is a thing of its own.
const gendered =
  /^(man|woman|men|women)\b|^(deaf|old|pregnant) (man|woman)$|^(mx claus|merman|merperson)$/;
// Nobody else is one of these.
const only = new Set(['man', 'woman', 'man dancing', 'woman dancing', 'woman with headscarf']);
// Who they are that kiss, whom a family consists of; and mirror images.
const detailed = /^(kiss|couple with heart|family): |: facing right$/;

// Letters and digits: captions do not spell, and a latent of 64 pixels has no room for them.
const letters = new Set(['alphanum', 'keycap']);
const written =
  /^((back|end|on!|soon|top) arrow|atm sign|water closet|copyright|registered|trade mark)$/;
// Squares and diamonds that differ in how much of the picture they fill.
const smaller = /^(black|white) (medium|medium-small|small) square$|^small (orange|blue) diamond$/;

const clockFace = /o['’]clock$|-thirty$/;

// Drawn almost as something that stays: a snowman, the star of David, a speech balloon, a calendar, a prince.
const alike = new Set([
  'snowman without snow',
  'dotted six-pointed star',
  'left speech bubble',
  'tear-off calendar',
  'person with crown',
]);

function isDistinct({ group, subgroup, name }: EmojiRecord): boolean {
  if (alike.has(name)) return false;
  if (group === 'people-body') {
    return (only.has(name) || !gendered.test(name)) && !detailed.test(name);
  }
  if (group === 'symbols') {
    return !letters.has(subgroup) && !written.test(name) && !smaller.test(name);
  }
  return !(subgroup === 'time' && clockFace.test(name));
}

/**
 * A filter for `loadEmoji` and `selectEmoji`: the concepts that a picture of 64 pixels tells apart, each once,
 * 1334 of 1644. Of people who differ in gender, and of pairs and families, one of each kind stays ('cook',
 * 'person running', 'kiss'); clock faces, keycaps, lettered buttons, mirror images, smaller squares and what is
 * drawn almost as something else go. A rule about concepts, not pictures: splits and styles stay what they are.
 */
export const distinctEmoji: EmojiFilter = { where: isDistinct };
