// Errors speak in the name of the function that the caller called, whatever inside of it found the fault.
import { describe, expect, it } from 'vitest';
import * as wgrad from '../../src/index.ts';
import { inNameOf } from '../../src/tensor/speakers.ts';

const { zeros } = wgrad;
const messageOf = (f: () => unknown): string => {
  try {
    f();
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
  return '';
};

describe('the name that an error speaks in', () => {
  it('is that of the function that was called, before the one that found the fault', () => {
    const lerp = messageOf(() => wgrad.lerp(zeros([2, 3]), zeros([4]), 0.5));
    expect(lerp).toMatch(/^lerp, in sub of f32\[4\] and f32\[2, 3\]: shapes .* do not broadcast/);
    const kl = messageOf(() =>
      wgrad.losses.equalVarianceKl(zeros([2, 3]), zeros([2, 3]), zeros([4])),
    );
    expect(kl).toMatch(/^losses\.equalVarianceKl, in div of .*: shapes /);
  });

  it('stands alone where the function found it itself', () => {
    const labels = wgrad.tensor([1, 2, 3, 0], { dtype: 'i32' });
    expect(messageOf(() => wgrad.crossEntropy(zeros([2, 3]), labels))).toBe(
      'crossEntropy: logits f32[2, 3] and target i32[4] do not fit: ' +
        'without the classes (axis 1) the target would be [2]',
    );
    expect(messageOf(() => wgrad.add(zeros([2]), zeros([3])))).toMatch(/^add of f32\[2\]/);
  });

  it('is the innermost that the caller’s own code called, inside of transforms too', () => {
    const loss = (x: wgrad.Tensor) => wgrad.sum(wgrad.lerp(x, zeros([4]), 0.5));
    for (const f of [loss, wgrad.grad(loss), wgrad.compile(wgrad.grad(loss))]) {
      expect(messageOf(() => f(zeros([3])))).toMatch(/^lerp, in sub of /);
    }
  });

  it('of asynchronous functions as well', async () => {
    await expect(wgrad.metrics.fid(zeros([1, 3]), zeros([4, 3]))).rejects.toThrow(
      /^metrics\.fid, in covarianceOf: /,
    );
  });

  it('is given to complaints about shapes that have none', () => {
    expect(inNameOf('dot', 'sizes 2 and 3 differ', false)).toBe('dot: sizes 2 and 3 differ');
    expect(inNameOf('dot', 'sizes for dot differ', false)).toBe('sizes for dot differ');
    expect(inNameOf('dot', 'x.json: not a number', false)).toBe('x.json: not a number');
  });

  it('changes no other message', () => {
    expect(inNameOf('dot', 'matmul: inner sizes differ')).toBe(
      'dot, in matmul: inner sizes differ',
    );
    for (const message of [
      'dot: matmul: x', // speaks for itself
      'take from axis 0 of dot: x',
      'a sentence without a function',
      'x.json: no such file', // a file
      'Attention: x', // a layer
    ]) {
      expect(inNameOf('dot', message)).toBe(message);
    }
    for (const caller of ['', 'notPublic', 'a']) {
      expect(inNameOf(caller, 'matmul: x')).toBe('matmul: x');
    }
  });
});
