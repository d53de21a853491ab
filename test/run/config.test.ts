// Configurations: defaults, what a file and --set change, what is refused and how; the schemas that ship.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { schemaText } from '../../scripts/schemas.ts';
import { loadEmoji } from '../../src/data/emoji.ts';
import { emojiGroups, emojiStyles } from '../../src/data/emoji-set.ts';
import { checkSchema, configure, merge, rows, setting } from '../../src/run/config.ts';
import { emojiTextToImage } from '../../src/run/tasks/emoji-text-to-image.ts';
import { taskNamed, tasks } from '../../src/run/tasks/index.ts';
import { root } from '../cli/support.ts';

const { schema, defaults } = emojiTextToImage;
const set = (text: string): unknown =>
  configure(emojiTextToImage, defaults, setting(schema, text), '--set');
const value = (config: unknown, path: string): unknown =>
  path.split('.').reduce((x, k) => (x as Record<string, unknown>)[k], config);

describe('every task', () => {
  test.each(tasks.map((task) => [task.name, task] as const))('%s', (_, task) => {
    expect(() => configure(task, task.defaults, undefined, 'defaults')).not.toThrow();
    for (const [path, , words] of rows(task.schema, task.defaults))
      expect(words, path).not.toBe('');
    const file = join(root, 'schemas', `${task.name}.json`);
    expect(readFileSync(file, 'utf8'), 'run `npx tsx scripts/schemas.ts`').toBe(schemaText(task));
    expect(task.paper).toMatch(/arXiv:\d{4}\.\d{5}/);
  });

  test('is found by its name, and a wrong one gets the nearest', () => {
    expect(taskNamed('emoji-text-to-image')).toBe(emojiTextToImage);
    expect(() => taskNamed('emoji-text-to-imgae')).toThrow(/did you mean emoji-text-to-image\?/);
    expect(() => taskNamed('constructor')).toThrow(/there are: .*emoji-text-to-image/);
  });
});

describe('--set', () => {
  test.each([
    ['diffusion.steps=12', 12],
    ['diffusion.learningRate=1e-4', 1e-4],
    ['diffusion.precision=f16', 'f16'],
    ['styles=noto,blob', ['noto', 'blob']],
    ['styles=["noto"]', ['noto']],
    ['autoencoder.betas=[0.8,0.9]', [0.8, 0.9]],
    ['autoencoder.emaDecay=0.5', 0.5], // which the defaults leave out
    ['autoencoder.from=runs/a=b', 'runs/a=b'],
  ])('%s', (text, want) => {
    expect(value(set(text), text.split('=')[0])).toEqual(want);
  });

  test('null removes what is optional, in files too, and nothing else', () => {
    expect(value(defaults, 'diffusion.emaDecay')).toBe(0.9995);
    const without = set('diffusion.emaDecay=null');
    expect(value(without, 'diffusion')).not.toHaveProperty('emaDecay');
    expect(merge(defaults, { diffusion: { emaDecay: null } })).toEqual(without);
    expect(set('autoencoder.emaDecay=null')).toEqual(defaults); // which has none
    expect(merge(1, { a: { b: null, c: 2 } })).toEqual({ a: { c: 2 } });
    expect(() => set('diffusion.steps=null')).toThrow(/--set: diffusion\.steps is missing/);
    expect(() => set('diffusion.emaDecay=none')).toThrow(
      /is "none"; expected a number from 0 to 1/,
    );
  });

  test.each([
    ['diffusion.stepz=1', /no key "stepz" in diffusion; did you mean steps\?/],
    ['nonsense=1', /no key "nonsense" in the configuration; there are size, groups, styles/],
    ['diffusion=3', /--set: diffusion is 3; expected an object/],
    ['diffusion.steps=1.5', /diffusion\.steps is 1\.5; expected a whole number from 1/],
    ['diffusion.steps=many', /diffusion\.steps is "many"; expected a whole number/],
    ['diffusion.betas=[0.9]', /diffusion\.betas is \[0\.9\]; expected a list of 2/],
    ['styles=[]', /styles is \[\]; expected a list/],
    ['styles=noto,noto', /styles is \["noto","noto"\]; expected a list/],
    ['models.unet.layers=0', /models\.unet\.layers is 0; expected a whole number from 1 to 16/],
    [
      'models.unet.channels=[0]',
      /unet\.channels\[0\] is 0; expected a whole number from 1 to 8192/,
    ],
    ['models.text.heads=3', /models\.text\.heads does not divide models\.text\.width/],
    ['size=48', /size is 48; expected 16 or 32 or 64/],
    ['__proto__.x=1', /no key "__proto__"/],
    ['diffusion.constructor=1', /no key "constructor" in diffusion/],
    ['diffusion.steps', /expected key=value/],
    ['=3', /expected key=value/],
  ])('%s is refused', (text, message) => {
    expect(() => set(text)).toThrow(message);
  });
});

test('files are checked whole: what is missing, what is too much, what is of another kind', () => {
  const check = (config: unknown) => () => checkSchema(schema, config, 'c.json');
  expect(check(defaults)).not.toThrow();
  expect(check({ ...defaults, reportEvery: undefined })).toThrow(/c\.json: /);
  const { groups: _, ...rest } = defaults;
  expect(check(rest)).toThrow(/c\.json: groups is missing/);
  expect(check(merge(defaults, { models: { unet: { layer: 3 } } }))).toThrow(
    /c\.json: no key "layer" in models\.unet; did you mean layers\?/,
  );
  expect(check(null)).toThrow(/c\.json: the configuration is null; expected an object/);
  expect(check(merge(defaults, { styles: ['noto', 3] }))).toThrow(
    /styles\[1\] is 3; expected "noto"/,
  );
});

test('groups and styles are those of the data set', async () => {
  const { records } = await loadEmoji(undefined, { size: 1 });
  expect([...new Set(records.map((r) => r.group))].sort()).toEqual([...emojiGroups].sort());
  expect([...new Set(records.map((r) => r.style))].sort()).toEqual([...emojiStyles].sort());
});
