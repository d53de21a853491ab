// Options that PyTorch's functions have: windows over the edge, resizing by filters, norms of matrices and
// orders of distances, weights of classes. Wanted values are PyTorch's for these inputs.
import { beforeAll, describe, expect, it } from 'vitest';
import { checkGradients } from '../../src/autodiff/check-gradients.ts';
import { grad } from '../../src/autodiff/transforms.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import type { ClassLossOptions } from '../../src/tensor/ops/class-losses.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { ResampleOptions } from '../../src/tensor/ops/resample.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const squares = ops.tensor(
  Float32Array.from({ length: 12 }, (_, i) => (i + 1) ** 2),
  { shape: [1, 3, 4, 1] },
);
const infinity = Number.POSITIVE_INFINITY;

async function expectValues(y: Tensor, shape: readonly number[], want: number[]): Promise<void> {
  expect(y.shape).toEqual(shape);
  const got = Array.from(await y.data());
  got.forEach((v, i) => {
    expect(v).toBeCloseTo(want[i], 3);
  });
  expect(got.length).toBe(want.length);
}

describe('pooling', () => {
  const rows: [string, () => Tensor, number[], number[]][] = [
    [
      'a window over the edge',
      () => ops.avgPool2d(squares, 2, { stride: 3, ceilMode: true }),
      [1, 1, 2, 1],
      [16.5, 40],
    ],
    [
      'padding counts, what hangs over it does not',
      () => ops.avgPool2d(squares, 2, { padding: 1, ceilMode: true }),
      [1, 2, 3, 1],
      [0.25, 3.25, 4, 26.5, 76.5, 52],
    ],
    [
      'only pixels count',
      () => ops.avgPool2d(squares, 2, { padding: 1, ceilMode: true, countIncludePad: false }),
      [1, 2, 3, 1],
      [1, 6.5, 16, 53, 76.5, 104],
    ],
    ['its own divisor', () => ops.avgPool2d(squares, 2, { divisor: 3 }), [1, 1, 2, 1], [22, 46]],
    [
      'largest, over the edge',
      () => ops.maxPool2d(squares, 2, { ceilMode: true }),
      [1, 2, 2, 1],
      [36, 64, 100, 144],
    ],
  ];
  it.each(rows)('%s', async (_, f, shape, want) => {
    await expectValues(f(), shape, want);
  });

  it('has gradients over the edge', async () => {
    const options = { stride: 2, padding: 1, ceilMode: true };
    for (const pool of [ops.avgPool2d, ops.maxPool2d]) {
      await checkGradients((x) => pool(ops.sin(x), 3, options), [squares]);
    }
  });
});

describe('resample', () => {
  const rows: [ResampleOptions, [number, number], number[]][] = [
    [
      { mode: 'bicubic' },
      [2, 6],
      [
        4.07541, 6.12207, 10.18258, 13.932, 20.40918, 24.80306, 67.63988, 76.06543, 90.56279,
        101.7393, 118.65332, 129.42613,
      ],
    ],
    [
      { mode: 'bicubic', alignCorners: true },
      [2, 6],
      [1, 2.296, 5, 7.52, 12.256, 16, 81, 90.36, 104.968, 115.552, 132.192, 144],
    ],
    [
      { mode: 'bicubic', antialias: true },
      [2, 3],
      [8.07697, 16.22757, 27.67122, 65.39114, 88.00928, 113.92046],
    ],
    [{ mode: 'bilinear', antialias: true }, [2, 3], [11.8, 20, 31, 64.8, 85, 108]],
    [{ factor: 0.7 }, [2, 2], [7.15306, 15.17347, 64.45919, 88.80613]],
    [{ mode: 'area' }, [2, 3], [16.5, 24.5, 34.5, 60.5, 76.5, 94.5]],
    [{ mode: 'nearestExact' }, [2, 6], [1, 4, 4, 9, 16, 16, 81, 100, 100, 121, 144, 144]],
    [{ mode: 'nearest', factor: 0.7 }, [2, 2], [1, 4, 25, 36]],
  ];
  it.each(rows)('%j to %j', async (options, size, want) => {
    await expectValues(ops.resample(squares, size, options), [1, ...size, 1], want);
    await checkGradients((x) => ops.resample(ops.sin(x), size, options), [squares]);
  });

  it('agrees with resize where both can', async () => {
    for (const alignCorners of [false, true]) {
      const size = [5, 3] as const;
      const want = Array.from(
        await ops.resize(squares, size, { mode: 'bilinear', alignCorners }).data(),
      );
      await expectValues(ops.resample(squares, size, { alignCorners }), [1, ...size, 1], want);
    }
  });

  it('refuses what has no meaning', () => {
    expect(() => ops.resample(squares, 2, { mode: 'area', antialias: true })).toThrow(ShapeError);
    expect(() => ops.resample(squares, 0)).toThrow(ShapeError);
    expect(() => ops.resample(ops.ones([3, 4]), 2)).toThrow(ShapeError);
  });
});

