import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Where the key lies that signs the audit. An operator keeps it and names it; else it is made once in the data folder, for the
 * account that runs the product alone. Its public half is written beside the data for whoever verifies.
 */
export function publishAuditKey({ env, dataDir }) {
  const file = env.AUDIT_KEY_FILE || join(dataDir, "audit.key");
  if (!env.AUDIT_KEY_FILE && !existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  }
  const key = createPublicKey(createPrivateKey(readFileSync(file, "utf8")));
  writeFileSync(join(dataDir, "audit.pub"), key.export({ type: "spki", format: "pem" }), { mode: 0o644 });
  return file;
}
