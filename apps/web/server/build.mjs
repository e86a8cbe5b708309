// The services and what calls them in one file, as the web server loads it: once for all its routes, outside the build of its pages.
import { build } from "esbuild";

await build({
  stdin: {
    contents: 'export * as api from "@lilink/api"; export * as services from "@lilink/services";',
    resolveDir: "../../packages/api",
  },
  outfile: "server/dist/all.cjs",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  charset: "utf8",
  legalComments: "none",
  alias: { "@node-rs/jieba/dict": "@node-rs/jieba/dict.js" },
  external: ["@node-rs/argon2", "@node-rs/jieba", "pg", "pg-native"],
  define: { "import.meta.url": "here" },
  banner: { js: 'const here = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
});
