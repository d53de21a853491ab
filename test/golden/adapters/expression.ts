// Python expressions of tensors, such as '(torch.tanh(x @ w.t() + b) ** 2).sum()', as functions of their
// variables: a parser by precedence climbing that evaluates as it goes. Functions and methods are those of
// the table of PyTorch's functions; anything else is unsupported.
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';
import { call } from './torch-call.ts';
import { torchFunction } from './torch-functions.ts';
import { index } from './torch-index.ts';

type Value = Tensor | number | boolean | null | string | readonly Value[];
type Variables = Readonly<Record<string, Tensor>>;

const constants: Readonly<Record<string, Value>> = { True: true, False: false, None: null };
const token =
  /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)|([A-Za-z_]\w*)|'([^']*)'|(\*\*|\/\/|[<>!=]=|\.\.\.|[-+*/@(),.=[\]:<>]))/y;

interface Token {
  readonly kind: 'number' | 'name' | 'text' | 'sign';
  readonly text: string;
}

function tokensOf(source: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < source.trimEnd().length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (!match) throw new Unsupported(`the expression ${source} (at ${source.slice(at).trim()})`);
    const [, number, name, text, sign] = match;
    if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else if (text !== undefined) found.push({ kind: 'text', text });
    else found.push({ kind: 'sign', text: sign });
  }
  return found;
}

type Binary = (a: Tensor | number, b: Tensor | number) => Tensor;
const binaries: Readonly<Record<string, readonly [level: number, apply: Binary]>> = {
  '<': [1, ops.less],
  '<=': [1, ops.lessEqual],
  '>': [1, ops.greater],
  '>=': [1, ops.greaterEqual],
  '==': [1, ops.equal],
  '!=': [1, ops.notEqual],
  '+': [2, ops.add],
  '-': [2, ops.sub],
  '*': [3, ops.mul],
  '/': [3, ops.div],
  '//': [3, ops.floorDiv],
  '@': [3, ops.matmul],
  '**': [5, ops.pow],
};
const onNumbers: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '//': (a, b) => Math.floor(a / b),
  '**': (a, b) => a ** b,
};
const unaryLevel = 4; // between products and powers: -x ** 2 is -(x ** 2)

function combine(sign: string, a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && sign in onNumbers) {
    return onNumbers[sign](a, b);
  }
  return binaries[sign][1](a as Tensor | number, b as Tensor | number);
}

const integers = (v: Value): boolean =>
  Array.isArray(v) ? v.every(integers) : Number.isInteger(v);

// torch.tensor([1, 0, 2]) holds integers
function literal(values: Value): Tensor {
  const t = ops.tensor(values as number[]);
  return integers(values) ? ops.cast(t, 'i32') : t;
}

// one part of x[...]: a list of positions is a tensor of them
function part(value: Value): ops.IndexPart {
  if (value === null || typeof value === 'number') return value;
  const positions = Array.isArray(value) ? literal(value) : value;
  if (!(positions instanceof Tensor) || positions.isFloat || positions.dtype === 'bool') {
    throw new Unsupported(`the index ${JSON.stringify(value)}`);
  }
  return positions;
}

// torch.ones(2, 3) and torch.ones([2, 3])
const filled: Readonly<Record<string, number>> = { 'torch.ones': 1, 'torch.zeros': 0 };

function callFunction(name: string, args: Value[], kwargs: Record<string, Value>): Value {
  if (name === 'torch.tensor') return literal(args[0]);
  if (name in filled && Object.keys(kwargs).length === 0) {
    return ops.full((Array.isArray(args[0]) ? args[0] : args) as number[], filled[name]);
  }
  const definition = torchFunction(name);
  if (!definition) throw new Unsupported(`the function ${name}`);
  const out = call(name, definition, args, kwargs);
  if (!(out instanceof Tensor)) throw new Unsupported(`${name} with several results`);
  return out;
}

