import { LilinkError } from "@lilink/model/error";

const BRAND = Symbol.for("lilink.refusal");

/** An error whose transaction commits: a wrong try must be counted although the call fails. */
export class Refusal extends LilinkError {
  readonly [BRAND] = true;

  // Marked by symbol, not `instanceof`: two copies of this class can exist in one process. Refusals commit, errors roll back.
  static override [Symbol.hasInstance](value: unknown): value is Refusal {
    return value instanceof Error && BRAND in value;
  }
}
