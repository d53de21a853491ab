// Types of bundle.mjs, which stays JavaScript because it runs before anything is built.

export interface ApplicationPart {
  /** The chunk's name without its hash. */
  name: string;
  /** Loaded with the page, not on demand. */
  atOnce: boolean;
  /** Minified. */
  bytes: number;
  /** Minified and compressed. */
  gzip: number;
}

export const librarySources: Record<string, string>;
export const libraryNames: string[];
export function bundle(outdir?: string, names?: readonly string[]): Promise<void>;
export function bundleApplication(
  code: string,
  library?: string,
): Promise<{
  parts: ApplicationPart[];
  left: string[];
  files: Record<string, string>;
  main: string;
}>;
export function withInterpreterLine(path: string): void;
