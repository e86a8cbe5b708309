import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Made once for each data folder, kept beside the data and readable by its owner alone. */
export type Secrets = {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
  readonly authSecret: string;
};

export const SECRETS_FILE = "secrets.json";

export function makeSecrets(): Secrets {
  const word = () => randomBytes(24).toString("base64url");
  return { superuser: word(), owner: word(), app: word(), worker: word(), authSecret: word() };
}

export function findSecrets(dataDir: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(join(dataDir, SECRETS_FILE), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  return JSON.parse(text) as Secrets;
}

export function saveSecrets(dataDir: string, secrets: Secrets): void {
  const path = join(dataDir, SECRETS_FILE);
  const file = openSync(`${path}.new`, "w", 0o600);
  writeSync(file, `${JSON.stringify(secrets, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}
