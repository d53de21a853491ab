// Whose line a stack frame is. The library knows its own frames by their files: those of the folders src/
// and dist/ of this package (source maps turn one into the other). In an application's bundle they are the
// stretches between the marks that the build puts around each file of dist/ (scripts/bundle.mjs).

/** A stack frame that has a place. */
interface Frame {
  /** Path or address of the file, without `file://` and query. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The frame as the engine writes it, without the leading `at`. */
  readonly text: string;
}

// V8 writes `at f (file:1:2)` and `at file:1:2`, the others `f@file:1:2`.
function parse(written: string): Frame | undefined {
  const isFrame = /^\s*at\s/.test(written) || /^\S*@\S+:\d+:\d+$/.test(written);
  if (!isFrame) return undefined; // messages have lines of their own
  const text = written.trim().replace(/^at\s+/, '');
  const inner = text.endsWith(')') ? text.slice(text.indexOf(' (') + 2, -1) : text;
  const place = /^(?:async )?(?:[^/\s]*@)?(.+?):(\d+):(\d+)$/.exec(inner);
  if (!place) return undefined;
  const file = place[1]
    .replace(/^file:\/\/(?=\/)/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  return { file, line: +place[2], column: +place[3], text };
}

const framesOf = (error: Error): Frame[] =>
  (error.stack ?? '').split('\n').flatMap((written) => parse(written) ?? []);

/**
 * The folders of the package whose module call-site is in `file`: stack frames show
 * `src/tensor/call-site.ts`, or `dist/index.js` or a chunk where there are no source maps. None in a
 * bundle.
 */
export function foldersOf(file: string): readonly string[] {
  const root =
    /^(.*\/)src\/tensor\/call-site\.[cm]?[jt]s$/.exec(file)?.[1] ??
    /^(.*\/)dist\/(?:chunks\/)?[^/]+$/.exec(file)?.[1];
  return root === undefined ? [] : [`${root}src/`, `${root}dist/`];
}

const [here] = framesOf(new Error());
const folders = here ? foldersOf(here.file) : [];

// Errors made at the first and at the last line of each file of dist/, in turns.
const marks: readonly Error[] =
  ((globalThis as Record<symbol, unknown>)[Symbol.for('wgrad.marks')] as Error[] | undefined) ?? [];

interface Stretch {
  readonly from: Frame;
  readonly to: Frame | undefined;
}
let stretches: readonly Stretch[] = [];
let read = 0;

// Dynamic imports add to the marks.
function ownStretches(): readonly Stretch[] {
  if (read !== marks.length) {
    read = marks.length;
    const found: Stretch[] = [];
    for (let i = 0; i < marks.length; i += 2) {
      const [from] = framesOf(marks[i]);
      const [to] = marks[i + 1] ? framesOf(marks[i + 1]) : [];
      if (from && (!to || to.file === from.file)) found.push({ from, to });
    }
    stretches = found;
  }
  return stretches;
}

const before = (a: Frame, b: Frame): boolean =>
  a.line < b.line || (a.line === b.line && a.column <= b.column);

function isOwn(frame: Frame): boolean {
  if (folders.some((folder) => frame.file.startsWith(folder))) return true;
  const near = ownStretches().filter((s) => s.from.file === frame.file);
  if (near.some((s) => before(s.from, frame) && (!s.to || before(frame, s.to)))) return true;
  // a bundle that was made without our build: its file is all that is known
  return near.length === 0 && folders.length === 0 && frame.file === here?.file;
}

const isEngine = ({ file }: Frame): boolean => /^(node:|internal\/|native$|<)/.test(file);

/** First stack frame outside the library, as `file:line:column`, or '' if there is none. */
export const callSite = (error: Error): string => crossing(error).site;

/** Where a stack enters the library, both '' if it does nowhere or if that is too far away to be seen. */
export interface Crossing {
  /** The caller's frame. */
  readonly site: string;
  /** Name of the library's function that is called there; '' if it has none. */
  readonly called: string;
}

/** The innermost place on the stack of an error at which code outside called into the library. */
export function crossing(error: Error): Crossing {
  const frames = framesOf(error).filter((f) => !isEngine(f));
  const at = frames.findIndex((f) => !isOwn(f));
  return { site: frames[at]?.text ?? '', called: nameOf(frames[at - 1]?.text ?? '') };
}

// `async f (file:1:2)`, `Module.f (file:1:2)` where it is called as f of a namespace, and `f@file:1:2`. Methods of
// other objects have no name here, nor has anything where a bundler shortened all names.
const nameOf = (text: string): string =>
  crossing.name.startsWith('crossing')
    ? (/^(?:async )?(?:(?:Module|Object)\.)?([A-Za-z_$][\w$]*)(?: \(|@)/.exec(text)?.[1] ?? '')
    : '';

/** Whether the caller of the function that asks is code outside of the library. */
export function calledFromOutside(): boolean {
  const [, , caller] = framesOf(new Error()); // this function, who asks, its caller
  return caller !== undefined && !isEngine(caller) && !isOwn(caller);
}
