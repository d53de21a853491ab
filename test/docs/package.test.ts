// The package as npm packs it, unpacked into a project of somebody else: its links, its exports and their
// types, and programs in plain Node that use it.
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenLinks } from '../../scripts/links.ts';
import * as wgrad from '../../src/index.ts';
import { readPicture } from '../../src/io/image.ts';
import { consumerOf, unnamedTypes } from './consumer.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'wgrad-package-'));
const unpacked = join(project, 'node_modules', 'wgrad');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
type Target = { readonly types: string; readonly default: string };
const targets: [string, Target][] = Object.entries<Target | string>(manifest.exports).filter(
  (entry): entry is [string, Target] => typeof entry[1] === 'object',
);
const subpaths = targets.map(([path]) => path.slice(2)).filter((name) => name !== '');

beforeAll(async () => {
  // `prepare` builds dist/ where it is older than its sources
  const args = ['pack', '--silent', '--pack-destination', project];
  const { stdout } = await run('npm', args, { cwd: root });
  mkdirSync(unpacked, { recursive: true });
  const tarball = join(project, stdout.trim().split('\n').at(-1) as string);
  await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
  for (const name of Object.keys(manifest.dependencies)) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
}, 180_000);

afterAll(() => rm(project, { recursive: true, force: true }));

/** Runs a module of the project in plain Node; its standard output. */
async function node(name: string, code: string): Promise<string> {
  await writeFile(join(project, name), code);
  const env = { ...process.env, WGRAD_DEVICE: 'cpu' };
  return (await run(process.execPath, [name], { cwd: project, env })).stdout.trim();
}

const both = `import { compile, grad, sum, Tensor, tensor, type TensorLike } from 'wgrad';
import { Linear, type LinearParams } from 'wgrad/nn';
import { adamw, applyUpdates } from 'wgrad/optim';
import { key } from 'wgrad/random';
import { leaves } from 'wgrad/tree';
import type { Checkpoint } from 'wgrad/io';
import { openaiModel } from 'wgrad/no-such-subpath';
const layer = Linear(2, 1);
const params: LinearParams = layer.init(key(0));
const x: TensorLike = tensor([[1, 2]]);
const loss = (p: LinearParams): Tensor => sum(layer.apply(p, x));
const tx = adamw({ learningRate: 0.1 });
const step = compile((p: LinearParams) => applyUpdates(p, tx.update(grad(loss)(p), tx.init(p), p)[0]));
const next: LinearParams = step(params);
const all: Tensor[] = leaves(next);
const wrong: number = next.w;
export type { Checkpoint, openaiModel };
export { all, wrong };
`;

const strict: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript has to say about a file of the project. */
function diagnostics(file: string, given: ts.CompilerOptions): string[] {
  const options = { ...strict, ...given };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...others) => {
    if (!/typescript\/lib\/lib\./.test(name)) return getSourceFile(name, ...others);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...others));
    return libraries.get(name); // the same for all three
  };
  const program = ts.createProgram([join(project, file)], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n'));
}

