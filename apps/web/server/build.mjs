// The services and what calls them in one file, as the web server loads it: once for all its routes, outside the build of its pages.
import { execFileSync } from "node:child_process";
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
  // With a single character beyond Latin-1 in it, a process would hold the text in two bytes a character.
  charset: "ascii",
  legalComments: "none",
  alias: { "@node-rs/jieba/dict": "@node-rs/jieba/dict.js" },
  external: ["@node-rs/argon2", "@node-rs/jieba", "pg", "pg-native"],
  define: { "import.meta.url": "here" },
  banner: { js: 'const here = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
});

// With the flags of the web server: V8 takes what it made under the same flags alone.
execFileSync(process.execPath, ["--max-semi-space-size=32", "server/keep.cjs"], { stdio: "inherit" });
