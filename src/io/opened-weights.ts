// Weights whose headers have been read: which tensors there are, and where they lie.
import * as is from '../tensor/arguments.ts';
import type { Entry, Header } from './safetensors-header.ts';

/** A safetensors file whose header has been read and checked. */
export interface WeightFile {
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  /** As `ReadableFile` has it: values are read only as long as it is the same. */
  readonly version: string;
  readonly header: Header;
  /** Everything before the values: the length and the header as they stand in the file. */
  readonly start: Uint8Array;
}

/** Where one tensor lies. */
export interface WeightPlace {
  readonly file: WeightFile;
  readonly entry: Entry;
}

/** The weights of one model: a file, or shards with an index. */
export interface Weights {
  /** For errors: the file, or the index. */
  readonly path: string;
  readonly files: readonly WeightFile[];
  /** Every tensor by its name in the files. */
  readonly tensors: ReadonlyMap<string, WeightPlace>;
}

/** A file whose header has been read. */
export const weightFile = is.fields<WeightFile>(
  { path: is.path, size: is.size, version: is.string, header: is.object, start: is.bytes },
  'an opened weight file',
);

/** The opened weights of a model. */
export const weights = is.fields(
  { path: is.path, files: is.list(weightFile), tensors: is.instance('a Map', Map) },
  'opened weights',
);
