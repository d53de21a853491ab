// Values that depend on inputs alone wait for their readers: a program that widens all its f16 weights first
// holds one widened weight at a time, and computes the same.
import { beforeAll, describe, expect, it } from 'vitest';
import { delayToReaders } from '../../src/compiler/delay.ts';
import type { Task } from '../../src/compiler/task.ts';
import { cast, compile, matmul, random, realize, type Tensor, useDevice } from '../../src/index.ts';
import { placeholder } from '../../src/tensor/ops/create.ts';

const n = 256;
const layers = 12;

describe('weights widened at the start of a program', () => {
  beforeAll(async () => {
    await useDevice('cpu');
  });

  const weights = () =>
    random.splitKey(random.key(1), layers).map((key) => cast(random.normal(key, [n, n]), 'f16'));

  it('take the room of one', async () => {
    const w = weights();
    const x = random.normal(random.key(2), [4, n]);
    const early = compile((ws: Tensor[], x0: Tensor) => {
      const wide = ws.map((t) => cast(t, 'f32'));
      return wide.reduce((h, t) => matmul(h, t), x0);
    });
    const late = compile((ws: Tensor[], x0: Tensor) =>
      ws.reduce((h, t) => matmul(h, cast(t, 'f32')), x0),
    );
    await realize(w, x);
    expect(Array.from(await early(w, x).data())).toEqual(Array.from(await late(w, x).data()));
    const { tempBytes } = await early.stats();
    expect(tempBytes).toBeGreaterThanOrEqual(4 * n * n);
    // one weight and two activations
    expect(tempBytes).toBeLessThan(4 * n * n + 3 * 4 * 4 * n);
  });

  it('serve several readers from the first one on', async () => {
    const w = weights();
    const x = random.normal(random.key(2), [4, n]);
    const f = compile((ws: Tensor[], x0: Tensor) => {
      const [a, b] = ws.map((t) => cast(t, 'f32'));
      return matmul(matmul(matmul(x0, a), b), a);
    });
    await realize(w, x);
    const [a, b] = w.map((t) => cast(t, 'f32'));
    const y = matmul(matmul(matmul(x, a), b), a);
    expect(Array.from(await f(w, x).data())).toEqual(Array.from(await y.data()));
    expect((await f.stats()).tempBytes).toBeLessThan(8 * n * n + 3 * 4 * 4 * n);
  });
});

describe('delayToReaders', () => {
  const node = (): Tensor => placeholder({ shape: [100], dtype: 'f32' });
  const task = (label: string, inputs: Tensor[], outputs: Tensor[]): Task =>
    ({
      kind: 'kernel',
      label,
      inputs: inputs.map((t) => ({ node: t })),
      outputs: outputs.map((t) => ({ node: t })),
    }) as unknown as Task;
  const [input, a, b, c, d] = Array.from({ length: 5 }, node);
  const labels = (tasks: Task[], least = 100) =>
    delayToReaders(
      tasks,
      (t) => t === input,
      () => 100,
      least,
    ).map((t) => (t.kind === 'kernel' ? t.label : t.kind));

  const tasks = [
    task('a', [input], [a]),
    task('b', [input], [b]),
    task('result', [input], [d]),
    task('c', [b], [c]),
    task('end', [a, c], [node()]),
  ];

  it('moves what reads inputs only, in front of its first reader', () => {
    expect(labels(tasks)).toEqual(['result', 'b', 'c', 'a', 'end']);
  });

  it('leaves small values where they are', () => {
    expect(labels(tasks, 101)).toEqual(['a', 'b', 'result', 'c', 'end']);
  });
});
