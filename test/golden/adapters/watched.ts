// Notices what an adapter does not look at. An option or an input that plays no part in an answer may
// have played one in the reference's, so a case with one is unsupported and not compared in part.
import { Unsupported } from '../contract.ts';

/** Values that remember which of them were read, and the check at the end. */
export interface Watched<T extends object> {
  readonly values: T;
  /** @throws Unsupported naming an entry that was not read; None counts as not given */
  readonly done: () => void;
}

/**
 * Watches the entries of `values`. Whoever lists the keys has taken them all: models read their whole
 * configuration, and refuse what they do not have.
 * @param what names a case's call in the message
 * @param idle entries that may be passed over, with the values that change nothing, or a test of them
 */
export function watched<T extends object>(
  what: string,
  values: T,
  idle: Readonly<Record<string, (value: unknown) => boolean>> = {},
): Watched<T> {
  const read = new Set<string | symbol>();
  const take = (key: string | symbol): void => {
    read.add(key);
  };
  return {
    values: new Proxy(values, {
      get: (target, key) => {
        take(key);
        return Reflect.get(target, key);
      },
      has: (target, key) => {
        take(key);
        return Reflect.has(target, key);
      },
      ownKeys: (target) => {
        Reflect.ownKeys(target).forEach(take);
        return Reflect.ownKeys(target);
      },
    }),
    done: () => {
      for (const [key, value] of Object.entries(values)) {
        if (read.has(key) || value === null || value === undefined) continue;
        if (idle[key]?.(value)) continue;
        const shown = typeof value === 'object' && 'shape' in value ? '' : JSON.stringify(value);
        throw new Unsupported(
          shown ? `${what} with ${key}=${shown}` : `${what} with the input ${key}`,
        );
      }
    },
  };
}
