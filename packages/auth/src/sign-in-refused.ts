import { CredentialsSignin } from "@auth/core/errors";

/** Carries the reason to the page: `refused`, `factor` for the second half, `gone`, or `wait.<seconds>`. */
export class SignInRefused extends CredentialsSignin {
  constructor(reason: string) {
    super();
    this.code = reason;
  }
}
