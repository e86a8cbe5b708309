import { hash, verify } from "@node-rs/argon2";

// Argon2id with the parameters of RFC 9106's second choice lowered to OWASP's floor: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let dummy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Takes as long for an account that does not exist as for one whose password is wrong. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody's password");
  const right = await verify(passwordHash ?? (await dummy), password);
  return right && passwordHash !== null;
}
