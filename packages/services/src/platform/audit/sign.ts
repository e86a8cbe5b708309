import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { readFileSync } from "node:fs";

/** Signs checkpoints and exports with the key of the installation; the public half may be known to all. */
export type Signer = {
  readonly publicKey: string;
  readonly sign: (text: string) => string;
};

/** The signer of a key file: an Ed25519 private key as PEM. Throws with one line where it is none. */
export function readSigner(file: string): Signer {
  const key = createPrivateKey(readFileSync(file, "utf8"));
  return toSigner(requireEd25519(key, file));
}

/** A signer of a new key; for tests and for whoever keeps keys elsewhere. */
export function makeSigner(): Signer {
  return toSigner(generateKeyPairSync("ed25519").privateKey);
}

/** Whether a signature in base64 is the key's over the text. */
export function isSigned(publicKey: KeyObject, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64"));
}

/** A public key from PEM; a private one is taken for its public half. */
export function readPublicKey(pem: string): KeyObject {
  return requireEd25519(createPublicKey(pem), "the public key");
}

export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function toSigner(key: KeyObject): Signer {
  return {
    publicKey: createPublicKey(key).export({ type: "spki", format: "pem" }).toString(),
    sign: (text) => sign(null, Buffer.from(text), key).toString("base64"),
  };
}

function requireEd25519(key: KeyObject, name: string): KeyObject {
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`${name} holds no Ed25519 key`);
  return key;
}
