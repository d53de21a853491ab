// Finds the broken links of markdown files: relative links and pictures whose file is not there, and
// anchors that no heading of the target makes. Links with a scheme (https:) are left alone. The tests run
// it over the repository and over the package as npm packs it; by hand:
//
//   npx tsx scripts/links.ts [folder]
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import GithubSlugger from 'github-slugger';
import { marked, type Tokens } from 'marked';

/** A link that leads nowhere. */
export interface BrokenLink {
  /** The file that holds it, relative to the folder that was checked. */
  readonly file: string;
  readonly link: string;
  readonly why: string;
}

interface Page {
  readonly links: readonly string[];
  /** Texts in code marks. */
  readonly code: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

// As GitHub shows a heading, its links and code without their marks.
const plain = (heading: Tokens.Heading): string => {
  let text = '';
  marked.walkTokens(heading.tokens, (token) => {
    if (
      (token.type === 'text' || token.type === 'codespan') &&
      !('tokens' in token && token.tokens)
    )
      text += token.text;
  });
  return text;
};

function read(path: string): Page {
  const links: string[] = [];
  const code: string[] = [];
  const anchors = new Set<string>();
  const slugs = new GithubSlugger();
  marked.walkTokens(marked.lexer(readFileSync(path, 'utf8')), (token) => {
    if (token.type === 'link' || token.type === 'image') links.push(token.href);
    if (token.type === 'codespan') code.push(token.text);
    if (token.type === 'heading') anchors.add(slugs.slug(plain(token as Tokens.Heading)));
    if (token.type === 'html') {
      for (const [, name] of token.text.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(name);
      for (const [, href] of token.text.matchAll(/\b(?:href|src)="([^"]+)"/g)) links.push(href);
    }
  });
  return { links, code, anchors };
}

const leftOut = /^(dist|out|runs|coverage|shared|\.git)$|(^|\/)node_modules$|^docs\/api$/;

/** All markdown files below a folder, but those of installed and built folders. */
export function markdownFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .map((entry) => ({ entry, path: join(folder, entry.name) }))
    .filter(({ path }) => !leftOut.test(path))
    .flatMap(({ entry, path }) => {
      if (entry.isDirectory()) return markdownFiles(root, path);
      return entry.name.endsWith('.md') ? [path] : [];
    });
}

/** The broken links of some markdown files (default: all) below `root`; leaving `root` is broken too. */
export function brokenLinks(root: string, files = markdownFiles(root)): BrokenLink[] {
  const pages = new Map<string, Page>();
  const pageOf = (path: string): Page => {
    const page = pages.get(path) ?? read(path);
    pages.set(path, page);
    return page;
  };
  const fault = (from: string, link: string): string | undefined => {
    const [path, anchor] = decodeURI(link).split('#');
    const target = path ? resolve(dirname(from), path) : from;
    if (relative(root, target).startsWith('..')) return 'leads out of the folder';
    if (!existsSync(target)) return `${relative(root, target)} is not there`;
    if (anchor === undefined) return undefined;
    if (statSync(target).isDirectory() || !target.endsWith('.md')) return 'is no markdown file';
    if (!pageOf(target).anchors.has(anchor)) return `no heading of its file makes #${anchor}`;
  };
  return files.flatMap((file) => {
    const from = resolve(root, file);
    return pageOf(from).links.flatMap((link) => {
      if (/^[a-z][a-z+.-]*:/i.test(link)) return [];
      const why = fault(from, link);
      return why ? [{ file, link, why }] : [];
    });
  });
}

/**
 * Source files (`compiler/plan.ts`, `plan.ts`) and scripts (`npm run bench`) that pages mention in code marks
 * and that do not exist: a path must be the end of some file's.
 */
export function missingNames(root: string, files = markdownFiles(root)): string[] {
  const sources = ['src', 'test', 'scripts', 'bench', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => `/${folder}/${path}`),
  );
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return files.flatMap((file) =>
    read(join(root, file)).code.flatMap((text) => {
      const script = /^npm run ([\w:-]+)/.exec(text)?.[1];
      const path = /^(?:\.{1,2}\/)*((?:[\w.-]+\/)*[\w-][\w.-]*\.(?:ts|mjs|py))$/.exec(text)?.[1];
      const missing =
        (script && !(script in scripts)) ||
        (path && !sources.some((at) => at.endsWith(`/${path}`)));
      return missing ? [`${file}: ${text}`] : [];
    }),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const broken = brokenLinks(resolve(process.argv[2] ?? '.'));
  for (const { file, link, why } of broken) console.error(`${file}: (${link}) ${why}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
