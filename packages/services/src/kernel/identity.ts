import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { FactorDemand, PasswordProfile } from "@lilink/model/identity";

/** A keyed digest of a text. */
export type Mark = (text: string) => string;

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
  /** Proves to the database which secret this process knows. [ID11] */
  readonly prove: Mark;
  /** Marks for whom a live event is. Null in a process without the secret: the database does it there. [PL14] */
  readonly hint: Mark | null;
  /** Says later that this text left one of our processes as it stands. */
  readonly mark: (text: string) => string;
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
  const markKey = keyFor("mark");
  const proofKey = proofKeyOf(authSecret);
  const hmac: Mark = (text) => createHmac("sha256", proofKey).update(text).digest("hex");
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
    prove: hmac,
    hint: hmac,
    mark: (text) => createHmac("sha256", markKey).update(text).digest("base64url").slice(0, 22),
  };
}

function proofKeyOf(authSecret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", authSecret, "lilink", "lilink proof", 32));
}

/** The halves of the HMAC by which the database checks a proof: its key, filled up to a block, once with each pad (RFC 2104). */
export function proofPadsOf(authSecret: string): { readonly inner: string; readonly outer: string } {
  const key = Buffer.concat([proofKeyOf(authSecret), Buffer.alloc(32)]);
  const padded = (pad: number) => Buffer.from(key.map((byte) => byte ^ pad)).toString("hex");
  return { inner: padded(0x36), outer: padded(0x5c) };
}

function nothing(): never {
  throw new Error("this process proves nobody's identity");
}

const ownKey = randomBytes(32);

/** For a process in which nobody signs in. What it marks, it alone knows again. */
export const noIdentity: Identity = {
  passwordProfile: "asvs",
  factorDemand: "nobody",
  publicUrl: "http://localhost",
  seal: nothing,
  unseal: nothing,
  digest: nothing,
  prove: nothing,
  hint: null,
  mark: (text) => createHmac("sha256", ownKey).update(text).digest("base64url").slice(0, 22),
};
