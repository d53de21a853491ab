// print(label, x): a look at a value where it is computed, also inside of compiled functions, where the
// program of the trace has it as one more result that is read after each run.
import * as is from '../tensor/arguments.ts';
import { formatValues } from '../tensor/format-values.ts';
import { operandOf } from '../tensor/ops/create.ts';
import { emit, type Print, showPrintsBy } from '../tensor/prints.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';
import { currentDevice } from './device.ts';

// What waits for a device is shown in the order in which it was asked for.
let queue: Promise<void> | undefined;

function show({ label, value, show }: Print): void {
  const text = (data: Awaited<ReturnType<Tensor['data']>>): string => {
    const values = formatValues(data, value.shape, value.dtype);
    return `${label}: ${value.dtype}[${value.shape.join(', ')}]${values.includes('\n') ? '\n' : ' '}${values}`;
  };
  if (!queue && (value.host || currentDevice()?.downloadSync)) {
    show(text(value.dataSync()));
    return;
  }
  const data = value.data(); // asked for now: whatever happens to the tensor meanwhile
  const turn = (queue ?? Promise.resolve())
    .then(() => data)
    .then(text, (error: Error) => `${label}: its value could not be read: ${error.message}`)
    .then(show)
    .finally(() => {
      if (queue === turn) queue = undefined;
    });
  queue = turn;
}

showPrintsBy(show);

const printArgs = is.signature('print', ['label', is.string], ['x', is.operand], ['show', is.func]);

/**
 * Shows a value and returns it: `y = print('y', y)`. Works anywhere: eagerly, under `grad` (which it does
 * not change), inside of `checkpoint`, and inside of `compile`, where the value is shown after every run,
 * in the order of the calls, whether or not the result of `print` is used. `show` takes the text, default
 * console.log. Values of more than 1,000 elements are shortened.
 */
export function print(
  label: string,
  x: TensorLike,
  show: (text: string) => void = console.log,
): Tensor {
  printArgs(label, x, show);
  const value = operandOf(x, 'print', 'x');
  emit({ label, value, show });
  return value;
}
