// Repair of text: what each step does, what is left alone, and what holds for every text. Expected values
// are those of ftfy 6.3.1.

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { byteEncodings, decodeUtf8 } from '../../src/data/fix-text/encodings.ts';
import { type EntityDecoder, loadEntities, unescapeHtml } from '../../src/data/fix-text/html.ts';
import { fixText } from '../../src/data/index.ts';

let entities: EntityDecoder;
const fix = (text: string): string => fixText(text, { entities });

beforeAll(async () => {
  entities = await loadEntities();
});

describe('single characters', () => {
  test.each([
    ['ligatures', 'ﬂuﬃeﬆ Ǆ ŉ', "fluffiest DŽ 'n"],
    ['widths', 'ＬＯＵＤ　ﾊﾝ', 'LOUD ハン'],
    ['quotes', '“a” ‘b’ „c‟', '"a" \'b\' "c"'],
    ['line breaks', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['lone surrogates', 'a\ud83db\udca9', 'a\ufffdb\ufffd'],
    ['escapes of terminals', '\u001b[36;44mblue\u001b[0m', 'blue'],
    ['controls', 'a\u0000b\ufeffc\u200dd', 'abc\u200dd'],
    ['composition', 'e\u0301', 'é'],
  ])('%s', (_, text, want) => {
    expect(fix(text)).toBe(want);
  });
});

describe('HTML entities', () => {
  test('those that are certain, up to the first <', () => {
    expect(fix('P&EACUTE;REZ &amp;amp; &nTILDE; &#39;x&#39; this&not that')).toBe(
      "PÉREZ & &nTILDE; 'x' this&not that",
    );
    expect(fix('&lt;b> &amp;')).toBe('<b> &');
    expect(fix('<b> &amp;')).toBe('<b> &amp;');
    expect(fix('&amp;\n<b>\n&amp;')).toBe('&\n<b>\n&amp;');
    expect(fixText('&amp; &#65;')).toBe('&amp; A');
  });

  test('all of them, as HTML5 reads them', () => {
    const cases = [
      ['&ampx &notit; &lt', '&x ¬it; <'],
      ['&#x80; &#128;', '€ €'],
      ['&#0; &#xd800; &#x110000; &#11;', '\ufffd \ufffd \ufffd '],
      ['&CounterClockwiseContourIntegral; &fjlig;', '∳ fj'],
      ['&unknown; &;', '&unknown; &;'],
    ];
    for (const [text, want] of cases) expect(unescapeHtml(text, entities)).toBe(want);
  });
});

describe('misread encodings', () => {
  test.each([
    ['once', 'HÃ´tel de Police', 'Hôtel de Police'],
    ['three times', 'doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t', "doesn't"],
    ['MacRoman', 'wei√ü', 'weiß'],
    ['code page 437', '#╨┐╤Ç╨░╨▓╨╕╨╗╤î╨╜╨╛╨╡', '#правильное'],
    ['Windows-1251', 'This is signiп¬Ѓcantly lower', 'This is significantly lower'],
    ['Windows-1250', "LiĂ¨ge Avenue de l'HĂ´pital", "Liège Avenue de l'Hôpital"],
    ['CESU-8', 'Hi guys í\u00a0½í¸\u008d', 'Hi guys 😍'],
    ['Latin-1 for Windows-1252', '\u0084Handwerk\u0093 überall', '"Handwerk" überall'],
    ['a space for half a letter', 'voilÃ le travail', 'voilà le travail'],
    ['Portuguese', 'com especial atenÃ§Ã£o Ã s crianÃ§as', 'com especial atenção às crianças'],
    ['lost bytes', 'â€œlossy decodingâ€�', '"lossy decoding�'],
    ['a part of the text', 'III DivisÃ£o - Classificação', 'III Divisão - Classificação'],
    ['in capitals, escaped', 'L&AMP;AMP;ATILDE;&AMP;AMP;SUP3;PEZ', 'LóPEZ'],
  ])('%s', (_, text, want) => {
    expect(fix(text)).toBe(want);
  });

  test.each([
    'NESTLÉ® requiere',
    'RETWEET SE VOCÊ…',
    'Offering 5×£35 pin ups',
    'AHÅ™, the new sofa from IKEA',
    'C O N C L U S Ã O',
    'ВІКІ is Ukrainian for WIKI',
    'ПоздравЂаво',
    '├┤a┼┐a┼┐a┼┐a',
    '( o¬ô )',
    '(-1/2)! = √π',
    'SELKÄ\u00a0EDELLÄ\u00a0MAAHAN',
    'a radius of 10 Å—',
  ])('leaves %s alone', (text) => {
    expect(fix(text)).toBe(text);
  });

  test('reads sentences back from every encoding', () => {
    const latin = [
      'Příliš žluťoučký kůň úpěl ďábelské ódy.',
      'L’été où le cœur naïf rêve — déjà 20 € ?',
      'Ελληνικά γράμματα και λέξεις για όλους.',
    ];
    const all = ['Съешь ещё этих мягких французских булок.', '한국어 텍스트입니다.', 'I ❤ NY 😀🎉'];
    const western = /latin|8859|125[0247]/;
    for (const { name, upper } of byteEncodings()) {
      for (const sentence of western.test(name) ? [...latin, ...all] : all) {
        const utf8 = new TextEncoder().encode(sentence);
        const misread = Array.from(utf8, (b) =>
          b < 128 ? String.fromCharCode(b) : upper[b - 128],
        );
        expect(fix(misread.join('')), name).toBe(fix(sentence));
      }
    }
  });

  test('UTF-8 and its variants', () => {
    expect(decodeUtf8('\xc3\xa9')).toBe('é');
    expect(decodeUtf8('\xed\xa0\xbd\xed\xb8\x8d')).toBe('😍');
    expect(decodeUtf8('a\xc0\x80')).toBe('a\0');
    expect(decodeUtf8('\xed\xa0\xbd')).toBeUndefined();
    expect(decodeUtf8('\xc3')).toBeUndefined();
  });
});

describe('every text', () => {
  const upper = fc.constantFrom(...byteEncodings().flatMap(({ upper }) => upper));
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: upper, maxLength: 12 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
      .map((codes) => String.fromCharCode(...codes)),
    fc.string({ unit: fc.constantFrom('&', 'amp', ';', '#', 'lt', '<', '\r', '\n', 'Ã', '©') }),
  );

  test('is as it should be once it was repaired', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const fixed = fix(text);
        expect(fix(fixed)).toBe(fixed);
        expect(fixed).not.toMatch(/[\p{Surrogate}\r\u2028\ufeff]/u);
        expect(fixed.replace(/[\t\n\f]/g, '')).not.toMatch(/[^\P{Cc}\x80-\x9f]/u);
        expect(fixed.normalize('NFC')).toBe(fixed);
      }),
      { numRuns: 600 },
    );
  });

  test('of plain letters, digits and punctuation stays what it is', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abzAZ019 .,!?-:;()[]éüñçßøåÉÜÑčşğő') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fix(text)).toBe(text);
      }),
    );
  });
});
