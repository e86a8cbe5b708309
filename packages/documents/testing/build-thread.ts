import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Bundles a thread as the worker's own build does, since Node runs no TypeScript in a thread. */
export async function buildThread(entry: URL): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), "lilink-thread-"));
  const outfile = join(folder, "thread.mjs");
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
    banner: {
      js: 'import { createRequire as toRequire } from "node:module"; const require = toRequire(import.meta.url);',
    },
  });
  return pathToFileURL(outfile);
}
