// What a tuner is asked, and the options of kernels that may ask one.
import type { GemmShape, Tile } from './kernels/gemm-choice.ts';
import type { ShaderOptions, Stages } from './wgsl/stage.ts';

/** A product that wants a tile. */
export interface TuneRequest {
  /** The kernel, its dtypes and its addressing. */
  readonly name: string;
  readonly shape: GemmShape;
  /** Candidates; the first is the heuristic choice. */
  readonly tiles: readonly Tile[];
  stages(tile: Tile): Stages;
  /** Elements of the kernel's arguments, in order. */
  readonly elements: readonly number[];
  readonly options: ShaderOptions;
}

/** Chooses tiles by measurement. */
export interface Tuner {
  /** The measured tile, or undefined if there is none (yet). */
  choose(request: TuneRequest): Tile | undefined;
  /** Grows when choices have changed: kernels generated before may have a better tile now. */
  readonly version: number;
  /** Resolves when nothing is left to measure. */
  idle(): Promise<void>;
}

/** What kernels may use. */
export interface KernelOptions extends ShaderOptions {
  /** Measures tiles of products and remembers the best. */
  readonly tuner?: Tuner;
}
