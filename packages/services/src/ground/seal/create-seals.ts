import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Seals } from "../../kernel/guard.ts";

/** A key under its name. The first of several seals, and every one of them opens what it sealed. */
export type SealKey = { readonly id: string; readonly key: Uint8Array };

const version = "s1";
const cipherName = "aes-256-gcm";

/** Seals the secrets of webhooks under a key that is neither in the database nor in its backup ([WH7]). */
export function createSeals([present, ...before]: readonly [SealKey, ...SealKey[]]): Seals {
  const derive = ({ id, key }: SealKey) =>
    [id, Buffer.from(hkdfSync("sha256", key, "lilink", "lilink webhook seal", 32))] as const;
  const keys = new Map([...before.map(derive), derive(present)]);
  const mark = `${version}.${present.id}.`;
  return {
    mark,
    seal: (secret, endpointId) => {
      const iv = randomBytes(12);
      const key = keys.get(present.id) as Buffer;
      const cipher = createCipheriv(cipherName, key, iv).setAAD(Buffer.from(endpointId));
      const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return mark + [iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url")).join(".");
    },
    open: (sealed, endpointId) => {
      const [, id = "", ...parts] = sealed.split(".");
      const [iv, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
      const key = keys.get(id);
      if (!key || !iv || !tag || !body) return null;
      try {
        const decipher = createDecipheriv(cipherName, key, iv, { authTagLength: 16 })
          .setAAD(Buffer.from(endpointId))
          .setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
