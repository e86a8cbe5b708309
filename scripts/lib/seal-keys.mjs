import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "./say.mjs";

const LINE = /^[\w-]{1,20}:[A-Za-z0-9+/]{43}=$/;

/**
 * The keys that seal secrets in the database: of a file that the operator keeps, one `id:base64` a line, the present one first;
 * else one made of the AUTH_SECRET that he sets; else one that is made once in the data folder and is in no backup.
 */
export function findSealKeys({ env, dataDir }) {
  if (env.SEAL_KEYS) return env.SEAL_KEYS;
  if (env.SEAL_KEY_FILE) return readKeys(env.SEAL_KEY_FILE);
  if (env.AUTH_SECRET)
    return toLine(Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "lilink", "lilink seal key", 32)));
  const file = join(dataDir, "seal.key");
  if (!existsSync(file)) writeFileSync(file, `${toLine(randomBytes(32))}\n`, { mode: 0o600, flag: "wx" });
  return readKeys(file);
}

function toLine(key) {
  return `${createHash("sha256").update(key).digest("hex").slice(0, 8)}:${key.toString("base64")}`;
}

function readKeys(file) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0 || !lines.every((line) => LINE.test(line)))
    refuse(`${file} must hold lines of id:base64, each of 32 bytes.`);
  return lines.join(",");
}
