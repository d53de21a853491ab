// What arguments that several functions of this folder share must be, said once.
import * as is from '../tensor/arguments.ts';
import type { FillOptions } from './fill-options.ts';
import type { Picture } from './picture.ts';
import type { Entry } from './safetensors-header.ts';

/** Pixels with their size, which must agree. */
export const picture: is.Kind = (() => {
  const parts = is.fields<Picture>(
    { width: is.count, height: is.count, pixels: is.bytes },
    'a picture',
  );
  return {
    ...parts,
    fault: (value) => {
      const fault = parts.fault(value);
      if (fault) return fault;
      const { width, height, pixels } = value as Picture;
      if (pixels.length === width * height * 3) return undefined;
      const text = `has ${pixels.length} bytes, but ${width} x ${height} pixels take ${width * height * 3}`;
      return { path: '.pixels', text };
    },
  };
})();

/** The operations that a safe write needs. */
export const fileSystem = is.optional(
  is.methods('a file system', 'create', 'rename', 'remove', 'syncFolder'),
);

/** A path in Node, or an address. */
export const pathOrUrl = is.either(is.path, is.instance('a URL', URL));

/** What JSON can write: not undefined, functions, bigints, or circles. */
export const json = is.kind('a value that JSON can hold', (v) => {
  try {
    return JSON.stringify(v) !== undefined;
  } catch {
    return false;
  }
});

/** Bytes in pieces, ready or yet to come. */
export const parts = is.kind(
  'an iterable of bytes (Uint8Arrays)',
  (v) =>
    typeof v === 'object' &&
    v !== null &&
    !(v instanceof Uint8Array) &&
    (Symbol.iterator in v || Symbol.asyncIterator in v),
);

/** Tensors by name, as files hold them. */
export const tensorsByName = is.kind(
  'a Map of tensors by name',
  (v) => v instanceof Map && [...v].every(([k, t]) => typeof k === 'string' && !is.tensor.fault(t)),
);

/** What `fillTree` forgives. */
export const fillOptions = is.options<FillOptions>({
  cast: is.optional(is.func),
  surplus: is.optional(is.boolean),
});

/** An element type of the format. */
export const fileDType = is.oneOf('F64', 'F32', 'F16', 'BF16', 'I64', 'I32', 'U32', 'U8', 'BOOL');

/** Where a tensor lies in a file. */
export const entry = is.fields<Entry>(
  { name: is.string, dtype: fileDType, shape: is.shape, begin: is.size, end: is.size },
  'an entry',
);
