// Repairs text of unknown origin: HTML entities, terminal escapes, misread encodings, ligatures, widths,
// quotes, line breaks, surrogates, control characters, and composes characters. What it does by default is what
// ftfy 6.3.1 does (Speer 2019, doi:10.5281/zenodo.2591652), which CLIP's tokenizer applies to every text.
import * as is from '../../tensor/arguments.ts';
import {
  plainLineBreaks,
  separateLigatures,
  standardWidths,
  straightQuotes,
  wellFormed,
  withoutControls,
  withoutEscapes,
} from './characters.ts';
import { type EntityDecoder, unescapeCertain } from './html.ts';
import { repairEncoding } from './mojibake.ts';

/** How a text is repaired. */
export interface FixTextOptions {
  /** The table of HTML entities (`loadEntities`); without it only numbered ones are decoded. */
  readonly entities?: EntityDecoder;
}

const steps: readonly ((text: string) => string)[] = [
  withoutEscapes,
  repairEncoding,
  separateLigatures,
  standardWidths,
  straightQuotes,
  plainLineBreaks,
  wellFormed,
  withoutControls,
  (text) => text.normalize('NFC'),
];

// no text needs more than a few rounds; the limit is there for texts made to need them
const mostRounds = 64;

function untilStable(text: string, change: (text: string) => string): string {
  let now = text;
  for (let round = 0; round < mostRounds; round++) {
    const next = change(now);
    if (next === now) break;
    now = next;
  }
  return now;
}

function fixLines(text: string, entities: EntityDecoder | undefined): string {
  let html = false;
  const fixed = text.split(/(?<=\n)/).map((line) => {
    html ||= line.includes('<');
    const decode = html ? (t: string) => t : (t: string) => unescapeCertain(t, entities);
    return untilStable(line, (t) => steps.reduce((now, step) => step(now), decode(t)));
  });
  return fixed.join('');
}

const fixTextArgs = is.signature(
  'data.fixText',
  ['text', is.string],
  ['options', is.options<FixTextOptions>({ entities: is.optional(is.func) })],
);

/**
 * The text with everything repaired, line by line, until nothing changes any more. Entities are decoded up
 * to the first line with a `<`, from which on the text is taken for HTML. Never fails.
 */
export function fixText(text: string, options: FixTextOptions = {}): string {
  fixTextArgs(text, options);
  // nothing to repair in printable ASCII without entities
  if (/^[\t\n\x20-%'-~]*$/.test(text)) return text;
  return untilStable(text, (now) => fixLines(now, options.entities));
}
