import { expect, it } from "vitest";
import { isCutOff, toKnownError } from "./known-error.ts";

it.each(["Connection terminated unexpectedly", "cached plan must not change result type"])(
  "gives the connection up after %s, and says that the exchange does not answer just now",
  (message) => {
    const error = new Error("Failed query", { cause: new Error(message) });
    expect(isCutOff(error)).toBe(true);
    expect(toKnownError(error)).toMatchObject({ code: "UNAVAILABLE" });
  },
);

it("leaves an error that it does not know as it is, and the connection in use", () => {
  const error = new Error("something else");
  expect([isCutOff(error), toKnownError(error)]).toEqual([false, error]);
});
