import type { Principal } from "@lilink/db";
import { TOTP } from "otpauth";
import { beginTotp, confirmTotp } from "../src/bodies/factor/add-totp.ts";
import { call } from "../src/kernel/call.ts";
import type { TestKernel } from "./kernel.ts";

/** An authenticator of a test: the code of its clock, or of some steps later. */
export type TestAuthenticator = {
  readonly id: string;
  readonly codes: readonly string[];
  readonly codeAt: (steps?: number) => string;
};

/** Gives whoever is signed in an authenticator, as a person adds one; its first code is spent by that. */
export async function addAuthenticator(
  { app }: TestKernel,
  principal: Principal,
): Promise<TestAuthenticator> {
  const { id, secret } = await call(app, principal, beginTotp, { label: "Phone" });
  const totp = new TOTP({ secret });
  const codeAt = (steps = 0) => totp.generate({ timestamp: app.clock().getTime() + steps * 30_000 });
  const { codes } = await call(app, principal, confirmTotp, { id, code: codeAt() });
  return { id, codes: codes ?? [], codeAt };
}
