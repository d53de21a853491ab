// Which known name a wrong one was probably meant to be.

/** Levenshtein's distance, a swap of neighbours counting as one edit. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    before = last;
    last = row;
  }
  return last[b.length];
}

// What other frameworks call it.
const others: Readonly<Record<string, readonly string[]>> = {
  lr: ['learningRate'],
  beta: ['betas'],
  beta1: ['betas'],
  beta2: ['betas'],
  epsilon: ['eps'],
  dim: ['axis', 'axes'],
  dims: ['axes'],
  wd: ['weightDecay'],
  keepdim: ['keepDims'],
  correction: ['ddof'],
  unbiased: ['ddof'],
  device: ['dtype'],
  type: ['dtype'],
};

/** A name without case and punctuation. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The known name that a wrong one was probably meant to be. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > 60) return undefined;
  const word = plainName(name);
  const same = known.find((k) => plainName(k) === word);
  if (same) return same;
  const renamed = (Object.hasOwn(others, word) ? others[word] : []).find((k) => known.includes(k));
  if (renamed) return renamed;
  const ranked = known
    .map((k) => ({ k, d: editDistance(word, plainName(k)) }))
    .sort((a, b) => a.d - b.d);
  const [best] = ranked;
  if (best && best.d <= Math.max(1, Math.floor(word.length / 3))) return best.k;
  return word.length >= 4 ? known.find((k) => plainName(k).includes(word)) : undefined;
}
