// InceptionV3's reader on a small graph in the same files: against loops in float64, and what is damaged. Of the real
// package all layers were compared with PyTorch in float64 over the same graph: relative errors of 4e-7 to 9e-7.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostRandom } from '../../src/data/random.ts';
import { resized } from '../../src/evaluate/bilinear.ts';
import { inceptionNetwork } from '../../src/evaluate/inception.ts';
import { readKerasFiles, scriptJson } from '../../src/io/keras-files.ts';
import { kerasGraph } from '../../src/models/keras-graph.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { tensor } from '../../src/tensor/ops/index.ts';
import { layers, tinyInception, writeTinyInception } from './tiny-inception.ts';

const folder = mkdtempSync(join(tmpdir(), 'wgrad-inception-'));
beforeAll(async () => {
  await useDevice('cpu');
  writeTinyInception(join(folder, 'scripts'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** [h][w][c] */
type Image = number[][][];

// Windows over an image, with the pixels that exist of each.
function overWindows(
  image: Image,
  config: { kernel_size?: number[]; pool_size?: number[]; strides: number[]; padding: string },
  visit: (pixels: { pixel: number[]; y: number; x: number }[]) => number[],
): Image {
  const [kh, kw] = config.kernel_size ?? config.pool_size ?? [];
  const [sh, sw] = config.strides;
  const [ph, pw] = config.padding === 'same' ? [(kh - 1) / 2, (kw - 1) / 2] : [0, 0];
  const out: Image = [];
  for (let top = -ph; top + kh <= image.length + ph; top += sh) {
    const row: number[][] = [];
    for (let left = -pw; left + kw <= image[0].length + pw; left += sw) {
      const pixels = [];
      for (let y = 0; y < kh; y++) {
        for (let x = 0; x < kw; x++) {
          const pixel = image[top + y]?.[left + x];
          if (pixel) pixels.push({ pixel, y, x });
        }
      }
      row.push(visit(pixels));
    }
    out.push(row);
  }
  return out;
}

/** The graph in float64, layer by layer. */
function walked(image: Image, weights: Readonly<Record<string, Float32Array>>): number[] {
  const results: Record<string, Image> = {};
  for (const [name, kind, config, ...inputs] of layers) {
    const [x, ...others] = inputs.map((input) => results[input]);
    const own = config as Parameters<typeof overWindows>[1];
    const w = (part: string): Float32Array => weights[`${name}/${part}`];
    const each = (f: (v: number, c: number) => number): Image =>
      x.map((row) => row.map((pixel) => pixel.map(f)));
    if (kind === 'InputLayer') results[name] = image;
    else if (kind === 'Conv2D') {
      const kernel = w('kernel');
      const [, kw] = own.kernel_size ?? [];
      const inner = x[0][0].length;
      const outer = kernel.length / ((own.kernel_size ?? []).reduce((a, b) => a * b) * inner);
      results[name] = overWindows(x, own, (pixels) =>
        Array.from({ length: outer }, (_, o) =>
          pixels.reduce(
            (sum, { pixel, y, x: at }) =>
              sum +
              pixel.reduce((s, v, i) => s + v * kernel[((y * kw + at) * inner + i) * outer + o], 0),
            0,
          ),
        ),
      );
    } else if (kind === 'BatchNormalization') {
      results[name] = each(
        (v, c) =>
          (v - w('moving_mean')[c]) / Math.sqrt(w('moving_variance')[c] + 0.001) + w('beta')[c],
      );
    } else if (kind === 'Activation') results[name] = each((v) => Math.max(v, 0));
    else if (kind === 'Concatenate') {
      results[name] = x.map((row, y) =>
        row.map((pixel, at) => [...pixel, ...others.flatMap((other) => other[y][at])]),
      );
    } else if (kind === 'MaxPooling2D') {
      results[name] = overWindows(x, own, (pixels) =>
        pixels[0].pixel.map((_, c) => Math.max(...pixels.map(({ pixel }) => pixel[c]))),
      );
    } else if (kind === 'AveragePooling2D') {
      results[name] = overWindows(x, own, (pixels) =>
        pixels[0].pixel.map(
          (_, c) => pixels.reduce((s, { pixel }) => s + pixel[c], 0) / pixels.length,
        ),
      );
    } else if (kind === 'Flatten') return x.flat(2);
  }
  throw new Error('no Flatten');
}

const random = hostRandom(3);
const image: Image = Array.from({ length: 9 }, () =>
  Array.from({ length: 9 }, () => [0, 1, 2].map(() => random.uniform())),
);
const pixels = tensor([image]);

describe('the graph', () => {
  test('every layer agrees with loops in float64', async () => {
    const files = await readKerasFiles(join(folder, 'scripts'));
    expect(files.layers.map(({ kind }) => kind)).toEqual(layers.map(([, kind]) => kind));
    const { weights } = tinyInception();
    for (const [name, values] of Object.entries(weights)) {
      expect([...(files.weights.get(name)?.values ?? [])]).toEqual([...values]);
    }
    const { size, params, apply } = kerasGraph(files, 'Flatten', 'tiny');
    expect(size).toEqual([9, 9]);
    const found = await apply(params, pixels).data();
    const want = walked(image, weights);
    expect(found).toHaveLength(6);
    expect(Math.max(...want)).toBeGreaterThan(0.5);
    for (const [i, value] of want.entries()) expect(found[i]).toBeCloseTo(value, 4);
  });

  test('the same as JSON with shards of bytes', async () => {
    const { model, bytes } = tinyInception();
    const plain = mkdtempSync(join(folder, 'plain-'));
    writeFileSync(join(plain, 'model.json'), JSON.stringify(model));
    writeFileSync(join(plain, 'group1-shard1of2'), bytes.subarray(0, 100));
    writeFileSync(join(plain, 'group1-shard2of2'), bytes.subarray(100));
    const [a, b] = [await readKerasFiles(join(folder, 'scripts')), await readKerasFiles(plain)];
    expect(a.layers).toEqual(b.layers);
    expect([...a.weights]).toEqual([...b.weights]);
  });

  test('pictures become features, in batches, of any size, with a version', async () => {
    const network = await inceptionNetwork(join(folder, 'scripts'));
    expect(network).toMatchObject({ dim: 6, version: expect.stringMatching(/^[0-9a-f]{12}$/) });
    const square = { width: 9, height: 9, pixels: Uint8Array.from({ length: 243 }, (_, i) => i) };
    const picture = (i: number) =>
      i === 4 ? square : { ...square, pixels: square.pixels.map((v) => v ^ i) };
    const { values } = await network.features({ count: 11, picture });
    const { params, apply } = kerasGraph(
      await readKerasFiles(join(folder, 'scripts')),
      'Flatten',
      '',
    );
    const alone = tensor(
      Float32Array.from(square.pixels, (v) => v / 255),
      { shape: [1, 9, 9, 3] },
    );
    const want = await apply(params, alone).data();
    for (let j = 0; j < 6; j++) expect(values[4 * 6 + j]).toBeCloseTo(want[j], 5);
    network.dispose();
  });
});

describe('what is damaged', () => {
  test('scripts', () => {
    const json = scriptJson('x;n.exports={a:[!0,!1,null,-.5,1e-3,"b\\"c:!0"],"d-e":.25},{}]', 'f');
    expect(JSON.parse(json)).toEqual({
      a: [true, false, null, -0.5, 0.001, 'b"c:!0'],
      'd-e': 0.25,
    });
    expect(() => scriptJson('var x = 1', 'f')).toThrow(/f: hands on no value/);
    expect(() => scriptJson('exports={a:[1,', 'f')).toThrow(/f: no value at character/);
    expect(() => scriptJson('exports={a:(1)}', 'f')).toThrow(/no value at character 11: \(1\)/);
  });

  const damaged = async (
    change: (model: ReturnType<typeof tinyInception>['model']) => object,
    cut = 0,
  ) => {
    const { model, bytes } = tinyInception();
    const place = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(place, 'model.json'), JSON.stringify(change(model)));
    writeFileSync(join(place, 'group1-shard1of2'), bytes.subarray(0, 100));
    writeFileSync(join(place, 'group1-shard2of2'), bytes.subarray(100, bytes.length - cut));
    return kerasGraph(await readKerasFiles(place), 'Flatten', place);
  };
  const edited = (from: string, to: string) => (model: object) =>
    JSON.parse(JSON.stringify(model).replaceAll(from, to));

  test('graphs and weights', async () => {
    const same = (model: object): object => model;
    await expect(damaged(same, 1)).rejects.toThrow(
      /model\.json: "n2\/moving_variance" ends at byte/,
    );
    await expect(damaged(() => ({}))).rejects.toThrow(/has no layers/);
    await expect(
      damaged(edited('"c2","class_name":"Conv2D"', '"c2","class_name":"LSTM"')),
    ).rejects.toThrow(/layer "c2" is of the kind "LSTM", which is not known/);
    await expect(damaged(edited('["a1",0,0,{}]', '["n2",0,0,{}]'))).rejects.toThrow(
      /layer "c2" takes "n2", which is not before it/,
    );
    await expect(damaged(edited('"n1/beta"', '"n1/other"'))).rejects.toThrow(/"n1" lacks its beta/);
    await expect(damaged(edited('"uint8"', '"int4"'))).rejects.toThrow(/is stored as "int4"/);
    await expect(damaged(edited('group1-shard1of2', '../secret'))).rejects.toThrow(
      /a shard is called/,
    );
    await expect(damaged(edited('"relu"', '"elu"'))).rejects.toThrow(
      /"a1" is the activation "elu"/,
    );
    await expect(readKerasFiles(join(folder, 'none'))).rejects.toThrow(
      /no model\.json and no model/,
    );
  });
});

test('resizing is PyTorch 1.13 with antialiasing', () => {
  // 5 x 7 of two channels, (i² mod 23), and what interpolate(..., antialias=True) gives, in 23rds
  const from = { width: 7, height: 5, pixels: new Uint8Array(5 * 7 * 3) };
  for (let c = 0; c < 2; c++) {
    for (let i = 0; i < 35; i++) from.pixels[3 * i + c] = (c * 35 + i) ** 2 % 23;
  }
  const check = (size: [number, number], want: readonly number[]): void => {
    const out = resized(from, size);
    want.forEach((value, i) => {
      expect(out[Math.floor(i / 2) * 3 + (i % 2)] / 23).toBeCloseTo(value, 5);
    });
  };
  check([3, 3], [0.243567, 0.396628, 0.379978, 0.338692, 0.346939, 0.206744, 0.433057, 0.419255]);
  check([9, 4], [0.026915, 0.310559, 0.208696, 0.56, 0.488696, 0.4, 0.36646, 0.293996]);
  check([2, 11], [0.179842, 0.472332, 0.331656, 0.457959, 0.494251, 0.425081, 0.357169, 0.315667]);
});