function evaluate(source: string, variables: Variables): Value {
  const tokens = tokensOf(source);
  let at = 0;
  const peek = (sign: string): boolean => tokens[at]?.kind === 'sign' && tokens[at].text === sign;
  const take = (sign: string): boolean => peek(sign) && ++at > 0;
  const expect = (sign: string): void => {
    if (!take(sign)) throw new Unsupported(`the expression ${source} (no ${sign})`);
  };
  const nameAt = (): string => {
    if (tokens[at]?.kind !== 'name') throw new Unsupported(`the expression ${source}`);
    return tokens[at++].text;
  };

  // values separated by commas up to a closing sign, and those given by name
  function list(close: string): { args: Value[]; kwargs: Record<string, Value>; comma: boolean } {
    const args: Value[] = [];
    const kwargs: Record<string, Value> = {};
    let comma = false;
    while (!take(close)) {
      const named = tokens[at]?.kind === 'name' && tokens[at + 1]?.text === '=';
      if (named) {
        const key = nameAt();
        at++;
        kwargs[key] = expression(0);
      } else args.push(expression(0));
      if (take(',')) comma = true;
      else if (!peek(close)) expect(close);
    }
    return { args, kwargs, comma };
  }

  function atom(): Value {
    if (take('(')) {
      const { args, comma } = list(')');
      return comma || args.length === 0 ? args : args[0];
    }
    if (take('[')) return list(']').args;
    const kind = tokens[at]?.kind;
    if (kind === 'number') return Number(tokens[at++].text);
    if (kind === 'text') return tokens[at++].text;
    let name = nameAt();
    if (Object.hasOwn(variables, name)) return variables[name];
    if (Object.hasOwn(constants, name)) return constants[name];
    // a function: 'torch.sum', 'F.relu', or just 'tanh'
    while (take('.')) name += `.${nameAt()}`;
    expect('(');
    const { args, kwargs } = list(')');
    return callFunction(name.includes('.') ? name : `F.${name}`, args, kwargs);
  }

  // parts of x[...]: numbers, slices, '...' and None
  function subscript(): ops.IndexPart[] {
    const parts: ops.IndexPart[] = [];
    while (!take(']')) {
      if (take('...')) parts.push('...');
      else {
        const bounds: (number | undefined)[] = [undefined];
        let colons = 0;
        while (!peek(',') && !peek(']')) {
          if (take(':')) bounds[++colons] = undefined;
          else bounds[colons] = expression(0) as number; // or a list, where there is no colon
        }
        const [start, stop, step] = bounds;
        parts.push(colons === 0 ? part(start ?? null) : { start, stop, step });
      }
      if (!take(',') && !peek(']')) expect(']');
    }
    return parts;
  }

  function postfix(): Value {
    let value = atom();
    for (;;) {
      if (take('.')) {
        const name = nameAt();
        if (name === 'shape') value = [...(value as Tensor).shape];
        else if (name === 'T') value = ops.transpose(value as Tensor);
        else {
          expect('(');
          const { args, kwargs } = list(')');
          if (name === 'numel' || name === 'dim') {
            value = name === 'numel' ? (value as Tensor).size : (value as Tensor).rank;
          } else value = callFunction(`Tensor.${name}`, [value, ...args], kwargs);
        }
      } else if (peek('[') && Array.isArray(value)) {
        at++;
        value = (value as Value[]).at(list(']').args[0] as number) as Value;
      } else if (peek('[') && value instanceof Tensor) {
        at++;
        value = index(value, subscript());
      } else return value;
    }
  }

  function expression(level: number): Value {
    let value: Value;
    if (take('-')) value = combine('*', expression(unaryLevel), -1);
    else value = postfix();
    for (;;) {
      const sign = tokens[at]?.kind === 'sign' ? tokens[at].text : '';
      const found = binaries[sign];
      if (!found || found[0] < level) return value;
      at++;
      // a power takes the power to its right, a product does not
      value = combine(sign, value, expression(sign === '**' ? unaryLevel : found[0] + 1));
    }
  }

  const value = expression(0);
  if (at < tokens.length)
    throw new Unsupported(`the expression ${source} (after ${tokens[at].text})`);
  return value;
}

/** The function of its variables that a Python expression is. @throws Unsupported when called */
export const expressionOf =
  (source: string) =>
  (variables: Variables): Tensor => {
    const value = evaluate(source, variables);
    if (!(value instanceof Tensor)) throw new Unsupported(`the expression ${source} is no tensor`);
    return value;
  };
