// `wgrad train`: a run to its end, and the same run stopped twice, once by Ctrl-C and once by kill -9,
// whose losses and weights must be the same bit for bit.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { io } from '../../src/index.ts';
import { type Result, refused, startWgrad, temporaryFolder, tinyConfig, wgrad } from './support.ts';

const folder = temporaryFolder();
const config = tinyConfig(folder);
const often = ['--checkpoint-every', '4', '--sample-every', '16'];
const whole = join(folder, 'whole');
const broken = join(folder, 'broken');
let finished: Result;

// the weights of a part of a run's model
const weightsOf = (run: string, part: 'unet' | 'vae' | 'text_encoder'): string => {
  const stem = part === 'text_encoder' ? 'model' : 'diffusion_pytorch_model';
  return join(run, 'model', part, `${stem}.safetensors`);
};

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
  const deadline = Date.now() + 150_000; // for machines that do seven other things
  while (!metrics(run).some((line) => line.stage === stage && line.step >= step)) {
    if (Date.now() > deadline) throw new Error(`${run} never reached ${stage} step ${step}`);
    await sleep(20);
  }
};

// waits for a line that is not there yet, or for the run to end
const more = async (run: string): Promise<void> => {
  const lines = metrics(run).length;
  const deadline = Date.now() + 150_000;
  while (metrics(run).length === lines && Date.now() < deadline) await sleep(10);
};

