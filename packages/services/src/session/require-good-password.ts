import { toInputError } from "@lilink/model/error";

// The longest entries of public lists of leaked passwords; shorter ones fail by length already.
const common = new Set([
  "123456789012",
  "1234567890123",
  "1qaz2wsx3edc",
  "1q2w3e4r5t6y",
  "qwertyuiop12",
  "qwertyuiop[]",
  "passwordpassword",
  "password1234",
  "password12345",
  "administrator",
  "woaini1314520",
  "iloveyou1234",
  "letmeinletmein",
  "correcthorsebatterystaple",
]);

/** Refuses what is guessed first: common passwords, one letter repeated, one run, and one's own name or address. */
export function requireGoodPassword(password: string, own: readonly string[], field = "password"): void {
  const folded = password.normalize("NFKC").toLowerCase();
  const bare = folded.replace(/\s/g, "");
  const personal = own.some((word) => word.length >= 4 && bare === word.toLowerCase().replace(/\s/g, ""));
  if (common.has(bare) || new Set(bare).size < 5 || isRun(bare) || personal) {
    throw toInputError([{ field, rule: "weakPassword" }]);
  }
}

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, at) => character.charCodeAt(0) - text.charCodeAt(at));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
