// What an optimizer's update is given: gradients of the parameters' structure and the optimizer's own state
// for them. Anything else would give wrong steps, or none for the leaves that are missing.
import { shown } from '../../tensor/describe.ts';
import { ShapeError, WgradError } from '../../tensor/errors.ts';
import { formatShape, sameShape } from '../../tensor/shape.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { leaves, leavesWithPaths } from '../../tensor/tree.ts';

/** The leaves of `tree` fit those of the parameters one by one. @throws ShapeError */
export function checkLeaves(
  fn: string,
  what: string,
  tree: unknown,
  params: readonly Tensor[],
): void {
  const found = leaves(tree);
  const wrong = params.findIndex((p, i) => !found[i] || !sameShape(found[i].shape, p.shape));
  if (wrong < 0 && found.length === params.length) return;
  const [path] = leavesWithPaths(tree)[wrong] ?? [];
  const detail =
    found.length === params.length
      ? `leaf ${path ? `'${path}'` : wrong} is ${found[wrong]}, the parameter ${formatShape(params[wrong].shape)}`
      : `${found.length} tensors for ${params.length} parameters`;
  throw new ShapeError(`${fn}: ${what} does not fit params: ${detail}`);
}

/** Checks the arguments of `update`; `names` are the trees of moments of the state. @throws WgradError */
export function checkUpdate(
  fn: string,
  names: readonly string[],
  given: { readonly grads: unknown; readonly state: unknown; readonly params: unknown },
): void {
  const { grads, state, params } = given;
  for (const [name, tree] of Object.entries({ grads, params })) {
    if (typeof tree !== 'object' || tree === null || tree instanceof Promise) {
      throw new WgradError(`${fn}.update: ${name} must be a tree of tensors, not ${shown(tree)}`);
    }
  }
  const list = leaves(params);
  checkLeaves(`${fn}.update`, 'grads', grads, list);
  const expected = ['count', ...names];
  const found = typeof state === 'object' && state !== null ? Object.keys(state) : [];
  const own =
    found.length === expected.length &&
    expected.every((n) => found.includes(n)) &&
    (state as { count: unknown }).count instanceof Tensor;
  if (!own) {
    throw new WgradError(
      `${fn}.update: state must be what init made (${expected.join(', ')}), not ${shown(state)}; ` +
        'the state belongs to another optimizer, or to other options of this one',
    );
  }
  for (const n of names) {
    checkLeaves(`${fn}.update`, `state.${n}`, (state as Record<string, unknown>)[n], list);
  }
}
