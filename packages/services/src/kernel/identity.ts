import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { FactorDemand, PasswordProfile } from "@lilink/model/identity";

/** How a process proves who somebody is. The worker has no secret, so it can decrypt nothing here. */
export type Identity = {
  readonly passwordProfile: PasswordProfile;
  readonly factorDemand: FactorDemand;
  /** The address that people use. Passkeys are bound to its host. */
  readonly publicUrl: string;
  /** Encrypts for one owner. It does not decrypt for another. */
  readonly seal: (text: string, owner: string) => string;
  readonly unseal: (sealed: string, owner: string) => string;
  /** A keyed digest: somebody who has only the database cannot test codes against it. */
  readonly digest: (text: string) => string;
};

export type IdentitySettings = {
  readonly authSecret: string;
  readonly publicUrl: string;
  readonly passwordProfile: PasswordProfile;
  readonly factorDemand: FactorDemand;
};

const version = "1";

/** Derives the keys from AUTH_SECRET. A new secret makes every stored factor unusable. [ID1] */
export function createIdentity({
  authSecret,
  publicUrl,
  passwordProfile,
  factorDemand,
}: IdentitySettings): Identity {
  const keyFor = (use: string) => Buffer.from(hkdfSync("sha256", authSecret, "lilink", `lilink ${use}`, 32));
  const sealKey = keyFor("factor seal");
  const digestKey = keyFor("recovery digest");
  return {
    publicUrl,
    passwordProfile,
    factorDemand,
    seal: (text, owner) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealKey, iv).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [version, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(
        ".",
      );
    },
    unseal: (sealed, owner) => {
      const [iv, tag, body] = sealed
        .split(".")
        .slice(1)
        .map((part) => Buffer.from(part, "base64url"));
      if (!iv || !tag || !body) throw new Error("what was sealed is cut");
      const decipher = createDecipheriv("aes-256-gcm", sealKey, iv)
        .setAAD(Buffer.from(owner))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
    digest: (text) => createHmac("sha256", digestKey).update(text).digest("hex"),
  };
}

function nothing(): never {
  throw new Error("this process proves nobody's identity");
}

/** For a process in which nobody signs in. */
export const noIdentity: Identity = {
  passwordProfile: "asvs",
  factorDemand: "nobody",
  publicUrl: "http://localhost",
  seal: nothing,
  unseal: nothing,
  digest: nothing,
};
