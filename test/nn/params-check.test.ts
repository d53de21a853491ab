// Parameters that are not a module's: an error that names the module and the path, never a TypeError of the
// engine, and never a number computed without the part that is missing.

import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  grad,
  models,
  nn,
  ones,
  random,
  sum,
  WgradError,
  zeros,
} from '../../src/index.ts';
import { resnetBlock2D } from '../../src/models/resnet.ts';
import { use } from '../support/devices.ts';

beforeAll(async () => {
  await use('cpu');
});

const key = random.key(0);
// biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
type Wrong = any;

function refused(f: () => unknown, ...parts: (string | RegExp)[]): void {
  let error: unknown;
  try {
    f();
  } catch (e) {
    error = e;
  }
  expect(error).toBeInstanceOf(WgradError);
  for (const part of parts) expect((error as Error).message).toMatch(part);
}

describe('parameters of another module', () => {
  const x = ones([2, 3]);
  const net = nn.Sequential(
    nn.Linear(3, 4),
    nn.Lambda((y) => y),
    nn.LayerNorm(4),
  );
  const good = net.init(key);

  it('nothing, numbers and lists where a tree is expected', () => {
    for (const wrong of [undefined, null, 1, 'x', [], {}, [1, 2, 3], x, new Map()]) {
      refused(() => net.apply(wrong as Wrong, x), /^nn\.Sequential: params/);
      refused(() => nn.Linear(3, 4).apply(wrong as Wrong, x), /^nn\.Linear: params/);
    }
  });

  it('missing, surplus and misshapen leaves, by their path', () => {
    const [{ w, b }, none, norm] = good as Wrong;
    refused(() => net.apply([{ w }, none, norm] as Wrong, x), "'0.b'", 'nothing');
    refused(() => net.apply([{ w, b, c: b }, none, norm] as Wrong, x), "'0.c'");
    refused(() => net.apply([{ w, b: zeros([1]) }, none, norm] as Wrong, x), "'0.b'", '[4]');
    refused(() => net.apply([{ w, b }, none, { scale: norm.scale }] as Wrong, x), "'2.bias'");
    // the part that training sees, without the other
    const [picked] = nn.partition(good, (path) => path.startsWith('0'));
    refused(() => net.apply(picked, x), "'2.scale'", 'null');
  });

  it('a bias that is missing, or given to a layer without', () => {
    const plain = nn.Linear(3, 4, { bias: false });
    refused(() => nn.Linear(3, 4).apply(plain.init(key), x), /^nn\.Linear: params .*'b'/);
    refused(() => plain.apply(nn.Linear(3, 4).init(key), x), /^nn\.Linear: params .*'b'/);
  });

  it('functions beside apply', () => {
    const norm = nn.BatchNorm(3);
    refused(() => norm.train({}, x, norm.initState()), /^nn\.BatchNorm: params .*'scale'/);
    const attention = nn.MultiHeadAttention({ dim: 4, heads: 2 });
    refused(
      () => attention.weights({} as Wrong, ones([1, 2, 4])),
      /^nn\.MultiHeadAttention: .*'q'/,
    );
  });

  it('published networks: one without its shortcut would run without it', () => {
    const block = resnetBlock2D({
      in_channels: 4,
      out_channels: 8,
      temb_channels: null,
      groups: 2,
    } as Wrong);
    const { conv_shortcut: _, ...rest } = block.init(key);
    refused(
      () => block.apply(rest as Wrong, ones([1, 4, 4, 4])),
      /^models\.resnetBlock2D: params .*'conv_shortcut'/,
    );
    const gpt = models.gpt({ block_size: 4, vocab_size: 5, n_layer: 1, n_head: 1, n_embd: 4 });
    const wide = models.gpt({ block_size: 4, vocab_size: 5, n_layer: 1, n_head: 1, n_embd: 8 });
    refused(
      () => gpt.apply(wide.init(key), zeros([1, 3], 'i32')),
      /^models\.gpt: params .*'transformer/,
    );
  });

  it('in gradients and compiled functions too', () => {
    const other = nn.Linear(3, 5).init(key);
    const loss = (p: Wrong) => sum(nn.Linear(3, 4).apply(p, x));
    refused(() => grad(loss)(other), /^nn\.Linear: params .*'w'/);
    refused(() => compile(loss)(other), /^nn\.Linear: params .*'w'/);
  });

  it('its own are taken, also in f16, and with keys that hold nothing', async () => {
    expect((await net.apply(good, x).data()).length).toBe(8);
    const layer = nn.Linear(3, 4, { bias: false });
    const params = { ...layer.init(key), b: undefined };
    expect((await layer.apply(params, x).data()).length).toBe(8);
  });

  it('an error of the input stays what it is', () => {
    refused(() => nn.Linear(3, 4).apply(nn.Linear(3, 4).init(key), ones([2, 2])), /matmul/);
  });
});
