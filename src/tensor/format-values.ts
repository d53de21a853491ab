// Values as text: nested brackets, a row a line, the middle of long axes left out.
import type { DType, HostArray } from './dtype.ts';
import type { Shape } from './shape.ts';

const edge = 3;
const whole = 1000; // values; larger tensors are shortened

const number = (x: number, dtype: DType): string =>
  dtype === 'bool'
    ? String(x !== 0)
    : Number.isInteger(x)
      ? String(x)
      : String(Number(x.toPrecision(6)));

/** `[[1, 2], [3, 4]]` with a line for each row; beyond 1,000 values only three at each end of an axis. */
export function formatValues(data: HostArray, shape: Shape, dtype: DType): string {
  if (shape.length === 0) return number(data[0], dtype);
  const short = data.length > whole;
  const walk = (axis: number, at: number): string => {
    const n = shape[axis];
    let stride = 1;
    for (const s of shape.slice(axis + 1)) stride *= s;
    const last = axis === shape.length - 1;
    const item = (i: number): string =>
      last ? number(data[at + i], dtype) : walk(axis + 1, at + i * stride);
    const cut = short && n > 2 * edge;
    const items = cut
      ? [
          ...Array.from({ length: edge }, (_, i) => item(i)),
          '...',
          ...Array.from({ length: edge }, (_, i) => item(n - edge + i)),
        ]
      : Array.from({ length: n }, (_, i) => item(i));
    return `[${items.join(last ? ', ' : `,\n${' '.repeat(axis + 1)}`)}]`;
  };
  return walk(0, 0);
}
