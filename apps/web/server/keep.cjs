// Run by the build: the next starts of the web server read what V8 made of its program here.
const { resolve } = require("node:path");
const { keepCompiled } = require("../../../scripts/lib/load-cached.cjs");

keepCompiled(resolve(__dirname, "dist/all.cjs"));
process.exit();
