import { CredentialsSignin } from "@auth/core/errors";

/** Carries the reason to the page: `refused`, or `wait.<seconds>` after too many wrong tries. */
export class SignInRefused extends CredentialsSignin {
  constructor(reason: string) {
    super();
    this.code = reason;
  }
}
