import type { PasskeyAnswer } from "@lilink/contract";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/browser";

/** What a browser's key said, as the verbs take it. */
export function toPasskeyAnswer(
  answer: AuthenticationResponseJSON | RegistrationResponseJSON,
): PasskeyAnswer {
  return { ...answer, type: "public-key", response: { ...answer.response } };
}
