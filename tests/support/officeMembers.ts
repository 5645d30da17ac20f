import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");

/** The TypeScript files below some folders of the repository, by their paths from its root. */
export function sourcesBelow(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  );
}

/** Packages through whose types an object of Excel may pass on its way: a hook of React keeps what it is given. */
const MAY_CARRY = /^(\.|react($|\/))/;

/**
 * What the compiler reads: our own files and the packages that may carry objects of Excel. The types of all other packages,
 * most of what there is to read, can name no member of Excel.
 */
function hostWithoutOthers(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return Object.assign(host, {
    resolveModuleNameLiterals: (literals, file, redirected, own) =>
      literals.map(({ text }) =>
        MAY_CARRY.test(text) || file.includes("node_modules")
          ? ts.resolveModuleName(text, file, own, host, undefined, redirected)
          : { resolvedModule: undefined },
      ),
  } satisfies Partial<ts.CompilerHost>);
}

/**
 * The members of Microsoft's Excel classes that source files use, as "Range.values", with the files that use each. Found by
 * the types, so that neither names of variables nor destructuring hide a use.
 */
export function excelMembersUsed(files: readonly string[]): Map<string, Set<string>> {
  const config = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const wanted = { ...options, noEmit: true, types: ["jest", "office-js"] };
  const program = ts.createProgram(
    files.map((file) => join(ROOT, file)),
    wanted,
    hostWithoutOthers(wanted),
  );
  const checker = program.getTypeChecker();
  const found = new Map<string, Set<string>>();
  for (const file of files) {
    const source = program.getSourceFile(join(ROOT, file));
    if (!source) throw new Error(`not read: ${file}`);
    const visit = (node: ts.Node): void => {
      for (const member of [memberOf(checker, node), ...loadedBy(checker, node)]) {
        if (member) found.set(member, (found.get(member) ?? new Set()).add(file));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function memberOf(checker: ts.TypeChecker, node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return named(checker.getSymbolAtLocation(node.name));
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    if (!ts.isIdentifier(name)) return undefined;
    return named(checker.getTypeAtLocation(node.parent).getProperty(name.text));
  }
  return undefined;
}

/** What load("address,items/name") names: each part of each path is a property. */
function loadedBy(checker: ts.TypeChecker, node: ts.Node): (string | undefined)[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const [paths] = node.arguments;
  if (node.expression.name.text !== "load" || !paths || !ts.isStringLiteral(paths)) return [];
  const start = checker.getTypeAtLocation(node.expression.expression);
  return paths.text.split(",").flatMap((path) => {
    const members: (string | undefined)[] = [];
    let type: ts.Type | undefined = start;
    for (const part of path.trim().split("/")) {
      const property: ts.Symbol | undefined = type?.getProperty(part);
      members.push(named(property));
      const of: ts.Type | undefined = property && checker.getTypeOfSymbolAtLocation(property, node);
      type = of && (checker.getIndexTypeOfType(of, ts.IndexKind.Number) ?? of);
    }
    return members;
  });
}

/** "Class.member" for a member of a class of the Excel namespace of @types/office-js. */
function named(symbol: ts.Symbol | undefined): string | undefined {
  const declaration = symbol?.declarations?.find((one) =>
    /@types[\\/]office-js/.test(one.getSourceFile().fileName),
  );
  const owner = declaration?.parent;
  if (!declaration || !owner || !ts.isClassDeclaration(owner) || !owner.name || !symbol) return undefined;
  const namespace = owner.parent.parent;
  const isExcel = ts.isModuleDeclaration(namespace) && namespace.name.text === "Excel";
  return isExcel ? `${owner.name.text}.${symbol.name}` : undefined;
}
