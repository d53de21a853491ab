// Checkpoints: a function as a call node, which is planned once and can be replayed many times. Under
// differentiation only its arguments are kept (call-rule.ts).
import { call } from '../tensor/ops/call.ts';
import { isLeaf, placeholder } from '../tensor/ops/create.ts';
import { collectPrints, emit } from '../tensor/prints.ts';
import { hooks, type Tensor } from '../tensor/tensor.ts';
import { transform } from '../tensor/transform-depth.ts';
import { leaves, map } from '../tensor/tree.ts';
import { checkFunction, checkSync, noOptions } from './arguments.ts';
import { close } from './closure.ts';
import { alias } from './identity.ts';

/**
 * `f` as a call node: under differentiation only its arguments are kept and the inside is computed
 * again (gradient checkpointing). Arguments and results are trees of tensors; tensors that f closes
 * over are arguments too and get gradients.
 */
export function checkpoint<A extends unknown[], R>(
  f: (...args: A) => R,
  none?: undefined,
): (...args: A) => R {
  checkFunction('checkpoint', f);
  noOptions('checkpoint', none, 'it keeps the arguments and computes everything else again');
  return (...args) => {
    if (hooks.created) return f(...args); // each operation is to be seen
    const what = `checkpoint(${f.name || 'function'})`;
    const given = leaves(args, `${what}: the list of arguments`);
    const inputs: Tensor[] = [];
    const traced = map(args, (leaf) => {
      const p = placeholder(leaf, leaf.label);
      p.weak = leaf.weak;
      inputs.push(p);
      return p;
    });
    const first = placeholder({ shape: [], dtype: 'f32' }).id;
    const { result, prints } = collectPrints(() => transform(() => f(...(traced as unknown as A))));
    checkSync(what, result);
    // an output that is an argument or comes from outside still needs a node of its own inside
    const returned = leaves(result, `${what}: what the function returned`);
    const outputs = [...returned, ...prints.map((p) => p.value)].map((t) =>
      inputs.includes(t) || t.id < first || isLeaf(t) ? alias(t) : t,
    );
    const { graph, captured } = close(inputs, outputs, first);
    const results = call(graph, [...given, ...captured]);
    prints.forEach((p, k) => {
      emit({ ...p, value: results[returned.length + k] });
    });
    let i = 0;
    return map(result, () => results[i++]) as R;
  };
}
