// A large built file keeps beside it what V8 made of it, so that a start need not read its whole text again. V8 refuses what another
// version or other flags made; the file then runs from its text alone.
const { existsSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { dirname } = require("node:path");
const { constants, Script } = require("node:vm");

const toKept = (file) => `${file}.kept`;

function compile(file, cachedData) {
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  return new Script(wrap(readFileSync(file, "utf8")), {
    filename: file,
    cachedData,
    importModuleDynamically,
  });
}

function run(script, file) {
  const module = { exports: {} };
  script
    .runInThisContext()
    .call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

const loaded = new Map();

/** Runs a file as `require` would: once. */
exports.loadCached = (file) => {
  if (!loaded.has(file)) {
    const kept = toKept(file);
    loaded.set(file, run(compile(file, existsSync(kept) ? readFileSync(kept) : undefined), file));
  }
  return loaded.get(file);
};

/** Runs it once and keeps what V8 made of it, for the next start with the same flags. */
exports.keepCompiled = (file) => {
  rmSync(toKept(file), { force: true });
  const script = compile(file);
  run(script, file);
  writeFileSync(toKept(file), script.createCachedData());
};
