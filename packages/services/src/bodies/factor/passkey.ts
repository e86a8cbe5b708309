import type { PasskeyAnswer } from "@lilink/contract";
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { FactorRow, Holder } from "./load-factors.ts";

/** Read at the first passkey and not at the start, of which it would take a twentieth. */
const readLibrary = () => import("@simplewebauthn/server");

/** Passkeys are bound to the host of the public address, and to nothing wider. */
function partyOf(ctx: Context) {
  const { hostname, origin } = new URL(ctx.identity.publicUrl);
  return { rpID: hostname, origin };
}

/** What a browser needs to make a passkey for the actor. */
export async function askForNewPasskey(
  ctx: Context,
  holder: Holder,
  name: string,
  known: readonly FactorRow[],
) {
  const { generateRegistrationOptions } = await readLibrary();
  const options = await generateRegistrationOptions({
    rpName: "LiLink",
    rpID: partyOf(ctx).rpID,
    userID: new TextEncoder().encode(holder.personId),
    userName: name,
    attestationType: "none",
    excludeCredentials: describe(known),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
  await keepChallenge(ctx, holder, options.challenge);
  return options;
}

/** What a browser needs to sign with one of the holder's passkeys; null where there is none. */
export async function askForPasskey(ctx: Context, holder: Holder, known: readonly FactorRow[]) {
  const allowCredentials = describe(known.filter(({ confirmed }) => confirmed));
  if (allowCredentials.length === 0) return null;
  const { rpID } = partyOf(ctx);
  const { generateAuthenticationOptions } = await readLibrary();
  const options = await generateAuthenticationOptions({
    rpID,
    allowCredentials,
    userVerification: "preferred",
  });
  await keepChallenge(ctx, holder, options.challenge);
  return options;
}

/** The new passkey that an answer proves, or null. */
export async function readNewPasskey(ctx: Context, holder: Holder, given: PasskeyAnswer) {
  const challenge = await takeChallenge(ctx, holder);
  if (challenge === null) return null;
  const { rpID, origin } = partyOf(ctx);
  const { verifyRegistrationResponse } = await readLibrary();
  const answer = await verifyRegistrationResponse({
    response: given as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch(() => null);
  return answer?.verified ? answer.registrationInfo.credential : null;
}

/** Which passkey signed the challenge that was asked, and how far it counted; null where none did. */
export async function verifyPasskey(
  ctx: Context,
  holder: Holder,
  factors: readonly FactorRow[],
  given: PasskeyAnswer,
): Promise<{ id: string; counter: number } | null> {
  const challenge = await takeChallenge(ctx, holder);
  const factor = factors.find(({ credential_id: id }) => id !== null && id === given.id);
  if (challenge === null || !factor?.credential_id || !factor.public_key) return null;
  const { rpID, origin } = partyOf(ctx);
  const { verifyAuthenticationResponse } = await readLibrary();
  const answer = await verifyAuthenticationResponse({
    response: given as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    credential: {
      id: factor.credential_id,
      publicKey: new Uint8Array(Buffer.from(factor.public_key, "base64url")),
      counter: Number(factor.counter),
    },
  }).catch(() => null);
  return answer?.verified ? { id: factor.id, counter: answer.authenticationInfo.newCounter } : null;
}

function describe(factors: readonly FactorRow[]) {
  return factors.flatMap(({ credential_id: id, transports }) =>
    id === null ? [] : [{ id, transports: transports as AuthenticatorTransport[] }],
  );
}

async function keepChallenge(ctx: Context, { step }: Holder, challenge: string): Promise<void> {
  await ctx.db.execute(
    sql`select app.keep_challenge(${challenge}, ${step}, ${ctx.now.toISOString()}::timestamptz)`,
  );
}

async function takeChallenge(ctx: Context, { step }: Holder): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ challenge: string | null }>(
    sql`select app.take_challenge(${step}, ${ctx.now.toISOString()}::timestamptz) as challenge`,
  );
  return rows[0]?.challenge ?? null;
}
