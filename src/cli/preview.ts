// Pictures in the terminal: the whole picture where the terminal has a protocol for it (kitty's, iTerm's), two pixels a
// letter elsewhere, nothing where there are no colours or no terminal.
import type { WriteStream } from 'node:tty';
import { encodePng } from '../io/image.ts';
import type { Picture } from '../io/picture.ts';

/** What a terminal can show. */
export type PreviewKind = 'kitty' | 'iterm' | 'blocks' | 'none';

const chunk = 4096; // letters of base64 that kitty takes at a time

/** A picture made smaller: each pixel the mean of those under it. */
function shrunk({ width, height, pixels }: Picture, to: number): Picture {
  const w = Math.min(width, to);
  const h = Math.max(1, Math.round((height * w) / width));
  const out = new Uint8Array(w * h * 3);
  for (let y = 0; y < h; y++) {
    const [top, below] = [Math.floor((y * height) / h), Math.ceil(((y + 1) * height) / h)];
    for (let x = 0; x < w; x++) {
      const [left, right] = [Math.floor((x * width) / w), Math.ceil(((x + 1) * width) / w)];
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let v = top; v < below; v++) {
          for (let u = left; u < right; u++) sum += pixels[(v * width + u) * 3 + c];
        }
        out[(y * w + x) * 3 + c] = Math.round(sum / ((below - top) * (right - left)));
      }
    }
  }
  return { width: w, height: h, pixels: out };
}

// The letter ▀ has the upper pixel's colour on that of the lower one.
function blocks(picture: Picture, columns: number): string {
  const { width, height, pixels } = shrunk(picture, columns);
  const colour = (x: number, y: number): string => {
    const at = (y * width + x) * 3;
    return y < height ? Array.from(pixels.subarray(at, at + 3)).join(';') : '255;255;255';
  };
  const lines: string[] = [];
  for (let y = 0; y < height; y += 2) {
    const row = Array.from(
      { length: width },
      (_, x) => `\u001b[38;2;${colour(x, y)};48;2;${colour(x, y + 1)}m\u2580`,
    );
    lines.push(`${row.join('')}\u001b[0m`);
  }
  return `${lines.join('\n')}\n`;
}

/** What a picture is sent to a terminal of some columns as. */
export async function previewText(
  picture: Picture,
  kind: PreviewKind,
  columns: number,
): Promise<string> {
  if (kind === 'none') return '';
  if (kind === 'blocks') return blocks(picture, columns);
  const data = Buffer.from(await encodePng(picture)).toString('base64');
  if (kind === 'iterm') return `\u001b]1337;File=inline=1:${data}\u0007\n`;
  const parts = data.match(new RegExp(`.{1,${chunk}}`, 'g')) ?? [];
  const more = (i: number): string => `m=${i < parts.length - 1 ? 1 : 0}`;
  const sent = parts.map(
    (part, i) => `\u001b_G${i === 0 ? `f=100,a=T,${more(i)}` : more(i)};${part}\u001b\\`,
  );
  return `${sent.join('')}\n`;
}

/** What standard output can show. */
export async function previewKind(stream: WriteStream): Promise<PreviewKind> {
  if (!stream.isTTY || process.env.NO_COLOR || process.env.CI || process.env.TERM === 'dumb') {
    return 'none';
  }
  const { default: graphics } = await import('supports-terminal-graphics');
  if (graphics.stdout.kitty) return 'kitty';
  if (graphics.stdout.iterm2) return 'iterm';
  return stream.getColorDepth() === 24 ? 'blocks' : 'none';
}

/** Shows a picture on standard output where that is a terminal that can. */
export async function preview(picture: Picture): Promise<void> {
  const { stdout } = process;
  const text = await previewText(picture, await previewKind(stdout), stdout.columns ?? 80);
  if (text) stdout.write(text);
}
