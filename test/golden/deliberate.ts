// Where wgrad differs from a reference on purpose. An element of one of these forms is not held against a
// case; a case that differs nowhere else is `excepted`, and its report says why. docs/correctness.md
// lists the same for people.
import type { Golden, GoldenCase } from './contract.ts';
import {
  clampGradient,
  cumprodGradient,
  cumprodGradientNested,
  type Instead,
  interpolated,
  logCumSumExpGradient,
  logCumSumExpGradientPairs,
  prodGradient,
} from './deliberate-values.ts';

/** A form of element that may differ. */
export interface Difference {
  /** Operations, without module. */
  readonly ops: RegExp;
  readonly roles: RegExp;
  /** Only cases with these flags; default every case. */
  readonly flags?: readonly string[];
  readonly holds: (got: number, want: number) => boolean;
  /** What the element has to be then, by independent loops; not needed where `holds` says it. */
  readonly instead?: Instead;
  readonly why: string;
}

/** A difference in one tensor of a case. */
export interface Meant extends Omit<Difference, 'instead'> {
  /** The values that it has to have. */
  readonly instead?: ArrayLike<number>;
}

const { isFinite: finite, isNaN: nan } = Number;
const gradients = /^(grads|hvp)$/;
const productOfOthers =
  'the product of the others here, the result over the element there: infinity over infinity';

/** The differences, of PyTorch 1.13 all of them. */
export const differences: readonly Difference[] = [
  {
    ops: /^(abs|absolute|l1_loss|max|min|norm|vector_norm|matrix_norm|linalg_norm|dist|cdist)$/,
    roles: gradients,
    holds: (got, want) => nan(got) && finite(want),
    why: 'the slope at NaN is NaN here, 0 or shared among the NaN there',
  },
  {
    ops: /^(norm|vector_norm|linalg_norm|matrix_norm|cdist|dist|normalize)$/,
    roles: gradients,
    holds: (got, want) => got === 0 && nan(want),
    why: 'derivatives of a norm by an element that is 0 are 0 here, to second order too',
  },
  {
    ops: /^prod$/,
    roles: /^grads$/,
    flags: ['special'],
    holds: (got, want) => nan(got) !== nan(want),
    instead: prodGradient,
    why: productOfOthers,
  },
  ...[cumprodGradient, cumprodGradientNested].map((instead) => ({
    ops: /^cumprod$/,
    roles: /^grads$/,
    flags: ['special'],
    holds: (got: number, want: number) => nan(got) !== nan(want),
    instead,
    why: productOfOthers,
  })),
  {
    ops: /^(clamp|clip|clamp_min|clamp_max)$/,
    roles: /^grads$/,
    flags: ['special', 'tie'],
    holds: (got, want) => finite(got) && finite(want),
    instead: clampGradient,
    why: 'where bounds are equal or crossed, or something is NaN, the gradient goes to what is returned here, nowhere there',
  },
  {
    ops: /^(var_mean|std_mean)$/,
    roles: /^outputs$/,
    holds: (got, want) => !nan(got) && nan(want),
    why: 'the mean of an infinity and numbers is that infinity here, NaN there',
  },
  {
    ops: /^poisson_nll_loss$/,
    roles: gradients,
    holds: (got, want) => !nan(got) && nan(want),
    why: "Stirling's term has no gradient where it does not apply; NaN there",
  },
  {
    ops: /^binary_cross_entropy$/,
    roles: gradients,
    flags: ['special', 'tie'],
    holds: (got, want) => finite(got) && !finite(want),
    why: 'the derivative by the target is that of the bounded logarithms here, of unbounded ones there',
  },
  ...[logCumSumExpGradient, logCumSumExpGradientPairs].map((instead) => ({
    ops: /^logcumsumexp$/,
    roles: /^grads$/,
    flags: ['special'],
    holds: (got: number, want: number) => nan(got) !== nan(want),
    instead,
    why: 'gradients are not taken through logarithms of gradients here',
  })),
  {
    ops: /^interpolate$/,
    roles: /^outputs$/,
    flags: ['special'],
    holds: (got, want) => !nan(got) && nan(want),
    instead: interpolated,
    why: 'a neighbour of weight 0 takes no part here, is multiplied by 0 there',
  },
];

const modules = /^(torch\.nn\.functional|torch\.special|torch\.Tensor|torch|Tensor|F)\./;
const bare = (op: string): string =>
  op.replace('torch.linalg.norm', 'torch.linalg_norm').replace('linalg.', '').replace(modules, '');

/** The differences that may show in a tensor of a case, with the values that it has to have. */
export function differencesOf(
  c: GoldenCase,
  role: string,
  golden: Golden,
  name: string,
): readonly Meant[] {
  const { op } = c;
  if (op === undefined) return [];
  return differences.flatMap(({ instead, ...d }): Meant[] => {
    const applies =
      d.ops.test(bare(op)) &&
      d.roles.test(role) &&
      (!d.flags || d.flags.some((flag) => c[flag] === true));
    if (!applies) return [];
    if (!instead) return [d];
    const values = instead(c, golden, name);
    return values ? [{ ...d, instead: values }] : [];
  });
}
