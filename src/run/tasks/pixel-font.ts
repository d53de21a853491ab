// Letters of three by five pixels, for labels inside of sheets of pictures: no font of the machine is needed.
import type { Picture } from '../../io/picture.ts';

// five rows of three pixels, a digit each: 4 left, 2 middle, 1 right
const glyphs: Readonly<Record<string, string>> = {
  a: '25755', b: '65656', c: '34443', d: '65556', e: '74647', f: '74644', g: '34553', h: '55755',
  i: '72227', j: '11152', k: '55655', l: '44447', m: '57755', n: '65555', o: '25552', p: '65644',
  q: '25573', r: '65655', s: '34216', t: '72222', u: '55557', v: '55552', w: '55775', x: '55255',
  y: '55222', z: '71247', 0: '75557', 1: '26227', 2: '61247', 3: '71317', 4: '55711', 5: '74616',
  6: '34757', 7: '71222', 8: '75757', 9: '75716', '-': '00700', '.': '00002', ':': '02020',
}; // biome-ignore format: a table

/** Draws text in black, a pixel as a square of `scale`, from the top left corner; cut off at the right. */
export function writeText(on: Picture, text: string, left: number, top: number, scale = 2): void {
  const { width, height, pixels } = on;
  for (const [i, letter] of [...text.toLowerCase()].entries()) {
    for (const [row, bits] of [...(glyphs[letter] ?? '00000')].entries()) {
      for (let column = 0; column < 3; column++) {
        if ((Number(bits) & (4 >> column)) === 0) continue;
        const [x0, y0] = [left + (4 * i + column) * scale, top + row * scale];
        for (let y = y0; y < Math.min(y0 + scale, height); y++) {
          for (let x = x0; x < Math.min(x0 + scale, width); x++) {
            pixels.fill(0, (y * width + x) * 3, (y * width + x) * 3 + 3);
          }
        }
      }
    }
  }
}
