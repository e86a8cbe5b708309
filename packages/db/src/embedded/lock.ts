import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedError } from "./error.ts";

export const LOCK_FILE = "lilink.lock";

export type Lock = { release(): void };

/** Takes the data folder for this process, or says in one line who has it. */
export function takeLock(dataDir: string): Lock {
  const path = join(dataDir, LOCK_FILE);
  const mine = JSON.stringify({ pid: process.pid, born: findBirth(process.pid) });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o644 });
  try {
    if (!tryLink(draft, path)) {
      setAsideStaleLock(path, dataDir);
      if (!tryLink(draft, path)) throw inUse(dataDir, path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (readText(path) === mine) rmSync(path, { force: true });
    },
  };
}

function setAsideStaleLock(path: string, dataDir: string): void {
  const seen = readText(path);
  if (seen === undefined) return;
  if (isAlive(seen)) throw inUse(dataDir, path);
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  // Between reading and renaming another start may have taken the folder: then its lock goes back.
  if (readText(aside) !== seen) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isAlive(text: string): boolean {
  const holder = parseHolder(text);
  if (holder === undefined) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return holder.born === findBirth(holder.pid);
}

function parseHolder(text: string): { pid: number; born: string } | undefined {
  try {
    return JSON.parse(text) as { pid: number; born: string };
  } catch {
    return undefined;
  }
}

// A process number is used again after a while; on Linux its start time tells the two apart.
function findBirth(pid: number): string {
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function inUse(dataDir: string, path: string): EmbeddedError {
  const pid = parseHolder(readText(path) ?? "")?.pid ?? "unknown";
  return new EmbeddedError(
    "data-folder-in-use",
    `The data folder ${dataDir} is in use by another start (process ${pid}): stop that one, or set DATA_DIR to another folder.`,
  );
}
