// JSON of strangers: what is taken, what is refused, and that a message never repeats more of a text than is
// good for a terminal.
import { describe, expect, test } from 'vitest';
import { deepestJson, parseJson, parseJsonObject } from '../../src/io/json.ts';
import {
  count,
  flag,
  list,
  object,
  oneOf,
  optional,
  shaped,
  text,
} from '../../src/io/json-shape.ts';
import { FileError, ShapeError } from '../../src/tensor/errors.ts';
import { printable, quote } from '../../src/tensor/quote.ts';

/** The message of the FileError that a text is refused with. */
function refusal(json: string): string {
  try {
    parseJson(json, 'f.json');
  } catch (error) {
    expect(error).toBeInstanceOf(FileError);
    return (error as Error).message.split('\n')[0];
  }
  return 'taken';
}

describe('parseJson', () => {
  test('takes what JSON.parse takes', () => {
    for (const value of [
      null,
      0,
      'x',
      [],
      {},
      { a: [1, { b: 'constructor' }] },
      { constructor: 1 },
    ]) {
      expect(parseJson(JSON.stringify(value), 'f.json')).toEqual(value);
    }
    expect(refusal('[1,')).toMatch(/^f\.json: not JSON \(/);
    expect(refusal('')).toMatch(/^f\.json: not JSON \(/);
    expect(() => parseJsonObject('[]', 'f.json')).toThrow('f.json: not a JSON object');
  });

  test('refuses depth, in valid texts and in others, at once', () => {
    const nested = (n: number): string => '['.repeat(n) + ']'.repeat(n);
    expect(refusal(nested(deepestJson))).toBe('taken');
    expect(refusal(nested(deepestJson + 1))).toBe('f.json: nests more than 64 levels deep');
    expect(refusal('{"a":'.repeat(20_000))).toBe('f.json: nests more than 64 levels deep');
    expect(refusal('['.repeat(10_000_000))).toBe('f.json: nests more than 64 levels deep');
    // brackets within texts are none
    expect(refusal(JSON.stringify('['.repeat(1000)))).toBe('taken');
    expect(refusal(`"${'['.repeat(1000)}`)).toMatch('not JSON');
  });

  test('refuses length', () => {
    expect(refusal(`"${'x'.repeat(2 ** 24)}"`)).toBe(
      'f.json: 16777218 characters of JSON, more than 16777216',
    );
  });

  test('refuses keys that stand twice in one object, not equal keys of several', () => {
    expect(refusal('{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}')).toBe('taken');
    expect(refusal('{"b":{"x":"a","a":"x"},"a":"a"}')).toBe('taken');
    expect(refusal('{"a":"\\"a\\":1,\\\\","b":{"k":1 , "k" :2}}')).toBe('f.json: names "k" twice');
    expect(refusal('[{"a:{":[],"b":0,"a:{":0}]')).toBe('f.json: names "a:{" twice');
    expect(refusal('{"a":1,"\\u0061":2}')).toBe('f.json: names "a" twice');
    expect(refusal(JSON.stringify({ long: 'x'.repeat(1e7), b: 1 }))).toBe('taken');
  });

  test('refuses __proto__, however it is spelled', () => {
    for (const key of ['"__proto__"', '"\\u005f_proto__"']) {
      expect(refusal(`{"a":[{${key}:{"steps":1}}]}`)).toBe('f.json: has a key "__proto__"');
    }
    expect(refusal('["__proto__"]')).toBe('taken');
  });
});

describe('shaped', () => {
  const shape = object({
    steps: count(1, 100),
    name: optional(text(10)),
    kind: oneOf('a', 'b'),
    sizes: list(object({ w: count(0, 9), on: flag }), 1, 3),
  });
  const good = { steps: 3, kind: 'b', sizes: [{ w: 0, on: true }] };
  const fault = (change: object): string => {
    try {
      shaped({ ...good, ...change }, shape, 'f.json');
    } catch (error) {
      return (error as Error).message.split('\n')[0];
    }
    return '';
  };

  test('names the path of what is not so', () => {
    expect(shaped(good, shape, 'f.json')).toEqual(good);
    expect(fault({ steps: 3.5 })).toBe(
      'f.json: steps is 3.5; expected a whole number from 1 to 100',
    );
    expect(fault({ steps: undefined })).toMatch('f.json: steps is missing; expected');
    expect(fault({ kind: 'c' })).toBe('f.json: kind is "c"; expected "a" or "b"');
    expect(fault({ name: 'x'.repeat(11) })).toMatch('expected a text of at most 10 characters');
    expect(
      fault({
        sizes: [
          { w: 1, on: true },
          { w: 10, on: true },
        ],
      }),
    ).toMatch('f.json: sizes[1].w is 10');
    expect(fault({ sizes: [{ w: 1, on: 1 }] })).toMatch('f.json: sizes[0].on is 1; expected true');
    expect(fault({ sizes: [] })).toBe('f.json: sizes is []; expected a list of 1 to 3 entries');
    expect(fault({ constructor: 1 })).toMatch(
      'f.json: there is no "constructor"; there are steps,',
    );
    expect(() => shaped(null, shape, 'f.json')).toThrow(
      'f.json: the value is null; expected an object',
    );
  });
});

describe('words of strangers', () => {
  test('are cut and cannot act on a terminal', () => {
    expect(quote('a\u001b[2Jb\nc')).toBe('"a\\u001b[2Jb\\nc"');
    expect(quote('\u009b31m\u202ex')).toBe('"\\u009b31m\\u202ex"');
    expect(quote('x'.repeat(5e6)).length).toBeLessThan(100);
    expect(quote(Array.from({ length: 1e5 }, () => 1)).length).toBeLessThan(100);
    const ring: unknown[] = [];
    ring.push(ring);
    expect(quote([1n])).toBe('1');
    expect(quote(ring)).toBe('');
    expect(quote(undefined)).toBe('undefined');
    expect(printable('two\nlines\u0007')).toBe('two\nlines\\u0007');
  });

  test('neither can any message of the library', () => {
    const { message } = new ShapeError(`odd name \u001b[31m${'x'.repeat(1e6)}`);
    expect(message.length).toBeLessThan(5000);
    expect(message).toMatch('odd name \\u001b[31mxxx');
  });
});
