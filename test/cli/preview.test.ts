// Pictures in the terminal: the bytes of each protocol, and none where there is no terminal.
import { afterEach, expect, test, vi } from 'vitest';
import { previewKind, previewText } from '../../src/cli/preview.ts';
import { decodePlainPng } from '../../src/io/png.ts';

const picture = {
  width: 4,
  height: 4,
  pixels: Uint8Array.from({ length: 48 }, (_, i) => (Math.floor(i / 12) < 2 ? 200 : 10)),
};
afterEach(() => vi.unstubAllEnvs());

test('half blocks: the upper pixel on the lower one, as wide as the terminal allows', async () => {
  const text = await previewText(picture, 'blocks', 80);
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0].match(/\u2580/g)).toHaveLength(4);
  expect(lines[0]).toContain('\u001b[38;2;200;200;200;48;2;200;200;200m');
  expect(lines[1]).toContain('\u001b[38;2;10;10;10;48;2;10;10;10m');
  const narrow = (await previewText(picture, 'blocks', 2)).trimEnd().split('\n');
  expect(narrow).toHaveLength(1);
  expect(narrow[0]).toContain('38;2;200;200;200;48;2;10;10;10m');
});

test('kitty and iTerm are sent the PNG', async () => {
  const iterm = await previewText(picture, 'iterm', 80);
  const [start, end] = ['\u001b]1337;File=inline=1:', '\u0007\n'];
  expect([iterm.startsWith(start), iterm.endsWith(end)]).toEqual([true, true]);
  const data = iterm.slice(start.length, -end.length);
  expect((await decodePlainPng(Buffer.from(data, 'base64'), 100)).pixels).toEqual(picture.pixels);
  const side = 64;
  const noise = { width: side, height: side, pixels: new Uint8Array(3 * side ** 2) };
  for (let i = 0; i < noise.pixels.length; i++)
    noise.pixels[i] = Math.floor(1e4 * Math.sin(i)) & 255;
  const kitty = await previewText(noise, 'kitty', 80);
  const sent = kitty.trimEnd().split('\u001b\\').slice(0, -1);
  expect(sent.every((part) => part.startsWith('\u001b_G'))).toBe(true);
  const parts = sent.map((part) => part.slice(3).split(';'));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.every(([, piece]) => piece.length <= 4096)).toBe(true);
  expect(parts.map(([keys]) => /m=(\d)/.exec(keys)?.[1]).join('')).toBe(
    `${'1'.repeat(parts.length - 1)}0`,
  );
  expect(parts[0][0]).toContain('f=100,a=T');
  const whole = Buffer.from(parts.map(([, piece]) => piece).join(''), 'base64');
  expect((await decodePlainPng(whole, 10_000)).pixels).toEqual(noise.pixels);
});

test('pipes, CI, NO_COLOR and dumb terminals are shown nothing; few colours neither', async () => {
  const stream = (isTTY: boolean, depth: number) =>
    ({ isTTY, getColorDepth: () => depth }) as unknown as NodeJS.WriteStream;
  for (const name of ['NO_COLOR', 'CI', 'TERM', 'TERM_PROGRAM', 'KITTY_WINDOW_ID']) {
    vi.stubEnv(name, '');
  }
  expect(await previewKind(stream(false, 24))).toBe('none');
  expect(await previewKind(stream(true, 24))).toBe('blocks');
  expect(await previewKind(stream(true, 4))).toBe('none');
  for (const [name, value] of Object.entries({ NO_COLOR: '1', CI: 'true', TERM: 'dumb' })) {
    vi.stubEnv(name, value);
    expect(await previewKind(stream(true, 24))).toBe('none');
    vi.stubEnv(name, '');
  }
  expect(await previewText(picture, 'none', 80)).toBe('');
});
