import { hash, verify } from "@node-rs/argon2";

// Argon2id with the parameters of RFC 9106's second choice lowered to OWASP's floor: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let dummy: Promise<string> | undefined;

/** One system types ü as one character, another as two; a full-width keyboard makes other letters. All of them are one password. [ID6] */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Takes as long for an account that does not exist as for one whose password is wrong. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody's password");
  const stored = passwordHash ?? (await dummy);
  let right = false;
  for (const typed of formsOf(password)) right = (await verify(stored, typed)) || right;
  return right && passwordHash !== null;
}

/** How a password is hashed, and how it was before one form counted: a hash of then stays until its person makes a new one. */
function formsOf(password: string): ReadonlySet<string> {
  return new Set([password.normalize("NFKC"), password.normalize("NFC"), password]);
}
