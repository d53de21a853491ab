// Valid calls of functions whose arguments have to fit each other, by name: shapes that belong together, files
// that are there, parts of one model. All other functions get arguments made from their signatures.
import { mkdir, writeFile } from 'node:fs/promises';
import * as wgrad from '../../src/index.ts';
import { writeTinyPipeline } from '../support/tiny-pipeline.ts';
import { modelCalls } from './argument-calls-models.ts';

const { diffusion, io, nn, optim, random, tensor, zeros } = wgrad;

/** Arguments of a call, made anew each time: a call may use them up. */
export type Calls = Readonly<Record<string, () => readonly unknown[]>>;

const ids = () => tensor([1, 0], { dtype: 'i32' });
const filled = (...shape: number[]) => wgrad.full(shape, 0.5);
const slopes = { a: filled(2, 3), b: filled(3) };

const operations: Calls = {
  hvp: () => [(x: wgrad.Tensor) => wgrad.sum(wgrad.square(x)), filled(3), filled(3)],
  nllLoss: () => [filled(2, 3), ids()],
  embedding: () => [filled(2, 3), ids()],
  oneHot: () => [ids(), 3],
  slice: () => [filled(2, 3), [[0, 1]]],
  sliceAxis: () => [filled(2, 3), 1, [0, 2]],
  pad: () => [filled(2), [[1, 0]]],
  matrixNorm: () => [filled(2, 3), 'fro', [0, 1]],
  fold: () => [filled(1, 1, 2, 4), [2, 3], [2, 2]],
  reshape: () => [filled(2, 3), [3, 2]],
  booleanIndex: () => [filled(2), tensor([true, false])],
  assemble: () => [[filled(2), filled(2)], [0, 2], 4],
  conv2d: () => [filled(1, 4, 4, 2), filled(3, 3, 2, 5)],
  conv1d: () => [filled(1, 4, 2), filled(3, 2, 5)],
  bmm: () => [filled(2, 3, 4), filled(2, 4, 5)],
  diagonal: () => [filled(2, 3), 0, 0, 1],
  trace: () => [filled(2, 3), 0, 0, 1],
  'random.randint': () => [random.key(1), [2], 0, 5],
  'random.threefry': () => [random.key(1), zeros([3, 2], 'u32')],
  'losses.tokenRewards': () => [filled(2, 3), filled(2, 3), filled(2), { beta: 0.1 }],
  'losses.languageModelLoss': () => [filled(2, 3, 4), zeros([2, 3], 'i32')],
  'losses.sequenceLogProbabilities': () => [filled(2, 3, 4), zeros([2, 3], 'i32')],
  'losses.tokenLogProbabilities': () => [filled(2, 3, 4), zeros([2, 3], 'i32')],
  'metrics.inceptionScore': () => [filled(4, 2)],
  'metrics.wilsonInterval': () => [3, 5, 0.9],
  'metrics.winRate': () => [[1, 2], [0, 3], 0.9],
  'metrics.manifoldMeasures': () => [filled(5, 2), random.normal(random.key(1), [5, 2])],
  'metrics.codebookUsage': () => [[0, 1, 1], 3],
  'metrics.cloudFeatures': () => [extract, filled(2, 4, 3)],
  'metrics.cloudScores': () => [extract, clouds(1), clouds(2)],
  'optim.mixedPrecision': () => [optim.sgd({ learningRate: 0.1 })],
  'optim.chain': () => [[optim.sgd({ learningRate: 0.1 })]],
  'nn.initLora': () => [random.key(1), { w: filled(4, 4) }, { rank: 1 }],
  'nn.applyLora': () => {
    const params = { w: filled(4, 4) };
    return [params, nn.initLora(random.key(1), params, { rank: 1 }), 1];
  },
  'nn.fromStateDict': () => [slopes, nn.toStateDict(slopes), 'x'],
  'models.withoutChannelBuffers': () => [nn.toStateDict(slopes)],
  useDevice: () => ['cpu', { threads: 1 }],
  'data.clipTokenizer': () => [{ merges: ['a b'] }],
  'data.vocabularyFromJson': () => [{ words: ['<pad>', '<bos>', '<eos>', '<unk>', 'a'] }, 'x'],
  'io.toPictures': () => [{ data: new Float32Array(12), shape: [1, 2, 2, 3] }],
  'io.fillTree': () => [slopes, new Map(Object.entries(slopes)), 'x'],
};

const vocab = { a: 0, b: 1, 'ab</w>': 2, '<|startoftext|>': 3, '<|endoftext|>': 4 };
const clouds = (seed: number) => random.normal(random.key(seed), [6, 4, 3]);
const extract = (x: wgrad.Tensor) => ({
  features: wgrad.mean(x, 1),
  probabilities: wgrad.softmax(wgrad.mean(x, 1)),
});

/** All calls, and the files that they read in `folder` (new). */
export async function validCalls(folder: string): Promise<Calls> {
  await mkdir(folder);
  const tiny = `${folder}/tiny`;
  await writeTinyPipeline(tiny);
  await mkdir(`${folder}/clip`);
  await writeFile(`${folder}/clip/vocab.json`, JSON.stringify(vocab));
  await writeFile(`${folder}/clip/merges.txt`, '#version: 0.2\na b</w>\n');
  // that of tiny has Runge-Kutta steps
  const scheduler = { _class_name: 'PNDMScheduler', steps_offset: 1, skip_prk_steps: true };
  await writeFile(`${tiny}/scheduler/scheduler_config.json`, JSON.stringify(scheduler));
  await writeFile(`${tiny}/tokenizer/vocab.json`, JSON.stringify(vocab));
  const opened = await diffusion.openDiffusers(tiny);
  const loaded = await diffusion.loadDiffusers(tiny);
  let saved = 0;
  const weights = `${folder}/model.safetensors`;
  await io.writeSafetensors(weights, slopes);
  const bytes = await io.encodeSafetensors(slopes);
  const picture = { width: 2, height: 1, pixels: new Uint8Array(6) };
  await io.writePng(`${folder}/picture.png`, picture);
  const checkpoint = `${folder}/checkpoint.safetensors`;
  await io.saveCheckpoint(checkpoint, slopes, {});
  return {
    ...operations,
    ...(await modelCalls(folder)),
    'data.loadClipTokenizerFolder': () => [`${folder}/clip`],
    'diffusion.loadDiffusers': () => [tiny],
    'diffusion.openDiffusers': () => [tiny],
    'diffusion.partOf': () => [opened, 'unet', 'UNet2DConditionModel'],
    'diffusion.saveDiffusers': () => [`${folder}/saved-${saved++}`, loaded],
    'diffusion.openPipeline': () => [tiny],
    'diffusion.openDiffusersPart': () => [`${tiny}/unet`, { className: 'UNet2DConditionModel' }],
    'io.readPicture': () => [`${folder}/picture.png`],
    'io.writePng': () => [`${folder}/again.png`, picture],
    'io.writeGif': () => [`${folder}/again.gif`, [picture]],
    'io.saveCheckpoint': () => [`${folder}/again.safetensors`, slopes, {}],
    'io.writeSafetensors': () => [`${folder}/again.safetensors`, slopes],
    'io.loadCheckpoint': () => [checkpoint, slopes],
    'io.readCheckpoint': () => [checkpoint],
    'io.readSafetensors': () => [weights],
    'io.openWeights': () => [folder, 'model'],
    'io.readWeights': () => [weights],
    'io.decodeSafetensors': () => [bytes, 'x'],
  };
}
