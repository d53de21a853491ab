// The API reference can be built: every public name has a docstring, every link leads somewhere, in the
// repository's markdown as well.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { brokenLinks, missingNames } from '../../scripts/links.ts';
import { brokenPageLinks, buildReference } from '../../scripts/reference.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wgrad-reference-'));
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('links of markdown files', () => {
  test('the checker finds what is broken, and nothing else', () => {
    mkdirSync(join(folder, 'pages/node_modules'), { recursive: true });
    write('picture.png', '');
    write(
      'pages/a.md',
      `# One \`two\` [three](#one-two-three)\n## One\n## One\n
[a](../b.md) ![p](../picture.png) [c](../b.md#here) [d](#one-1) [e](https://example.org/x)
[1](../c.md) ![2](../no.png) [3](../b.md#there) [4](#one-2) [5](../../outside.md) [6][six]

[six]: ../six.md
\`[code](nowhere.md)\`
`,
    );
    // packages that a folder of scripts installed for itself
    write('pages/node_modules/c.md', '[a](nowhere.md)');
    write('b.md', '<a id="here"></a>\n\n<img src="nowhere.png">\n\n```\n[code](nowhere.md)\n```\n');
    expect(brokenLinks(folder).map(({ file, link }) => `${file} ${link}`)).toEqual([
      'b.md nowhere.png',
      'pages/a.md ../c.md',
      'pages/a.md ../no.png',
      'pages/a.md ../b.md#there',
      'pages/a.md #one-2',
      'pages/a.md ../../outside.md',
      'pages/a.md ../six.md',
    ]);
  });

  test('there is none in the repository', () => {
    expect(brokenLinks(root)).toEqual([]);
  });

  test('source files and scripts that its pages name exist', () => {
    write(
      'names.md',
      '`compiler/plan.ts` `plan.ts` `compiler/plam.ts` `lan.ts` `npm run docs` `npm run dogs`\n',
    );
    const planted = missingNames(root, [relative(root, join(folder, 'names.md'))]);
    expect(planted.map((line) => line.split(': ')[1])).toEqual([
      'compiler/plam.ts',
      'lan.ts',
      'npm run dogs',
    ]);
    expect(missingNames(root)).toEqual([]);
  });
});

describe('the API reference', () => {
  test('is built without a complaint, with every namespace and guide', async () => {
    const site = join(folder, 'site');
    expect(await buildReference(site)).toEqual([]);
    const pages = [
      'functions/wgrad.grad',
      'classes/wgrad.Tensor',
      'modules/wgrad.nn',
      'functions/wgrad.nn.Linear',
      'interfaces/options.wgrad.Conv2dOptions',
    ];
    const documents = [
      'documents/docs_architecture',
      'documents/docs_correctness',
      'documents/FEATURES',
    ];
    for (const page of [...pages, ...documents]) {
      expect(existsSync(join(site, `${page}.html`)), page).toBe(true);
    }
    // a shape at the start of a docstring must not vanish as a reference of markdown
    const mask = readFileSync(
      join(site, 'interfaces/options.losses.AdvantageOptions.html'),
      'utf8',
    );
    expect(mask).toContain('Shape [..., tokens]');
  }, 240_000);

  test('the builder complains about a name without a docstring and a link without a target', async () => {
    write(
      'bad.ts',
      '/** {@link nothing} and {@link here}. */\nexport const here = 1;\nexport const bare = 2;\n/** A. */\nexport interface AOptions { b?: number }\n',
    );
    const problems = await buildReference(join(folder, 'bad'), [join(folder, 'bad.ts')]);
    expect(problems).toEqual([
      expect.stringMatching(/bad\.bare.*does not have any documentation/),
      expect.stringMatching(/Failed to resolve link to "nothing"/),
      'bad.AOptions.b (option) does not have any documentation',
    ]);
    expect(existsSync(join(folder, 'bad'))).toBe(false);
  }, 60_000);

  test('the checker of the pages finds a missing page and a missing place', () => {
    mkdirSync(join(folder, 'html'));
    write(
      'html/a.html',
      '<a href="b.html#yes">1</a> <a class="x" href="b.html#no">2</a> <a href="c.html">3</a>',
    );
    write('html/b.html', '<h2 id="yes">b</h2> <a href="#yes">4</a> <img src="d.png"/>');
    expect(brokenPageLinks(join(folder, 'html'))).toEqual([
      'a.html: (b.html#no) leads nowhere',
      'a.html: (c.html) leads nowhere',
      'b.html: (d.png) leads nowhere',
    ]);
  });
});
