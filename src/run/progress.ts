// Progress for people: a bar that redraws itself on a terminal, a line now and then elsewhere (logs).
import { SingleBar } from 'cli-progress';
import type { PipelineProgress } from '../diffusion/pipeline.ts';
import { printable } from '../tensor/quote.ts';

const mostNotes = 20;

/** Notes as warnings, each on a line, and not without end. */
export function warn(notes: readonly string[]): void {
  for (const note of notes.slice(0, mostNotes)) console.error(`warning: ${printable(note, 300)}`);
  if (notes.length > mostNotes) console.error(`warning: and ${notes.length - mostNotes} more`);
}

/** A bar or a log of one piece of work. */
export interface Progress {
  /** `done` of the total, with a few words about the moment. */
  update(done: number, note: string): void;
  /** A line above the bar. */
  say(line: string): void;
  stop(): void;
}

/** Seconds as `1:02:03` or `2:03`. */
export function clock(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [h, m] = [Math.floor(s / 3600), Math.floor(s / 60) % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`;
}

const logEverySeconds = 10;

/** Progress of `total` units on stderr, starting at `start`. */
export function progress(label: string, total: number, start = 0): Progress {
  if (!process.stderr.isTTY) {
    let last = Number.NEGATIVE_INFINITY;
    return {
      update: (done, note) => {
        const now = performance.now() / 1000;
        if (now - last < logEverySeconds && done < total) return;
        last = now;
        console.error(`${label} ${done}/${total} ${note}`);
      },
      say: (line) => console.error(line),
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total} {note}`,
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
    barsize: 24,
    hideCursor: true,
    stopOnComplete: false,
    gracefulExit: false,
    stream: process.stderr,
  });
  bar.start(total, start, { note: '' });
  return {
    update: (done, note) => bar.update(done, { note }),
    say: (line) => {
      process.stderr.write(`\r\u001b[K${line}\n`);
      bar.render();
    },
    stop: () => bar.stop(),
  };
}

/** A bar for each stage of drawing, one after the other; loading counts bytes, denoising tells seconds a step. */
export function stageBars(): { report(p: PipelineProgress): void; stop(): void } {
  let name = '';
  let bar: Progress | undefined;
  let started = 0;
  let first = 0;
  const report = ({ stage, part, done, total }: PipelineProgress): void => {
    const label = part ? `${stage} ${part}` : stage;
    const loading = stage === 'loading';
    const [unit, letters] = total < 1e7 ? [1e3, 'kB'] : [1e6, 'MB'];
    // whole units, all of them only at the end
    const units = (n: number): number =>
      loading ? Math[n < total ? 'floor' : 'ceil'](n / unit) : n;
    if (label !== name) {
      bar?.stop();
      name = label;
      bar = progress(label, units(total));
      started = performance.now();
      first = done;
    }
    const seconds = (performance.now() - started) / 1000;
    let note = loading ? letters : '';
    if (stage === 'denoising') {
      note = 'steps';
      if (done > first) {
        const each = seconds / (done - first);
        note = `steps, ${each.toPrecision(3)} s each, ${clock(each * (total - done))} left`;
      }
    }
    bar?.update(units(done), note);
  };
  return { report, stop: () => bar?.stop() };
}
