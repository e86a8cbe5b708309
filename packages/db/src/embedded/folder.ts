import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ServerAccount } from "./account.ts";
import type { Binaries } from "./binary.ts";
import { COMPLETE_MARK, createCluster } from "./cluster.ts";
import { EmbeddedError } from "./error.ts";
import { findSecrets, makeSecrets, type Secrets, saveSecrets } from "./secret.ts";

type Opening = {
  readonly dataDir: string;
  readonly account: ServerAccount;
  readonly binaries: Binaries;
  readonly say: (line: string) => void;
};

/** Finds the finished cluster of a data folder, or makes it beside its place and moves it there whole. */
export async function openDataFolder({ dataDir, account, binaries, say }: Opening): Promise<Secrets> {
  const folder = join(dataDir, "postgres");
  const making = join(dataDir, "postgres.making");
  if (existsSync(making)) {
    say(
      `An earlier start was interrupted while it made ${folder}; nothing was stored yet, so it starts over.`,
    );
    rmSync(making, { recursive: true });
  }
  if (existsSync(join(dataDir, "postgres.restoring"))) throw halfMade(join(dataDir, "postgres.restoring"));
  const known = findSecrets(dataDir);
  if (isTaken(folder)) {
    if (!existsSync(join(folder, COMPLETE_MARK)) || !existsSync(join(folder, "PG_VERSION"))) {
      throw halfMade(folder);
    }
    if (known !== undefined) return known;
    throw new EmbeddedError(
      "secrets-missing",
      `${dataDir}/secrets.json is missing, and without its passwords ${folder} cannot be opened: put the file back from a backup.`,
    );
  }
  const secrets = known ?? makeSecrets();
  if (known === undefined) saveSecrets(dataDir, secrets);
  await createCluster({ folder: making, secrets, account, binaries, durable: true });
  renameSync(making, folder);
  return secrets;
}

function isTaken(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  const us = process.getuid?.();
  if (us !== undefined && us !== 0 && us !== stat.uid) {
    throw new EmbeddedError(
      "data-folder-unreachable",
      `${folder} was made by another account (number ${stat.uid}): start as that account or as root, or set DATA_DIR to another folder.`,
    );
  }
  if (!stat.isDirectory() || readdirSync(folder).length > 0) return true;
  rmdirSync(folder);
  return false;
}

function halfMade(folder: string): EmbeddedError {
  return new EmbeddedError(
    "data-folder-half-made",
    `${folder} is not a finished database (its making or copying was cut short); nothing was changed: restore it from a backup, or move it away to begin with an empty one.`,
  );
}
