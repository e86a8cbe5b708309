import { LilinkError } from "@lilink/model/error";

const BRAND = Symbol.for("lilink.unseen");

/** NOT_FOUND like any other to the caller. That somebody tried is written to the log, with what they asked for. [AU8] */
export class Unseen extends LilinkError {
  readonly [BRAND] = true;
  readonly asked: string;

  // By symbol for the same reason as a refusal.
  static override [Symbol.hasInstance](value: unknown): value is Unseen {
    return value instanceof Error && BRAND in value;
  }

  constructor(asked: string) {
    super("NOT_FOUND");
    this.asked = asked;
  }
}
