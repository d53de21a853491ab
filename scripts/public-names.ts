// The names that the entry points of a package export, by what they mean.
import { basename } from 'node:path';
import ts from 'typescript';

const options: ts.CompilerOptions = {
  allowImportingTsExtensions: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
};

/** A name as a user reaches it: of an entry ('nn'), or of a namespace in one ('optim.schedules'). */
export interface PublicName {
  readonly space: string;
  readonly name: string;
  readonly kind: 'value' | 'type';
  /** The declaration behind it, through all re-exports. */
  readonly symbol: ts.Symbol;
}

/** The names of entry points, and the checker that knows what they mean. */
export interface PublicFace {
  readonly names: readonly PublicName[];
  readonly checker: ts.TypeChecker;
}

/**
 * All names that entry points (their source files by name) export, those of namespaces within them as well. A
 * namespace that is an entry point itself is counted there only.
 */
export function publicNames(entries: Readonly<Record<string, string>>): PublicFace {
  const program = ts.createProgram(Object.values(entries), options);
  const checker = program.getTypeChecker();
  const modules = Object.entries(entries).map(([space, file]) => {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    if (!symbol) throw new Error(`${space}: ${basename(file)} is not a module`);
    return [space, symbol] as const;
  });
  const known = new Set(modules.map(([, symbol]) => symbol));
  const walk = (space: string, module: ts.Symbol): PublicName[] =>
    checker.getExportsOfModule(module).flatMap((exported): PublicName[] => {
      const { name } = exported;
      const alias = exported.flags & ts.SymbolFlags.Alias;
      const symbol = alias ? checker.getAliasedSymbol(exported) : exported;
      if (symbol.flags & ts.SymbolFlags.ValueModule) {
        return known.has(symbol) ? [] : walk(`${space}.${name}`, symbol);
      }
      const kind = symbol.flags & ts.SymbolFlags.Value ? 'value' : 'type';
      return [{ space, name, kind, symbol }];
    });
  return { names: modules.flatMap(([space, symbol]) => walk(space, symbol)), checker };
}

/**
 * What is wrong with the names: two entry points that export one name, so that a user who needs both has to
 * rename (namespaces inside of entries do not collide, since they are not imported from), and a declaration
 * with two places.
 */
export function nameFaults(names: readonly PublicName[]): string[] {
  const importable = names.filter(({ space }) => !space.includes('.'));
  const grouped = <K>(list: readonly PublicName[], key: (n: PublicName) => K): PublicName[][] => {
    const groups = new Map<K, PublicName[]>();
    for (const n of list) groups.set(key(n), [...(groups.get(key(n)) ?? []), n]);
    return [...groups.values()].filter((group) => group.length > 1);
  };
  const collisions = grouped(importable, ({ name }) => name).filter(
    (group) => new Set(group.map(({ symbol }) => symbol)).size > 1,
  );
  const shown = (group: readonly PublicName[]): string =>
    group.map(({ space, name }) => `${space}.${name}`).join(', ');
  return [
    ...collisions.map((group) => `one name, several meanings: ${shown(group)}`),
    ...grouped(names, ({ symbol }) => symbol).map((group) => `one thing, twice: ${shown(group)}`),
  ];
}
