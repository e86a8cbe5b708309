import type { PublicError } from "./public-error.ts";

/** The headers of an answer to who asked too often: when to come back, and which limit it was. Empty for every other error. */
export function rateHeaders({ rate, limit, window, seconds }: PublicError["params"]): Record<string, string> {
  if (rate === undefined || limit === undefined) return {};
  return {
    "retry-after": String(seconds),
    "ratelimit-policy": `"${rate}";q=${limit};w=${window}`,
    ratelimit: `"${rate}";r=0;t=${seconds}`,
  };
}
