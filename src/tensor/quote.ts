// Words of strangers in messages: on one line, short, and without characters that act on a terminal.

// controls of either set, and those that turn the direction of text around; not the line break
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const escaped = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text as it may be printed: `most` characters at the most, those that act on a terminal as \uXXXX. */
export const printable = (text: string, most = 4000): string =>
  (text.length > most ? `${text.slice(0, most)}... (${text.length} characters)` : text).replace(
    acting,
    escaped,
  );

/** A value for a message: as JSON, on one line, `most` characters at the most. */
export function quote(value: unknown, most = 80): string {
  if (typeof value === 'number') return String(value); // JSON has no infinities
  let text: string | undefined;
  try {
    // a long text is cut before it is written out
    const cut = typeof value === 'string' && value.length > most;
    text = cut ? `${JSON.stringify(value.slice(0, most))}...` : JSON.stringify(value);
  } catch {
    // cyclic, or a bigint within
  }
  const line = printable(text ?? String(value), Number.POSITIVE_INFINITY).replaceAll('\n', '\\n');
  return line.length > most + 8 ? `${line.slice(0, most)}...` : line;
}
