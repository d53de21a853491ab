// Types that public functions take and no entry point exports, mostly the options of one function. The API
// reference shows them on pages of their own, since whoever reads it wants to know the options.
import ts from 'typescript';
import type { PublicFace } from './public-names.ts';

/** A type by the namespace whose function takes it. */
export interface OptionType {
  readonly space: string;
  readonly name: string;
  /** The file that declares it. */
  readonly file: string;
}

/** Those types, and the types that they are made of, in the sources below a folder. */
export function optionTypes({ names, checker }: PublicFace, folder: string): OptionType[] {
  const found = new Map<ts.Symbol, OptionType>();
  const known = new Set(names.map(({ symbol }) => symbol));
  const visit = (node: ts.Node, space: string): void => {
    // what a function does inside, and what it returns, is not what it takes
    if (ts.isBlock(node)) return;
    if (ts.isFunctionLike(node)) {
      for (const { type } of node.parameters) if (type) visit(type, space);
      return;
    }
    const named = ts.isTypeReferenceNode(node) ? node.typeName : undefined;
    const at = ts.isExpressionWithTypeArguments(node) ? node.expression : named;
    if (at) add(at, space);
    ts.forEachChild(node, (child) => visit(child, space));
  };
  const add = (at: ts.Node, space: string): void => {
    const local = checker.getSymbolAtLocation(at);
    const alias = local && local.flags & ts.SymbolFlags.Alias;
    const symbol = alias ? checker.getAliasedSymbol(local) : local;
    const [declaration] = symbol?.declarations ?? [];
    if (!symbol || !declaration || known.has(symbol) || found.has(symbol)) return;
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isTypeAliasDeclaration(declaration)) return;
    const exported = declaration.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
    const file = declaration.getSourceFile().fileName;
    if (!exported || !file.startsWith(folder)) return;
    found.set(symbol, { space, name: symbol.name, file });
    visit(declaration, space);
  };
  for (const { space, symbol } of names) {
    for (const declaration of symbol.declarations ?? []) visit(declaration, space);
  }
  return [...found.values()];
}

/** Modules that export such types: their texts by name, `index` with a namespace for each space. */
export function modulesOf(types: readonly OptionType[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { space: entry, name, file } of types) {
    const space = entry === 'index' ? 'wgrad' : entry;
    const line = `export type { ${name} } from ${JSON.stringify(file)};\n`;
    texts.set(space, (texts.get(space) ?? '') + line);
  }
  const title = (space: string): string => `/** What functions of \`${space}\` take. */`;
  const index = [...texts.keys()].map(
    (space) => `${title(space)}\nexport * as ${space.replaceAll('.', '_')} from './${space}.ts';\n`,
  );
  const head = `/**
 * Types that functions of wgrad take and that cannot be imported, mostly options:
 * \`Parameters<typeof f>\` names them.
 * @module options
 */
`;
  return texts.set('index', head + index.join(''));
}
