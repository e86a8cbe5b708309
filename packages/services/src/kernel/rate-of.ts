import type { RateClass } from "@lilink/contract/config";

/** The allowance of a verb: a class, or a function of the raw input. */
export type RateRule = RateClass | ((input: unknown) => RateClass);

/** The allowance that a call spends: the one its verb names, or the one of all reads or all changes. [RA4] */
export function rateOf(
  { kind, rate }: { readonly kind: "query" | "mutation"; readonly rate?: RateRule },
  input: unknown,
): RateClass {
  if (typeof rate === "function") return rate(input);
  return rate ?? (kind === "mutation" ? "write" : "read");
}
