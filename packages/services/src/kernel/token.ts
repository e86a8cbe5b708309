import { createHash, randomBytes } from "node:crypto";

/** A secret that is shown once: a prefix that names its use, and 24 random bytes. */
export function mintToken(prefix = ""): string {
  return prefix + randomBytes(24).toString("base64url");
}

/** What we store of a secret. It is random, so a plain hash is safe and can be looked up. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
