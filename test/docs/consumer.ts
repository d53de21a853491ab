// A library built on wgrad that publishes declarations: the types of what it exports are written out, and
// TypeScript refuses those that no entry point names (TS2742, TS4023).
import ts from 'typescript';

// How many arguments a call needs; a rest parameter may be a tuple.
function needed(checker: ts.TypeChecker, signature: ts.Signature): number {
  return signature.parameters
    .map((p) => {
      const node = p.valueDeclaration;
      if (!node || !ts.isParameter(node)) return 0;
      if (!node.dotDotDotToken) return node.questionToken || node.initializer ? 0 : 1;
      const type = checker.getTypeOfSymbol(p);
      return checker.isTupleType(type) ? (type as ts.TupleTypeReference).target.minLength : 0;
    })
    .reduce((sum, n) => sum + n, 0);
}

/**
 * A module that exports the result of every function of the entries (by name) and of every method of those
 * results. `options` resolve the package from `file`, which does not have to exist.
 */
export function consumerOf(
  file: string,
  entries: readonly string[],
  options: ts.CompilerOptions,
): string {
  const head = entries.map((name, i) => `import * as e${i} from '${name}';`).join('\n');
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...others) =>
    name === file
      ? ts.createSourceFile(name, head, ts.ScriptTarget.ES2022, true)
      : getSourceFile(name, ...others);
  const program = ts.createProgram([file], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file) as ts.SourceFile;
  const called = (f: string, signature: ts.Signature): string =>
    `await ${f}(${Array(needed(checker, signature)).fill('a').join(', ')})`;
  const lines: string[] = [];
  const methods = (of: string, type: ts.Type): void => {
    if (/^(Tensor|Backend)$/.test(type.symbol?.name ?? '')) return;
    for (const property of type.getApparentProperties()) {
      const from = property.valueDeclaration?.getSourceFile();
      if (!from || program.isSourceFileDefaultLibrary(from)) continue;
      const [signature] = checker.getTypeOfSymbol(property).getCallSignatures();
      if (!signature) continue;
      lines.push(`export const r${lines.length} = ${called(`${of}.${property.name}`, signature)};`);
    }
  };
  for (const [i, statement] of source.statements.filter(ts.isImportDeclaration).entries()) {
    const module = checker.getSymbolAtLocation(statement.moduleSpecifier);
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const [signature] = checker.getTypeOfSymbol(exported).getCallSignatures();
      if (!signature) continue;
      const result = `r${lines.length}`;
      lines.push(`export const ${result} = ${called(`e${i}.${exported.name}`, signature)};`);
      const type = checker.getReturnTypeOfSignature(signature);
      methods(result, checker.getAwaitedType(type) ?? type);
    }
  }
  return `${head}\ndeclare const a: any;\n${lines.join('\n')}\n`;
}

/** Exports of a module whose types a declaration cannot name, each with what TypeScript says. */
export function unnamedTypes(file: string, options: ts.CompilerOptions): string[] {
  const program = ts.createProgram([file], options);
  const source = program.getSourceFile(file) as ts.SourceFile;
  const errors = [
    ...program.getSemanticDiagnostics(source),
    ...program.getDeclarationDiagnostics(source),
  ];
  return errors.map(({ start = 0, messageText }) => {
    const { line } = source.getLineAndCharacterOfPosition(start);
    const text = source.text.split('\n')[line];
    return `${text} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
