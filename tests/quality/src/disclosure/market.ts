import { type Market, marketSizes } from "@lilink/engine/testing";
import { findFlag } from "../flag.ts";

/** [--cells 1000|2000|5000] [--seed S] [--groups N]: the market that a command is about. */
export function toMarket(args: readonly string[]): Market {
  const cells = findFlag(args, "--cells") ?? "1000";
  const market = marketSizes[cells];
  if (!market) throw new Error(`--cells ${cells} is none of ${Object.keys(marketSizes).join(", ")}`);
  return {
    ...market,
    seed: Number(findFlag(args, "--seed") ?? market.seed),
    groups: Number(findFlag(args, "--groups") ?? market.groups),
  };
}