describe('the packed package', () => {
  test('has no broken link: in its README and in every other page', () => {
    expect(existsSync(join(unpacked, 'README.md'))).toBe(true);
    expect(brokenLinks(unpacked)).toEqual([]);
  });

  test('has every file that `exports` and `bin` name, and everything that it should', () => {
    const named = targets.flatMap(([, target]) => [target.types, target.default]);
    const missing = [...named, manifest.types, ...Object.values<string>(manifest.bin)].filter(
      (file) => !existsSync(join(unpacked, file)),
    );
    expect(missing).toEqual([]);
    const inside = readdirSync(unpacked).sort();
    const rest = ['CHANGELOG.md', 'FEATURES.md', 'LICENSE', 'README.md', 'package.json'];
    expect(inside).toEqual(
      [...rest, 'bench', 'data', 'dist', 'docs', 'examples', 'schemas', 'weights'].sort(),
    );
    expect(existsSync(join(unpacked, 'docs', 'api'))).toBe(false);
  });

  test('has a subpath for every namespace of the main entry, and no other', () => {
    const namespaces = Object.entries(wgrad)
      .filter(
        ([, value]) =>
          (value as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] === 'Module',
      )
      .map(([name]) => name);
    expect(subpaths).toEqual(namespaces.sort());
  });

  const resolutions: Record<string, ts.CompilerOptions> = {
    node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
    nodenext: {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    },
    bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  };
  test.each(Object.entries(resolutions))('resolves its types: %s', async (_, options) => {
    await writeFile(join(project, 'types.ts'), both);
    // the two planted faults and nothing else
    expect(diagnostics('types.ts', options)).toEqual([
      expect.stringMatching(/^Cannot find module 'wgrad\/no-such-subpath'/),
      "Type 'Tensor' is not assignable to type 'number'.",
    ]);
  });

  test('names every type that its functions return, and the methods of what they return', async () => {
    const options = { ...strict, ...resolutions.nodenext, noEmit: false, declaration: true };
    const file = join(project, 'library.ts');
    const text = consumerOf(file, ['wgrad', ...subpaths.map((name) => `wgrad/${name}`)], options);
    await writeFile(file, text);
    expect(unnamedTypes(file, options)).toEqual([]);
    // what an option is called is no entry's: the same check must see it
    await writeFile(file, "import { adam } from 'wgrad/optim';\nexport const adams = [adam];\n");
    expect(unnamedTypes(file, options)).toEqual([
      expect.stringMatching(/^export const adams = .*optim\/optimizers\.js/),
    ]);
  }, 120_000);

  test('runs three lines', async () => {
    const code = `import { grad, square, sum, tensor } from 'wgrad';
      const g = grad((x) => sum(square(x)))(tensor([1, 2, 3]));
      console.log(JSON.stringify(await g.toArray()));`;
    expect(await node('three.js', code)).toBe('[2,4,6]');
  });

  test('runs its own examples', async () => {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const example = join('node_modules', 'wgrad', 'examples', '01-tensors.ts');
    const env = { ...process.env, WGRAD_DEVICE: 'cpu' };
    const args = ['--import', tsx, example];
    const { stdout } = await run(process.execPath, args, { cwd: project, env });
    expect(stdout).toContain('product [ [ -2 ], [ -2 ] ]');
  });

  test('each subpath works alone, without the main entry', async () => {
    const code = `import { key, uniform } from 'wgrad/random';
      console.log((await uniform(key(0), [3]).data()).length);`;
    expect(await node('alone.js', code)).toBe('3');
    for (const name of subpaths) {
      const text = readFileSync(join(unpacked, 'dist', `${name}.js`), 'utf8');
      expect(reaches(name, text), `${name} brings the runtime`).toBe(true);
    }
  });

  test('subpaths and the main entry are one library: same functions, registry, device', async () => {
    const code = `import * as wgrad from 'wgrad';
      ${subpaths.map((name, i) => `import * as s${i} from 'wgrad/${name}';`).join('\n')}
      const subpaths = { ${subpaths.map((name, i) => `${name}: s${i}`).join(', ')} };
      for (const [name, all] of Object.entries(subpaths)) {
        const names = Object.keys(wgrad[name]);
        if (names.length === 0 || names.length !== Object.keys(all).length) console.log(name);
        for (const n of names) if (wgrad[name][n] !== all[n]) console.log(name, n);
      }
      await wgrad.useDevice('interpret');
      const { nn, random, optim, tree } = subpaths;
      const layer = nn.Linear(2, 1);
      const params = layer.init(random.key(0));
      const loss = (p) => wgrad.sum(layer.apply(p, wgrad.tensor([[1, 2]])));
      const tx = optim.sgd({ learningRate: 1 });
      const step = wgrad.compile((p) => optim.applyUpdates(p, tx.update(wgrad.grad(loss)(p), tx.init(p), p)[0]));
      const after = step(params);
      const change = tree.map(wgrad.sub(after.w, params.w), (t) => t);
      console.log(JSON.stringify(await change.toArray()), change instanceof wgrad.Tensor, wgrad.currentDevice().name);`;
    expect(await node('one.js', code)).toBe('[[-1],[-2]] true interpret');
  });
});

// `npm install --omit=optional`: neither Dawn nor sharp lies in the project
describe('without the optional packages', () => {
  const cli = join(unpacked, 'dist', 'cli.js');
  const wgradCommand = (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
    run(process.execPath, [cli, ...args], { cwd: project });

  test('they are not there', async () => {
    for (const name of Object.keys(manifest.optionalDependencies)) {
      const found = await node('absent.js', `import('${name}').catch((e) => console.log(e.code));`);
      expect(found).toBe('ERR_MODULE_NOT_FOUND');
    }
  });

  test('computing chooses the CPU by itself; WebGPU says what to install', async () => {
    const code = `import { currentDevice, sum, tensor, useDevice } from 'wgrad';
      await useDevice('auto');
      console.log(currentDevice().name, await sum(tensor([1, 2, 3])).item());
      await useDevice('webgpu').catch((e) => console.log(e.name + ': ' + e.message.split('\\n')[0]));`;
    expect((await node('auto.js', code)).split('\n')).toEqual([
      'cpu 6',
      expect.stringMatching(/^DeviceError: the optional package "webgpu" .*npm install webgpu/),
    ]);
  });

  test('pictures are drawn', async () => {
    const out = join(project, 'drawn');
    await wgradCommand('generate', 'red apple', '--count', '2', '--steps', '2', '--out', out);
    const files = readdirSync(out);
    expect(files.filter((f) => f.endsWith('.gif')).length).toBeGreaterThan(0);
    const pngs = files.filter((f) => f.endsWith('.png')).map((f) => join(out, f));
    expect(pngs.length).toBeGreaterThan(0);
    for (const file of pngs) expect((await readPicture(file)).width).toBeGreaterThanOrEqual(32);
  });

  test('the doctor runs', async () => {
    const { stdout } = await wgradCommand('doctor');
    expect(stdout).toMatch(/sharp\s+missing/);
    expect(stdout).toMatch(/webgpu\s+missing/);
  });
});

// Whether an entry loads the file that holds the runtime, by its static imports.
function reaches(name: string, text: string, seen = new Set([name])): boolean {
  if (/\bhooks\.read = /.test(text)) return true;
  return [...text.matchAll(/(?:from|import) "(\.{1,2}\/[^"]+)"/g)].some(([, path]) => {
    const file = join(dirname(join('dist', `${name}.js`)), path);
    const key = file.replace(/^dist\/|\.js$/g, '');
    if (seen.has(key)) return false;
    seen.add(key);
    return reaches(key, readFileSync(join(unpacked, file), 'utf8'), seen);
  });
}
