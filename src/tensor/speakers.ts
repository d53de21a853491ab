// In whose name an error speaks. A composition (`crossEntropy`) has shapes compared by the operations inside of
// it, and their errors are read by people who called none of them. The public function that is at work is the
// library's outermost frame on the stack, which every error has anyway: so nothing has to be kept while all is
// well, and graphs are built as fast as before.

/** What public functions take, by their names ('random.normal'); arguments.ts fills it. */
export const described = new Map<string, unknown>();

// Names without their namespaces; what several share is known by that alone.
const known = new Map<string, string>();
let read = 0;

function fullName(name: string): string | undefined {
  if (read !== described.size) {
    known.clear();
    for (const full of described.keys()) {
      const last = full.slice(full.lastIndexOf('.') + 1);
      known.set(last, known.has(last) ? last : full);
    }
    read = described.size;
  }
  // esbuild numbers names of several files that it joins
  return known.get(name) ?? known.get(name.replace(/\d+$/, ''));
}

const escaped = (text: string): string => text.replace(/[.$]/g, '\\$&');

/**
 * A message with the name of the function that the caller called, where it begins with that of another public
 * function (`dot, in matmul: inner sizes differ`) or, if `named` is false, with nobody's. `caller` is as stack
 * frames have it, '' if unknown.
 */
export function inNameOf(caller: string, message: string, named = true): string {
  const name = fullName(caller);
  if (!name) return message;
  const [before] = message.split(':', 1);
  const last = escaped(name.slice(name.lastIndexOf('.') + 1));
  if (new RegExp(`\\b${last}\\b`, 'i').test(before)) return message;
  if (before === message) return named ? message : `${name}: ${message}`;
  const inner = /^([A-Za-z][\w.]*)( of | from |$)/.exec(before)?.[1].split('.').at(-1);
  return inner && fullName(inner) ? `${name}, in ${message}` : message;
}
