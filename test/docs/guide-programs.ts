// The code of the guides as programs: all `ts` and `js` blocks under one heading (to depth 3) are one program, at
// the lines where they stand in the page, so that errors point into the page. A line that ends in
// `console.log(...); // text` promises what is printed; `...` at its end leaves the rest open.
import { marked } from 'marked';

/** A section's program. */
export interface GuideProgram {
  readonly heading: string;
  readonly code: string;
  /** What the section says is printed, in order. */
  readonly promises: readonly string[];
}

/** The programs of a page; blocks marked `ts no-run` are left out. */
export function programsOf(page: string): GuideProgram[] {
  const programs: { heading: string; code: string; promises: string[] }[] = [];
  let heading = '';
  let line = 0;
  for (const token of marked.lexer(page)) {
    if (token.type === 'heading' && token.depth <= 3) heading = token.text;
    if (token.type === 'code' && /^(ts|js)$/.test(token.lang ?? '')) {
      let program = programs.at(-1);
      if (program?.heading !== heading) {
        program = { heading, code: '', promises: [] };
        programs.push(program);
      }
      const first = line + 1; // behind the fence
      program.code += '\n'.repeat(first - program.code.split('\n').length + 1);
      program.code += `${token.text}\n`;
      for (const [, promise] of token.text.matchAll(/console\.log\(.*\);? \/\/ (.+)$/gm)) {
        program.promises.push(promise.trim());
      }
    }
    line += token.raw.split('\n').length - 1;
  }
  return programs;
}

/** The first promise that the printed lines do not keep, in order. */
export function brokenPromise(
  promises: readonly string[],
  printed: readonly string[],
): string | undefined {
  let at = 0;
  for (const promise of promises) {
    const keeps = (text: string): boolean =>
      promise.endsWith('...') ? text.startsWith(promise.slice(0, -3).trimEnd()) : text === promise;
    while (at < printed.length && !keeps(printed[at])) at++;
    if (at++ === printed.length) return promise;
  }
}

/** The code spans of a table's column with this title, in every table of a page that has it. */
export function namesOfColumn(page: string, title: string): string[] {
  const names: string[] = [];
  for (const token of marked.lexer(page)) {
    if (token.type !== 'table') continue;
    const column = token.header.findIndex(({ text }: { text: string }) => text === title);
    if (column < 0) continue;
    for (const row of token.rows) {
      marked.walkTokens(row[column].tokens, (inner) => {
        if (inner.type === 'codespan') names.push(inner.text);
      });
    }
  }
  return names;
}
