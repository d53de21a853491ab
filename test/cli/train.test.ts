// `wgrad train`: a run to its end, and the same run stopped twice, once by Ctrl-C and once by kill -9,
// whose losses and weights must be the same bit for bit.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { io } from '../../src/index.ts';
import { type Result, startWgrad, temporaryFolder, tinyConfig, wgrad } from './support.ts';

const folder = temporaryFolder();
const config = tinyConfig(folder);
const often = ['--checkpoint-every', '4', '--sample-every', '16'];
const whole = join(folder, 'whole');
const broken = join(folder, 'broken');
let finished: Result;

interface Line {
  stage: string;
  step: number;
  loss: number;
}

const metrics = (run: string): Line[] => {
  const path = join(run, 'metrics.jsonl');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
  return lines.map((line) => {
    const { stage, step, loss } = JSON.parse(line);
    return { stage, step, loss };
  });
};

const reached = async (run: string, stage: string, step: number): Promise<void> => {
  const deadline = Date.now() + 50_000;
  while (!metrics(run).some((line) => line.stage === stage && line.step >= step)) {
    if (Date.now() > deadline) throw new Error(`${run} never reached ${stage} step ${step}`);
    await sleep(20);
  }
};

beforeAll(async () => {
  finished = await wgrad(['train', 'emoji-ldm', '--config', config, '--out', whole, ...often]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('train', () => {
  test('ends with a run folder that has everything', () => {
    expect(finished.code, finished.stderr).toBe(0);
    expect(finished.stderr).toMatch(/^device: cpu, .+\(asked for\)/m);
    expect(finished.stderr).toMatch(/diffusion 16\/16 loss [\d.]+ · [\d.]+ images\/s · ETA 0:00/);
    expect(readdirSync(whole).sort()).toEqual([
      'checkpoints',
      'config.json',
      'grids',
      'metrics.jsonl',
      'report.html',
      'vocabulary.json',
      'weights.safetensors',
    ]);
    expect(readdirSync(join(whole, 'grids')).sort()).toEqual([
      'autoencoder-000016.png',
      'diffusion-000016.png',
    ]);
    const steps = metrics(whole).map((line) => `${line.stage} ${line.step}`);
    const expected = ['autoencoder', 'diffusion'].flatMap((stage) =>
      [2, 4, 6, 8, 10, 12, 14, 16].map((step) => `${stage} ${step}`),
    );
    expect(steps).toEqual(expected);
    expect(metrics(whole).every((line) => Number.isFinite(line.loss))).toBe(true);
    const report = readFileSync(join(whole, 'report.html'), 'utf8');
    expect(report.match(/<polyline/g)).toHaveLength(2);
    expect(report).toContain('grids/diffusion-000016.png');
  });

  test('the autoencoder learns something in 16 steps', () => {
    const losses = metrics(whole).flatMap((l) => (l.stage === 'autoencoder' ? [l.loss] : []));
    expect(losses.at(-1)).toBeLessThan(0.9 * losses[0]);
  });

  test('Ctrl-C, kill -9 and resuming change no number', async () => {
    const args = ['train', 'emoji-ldm', '--out', broken, ...often];
    const first = await startWgrad([...args, '--config', config]);
    await reached(broken, 'autoencoder', 2);
    first.child.kill('SIGINT');
    const stopped = await first.result;
    expect(stopped.code, stopped.stderr).toBe(130);
    expect(stopped.stderr).toMatch(/stopped at step \d+ of the \w+ stage; go on with: .+ --resume/);
    expect(metrics(broken).length).toBeLessThan(metrics(whole).length);
    expect(readdirSync(join(broken, 'checkpoints')).filter((f) => f.includes('.tmp'))).toEqual([]);

    const second = await startWgrad([...args, '--resume']);
    await reached(broken, 'diffusion', 6);
    second.child.kill('SIGKILL');
    expect((await second.result).code).toBe(null);

    const last = await wgrad([...args, '--resume']);
    expect(last.code, last.stderr).toBe(0);
    expect(metrics(broken)).toEqual(metrics(whole));
    const weights = (run: string) => readFileSync(join(run, 'weights.safetensors'));
    expect(weights(broken).equals(weights(whole))).toBe(true);
  }, 180_000);

  test('the autoencoder of another run can be taken over, into an f16 run too', async () => {
    const other = join(folder, 'other');
    const { code, stderr } = await wgrad(
      ['train', 'emoji-ldm', '--config', config, '--out', other, '--autoencoder', whole].concat(
        '--steps',
        '2',
        '--precision',
        'f16',
      ),
    );
    expect(code, stderr).toBe(0);
    expect(metrics(other).map((line) => line.stage)).toEqual(['diffusion']);
    const [a, b] = await Promise.all(
      [whole, other].map((run) => io.readSafetensors(join(run, 'weights.safetensors'))),
    );
    const checkpoint = await io.readCheckpoint(join(other, 'checkpoints', 'diffusion.safetensors'));
    const scale = checkpoint.tensors.get('opt.scale');
    expect([scale?.dtype, await scale?.item()]).toEqual(['f32', 2 ** 15]);
    const name = 'autoencoder.decoder.out.conv.w';
    expect(await b.tensors.get(name)?.data()).toEqual(await a.tensors.get(name)?.data());
  }, 120_000);

  test.each([
    ['an existing run', ['--out', whole], /there is a run already/],
    ['nothing to resume', ['--out', join(folder, 'none'), '--resume'], /nothing to resume/],
    ['options beside --resume', ['--out', whole, '--resume', '--lr', '1'], /leave out --lr/],
    ['an unknown style', ['--out', join(folder, 'x'), '--styles', 'ntoo'], /no emoji style "ntoo"/],
    ['an unknown precision', ['--precision', 'f8'], /'f8' is invalid\. .+ f32, f16/],
    ['no steps', ['--out', join(folder, 'x'), '--steps', '0'], /whole number of at least 1/],
  ])(
    '%s is one line and exit code 1',
    async (_, args, message) => {
      const { code, stderr } = await wgrad(['train', 'emoji-ldm', ...args]);
      expect(code).toBe(1);
      expect(stderr.split('\n').filter((line) => line.startsWith('error: '))).toHaveLength(1);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(existsSync(join(folder, 'x'))).toBe(false);
    },
    60_000,
  );
});
