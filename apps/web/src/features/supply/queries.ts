import { caller } from "#lib/trpc/server.ts";
import type { SupplyQuery } from "./view.ts";

export async function readSupply({ product, span }: SupplyQuery) {
  return (await caller()).supply.load({ product, span });
}

export async function readStressBase() {
  return (await caller()).supply.stressBase({});
}

export async function readScenarios() {
  return (await caller()).supply.scenarios({});
}

/** The cheapest mix of one product; of all lithium together there is no price. */
export async function readMix({ product, growth }: SupplyQuery, ceiling: number) {
  return product === "lithium" ? null : (await caller()).supply.diversify({ product, growth, ceiling });
}

export type Supply = Awaited<ReturnType<typeof readSupply>>;
export type StressBase = Awaited<ReturnType<typeof readStressBase>>;
export type Scenario = Awaited<ReturnType<typeof readScenarios>>[number];
export type Mix = NonNullable<Awaited<ReturnType<typeof readMix>>>;
