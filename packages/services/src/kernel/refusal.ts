import { LilinkError } from "@lilink/model/error";

const BRAND = Symbol.for("lilink.refusal");

/** An error whose transaction commits: the count of a wrong try has to stay, though the caller gets nothing. */
export class Refusal extends LilinkError {
  readonly [BRAND] = true;

  // By its own mark, for the same reason as LilinkError's; by that one every error would commit.
  static override [Symbol.hasInstance](value: unknown): value is Refusal {
    return value instanceof Error && BRAND in value;
  }
}
