// Operations that compute nothing and exist for the tape: `alias` makes a fresh node for a value, so
// that a derivative with respect to it does not reach closures over the same tensor; `stopGradient`
// cuts the tape. `customVjp` puts the user's rule in place of the one that would be found.
import * as is from '../tensor/arguments.ts';
import type { OpDef } from '../tensor/define.ts';
import { defineOp } from '../tensor/define.ts';
import { GradientError } from '../tensor/errors.ts';
import { topologicalOrder } from '../tensor/graph.ts';
import { operandOf, toTensor } from '../tensor/ops/create.ts';
import { sameShape } from '../tensor/shape.ts';
import { Tensor, type TensorLike } from '../tensor/tensor.ts';
import { describe } from '../tensor/tree-errors.ts';

const viewOfFirst = <A>(): Pick<OpDef<A>, 'shape' | 'lower' | 'reference'> => ({
  shape: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  lower: {
    kind: 'map',
    free: true,
    elementwise: true,
    identity: true,
    body: ([x], index) => x(index),
  },
  reference: ([x]) => x.data.slice(),
});

const aliasOp = defineOp<object>({
  name: 'alias',
  ...viewOfFirst(),
  vjp: (ct) => [ct],
  samples: [{ inputs: [{ shape: [2, 3] }], attrs: {} }],
});

const stopOp = defineOp<object>({
  name: 'stopGradient',
  ...viewOfFirst(),
  vjp: () => [null],
  samples: [],
});

/** The same value as a new node. */
export const alias = (x: Tensor): Tensor => {
  const t = aliasOp([x], {});
  t.weak = x.weak;
  t.label = x.label;
  return t;
};

is.signature('stopGradient', ['x', is.operand]);

/** The same value, constant for every derivative. */
export const stopGradient = (x: TensorLike): Tensor =>
  stopOp([operandOf(x, 'stopGradient', 'x')], {});

/** True for nodes that cut the tape. */
export const isStop = (t: Tensor): boolean => t.op === (stopOp.def as unknown);

interface CustomAttrs {
  readonly name: string;
  readonly rule: (ct: Tensor, inputs: readonly Tensor[], out: Tensor) => readonly (Tensor | null)[];
}

// Operands: the value, then the arguments of the function.
const customOp = defineOp<CustomAttrs>({
  name: 'customVjp',
  ...viewOfFirst(),
  vjp: (ct, { inputs: [, ...args], out, attrs: { rule, name } }) => {
    const parts: unknown = rule(ct, args, out);
    if (!Array.isArray(parts) || parts.length !== args.length) {
      throw new GradientError(
        `${name}: the rule must return an array of ${args.length} cotangents (or null), one for each input, ` +
          `and returned ${Array.isArray(parts) ? parts.length : describe(parts)}`,
      );
    }
    parts.forEach((part: unknown, i) => {
      if (part === null || (part instanceof Tensor && sameShape(part.shape, args[i].shape))) return;
      throw new GradientError(
        `${name}: the rule's cotangent ${i} must be null or a tensor like its input ${args[i]}, ` +
          `not ${describe(part)}`,
      );
    });
    return [null, ...parts];
  },
  samples: [],
});

/** True for results of functions with a rule of the user's own. */
export const isCustom = (t: Tensor): boolean => t.op === (customOp.def as unknown);

/** The error for a function with a rule of its own whose value depends on `wrt` past its arguments. */
export function closesOver(t: Tensor, wrt: ReadonlySet<Tensor>): GradientError {
  const [value] = t.inputs;
  const found = topologicalOrder([value], (x) => wrt.has(x) || isStop(x)).filter((x) => wrt.has(x));
  return new GradientError(
    `${(t.attrs as CustomAttrs).name}: the function closes over what is differentiated ` +
      `(${found.join(', ')}), and its rule gives no gradient for that; make it an argument, or ` +
      'use stopGradient on it if none is wanted',
  );
}

/**
 * `f` with a gradient rule of your own: `rule(ct, inputs, out)` returns a cotangent (or null) for each
 * input. The rule is made of operations, so it can be differentiated in turn. Tensors that `f` needs
 * come as arguments: it must not close over what is differentiated.
 * @throws GradientError if f returns no tensor or closes over a differentiated one, or if the rule's
 * cotangents are not one for each input, of its shape
 */
export function customVjp(
  f: (...inputs: Tensor[]) => Tensor,
  rule: (ct: Tensor, inputs: readonly Tensor[], out: Tensor) => readonly (Tensor | null)[],
): (...inputs: TensorLike[]) => Tensor {
  const name = `customVjp(${typeof f === 'function' ? f.name || 'function' : describe(f)})`;
  if (typeof f !== 'function' || typeof rule !== 'function') {
    throw new GradientError(
      `${name}: f and rule must be functions: the value, and the rule of its gradient`,
    );
  }
  return (...inputs) => {
    const args = inputs.map(toTensor);
    const value: unknown = f(...args.map(stopGradient));
    if (!(value instanceof Tensor)) {
      throw new GradientError(`${name}: the function must return a tensor, not ${describe(value)}`);
    }
    return customOp([value, ...args], { name, rule });
  };
}
