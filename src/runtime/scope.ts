// Scopes: whatever was made inside and is not part of the result is freed at the end. A tensor is inside if
// it was created there; what is older belongs to somebody outside, wherever its memory was taken.
import { checkFunction, noOptions } from '../autodiff/arguments.ts';
import { topologicalOrder } from '../tensor/graph.ts';
import { isPlaceholder } from '../tensor/ops/create.ts';
import { idOfNext, type Tensor } from '../tensor/tensor.ts';
import { transforming } from '../tensor/transform-depth.ts';
import { tensorsWithin } from '../tensor/tree.ts';
import { type Cell, dispose, type Past, scopes, watch } from './cells.ts';
import { evaluate, hasValue } from './evaluate.ts';

// What a lazy result still needs is computed first, so that nothing but the result has to stay. Inside of a
// transform results are part of a larger graph; then their operands stay.
function settle(results: readonly Tensor[], inside: ReadonlySet<Tensor>): readonly Tensor[] {
  const pending = results.filter((t) => !hasValue(t));
  const order = topologicalOrder(pending, hasValue);
  const needed = order.filter((t) => inside.has(t));
  if (needed.length === 0) return results;
  if (transforming() > 0 || order.some((t) => isPlaceholder(t) && !t.storage)) {
    return [...results, ...needed];
  }
  evaluate(pending);
  return results;
}

function leave(set: Set<Cell>, first: number, result: unknown): void {
  const inside = new Set<Tensor>();
  const outer = scopes.at(-1);
  for (const cell of set) {
    cell.scope = undefined;
    const t = cell.owner?.deref();
    if (!t) continue;
    if (t.id >= first && !(t.past as Past | undefined)?.captured) inside.add(t);
    else if (outer) watch(outer, cell);
  }
  if (inside.size === 0) return;
  const keep = new Set(settle(tensorsWithin(result), inside));
  for (const t of inside) {
    if (!keep.has(t)) dispose(t, 'it was freed at the end of the scope that it was made in');
    else if (outer) watch(outer, t.storage as Cell);
  }
}

/**
 * Runs `f`; every value that was made inside and is not part of its result is freed at the end. Lazy
 * results that need such values are computed first. `f` may be asynchronous; scopes must then not overlap.
 */
export function scope<T>(f: () => T, none?: undefined): T {
  checkFunction('scope', f);
  noOptions('scope', none, 'what is to stay is what f returns');
  const set = new Set<Cell>();
  const first = idOfNext();
  scopes.push(set);
  const end = (result?: unknown): void => {
    scopes.splice(scopes.indexOf(set), 1);
    leave(set, first, result);
  };
  try {
    const result = f();
    if (result instanceof Promise) {
      return result.then(
        (r) => {
          end(r);
          return r;
        },
        (e) => {
          end();
          throw e;
        },
      ) as T;
    }
    end(result);
    return result;
  } catch (e) {
    if (scopes.includes(set)) end();
    throw e;
  }
}
