import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { copyNewFiles } from "./pool.ts";

/** In the data folder, since the first backup: where its files are copied to. A restored folder is without it. */
export const PLACE_FILE = "backup.json";

const EVERY_MS = 10_000;

/** Copies new files to the backup folder every ten seconds, from the first backup on; a fault is said when it changes. */
export function followFiles(given: {
  readonly dataDir: string;
  readonly now: () => Date;
  readonly say: (line: string) => void;
}): { stop(): void } {
  let said = "";
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      const backupDir = findPlace(given.dataDir);
      if (backupDir) await copyNewFiles(given.dataDir, backupDir, given.now());
      said = "";
    } catch (error) {
      const line = `files are not copied to the backup: ${error instanceof Error ? error.message : error}`;
      if (line !== said) given.say(line);
      said = line;
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function findPlace(dataDir: string): string | undefined {
  try {
    const { backupDir } = JSON.parse(readFileSync(join(dataDir, PLACE_FILE), "utf8")) as {
      backupDir: string;
    };
    return resolve(dataDir, backupDir);
  } catch {
    return undefined;
  }
}
