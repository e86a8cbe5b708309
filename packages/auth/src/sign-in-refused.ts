import { CredentialsSignin } from "@auth/core/errors";
import { LilinkError } from "@lilink/services";

/** Carries the reason to the page: `refused`, `factor` for the second half, `gone`, or `wait.<seconds>`. */
export class SignInRefused extends CredentialsSignin {
  constructor(reason: string) {
    super();
    this.code = reason;
  }
}

/** Too many tries from one address wait like too many at one account ([RA4]). */
export function refuseTooMany(error: unknown): never {
  if (error instanceof LilinkError && error.code === "LIMIT_REACHED")
    throw new SignInRefused(`wait.${error.params.seconds}`);
  throw error;
}
