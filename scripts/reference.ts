// Builds the API reference from the docstrings (TypeDoc, typedoc.json) together with the guides of docs/:
// a folder of HTML that needs no server. It refuses what a reader would stumble over: public names
// without a docstring, and links in docstrings or pages that lead nowhere. A test runs it as well.
//
//   npm run docs                      into docs/api/, which git ignores; open docs/api/index.html
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  Application,
  DeclarationReflection,
  Logger,
  LogLevel,
  type ProjectReflection,
  ReflectionKind,
  TypeDocReader,
} from 'typedoc';
import { librarySources } from './bundle.mjs';
import { modulesOf, optionTypes } from './option-types.ts';
import { publicNames } from './public-names.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// Where a message points to: a node of the syntax tree, or a position in a file.
type Place = [{ getSourceFile(): { fileName: string } }?] | [number, { fileName: string }];

class Collector extends Logger {
  readonly messages: string[] = [];

  override log(message: string, level: LogLevel): void {
    if (level !== LogLevel.Warn && level !== LogLevel.Error) return;
    // members of types that are written in place have no name of their own
    if (!/__type.*does not have any documentation/.test(message)) this.messages.push(message);
  }

  protected override addContext(message: string, _: unknown, ...place: Place): string {
    const file = typeof place[0] === 'object' ? place[0].getSourceFile() : place[1];
    return file ? `${relative(root, file.fileName)}: ${message}` : message;
  }
}

/** Links of the HTML files below a folder whose file, or whose place in it, is not there. */
export function brokenPageLinks(folder: string): string[] {
  const pages = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.html'));
  const texts = new Map(pages.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const places = new Map<string, Set<string>>();
  const placesOf = (path: string): Set<string> => {
    let found = places.get(path);
    if (!found) {
      found = new Set([...(texts.get(path) ?? '').matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
      places.set(path, found);
    }
    return found;
  };
  const broken: string[] = [];
  for (const [from, text] of texts) {
    for (const [, link] of text.matchAll(
      /<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]+)"/g,
    )) {
      if (/^[a-z][a-z+.-]*:/i.test(link)) continue;
      const [path, place] = decodeURI(link.replaceAll('&amp;', '&')).split('#');
      const target = path ? join(dirname(from), path) : from;
      const there = texts.has(target) || existsSync(join(folder, target));
      if (!there || (place && texts.has(target) && !placesOf(target).has(place))) {
        broken.push(`${from}: (${link}) leads nowhere`);
      }
    }
  }
  return [...new Set(broken)];
}

/** Options without a docstring; those of `models` carry the names of their originals, which document them. */
const bareOptions = (project: ProjectReflection): string[] =>
  project
    .getReflectionsByKind(ReflectionKind.Property)
    .filter(
      (r): r is DeclarationReflection => r instanceof DeclarationReflection && !r.hasComment(),
    )
    .filter(({ parent }) => parent?.kindOf(ReflectionKind.ClassOrInterface))
    .map((r) => r.getFullName())
    .filter((name) => /(Options|\bTensor)\.\w+$/.test(name) && !/\bmodels\./.test(name))
    .map((name) => `${name} (option) does not have any documentation`);

/** The library and, beside it in a folder, modules that export the types of its options. */
function allEntries(folder: string): string[] {
  const entries = Object.entries(librarySources).map(([name, file]) => [name, join(root, file)]);
  const face = publicNames(Object.fromEntries(entries));
  for (const [name, text] of modulesOf(optionTypes(face, join(root, 'src')))) {
    writeFileSync(join(folder, `${name}.ts`), text);
  }
  return [join(root, 'src/index.ts'), join(folder, 'index.ts')];
}

/** Builds the reference into a folder and says what is wrong with it; nothing is written if the sources are at fault. */
export async function buildReference(
  folder: string,
  entries?: readonly string[],
): Promise<string[]> {
  const logger = new Collector();
  mkdirSync(join(root, 'docs/api'), { recursive: true }); // git ignores it
  const beside = mkdtempSync(join(root, 'docs/api/options-'));
  const options = {
    options: join(root, 'typedoc.json'),
    skipErrorChecking: true, // `npm test` checks the types by itself
    entryPoints: [...(entries ?? allEntries(beside))],
  };
  const app = await Application.bootstrap(options, [new TypeDocReader()]);
  app.logger = logger;
  const project = await app.convert();
  rmSync(beside, { recursive: true });
  if (project) app.validate(project);
  if (project) logger.messages.push(...bareOptions(project));
  if (!project || logger.messages.length > 0) return logger.messages;
  rmSync(folder, { recursive: true, force: true });
  await app.generateDocs(project, folder);
  return [...logger.messages, ...brokenPageLinks(folder)];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = resolve(root, 'docs/api');
  const problems = await buildReference(folder);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${relative(process.cwd(), folder)}/index.html`);
}
