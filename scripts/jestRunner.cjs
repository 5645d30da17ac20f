const vm = require("node:vm");
const circus = require("jest-circus/runner");

/*
 * Jest's own runner of test files, with each module compiled once in a process and not once for every test file: a script is
 * run anew in the realm of each file, so that files share no objects, but V8 has read and compiled it already.
 */

const { compileFunction } = vm;
/** What has been compiled, by the file it comes from. */
const compiled = new Map();
/** What is counted of a run has to begin where the file begins. */
let isCounted = false;

function compileOnce(code, parameters, options) {
  const { filename, parsingContext } = options ?? {};
  if (isCounted || !parsingContext || !filename || code.includes("import("))
    return compileFunction(code, parameters, options);
  const known = compiled.get(filename);
  if (known?.code === code) return known.script.runInContext(parsingContext);
  const head = `(function (${parameters.join(",")}) {`;
  const script = new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length });
  compiled.set(filename, { code, script });
  return script.runInContext(parsingContext);
}

module.exports = (globalConfig, ...rest) => {
  isCounted = globalConfig.collectCoverage;
  vm.compileFunction = compileOnce;
  return circus.default(globalConfig, ...rest);
};