describe('norms and distances', () => {
  const m = ops.tensor([
    [1, -2, 3],
    [4, 5, -6],
  ]);
  it.each<['fro' | number, number]>([
    ['fro', 9.53939],
    [1, 9],
    [-1, 5],
    [infinity, 15],
    [-infinity, 6],
  ])('a matrix of order %s', async (order, want) => {
    await expectValues(ops.matrixNorm(m, order), [], [want]);
    const three = ops.reshape(m, [2, 1, 3]);
    await expectValues(ops.matrixNorm(three, order, [0, -1]), [1], [want]);
    const kept = ops.matrixNorm(three, order, [0, 2], { keepDims: true });
    await expectValues(kept, [1, 1, 1], [want]);
  });

  it('refuses orders and axes that it has not', () => {
    expect(() => ops.matrixNorm(m, 2)).toThrow(/order 2; choose/);
    expect(() => ops.matrixNorm(m, 1, [0, 0])).toThrow(/not two/);
  });

  it.each([
    [1, [3, 4]],
    [infinity, [2, 2]],
    [3, [2.08008, 2.51984]],
  ])('distances of order %d', async (p, want) => {
    const points = [
      [0, 0],
      [3, 4],
    ];
    await expectValues(ops.cdist(points, [[1, 2]], { p }), [2, 1], want);
  });
});

describe('class weights', () => {
  const logits = ops.tensor([
    [1, 2, 0],
    [0, 1, -1],
    [2, 0, 1],
  ]);
  const target = ops.tensor(Int32Array.of(0, 2, 1));
  const classWeights = [1, 2, 0.5];
  const shares = ops.tensor([
    [0.2, 0.3, 0.5],
    [1, 0, 0],
    [0.1, 0.8, 0.1],
  ]);

  it.each<[ClassLossOptions, number[]]>([
    [{}, [2.12189]],
    [{ labelSmoothing: 0.2 }, [1.94094]],
    [{ ignoreIndex: 2 }, [2.07427]],
    [{ ignoreIndex: 2, labelSmoothing: 0.2 }, [1.86727]],
    [{ reduction: 'sum', labelSmoothing: 0.2 }, [6.79329]],
    [{ reduction: 'none' }, [1.40761, 1.2038, 4.81521]],
  ])('of class numbers %j', async (options, want) => {
    const loss = ops.crossEntropy(logits, target, { ...options, classWeights });
    await expectValues(loss, options.reduction === 'none' ? [3] : [], want);
  });

  it('of probabilities', async () => {
    await expectValues(ops.crossEntropy(logits, shares, { classWeights }), [], [2.1663]);
    const smooth = ops.crossEntropy(logits, shares, { classWeights, labelSmoothing: 0.2 });
    await expectValues(smooth, [], [2.01704]);
  });

  it('needs one weight for each class', () => {
    const wrong = { classWeights: [1, 2] };
    expect(() => ops.crossEntropy(logits, target, wrong)).toThrow(/not one for each class/);
    expect(() => ops.nllLoss(logits, target, wrong)).toThrow(ShapeError);
  });
});

it('elu at its kink, and where it is not a number', async () => {
  await expectValues(ops.elu([-1, 0, 2], 2), [3], [-1.26424, 0, 2]);
  await checkGradients((x) => ops.elu(x, 2), [[-1.5, -0.1, 0.4, 3]]);
  const slope = grad((x: Tensor) => ops.sum(ops.elu(x, 2)))(ops.tensor([0, Number.NaN]));
  await expectValues(slope, [2], [2, 1]);
});
