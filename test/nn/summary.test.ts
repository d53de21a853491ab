// nn.summary: a table of what a tree of parameters holds.
import { describe, expect, it } from 'vitest';
import * as wgrad from '../../src/index.ts';

const { nn, random } = wgrad;

describe('nn.summary', () => {
  const params = {
    hidden: { w: wgrad.zeros([784, 300]), b: wgrad.zeros([300], 'f16') },
    out: [wgrad.ones([300, 10]), null],
    steps: wgrad.zeros([], 'i32'),
    name: 'mlp',
  };

  it('lists path, shape, dtype, parameters and bytes, and adds them up', () => {
    const s = nn.summary(params);
    expect(
      s.rows.map((r) => [r.path, r.shape, r.dtype, r.parameters, r.bytes, r.trainable]),
    ).toEqual([
      ['hidden.w', [784, 300], 'f32', 235_200, 940_800, true],
      ['hidden.b', [300], 'f16', 300, 600, true],
      ['out.0', [300, 10], 'f32', 3000, 12_000, true],
      ['steps', [], 'i32', 1, 4, false],
    ]);
    expect([s.parameters, s.bytes, s.trainable]).toEqual([238_501, 953_404, 238_500]);
    expect(`${s}`).toBe(
      [
        'path      shape       dtype  parameters    bytes  trained',
        '---------------------------------------------------------',
        'hidden.w  [784, 300]  f32       235,200  940,800  yes',
        'hidden.b  [300]       f16           300      600  yes',
        'out.0     [300, 10]   f32         3,000   12,000  yes',
        'steps     []          i32             1        4  no',
        '---------------------------------------------------------',
        '238,501 parameters in 4 tensors, 953,404 bytes',
        '238,500 trained, 1 not trained',
      ].join('\n'),
    );
  });

  it('says what is trained, as partition picks it', () => {
    const pick = (path: string): boolean => path.startsWith('out');
    const s = nn.summary(params, pick);
    expect(s.trainable).toBe(wgrad.tree.leaves(nn.partition(params, pick)[0])[0].size);
    const model = nn.MLP([4, 8, 2]).init(random.key(0));
    expect(nn.summary(model).parameters).toBe(4 * 8 + 8 + 8 * 2 + 2);
    expect(`${nn.summary(model)}`).not.toMatch(/trained/);
    expect(`${nn.summary({})}`).toMatch(/0 parameters in 0 tensors, 0 bytes/);
  });

  it('refuses what is no tree', () => {
    expect(() => nn.summary(new Map())).toThrow(wgrad.WgradError);
    expect(() => nn.summary(new Map())).toThrow(/nn\.summary: .*Map/);
    expect(() => nn.summary(params, 3 as never)).toThrow(/nn\.summary: trainable/);
  });
});
