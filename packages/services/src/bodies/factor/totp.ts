import { Secret, TOTP } from "otpauth";
import type { Context } from "../../kernel/context.ts";
import type { FactorRow } from "./load-factors.ts";

// What every authenticator knows (RFC 6238): SHA-1, six digits, thirty seconds; the neighbouring steps are taken too.
const shape = { algorithm: "SHA1", digits: 6, period: 30 } as const;
const window = 1;

/** A new secret of 160 bits, in the letters that an authenticator takes. */
export function mintSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator reads from the picture. */
export function toOtpAddress(secret: string, label: string): string {
  return new TOTP({ ...shape, issuer: "LiLink", label, secret }).toString();
}

/** The step of the clock that a code stands for, or null where it is none of this factor's now. */
export function stepOfCode(
  ctx: Context,
  personId: string,
  factor: Pick<FactorRow, "kind" | "secret">,
  code: string,
): number | null {
  if (factor.kind !== "totp" || !factor.secret) return null;
  const secret = openSecret(ctx, factor.secret, personId);
  if (secret === null) return null;
  const timestamp = ctx.now.getTime();
  const delta = new TOTP({ ...shape, secret }).validate({ token: code, timestamp, window });
  return delta === null ? null : TOTP.counter({ period: shape.period, timestamp }) + delta;
}

/** What was sealed under an earlier sign-in secret opens no more: its codes are wrong, and nothing breaks. */
function openSecret(ctx: Context, sealed: string, personId: string): string | null {
  try {
    return ctx.identity.unseal(sealed, personId);
  } catch {
    return null;
  }
}
