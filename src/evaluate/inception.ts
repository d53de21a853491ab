// InceptionV3 (Szegedy et al. 2016, arXiv:1512.00567) as a network of features: the 2,048 means of its last pooling. Its
// weights come in npm's nsfwjs, trained on ImageNet and then on five kinds of pictures, in 8 bits: no figure found with
// them can be compared with a published FID.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fitPicture } from '../io/fit-picture.ts';
import { readKerasFiles } from '../io/keras-files.ts';
import { type GraphParams, kerasGraph } from '../models/keras-graph.ts';
import { compile } from '../runtime/compile.ts';
import { FileError, ShapeError } from '../tensor/errors.ts';
import { zeros } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { emptyRows, fillRows, type Input } from './batches.ts';
import { resized } from './bilinear.ts';
import type { FeatureNetwork } from './feature-network.ts';
import { filesHash } from './model-facts.ts';

const batch = 8;

// how many features a picture has; layers that do not fit are the files' fault
function featuresOf(result: () => Tensor, folder: string): number {
  try {
    return result().shape[1];
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const [fault] = error.message.split('\n');
    throw new FileError(`${folder}: its layers do not fit together (${fault})`);
  }
}

/** The network of a folder with a graph of Keras layers. @throws FileError */
export async function inceptionNetwork(folder: string): Promise<FeatureNetwork> {
  const files = await readKerasFiles(folder);
  const { size, params, apply } = kerasGraph(files, 'Flatten', folder);
  const [side, width] = size;
  if (side !== width) throw new FileError(`${folder}: takes pictures of ${side} x ${width} pixels`);
  const run = compile((p: GraphParams, x: Tensor) => apply(p, x), { name: 'inception' });
  const names = (await readdir(folder))
    .filter((name) => /\.(js|json|bin)$|shard/.test(name))
    .sort();
  const input: Input = {
    ...{ side, batch },
    // in the middle of a white square, so that nothing is stretched; 0 to 1, as nsfwjs takes them
    read: (picture) => {
      const square = fitPicture(picture, Math.max(picture.width, picture.height));
      return resized(square, [side, side]).map((v) => v / 255);
    },
  };
  const dim = featuresOf(() => apply(params, zeros([1, side, side, 3])), folder);
  return {
    name: 'inception (nsfwjs)',
    version: (await filesHash(names.map((name) => join(folder, name)))).slice(0, 12),
    dim,
    about: `the last pooling of InceptionV3 at ${side} pixels, other weights than published FIDs have`,
    features: async (pictures, onDone) => {
      const rows = emptyRows(pictures.count, dim);
      await fillRows(pictures, input, (x) => [run(params, x)], [rows], onDone);
      return rows;
    },
    dispose: () => run.dispose(),
  };
}
