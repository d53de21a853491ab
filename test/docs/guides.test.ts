// The guides' code runs, prints what the page says and has the right types; the names in their tables
// exist. Each page is one process.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wgrad from '../../src/index.ts';
import { brokenPromise, namesOfColumn, programsOf } from './guide-programs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'node_modules', '.cache', `wgrad-guides-${process.pid}`);
const paths: Record<string, string[]> = ts.readConfigFile(
  join(root, 'tsconfig.json'),
  ts.sys.readFile,
).config.compilerOptions.paths;
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && !/^(architecture|correctness)\.md$/.test(name))
    .map((name) => `docs/${name}`),
];
const programs = pages.flatMap((page) =>
  programsOf(readFileSync(join(root, page), 'utf8')).map((program, i) => ({
    ...program,
    page,
    file: `${page.replaceAll('/', '-')}-${i}`,
  })),
);

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of programs) {
    writeFileSync(join(folder, `${file}.ts`), `${code}\nexport {};\n`);
  }
  await build({
    entryPoints: programs.map(({ file }) => join(folder, `${file}.ts`)),
    outdir: join(folder, 'built'),
    alias: Object.fromEntries(
      Object.entries(paths).map(([name, [path]]) => [name, join(root, path)]),
    ),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'es2022',
    logLevel: 'error',
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ending {
  readonly lines: readonly string[];
  readonly error?: string;
}

/** Runs the programs of a page one after the other in one process. */
function run(files: readonly string[]): Promise<Ending[]> {
  const main = join(folder, `run-${files[0]}.mjs`);
  writeFileSync(
    main,
    `import { formatWithOptions } from 'node:util';
const format = (...all) => formatWithOptions({ breakLength: Infinity, compact: 10 }, ...all);
const endings = [];
for (const file of ${JSON.stringify(files)}) {
  const lines = [];
  console.log = (...all) => lines.push(...format(...all).split('\\n'));
  const error = await import('./built/' + file + '.js').then(() => undefined, (e) => String(e?.stack ?? e));
  endings.push({ lines, error });
}
process.stdout.write(JSON.stringify(endings));
process.exit(0);
`,
  );
  const env = { ...process.env, WGRAD_DEVICE: 'cpu', WGRAD_THREADS: '1', WGRAD_DEBUG: '' };
  return new Promise((resolve, reject) => {
    // the pages may write files: into the folder of this test
    execFile(process.execPath, [main], { cwd: folder, env }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(JSON.parse(stdout)),
    );
  });
}

describe('the code of the guides', () => {
  test.each(pages.filter((page) => programs.some((p) => p.page === page)))(
    '%s runs and prints what it says',
    async (page) => {
      const own = programs.filter((p) => p.page === page);
      const endings = await run(own.map(({ file }) => file));
      own.forEach(({ heading, promises }, i) => {
        const { lines, error } = endings[i];
        expect(error, heading).toBeUndefined();
        const broken = brokenPromise(promises, lines);
        expect(broken, `${heading}\n${lines.join('\n')}`).toBeUndefined();
      });
    },
    120_000,
  );

  test('has the right types', () => {
    const files = programs.map(({ file }) => join(folder, `${file}.ts`));
    const program = ts.createProgram(files, {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: ['node', '@webgpu/types'],
      typeRoots: [join(root, 'node_modules/@types'), join(root, 'node_modules')],
      allowImportingTsExtensions: true,
      strict: true,
      noImplicitAny: true,
      noEmit: true,
      skipLibCheck: true,
      baseUrl: root,
      paths,
    });
    const faults = programs.flatMap(({ page }, i) => {
      if (page === 'README.md') return []; // plain JavaScript
      const file = program.getSourceFile(files[i]);
      return [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      ].map(
        ({ start = 0, messageText }) =>
          `${page}:${(file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1}: ` +
          ts.flattenDiagnosticMessageText(messageText, '\n'),
      );
    });
    expect(faults).toEqual([]);
  }, 180_000);
});

// 'nn.Linear(i, o)' -> nn.Linear; a tensor's own members are written with t.
function exists(span: string): boolean {
  const [first, ...rest] = (/^[\w$.]+/.exec(span)?.[0] ?? '').split('.');
  let at: unknown = (wgrad as unknown as Record<string, unknown>)[first];
  if (first === 't') at = wgrad.zeros([1]);
  for (const name of rest)
    at = at && name in (at as object) ? (at as Record<string, unknown>)[name] : undefined;
  return at !== undefined;
}

describe('the tables of names', () => {
  test('the checker knows what exists', () => {
    const table =
      '| PyTorch | wgrad |\n|---|---|\n| `a` | `nn.Linear(2, 3)`, `nn.nothing` |\n| `b` | `t.shape` `t.no` |\n';
    const names = namesOfColumn(table, 'wgrad');
    expect(names.filter((name) => !exists(name))).toEqual(['nn.nothing', 't.no']);
  });

  test.each(['docs/from-pytorch.md', 'docs/from-jax.md'])('every name in %s exists', (page) => {
    const names = namesOfColumn(readFileSync(join(root, page), 'utf8'), 'wgrad');
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !exists(name))).toEqual([]);
  });
});

describe('the programs of a page', () => {
  const page =
    '# T\n\n## A\n\n```ts\nconsole.log(1); // 1\n```\n\ntext\n\n```ts\nconsole.log(2); // 3...\n```\n\n## B\n\n```sh\nno\n```\n';

  test('keep their lines', () => {
    const [program, ...others] = programsOf(page);
    expect(others).toEqual([]);
    expect(program.code.split('\n')[5]).toBe('console.log(1); // 1');
    expect(program.code.split('\n')[11]).toBe('console.log(2); // 3...');
    expect(program.promises).toEqual(['1', '3...']);
  });

  test('are held to what they say', () => {
    expect(brokenPromise(['1', '3...'], ['1', 'x', '31'])).toBeUndefined();
    expect(brokenPromise(['1', '3...'], ['1', '2'])).toBe('3...');
    expect(brokenPromise(['1', '2'], ['2', '1'])).toBe('2');
  });
});
