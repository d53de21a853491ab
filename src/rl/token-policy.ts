// A language model as a policy: a decision is a token, its probability that of the softmax it was drawn from.
import { checkpoint } from '../autodiff/checkpoint.ts';
import { tokenLogProbabilities } from '../losses/tokens.ts';
import type { Gpt, GptParams } from '../models/gpt.ts';
import { gptGenerator } from '../models/gpt-sampling.ts';
import { compile } from '../runtime/compile.ts';
import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import {
  cast,
  concat,
  cumsum,
  equal,
  expandDims,
  greater,
  sliceAxis,
  squeeze,
  sub,
  takeAlongAxis,
  where,
} from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Policy } from './policy.ts';

/** How a language model answers. */
export interface TokenPolicyOptions {
  /** Tokens of an answer. */
  readonly count: number;
  /** Logits are divided by it, when sampling and when scoring; above 0, default 1. */
  readonly temperature?: number;
  /** After this token an answer holds nothing else; what stands behind the first one was no decision. */
  readonly endToken?: number;
}

/** Prompts i32 [n, p], answers i32 [n, count]. */
export type TokenPolicy = Policy<GptParams, Tensor, Tensor>;

const tokenPolicyArgs = is.signature(
  'rl.tokenPolicy',
  ['model', is.methods('a gpt', 'hidden', 'head', 'cache', 'decode', 'init', 'apply')],
  [
    'options',
    is.options<TokenPolicyOptions>({
      count: is.count,
      temperature: is.optional(is.positive),
      endToken: is.optional(is.integer),
    }),
  ],
);

/**
 * A language model as a policy. Log-probabilities of tokens behind the first end token are 0: they were not drawn.
 * There is no top k or top p, which would make probabilities depend on the parameters in jumps.
 */
export function tokenPolicy(model: Gpt, options: TokenPolicyOptions): TokenPolicy {
  tokenPolicyArgs(model, options);
  const { count, temperature = 1, endToken } = options;
  const generate = gptGenerator(model, { temperature, endToken });

  function answersLogp(params: GptParams, prompts: Tensor, answers: Tensor): Tensor {
    const p = prompts.shape[1];
    const ids = concat([prompts, answers], 1);
    const hidden = model.hidden(params, sliceAxis(ids, 1, [0, -1]));
    const logits = model.head(params, sliceAxis(hidden, 1, [p - 1, null])); // [n, count, vocabulary]
    const logp = tokenLogProbabilities(logits, answers, { temperature });
    if (endToken === undefined) return logp;
    const ends = cast(equal(answers, endToken), 'i32');
    const before = sub(cumsum(ends, 1), ends); // end tokens in front of each
    return where(greater(before, 0), 0, logp);
  }
  // a call is planned on its own: the same kernels in a rollout and in an update, so the same bits
  const all = checkpoint(answersLogp);
  const compiled = compile((params: GptParams, prompts: Tensor, answers: Tensor) =>
    all(params, prompts, answers),
  );

  return {
    rollout: async (params, prompts, key) => {
      const ids = generate(params, prompts, count, key);
      const actions = sliceAxis(ids, 1, [-count, null]);
      return { actions, logp: compiled(params, prompts, actions), samples: actions };
    },
    logp: (params, prompts, answers, at) => {
      if (answers.rank !== 2 || answers.shape[1] !== count) {
        throw new ShapeError(`tokenPolicy.logp: actions ${answers} are not [n, ${count}]`);
      }
      const logp = all(params, prompts, answers);
      return at ? squeeze(takeAlongAxis(logp, expandDims(at, 1), 1), 1) : logp;
    },
  };
}
