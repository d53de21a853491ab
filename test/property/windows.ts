// Convolutions, transposed ones and pooling with random strides, dilations, paddings and groups: value,
// first and second derivatives against the oracle. Sizes that no forward convolution would have are the
// point: output padding of a transposed one may reach its stride where the dilation is larger.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import type { TestDevice } from '../support/devices.ts';
import { sameToSecondOrder } from './second-order.ts';

type Two = [number, number];

const int = (min: number, max: number) => fc.integer({ min, max });
const two = (min: number, max: number): fc.Arbitrary<Two> => fc.tuple(int(min, max), int(min, max));

// [groups, channels a group, output channels a group]: with (n, 1, 1) among them, which is depthwise
const channels = fc.constantFrom<[number, number, number]>(
  [1, 1, 1],
  [1, 2, 3],
  [1, 5, 8],
  [2, 1, 2],
  [3, 1, 1],
  [2, 3, 1],
  [5, 1, 1],
);

const check = <T>(
  arbitrary: fc.Arbitrary<T>,
  runs: number,
  f: (x: T) => Promise<void>,
): Promise<void> => fc.assert(fc.asyncProperty(arbitrary, f), { numRuns: runs, seed: 11 });

// extent of a dilated kernel
const reach = (k: number, dilation: number): number => (k - 1) * dilation + 1;

const both = (f: (axis: 0 | 1) => number): Two => [f(0), f(1)];

const slides = fc.record({
  n: int(1, 2),
  size: two(1, 5),
  kernel: two(1, 3),
  stride: two(1, 3),
  dilation: two(1, 4),
  padding: two(0, 2),
  channels,
  extra: two(0, 3),
});

/** Transposed convolutions, with any output padding that is legal. */
export const transposed = (device: TestDevice, runs: number): Promise<void> =>
  check(slides, runs, async ({ n, size, kernel, stride, dilation, padding, channels, extra }) => {
    const [groups, cg, og] = channels;
    const outputPadding = both((i) => Math.min(extra[i], Math.max(stride[i], dilation[i]) - 1));
    const whole = both(
      (i) => (size[i] - 1) * stride[i] + reach(kernel[i], dilation[i]) + outputPadding[i],
    );
    const cut = both((i) => Math.min(padding[i], Math.floor((whole[i] - 1) / 2)));
    const options = { stride, dilation, padding: cut, outputPadding, groups };
    const x = [n, ...size, groups * cg];
    const w = [...kernel, og, groups * cg];
    const what = `convTranspose2d of [${x}] and [${w}], ${JSON.stringify(options)}`;
    const f = (a: Tensor, b: Tensor): Tensor => ops.convTranspose2d(a, b, options);
    const y = f(ops.zeros(x), ops.zeros(w));
    assert.deepEqual(y.shape, [n, ...both((i) => whole[i] - 2 * cut[i]), groups * og], what);
    await sameToSecondOrder(device, f, [x, w], what);
  });

/** Convolutions with a padding of its own on each side. */
export const convolved = (device: TestDevice, runs: number): Promise<void> =>
  check(
    fc.tuple(slides, two(0, 3)),
    runs,
    async ([{ n, size, kernel, stride, dilation, padding, channels, extra }, more]) => {
      const [groups, cg, og] = channels;
      const h = both(
        (i) => Math.max(size[i], reach(kernel[i], dilation[i]) - padding[i]) + more[i],
      );
      const sides = [
        [padding[0], extra[0]],
        [padding[1], extra[1]],
      ] as const;
      const options = { stride, dilation, padding: sides, groups };
      const x = [n, ...h, groups * cg];
      const w = [...kernel, cg, groups * og];
      const what = `conv2d of [${x}] and [${w}], ${JSON.stringify(options)}`;
      await sameToSecondOrder(device, (a, b) => ops.conv2d(a, b, options), [x, w], what);
    },
  );

/** The same of sequences. */
export const sequences = (device: TestDevice, runs: number): Promise<void> =>
  check(slides, runs, async ({ n, size, kernel, stride, dilation, padding, channels, extra }) => {
    const [groups, cg, og] = channels;
    const [k, s, d, p] = [kernel[0], stride[0], dilation[0], padding[0]];
    const outputPadding = Math.min(extra[0], Math.max(s, d) - 1);
    const l = size[0] + reach(k, d);
    const x = [n, l, groups * cg];
    const forward = { stride: s, dilation: d, padding: p, groups };
    const w = [k, cg, groups * og];
    const conv = (a: Tensor, b: Tensor): Tensor => ops.conv1d(a, b, forward);
    await sameToSecondOrder(device, conv, [x, w], `conv1d of [${x}], ${JSON.stringify(forward)}`);
    const cut = Math.min(p, Math.floor((l - 1) / 2));
    const back = { ...forward, padding: cut, outputPadding };
    const turned = (a: Tensor, b: Tensor): Tensor => ops.convTranspose1d(a, b, back);
    const what = `convTranspose1d of [${x}], ${JSON.stringify(back)}`;
    await sameToSecondOrder(device, turned, [x, [k, og, groups * cg]], what);
  });

/** Means and maxima over windows, with windows that hang over the edge. */
export const pooled = (device: TestDevice, runs: number): Promise<void> =>
  check(
    fc.tuple(slides, fc.boolean(), fc.boolean(), fc.boolean()),
    runs,
    async ([
      { n, size, kernel, stride, dilation, padding },
      largest,
      ceilMode,
      countIncludePad,
    ]) => {
      const step = largest ? dilation : ([1, 1] as Two);
      const pad = both((i) => Math.min(padding[i], Math.floor(kernel[i] / 2)));
      const x = [n, ...both((i) => Math.max(size[i] + 2, reach(kernel[i], step[i]))), 2];
      const options = { stride, padding: pad, ceilMode };
      const f = (a: Tensor): Tensor =>
        largest
          ? ops.maxPool2d(a, kernel, { ...options, dilation })
          : ops.avgPool2d(a, kernel, { ...options, countIncludePad });
      const what = `${largest ? 'maxPool2d' : 'avgPool2d'} of [${x}], ${JSON.stringify({ kernel, dilation, ...options })}`;
      await sameToSecondOrder(device, f, [x], what);
    },
  );
