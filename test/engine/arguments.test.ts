// What people write by mistake, and what they are told.
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as wgrad from '../../src/index.ts';

const { optim, random, tensor, zeros } = wgrad;
// calls as JavaScript makes them
const loose = wgrad as unknown as Record<string, (...args: unknown[]) => unknown>;
const looseRandom = random as unknown as typeof loose;
const looseOptim = optim as unknown as typeof loose;
const looseNn = wgrad.nn as unknown as typeof loose;
const x = tensor([
  [1, 2],
  [3, 4],
]);

const mistakes: readonly [string, () => unknown, RegExp][] = [
  [
    'a seed for a key',
    () => looseRandom.normal(42, [3]),
    /^random\.normal: key must be a key made by random\.key\(42\), u32\[2\], not 42; write random\.key\(42\)/,
  ],
  ['a size for a shape', () => loose.zeros(3), /^zeros: shape must be .*not 3; write \[3\]/],
  ['a negative size', () => zeros([2, -1]), /^zeros: shape must be .*not \[2, -1\]/],
  ['a size that is NaN', () => zeros([Number.NaN]), /^zeros: shape must be .*not \[NaN\]/],
  [
    "another library's dtype",
    () => loose.zeros([2], 'float32'),
    /^zeros: dtype must be .*not "float32"; write 'f32'/,
  ],
  [
    'an object for a dtype',
    () => loose.zeros([2], { dtype: 'i32' }),
    /^zeros: dtype .*write 'i32'/,
  ],
  [
    'lr',
    () => looseOptim.sgd({ lr: 0.1 }),
    /^optim\.sgd: options has no option "lr"; did you mean learningRate\?/,
  ],
  [
    'a rate as text',
    () => looseOptim.adam({ learningRate: '0.1' }),
    /^optim\.adam: options\.learningRate must be .*not "0\.1"; write 0\.1 without quotes/,
  ],
  [
    'a rate that is NaN',
    () => optim.adamw({ learningRate: Number.NaN }),
    /^optim\.adamw: options\.learningRate must be/,
  ],
  [
    'keepdims',
    () => loose.sum(x, 1, { keepdims: true }),
    /^sum: options has no option "keepdims"; did you mean keepDims\?/,
  ],
  [
    'BigInt arrays',
    () => loose.tensor(new BigInt64Array(2)),
    /^tensor: values .*Int32Array\.from\(values, Number\)/,
  ],
  ['bigints', () => loose.add(x, 1n), /^add: b must be .*not 1n; convert it with Number/],
  ['text', () => loose.add('x', x), /^add: a must be .*not "x"/],
  ['a promise', () => loose.exp(Promise.resolve(x)), /^exp: x must be .*Promise.*await it/s],
  ['ragged arrays', () => loose.add([[1, 2], [3]], x), /^add: a must be .*ragged/],
  ['an axis that is a fraction', () => loose.softmax(x, 0.5), /^softmax: axis must be an axis/],
  [
    'a reduction of another name',
    () => loose.crossEntropy(x, [0, 1], { reduction: 'avg' }),
    /^crossEntropy: options\.reduction must be "mean"/,
  ],
  [
    'half a layer',
    () => looseNn.Linear(3.5, 2),
    /^nn\.Linear: inputs must be an integer >= 0, not 3\.5/,
  ],
  [
    'groups that do not divide',
    () => wgrad.nn.Conv2d(3, 4, 3, { groups: 2 }),
    /^nn\.Conv2d: 2 groups do not divide 3 inputs/,
  ],
];

describe('mistakes', () => {
  it.each(mistakes)('%s', (_, call, text) => {
    expect(call).toThrow(wgrad.WgradError);
    expect(call).toThrow(text);
  });
});

describe('an optimizer', () => {
  const params = { a: x, b: tensor([1]) };
  const sgd = optim.sgd({ learningRate: 0.1, momentum: 0.9 });
  const adam = optim.adam({ learningRate: 0.1 });

  it('refuses the state of another one', () => {
    const foreign = adam.init(params);
    expect(() => sgd.update(params, foreign, params)).toThrow(
      /^optim\.sgd\.update: state must be what init made \(count, velocity\), not an object with count, m, v/,
    );
    expect(() => optim.chain(sgd).update(params, foreign, params)).toThrow(
      /^optim\.chain\.update: state/,
    );
  });

  it('refuses the state and the gradients of another tree', () => {
    const other = { a: x };
    expect(() => adam.update(params, adam.init(other), params)).toThrow(
      /^optim\.adam\.update: state\.m does not fit params: 1 tensors for 2/,
    );
    expect(() => adam.update({ a: x, b: x }, adam.init(params), params)).toThrow(
      /grads does not fit params: leaf 'b' is f32\[2, 2\], the parameter \[1\]/,
    );
    expect(() => optim.applyUpdates(params, other as unknown as typeof params)).toThrow(
      /^optim\.applyUpdates: updates/,
    );
  });
});

