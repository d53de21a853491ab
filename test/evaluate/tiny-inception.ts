// The smallest graph with every layer that InceptionV3 has, in the files of npm's nsfwjs: scripts of a bundler with JSON in
// a script's spelling, and weights of 8 bits in base64, over two shards.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostRandom } from '../../src/data/random.ts';

type Layer = readonly [name: string, kind: string, config: object, ...inputs: string[]];

const conv = (kernel_size: number[], strides: number[], padding: string): object => ({
  ...{
    kernel_size,
    strides,
    padding,
    dilation_rate: [1, 1],
    activation: 'linear',
    use_bias: false,
  },
});
const pool = (pool_size: number[], strides: number[], padding: string): object => ({
  ...{ pool_size, strides, padding },
});
const norm = { axis: 3, epsilon: 0.001, center: true, scale: false };
const relu = { activation: 'relu' };

/** The layers; the pictures have 9 x 9 pixels. */
export const layers: readonly Layer[] = [
  ['input', 'InputLayer', { batch_input_shape: [null, 9, 9, 3] }],
  ['c1', 'Conv2D', conv([3, 3], [2, 2], 'valid'), 'input'], // 4 x 4
  ['n1', 'BatchNormalization', norm, 'c1'],
  ['a1', 'Activation', relu, 'n1'],
  ['c2', 'Conv2D', conv([1, 3], [1, 1], 'same'), 'a1'],
  ['n2', 'BatchNormalization', norm, 'c2'],
  ['p1', 'AveragePooling2D', pool([3, 3], [1, 1], 'same'), 'a1'],
  ['mixed', 'Concatenate', { axis: 3 }, 'n2', 'p1'],
  ['p2', 'MaxPooling2D', pool([3, 3], [1, 1], 'valid'), 'mixed'], // 2 x 2
  ['p3', 'AveragePooling2D', pool([2, 2], [2, 2], 'valid'), 'p2'],
  ['flatten', 'Flatten', {}, 'p3'],
  ['dense', 'Dense', { units: 2 }, 'flatten'],
];

const shapes: readonly (readonly [string, number[]])[] = [
  ['c1/kernel', [3, 3, 3, 4]],
  ['c2/kernel', [1, 3, 4, 2]],
  ...['n1', 'n2'].flatMap((name, i) =>
    ['beta', 'moving_mean', 'moving_variance'].map((part): readonly [string, number[]] => [
      `${name}/${part}`,
      [i === 0 ? 4 : 2],
    ]),
  ),
];

/** What a bundler makes of a module. */
const script = (name: string, value: string): string =>
  `!function(a){"object"==typeof exports&&"undefined"!=typeof module?module.exports=a():this.${name}=a()}` +
  `(function(){return function a(n,i,e){return n}({1:[function(a,n,i){n.exports=${value}},{}]},{},[1])(1)});`;

/** JSON as a minifier writes it. */
const minified = (value: object): string =>
  JSON.stringify(value)
    .replace(/"([A-Za-z_]\w*)":/g, '$1:')
    .replace(/\btrue\b/g, '!0')
    .replace(/\bfalse\b/g, '!1')
    .replace(/([[:,]-?)0\./g, '$1.');

/** The topology and the manifest, and the weights as they are read, within 8 bits. */
export function tinyInception(): {
  readonly model: object;
  readonly bytes: Uint8Array;
  readonly weights: Readonly<Record<string, Float32Array>>;
} {
  const random = hostRandom(7);
  const scale = 0.0125;
  const weights: Record<string, Float32Array> = {};
  const all: number[] = [];
  const entries = shapes.map(([name, shape]) => {
    const min = name.endsWith('variance') ? 0.25 : -1.5;
    const codes = Array.from({ length: shape.reduce((a, b) => a * b) }, () => random.integer(256));
    weights[name] = Float32Array.from(codes, (code) => code * scale + min);
    all.push(...codes);
    return { name, shape, dtype: 'float32', quantization: { min, scale, dtype: 'uint8' } };
  });
  const model = {
    modelTopology: {
      model_config: {
        class_name: 'Model',
        config: {
          layers: layers.map(([name, class_name, config, ...inputs]) => ({
            ...{ name, class_name, config },
            inbound_nodes: inputs.length > 0 ? [inputs.map((input) => [input, 0, 0, {}])] : [],
          })),
        },
      },
    },
    weightsManifest: [{ paths: ['group1-shard1of2', 'group1-shard2of2'], weights: entries }],
  };
  return { model, bytes: Uint8Array.from(all), weights };
}

/** Writes the scripts into a new folder. */
export function writeTinyInception(folder: string): void {
  const { model, bytes } = tinyInception();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.min.js'), script('model', minified(model)));
  const parts = [bytes.subarray(0, 100), bytes.subarray(100)];
  for (const [i, part] of parts.entries()) {
    const name = `group1-shard${i + 1}of2`;
    const value = JSON.stringify(Buffer.from(part).toString('base64'));
    writeFileSync(join(folder, `${name}.min.js`), script(name, value));
  }
}
