// What a tensor holds for the runtime and never looks into.

/** Device memory, as its owner sees it; opaque here. */
export interface Storage {
  readonly bytes: number;
}

/** What the runtime remembers of a tensor, opaque here: why its value is gone, how often it was computed. */
export interface Past {
  /** Why the tensor has no value any more. */
  gone?: string;
}