it('at takes [start, stop] in its types as at run time', () => {
  const part = wgrad.at(x, [
    [0, 1],
    [1, 2, 1],
  ]);
  expectTypeOf(wgrad.at).toBeCallableWith(x, [[0, 1], null, '...']);
  expect(part.shape).toEqual([1, 1]);
});

describe('options of what takes a function', () => {
  const f = (p: wgrad.Tensor): wgrad.Tensor => wgrad.sum(p);
  const unknown: readonly [string, () => unknown, RegExp][] = [
    [
      'compile',
      () => loose.compile(f, { donat: [0] }),
      /^compile: options has no option "donat"; did you mean donate\?/,
    ],
    [
      'compile, a position',
      () => loose.compile(f, { donate: [0.5] }),
      /^compile: options\.donate\[0\] must be an integer >= 0, not 0\.5/,
    ],
    [
      'valueAndGrad',
      () => loose.valueAndGrad(f, { has_aux: true }),
      /^valueAndGrad: options has no option "has_aux"; did you mean hasAux\?/,
    ],
    [
      'grad',
      () => loose.grad(f, { hasAux: true }),
      /^grad: has no options, but was given "hasAux"; .*valueAndGrad/,
    ],
    [
      'checkpoint',
      () => loose.checkpoint(f, { policy: 1 }),
      /^checkpoint: has no options, but was given "policy"/,
    ],
    [
      'scope',
      () => loose.scope(() => x, { keep: [] }),
      /^scope: has no options, but was given "keep"/,
    ],
    ['scope of no function', () => loose.scope(x), /^scope: the first argument must be a function/],
  ];
  it.each(unknown)('%s', (_, call, text) => {
    expect(call).toThrow(wgrad.WgradError);
    expect(call).toThrow(text);
  });

  const later: readonly [string, () => unknown, RegExp][] = [
    [
      'useDevice',
      () => loose.useDevice('cpu', { thread: 2 }),
      /^useDevice: options has no option "thread"; did you mean threads\?/,
    ],
    [
      'useDevice of another name',
      () => loose.useDevice('cuda'),
      /^useDevice: name must be 'auto', .*not "cuda"/,
    ],
    [
      'profile',
      () => loose.profile(() => x, { repeat: 2 }),
      /^profile: options has no option "repeat"; did you mean repeats\?/,
    ],
    [
      'checkGradients',
      () => loose.checkGradients(f, [x], { tol: 1 }),
      /^checkGradients: options has no option "tol"/,
    ],
    [
      'debugNaN',
      () => loose.debugNaN(() => x, { infinity: true }),
      /^debugNaN: options has no option "infinity"; the options are infinities/,
    ],
  ];
  it.each(later)('%s', async (_, call, text) => {
    await expect(call()).rejects.toThrow(text);
    await expect(call()).rejects.toBeInstanceOf(wgrad.WgradError);
  });
});

describe('donated arguments', () => {
  it('say which argument of which function took them', async () => {
    await wgrad.useDevice('cpu');
    const twice = wgrad.compile((_: wgrad.Tensor, b: wgrad.Tensor) => wgrad.mul(b, 2), {
      donate: [1],
    });
    const step = wgrad.compile((a: wgrad.Tensor) => wgrad.mul(a, 2), { name: 'step', donate: [0] });
    const [b, c] = [tensor([1]), tensor([1])];
    twice(x, b);
    step(c);
    await expect(b.data()).rejects.toThrow(
      /donated to compiled function as argument 1, .*\(donate: \[1\]\).*compile\(f, \{ name: '\.\.\.' \}\)/,
    );
    await expect(c.data()).rejects.toThrow(
      /donated to step as argument 0, .*use what the call returned/,
    );
    await expect(c.data()).rejects.not.toThrow(/name: '/);
  });

  it('must be arguments', () => {
    const f = wgrad.compile((a: wgrad.Tensor) => wgrad.exp(a), { name: 'f', donate: [1] });
    expect(() => f(x)).toThrow(
      /^compile\(f\): options\.donate names argument 1, but the function was called with 1/,
    );
  });
});
