import { createHash, randomBytes } from "node:crypto";

/** A secret to hand out once: 24 random bytes behind a prefix that names its use. */
export function mintToken(prefix = ""): string {
  return prefix + randomBytes(24).toString("base64url");
}

/** What is kept of a secret. It is random, so a plain digest is enough and can be looked up. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
