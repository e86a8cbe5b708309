import type { RateClass } from "@lilink/contract/config";

/** What a verb says of its allowance: a class, or one that depends on the input as it was sent. */
export type RateRule = RateClass | ((input: unknown) => RateClass);

/** The allowance that a call spends ([RA4]): what its verb says, else that of every read or every change. */
export function rateOf(
  { kind, rate }: { readonly kind: "query" | "mutation"; readonly rate?: RateRule },
  input: unknown,
): RateClass {
  if (typeof rate === "function") return rate(input);
  return rate ?? (kind === "mutation" ? "write" : "read");
}
