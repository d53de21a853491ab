// Faults that tests have to find: each is one change of one place in src/, and the tests that should notice.
// `npm run mutants` plants them one by one and says which survive.
import { dataFaults } from './data.ts';
import { diffusionFaults } from './diffusion.ts';
import { engineFaults } from './engine.ts';
import { evaluateFaults } from './evaluate.ts';
import { gradientFaults } from './gradients.ts';
import { kernelFaults } from './kernels.ts';
import { lossFaults } from './losses.ts';
import { pipelineFaults } from './pipelines.ts';
import { trainingFaults } from './training.ts';

/** A fault: `find` stands exactly once in `file` and becomes `replace`. */
export interface Fault {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Test files that should fail. */
  readonly tests: readonly string[];
  /** Why nothing can be noticed: the program computes the same. Such a fault has to survive. */
  readonly equivalent?: string;
}

/** All faults, by room. */
export const faults: readonly Fault[] = [
  ...dataFaults,
  ...diffusionFaults,
  ...engineFaults,
  ...evaluateFaults,
  ...gradientFaults,
  ...kernelFaults,
  ...lossFaults,
  ...pipelineFaults,
  ...trainingFaults,
];

/** How often a text stands in another. */
export const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** A fault in a line. */
export const nameOf = ({ file, find, replace }: Fault): string => {
  const flat = (text: string): string => text.trim().replace(/\s+/g, ' ');
  return `${file}: ${flat(find)} -> ${flat(replace) || 'nothing'}`;
};
