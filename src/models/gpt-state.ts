// GPT-2's parameters in files. minGPT stores its layers as PyTorch's Linear does, [out, in]; GPT-2's own
// checkpoints use a layer (Conv1D) whose weight is [in, out], may leave out the prefix 'transformer.', and hold
// the causal mask as a buffer. Which of the two a file has shows in the shape of c_attn: [3 n, n] or [n, 3 n].

import { fromStateDict, type StateDict, toStateDict } from '../nn/state-dict.ts';
import * as is from '../tensor/arguments.ts';
import { FileError } from '../tensor/errors.ts';
import { transpose } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** How the weights of c_attn, c_proj and c_fc stand: [out, in] (minGPT) or [in, out] (GPT-2). */
export type GptLayout = 'linear' | 'conv1d';

const maskBuffer = /\.attn\.(masked_)?bias$/;
const turned = /\.(c_attn|c_proj|c_fc)\.weight$/;
const root = /^(transformer|lm_head|v_head)\./;

const turn = (state: Iterable<[string, Tensor]>): [string, Tensor][] =>
  [...state].map(([name, t]) => [name, turned.test(name) ? transpose(t) : t]);

const fromGptStateArgs = is.signature(
  'models.fromGptState',
  ['template', is.tree],
  ['state', is.object],
  ['source', is.string],
);

/**
 * The parameters of a model from a state dict of minGPT or GPT-2, whatever its layout and prefix; `template`
 * is any parameters of the model (`init`). A tied model ignores the file's copy of the head.
 * @throws ShapeError listing what is missing, surplus or of another shape; FileError without c_attn
 */
export function fromGptState<P extends { readonly lm_head?: unknown }>(
  template: P,
  state: StateDict,
  source = 'GPT-2 state dict',
): P {
  fromGptStateArgs(template, state, source);
  let entries = Object.entries(state)
    .filter(([name]) => !maskBuffer.test(name))
    .map(([name, t]): [string, Tensor] => [root.test(name) ? name : `transformer.${name}`, t]);
  if (template.lm_head === undefined) entries = entries.filter(([n]) => n !== 'lm_head.weight');
  const joint = entries.find(([name]) => name.endsWith('.attn.c_attn.weight'))?.[1];
  if (joint?.rank !== 2) {
    throw new FileError(`${source}: holds no matrix h.N.attn.c_attn.weight; is it a GPT-2?`);
  }
  if (joint.shape[1] === 3 * joint.shape[0]) entries = turn(entries);
  return fromStateDict(template, Object.fromEntries(entries), source);
}

const toGptStateArgs = is.signature(
  'models.toGptState',
  ['params', is.tree],
  ['layout', is.oneOf('linear', 'conv1d')],
);

/**
 * Parameters as a state dict: with 'linear' under minGPT's names and layouts, with 'conv1d' as
 * GPT-2's checkpoints of a model with its head (prefix 'transformer.').
 */
export function toGptState(params: unknown, layout: GptLayout = 'linear'): StateDict {
  toGptStateArgs(params, layout);
  const state = toStateDict(params);
  return layout === 'linear' ? state : Object.fromEntries(turn(Object.entries(state)));
}
