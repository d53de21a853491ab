// A network of pictures as the graph of layers that Keras wrote: convolutions, batch norms with the statistics of training,
// pooling, concatenation. InceptionV3 (Szegedy et al. 2016, arXiv:1512.00567) in npm's nsfwjs is one.

import type { KerasFiles, KerasLayer } from '../io/keras-files.ts';
import { FileError } from '../tensor/errors.ts';
import {
  add,
  avgPool2d,
  concat,
  conv2d,
  maxPool2d,
  mul,
  relu,
  reshape,
  tensor,
} from '../tensor/ops/index.ts';
import { quote } from '../tensor/quote.ts';
import { formatShape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Parameters of the layers by their names. */
export type GraphParams = Readonly<Record<string, Readonly<Record<string, Tensor>>>>;

/** A graph up to one of its layers. */
export interface KerasGraph {
  /** Height and width of the pictures that it takes. */
  readonly size: readonly [height: number, width: number];
  readonly params: GraphParams;
  /** Pictures [n, h, w, 3] -> the layer's result, [n, features] of a Flatten. */
  apply(params: GraphParams, images: Tensor): Tensor;
}

type Fail = (fault: string) => never;
type Apply = (p: Readonly<Record<string, Tensor>>, inputs: readonly Tensor[]) => Tensor;
interface Made {
  readonly params?: Readonly<Record<string, Tensor>>;
  readonly apply: Apply;
}

const isPair = (x: unknown): x is [number, number] =>
  Array.isArray(x) && x.length === 2 && x.every((n) => Number.isInteger(n) && n >= 1 && n <= 1024);

// What is beside a window whose result is as large as its input. Only windows that lie evenly are known.
function paddingOf(
  { config }: KerasLayer,
  window: readonly [number, number],
  stride: readonly [number, number],
  fail: Fail,
): [number, number] {
  if (config.padding === 'valid') return [0, 0];
  const isEven = window.every((k) => k % 2 === 1) && stride.every((s) => s === 1);
  if (config.padding !== 'same' || !isEven) {
    return fail(
      `has padding ${quote(config.padding)} with windows of ${window} in steps of ${stride}`,
    );
  }
  return [(window[0] - 1) / 2, (window[1] - 1) / 2];
}

type Weight = (
  name: string,
  shape?: readonly number[],
) => { shape: readonly number[]; values: Float32Array };

function convolution(layer: KerasLayer, weight: Weight, fail: Fail): Made {
  const {
    kernel_size: window,
    strides,
    dilation_rate: dilation,
    use_bias,
    activation,
  } = layer.config;
  if (!isPair(window) || !isPair(strides)) return fail('has no kernel_size or strides');
  if (dilation !== undefined && !(isPair(dilation) && dilation.every((d) => d === 1))) {
    return fail(`has dilation_rate ${quote(dilation)}`);
  }
  if (activation !== 'linear') return fail(`has the activation ${quote(activation)}`);
  const padding = paddingOf(layer, window, strides, fail);
  const kernel = weight('kernel');
  const { shape } = kernel;
  if (shape.length !== 4 || shape[0] !== window[0] || shape[1] !== window[1]) {
    return fail(`has a kernel ${formatShape(shape)} for windows of ${window}`);
  }
  const w = tensor(kernel.values, { shape: [...shape] });
  const b = use_bias ? tensor(weight('bias', [shape[3]]).values) : undefined;
  return {
    params: { w, ...(b && { b }) },
    apply: (p, [x]) => {
      const y = conv2d(x, p.w, { stride: strides, padding: padding });
      return p.b ? add(y, p.b) : y;
    },
  };
}

// y = (x - mean) / sqrt(variance + eps) * gamma + beta, as one scale and one shift
function batchNorm({ config }: KerasLayer, weight: Weight, fail: Fail): Made {
  const { axis, epsilon, center, scale: hasScale } = config;
  if ((Array.isArray(axis) ? axis[0] : axis) !== 3 && axis !== -1)
    return fail(`has axis ${quote(axis)}`);
  if (typeof epsilon !== 'number') return fail('has no epsilon');
  const mean = weight('moving_mean');
  const variance = weight('moving_variance', mean.shape).values;
  const gamma = hasScale ? weight('gamma', mean.shape).values : undefined;
  const beta = center ? weight('beta', mean.shape).values : undefined;
  const scale = variance.map((v, i) => (gamma?.[i] ?? 1) / Math.sqrt(v + epsilon));
  const shift = scale.map((s, i) => (beta?.[i] ?? 0) - s * mean.values[i]);
  return {
    params: { scale: tensor(scale), shift: tensor(shift) },
    apply: (p, [x]) => add(mul(x, p.scale), p.shift),
  };
}

function pooling(layer: KerasLayer, fail: Fail): Made {
  const { pool_size: window, strides } = layer.config;
  if (!isPair(window) || !isPair(strides)) return fail('has no pool_size or strides');
  const options = { stride: strides, padding: paddingOf(layer, window, strides, fail) };
  return {
    apply:
      layer.kind === 'MaxPooling2D'
        ? (_, [x]) => maxPool2d(x, window, options)
        : // Keras does not count what is padded
          (_, [x]) => avgPool2d(x, window, { ...options, countIncludePad: false }),
  };
}

function made(layer: KerasLayer, weight: Weight, fail: Fail): Made {
  const { kind, config } = layer;
  switch (kind) {
    case 'Conv2D':
      return convolution(layer, weight, fail);
    case 'BatchNormalization':
      return batchNorm(layer, weight, fail);
    case 'MaxPooling2D':
    case 'AveragePooling2D':
      return pooling(layer, fail);
    case 'Activation':
      if (config.activation !== 'relu')
        return fail(`is the activation ${quote(config.activation)}`);
      return { apply: (_, [x]) => relu(x) };
    case 'Concatenate':
      if (config.axis !== 3 && config.axis !== -1) return fail(`has axis ${quote(config.axis)}`);
      return { apply: (_, inputs) => concat([...inputs], 3) };
    case 'Flatten':
      return { apply: (_, [x]) => reshape(x, [x.shape[0], sizeOf(x.shape.slice(1))]) };
    case 'Dropout':
      return { apply: (_, [x]) => x }; // of training
    default:
      return fail(`is of the kind ${quote(kind)}, which is not known`);
  }
}

/**
 * The graph of files up to the layer `last`, a name or the first of a kind ('Flatten'). `source` is what errors call the files.
 * @throws FileError naming the layer and what is not known of it
 */
export function kerasGraph(
  { layers, weights }: KerasFiles,
  last: string,
  source: string,
): KerasGraph {
  const end = layers.findIndex(({ name, kind }) => name === last || kind === last);
  if (end < 0) throw new FileError(`${source}: has no layer ${quote(last)}`);
  const [input, ...inner] = layers.slice(0, end + 1);
  const given = input.config.batch_input_shape ?? input.config.batch_shape;
  const size = Array.isArray(given) ? given.slice(1, 3) : undefined;
  if (input.kind !== 'InputLayer' || !isPair(size) || (given as unknown[])[3] !== 3) {
    throw new FileError(`${source}: does not begin with pictures of a known size in three colours`);
  }
  const params: Record<string, Readonly<Record<string, Tensor>>> = {};
  const steps = inner.map((layer) => {
    const fail: Fail = (fault) => {
      throw new FileError(`${source}: layer ${quote(layer.name)} ${fault}`);
    };
    const weight: Weight = (name, shape) => {
      const found = weights.get(`${layer.name}/${name}`);
      if (!found) return fail(`lacks its ${name}`);
      if (shape && formatShape(shape) !== formatShape(found.shape)) {
        return fail(`has a ${name} ${formatShape(found.shape)}, not ${formatShape(shape)}`);
      }
      return found;
    };
    if (layer.inputs.length === 0) return fail('takes nothing');
    const { params: own, apply } = made(layer, weight, fail);
    if (own) params[layer.name] = own;
    return { layer, apply };
  });
  const apply = (p: GraphParams, images: Tensor): Tensor => {
    const results = new Map<string, Tensor>([[input.name, images]]);
    let out = images;
    for (const { layer, apply: step } of steps) {
      const inputs = layer.inputs.map((name) => results.get(name) as Tensor);
      out = step(p[layer.name] ?? {}, inputs);
      results.set(layer.name, out);
    }
    return out;
  };
  return { size, params, apply };
}