beforeAll(async () => {
  finished = await wgrad([
    'train',
    'emoji-text-to-image',
    '--config',
    config,
    '--out',
    whole,
    ...often,
  ]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('train', () => {
  test('ends with a run folder that has everything', () => {
    expect(finished.code, finished.stderr).toBe(0);
    expect(finished.stderr).toMatch(/^device: cpu, .+\(asked for; (128|256) bits: .+\)$/m);
    expect(finished.stderr).toMatch(/diffusion 16\/16 loss [\d.]+ · [\d.]+ images\/s · ETA 0:00/);
    expect(readdirSync(whole).sort()).toEqual([
      'checkpoints',
      'metrics.jsonl',
      'model',
      'report.html',
      'run.json',
      'samples',
    ]);
    expect(readdirSync(join(whole, 'model')).sort()).toEqual([
      'generation_config.json',
      'model_index.json',
      'scheduler',
      'text_encoder',
      'tokenizer',
      'unet',
      'vae',
    ]);
    expect(readdirSync(join(whole, 'samples')).sort()).toEqual([
      'autoencoder-000016-reconstructions.png',
      'diffusion-000016-samples.png',
    ]);
    const steps = metrics(whole).map((line) => `${line.stage} ${line.step}`);
    const expected = ['autoencoder', 'diffusion'].flatMap((stage) =>
      [2, 4, 6, 8, 10, 12, 14, 16].map((step) => `${stage} ${step}`),
    );
    expect(steps).toEqual(expected);
    expect(metrics(whole).every((line) => Number.isFinite(line.loss))).toBe(true);
    const report = readFileSync(join(whole, 'report.html'), 'utf8');
    expect(report.match(/class="chart"/g)).toHaveLength(5); // loss and images/s of two stages, kl of one
    expect(report).toContain('"name":"diffusion-000016-samples.png"');
  });

  test('the autoencoder learns something in 16 steps', () => {
    const losses = metrics(whole).flatMap((l) => (l.stage === 'autoencoder' ? [l.loss] : []));
    expect(losses.at(-1)).toBeLessThan(0.9 * losses[0]);
  });

  test('Ctrl-C, a closed terminal, a flipped bit and kill -9 at random moments change no number', async () => {
    const args = ['train', 'emoji-text-to-image', '--out', broken, '--checkpoint-every', '2'];
    const checkpoint = join(broken, 'checkpoints', 'autoencoder.safetensors');
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const first = await startWgrad([...args, '--config', config]);
    await reached(broken, 'autoencoder', 2);
    first.child.kill('SIGINT');
    const stopped = await first.result;
    expect(stopped.code, stopped.stderr).toBe(130);
    expect(stopped.stderr).toMatch(/stopped at step \d+ of the \w+ stage; go on with: .+ --resume/);
    expect(metrics(broken).length).toBeLessThan(metrics(whole).length);
    expect(readdirSync(join(broken, 'checkpoints')).filter((f) => f.includes('.tmp'))).toEqual([]);

    const second = await startWgrad([...args, '--resume']);
    await more(broken);
    // a second process is refused while the first is at work, and the run goes on
    const intruder = await wgrad([...args, '--resume']);
    expect(intruder.code).toBe(1);
    expect(intruder.stderr).toMatch(/^error: .*process \d+ has been working on this run for/m);
    // what a terminal does that is closed: nobody reads any more, then the signal
    second.child.stderr?.destroy();
    second.child.kill('SIGHUP');
    expect((await second.result).code).toBe(129);
    expect(existsSync(join(broken, 'run.lock'))).toBe(false);
    const saved = await io.readCheckpoint(checkpoint);
    const last = metrics(broken).filter(({ stage }) => stage === 'autoencoder');
    expect(saved.metadata).toMatchObject({ step: last[last.length - 1].step });

    // one bit of the values
    const bytes = readFileSync(checkpoint);
    bytes[bytes.length - 1000] ^= 4;
    writeFileSync(checkpoint, bytes);
    let before = -1;
    for (let kill = 0; kill < 3; kill++) {
      const rubbish = ['checkpoints/x.safetensors', 'model/unet/x.safetensors', 'x.json'].map(
        (name) => `${name}.${gone}.tmp`,
      );
      mkdirSync(join(broken, 'model/unet'), { recursive: true });
      for (const name of rubbish) writeFileSync(join(broken, name), 'half');
      const next = await startWgrad([...args, '--resume']);
      await more(broken);
      const delay = Math.random() * 400;
      await sleep(delay);
      next.child.kill('SIGKILL');
      const { code, stderr } = await next.result;
      expect(code).toBe(null);
      expect(existsSync(join(broken, 'run.lock'))).toBe(true);
      if (kill === 0) {
        expect(stderr).toMatch(
          /autoencoder\.safetensors: damaged: .*; going on from the checkpoint before it, at step \d+/,
        );
      } else {
        expect(stderr).toMatch(/run\.lock: taken over, its process \d+ is gone/);
      }
      expect(stderr, `killed after ${delay} ms`).toMatch(/removed \d files of killed processes/);
      for (const name of rubbish) expect(existsSync(join(broken, name))).toBe(false);
      const reachedNow = metrics(broken).length;
      expect(reachedNow).toBeGreaterThan(before - 3);
      before = reachedNow;
    }
    const { code, stderr } = await wgrad([...args, '--resume']);
    expect(code, stderr).toBe(0);
    // lines of a stage that a damaged checkpoint sent back stand behind those of the next one
    const inOrder = (run: string) =>
      metrics(run).sort((a, b) => a.stage.localeCompare(b.stage) || a.step - b.step);
    expect(inOrder(broken)).toEqual(inOrder(whole));
    for (const part of ['unet', 'vae', 'text_encoder'] as const) {
      const bytes = (run: string) => readFileSync(weightsOf(run, part));
      expect(bytes(broken).equals(bytes(whole)), part).toBe(true);
    }
    const left = readdirSync(broken, { recursive: true }).map(String);
    expect(left.filter((name) => /tmp|lock/.test(name))).toEqual([]);
  }, 600_000);

  test('resuming takes options that say the same, and nothing else', async () => {
    const same = await wgrad([
      'train',
      'emoji-text-to-image',
      '--out',
      whole,
      '--resume',
      '--set',
      'diffusion.learningRate=0.001',
      '--config',
      config,
    ]);
    expect(same.code, same.stderr).toBe(0);
    const text = readFileSync(join(whole, 'run.json'), 'utf8');
    const changed = async (change: (c: Record<string, never>) => void): Promise<string> => {
      const value = JSON.parse(text);
      change(value);
      writeFileSync(join(whole, 'run.json'), JSON.stringify(value));
      const { code, stderr } = await wgrad([
        'train',
        'emoji-text-to-image',
        '--out',
        whole,
        '--resume',
      ]);
      writeFileSync(join(whole, 'run.json'), text);
      expect(code).toBe(1);
      return stderr;
    };
    // biome-ignore lint/suspicious/noExplicitAny: a configuration of any shape
    const run = (c: any) => c.config;
    expect(
      await changed((c) => {
        run(c).diffusion.batchSize = 1e9;
      }),
    ).toMatch(/run\.json: diffusion\.batchSize is 1000000000; expected a whole number from 1/);
    expect(
      await changed((c) => {
        run(c).diffusion.steps = 8;
      }),
    ).toMatch(/diffusion\.safetensors: has taken 16 steps, but the run's configuration says 8/);
    expect(
      await changed((c) => {
        run(c).models.unet.channels = [24, 24];
      }),
    ).toMatch(/diffusion\.safetensors: .*params\.unet/);
    expect(
      await changed((c) => {
        run(c).autoencoder.betas = [0.9, 'x'];
      }),
    ).toMatch(/run\.json: autoencoder\.betas\[1\] is "x"; expected a number/);
  }, 120_000);

  test('the autoencoder of another run can be taken over, into an f16 run too', async () => {
    const other = join(folder, 'other');
    const { code, stderr } = await wgrad(
      ['train', 'emoji-text-to-image', '--config', config, '--out', other].concat(
        [`autoencoder.from=${whole}`, 'diffusion.steps=2', 'diffusion.precision=f16'].flatMap(
          (text) => ['--set', text],
        ),
        ['--set', 'autoencoder.precision=f16'],
      ),
    );
    expect(code, stderr).toBe(0);
    expect(metrics(other).map((line) => line.stage)).toEqual(['diffusion']);
    const [a, b] = await Promise.all(
      [whole, other].map((run) => io.readSafetensors(weightsOf(run, 'vae'))),
    );
    const checkpoint = await io.readCheckpoint(join(other, 'checkpoints', 'diffusion.safetensors'));
    const scale = checkpoint.tensors.get('opt.scale');
    expect([scale?.dtype, await scale?.item()]).toEqual(['f32', 2 ** 15]);
    const name = 'decoder.conv_out.weight';
    expect(await b.tensors.get(name)?.data()).toEqual(await a.tensors.get(name)?.data());
  }, 120_000);

  test('a run is drawn with by its folder, once it has weights', async () => {
    const drawn = join(folder, 'drawn');
    const draw = [
      'generate',
      'red apple',
      '--count',
      '1',
      '--steps',
      '2',
      '--out',
      drawn,
      '--model',
    ];
    const { code, stderr } = await wgrad([...draw, whole]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain(
      `model: ${join(whole, 'model')} (StableDiffusionPipeline, DDIMScheduler`,
    );
    expect((await io.readPicture(join(drawn, 'red-apple.png'))).width).toBe(16);
    const young = join(folder, 'young');
    mkdirSync(young);
    writeFileSync(join(young, 'run.json'), readFileSync(join(whole, 'run.json')));
    const none = await refused([...draw, young]);
    expect(none.stderr).toMatch(/young: this run has no weights yet; it must train further/);
    rmSync(young, { recursive: true });
  }, 60_000);

  test('a dry run tells what a run takes, and keeps nothing', async () => {
    const args = [
      'train',
      'emoji-text-to-image',
      '--config',
      config,
      '--out',
      join(folder, 'dry'),
      '--dry-run',
    ];
    const { code, stdout, stderr } = await wgrad(args);
    expect(code, stderr).toBe(0);
    for (const stage of ['autoencoder', 'diffusion']) {
      expect(stdout).toMatch(
        new RegExp(
          `${stage}: 16 steps\\n  parameters +[\\d.]+ k\\n  a step +[\\d.]+ MFLOP in \\d+ kernels, [\\d.]+ s here`,
        ),
      );
    }
    expect(stdout).toMatch(/in all \d+:\d\d on this machine/);
    expect(existsSync(join(folder, 'dry'))).toBe(false);
  }, 60_000);

  test('runs are listed, reported on and compared', async () => {
    const list = await wgrad(['runs', folder]);
    expect(list.code, list.stderr).toBe(0);
    expect(list.stdout).toMatch(
      /whole +emoji-text-to-image +ended +diffusion 16 +loss [\d.]+ +\d+:\d\d/,
    );
    const report = await wgrad(['report', whole]);
    expect(report.stdout.trim()).toBe(join(whole, 'report.html'));
    const page = join(folder, 'page.html');
    const both = await wgrad(['compare', whole, broken, '--out', page]);
    expect(both.code, both.stderr).toBe(0);
    expect(both.stdout).toMatch(/diffusion: last loss +([\d.]+) +\1/);
    expect(readFileSync(page, 'utf8')).toContain('There are none.');
    const none = await wgrad(['report', join(folder, 'nowhere')]);
    expect([none.code, none.stderr.split('\n')[0]]).toEqual([
      1,
      expect.stringMatching(/^error: .*nowhere: there is no run/),
    ]);
  }, 60_000);

  test.each([
    ['an existing run', ['--out', whole], /there is a run already/],
    [
      'nothing to resume',
      ['--out', join(folder, 'none'), '--resume'],
      /none: there is no run \(no run\.json\)/,
    ],
    [
      'other options beside --resume',
      [
        '--out',
        whole,
        '--resume',
        '--set',
        'diffusion.learningRate=1',
        '--set',
        'autoencoder.seed=3',
      ],
      /autoencoder\.seed is 3 here and 0 in the run, diffusion\.learningRate is 1 here and 0\.001 in/,
    ],
    ['an endless device', ['--out', join(folder, 'x'), '--config', '/dev/zero'], /more than 17 MB/],
    [
      'a huge batch',
      ['--out', join(folder, 'x'), '--set', 'diffusion.batchSize=1e9'],
      /diffusion\.batchSize is 1000000000; expected a whole number from 1 to 4096/,
    ],
    [
      'an unknown style',
      ['--out', join(folder, 'x'), '--set', 'styles=noto,ntoo'],
      /styles\[1\] is "ntoo"; expected "noto" or "twemoji"/,
    ],
    [
      'an unknown key',
      ['--set', 'diffusion.stepz=3'],
      /no key "stepz" in diffusion; did you mean steps\?/,
    ],
    ['no value', ['--set', 'diffusion.steps'], /--set "diffusion\.steps": expected key=value/],
    [
      'an unknown precision',
      ['--set', 'diffusion.precision=f8'],
      /is "f8"; expected "f32" or "f16"/,
    ],
    [
      'no steps',
      ['--out', join(folder, 'x'), '--set', 'diffusion.steps=0'],
      /a whole number from 1 to/,
    ],
  ])(
    '%s is one line and exit code 1',
    async (_, args, message) => {
      const { code, stderr } = await refused(['train', 'emoji-text-to-image', ...args]);
      expect(code).toBe(1);
      expect(stderr.split('\n').filter((line) => line.startsWith('error: '))).toHaveLength(1);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(existsSync(join(folder, 'x'))).toBe(false);
    },
    60_000,
  );
});
