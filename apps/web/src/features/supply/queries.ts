import { orNotFound } from "#lib/trpc/or-not-found.ts";
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

/** Meetings that are not over, for which a scenario can be kept. */
export async function readOpenMeetings() {
  const { items } = await (await caller()).meeting.list({ limit: 20 });
  return items.flatMap(({ publicId, title, state }) =>
    state === "called" || state === "held" ? [{ publicId, title }] : [],
  );
}

/** The cheapest mix of one product; of all lithium together there is no price. */
export async function readMix({ product, growth }: SupplyQuery, ceiling: number) {
  return product === "lithium" ? null : (await caller()).supply.diversify({ product, growth, ceiling });
}

export async function readConceptSupply(concept: string) {
  return (await caller()).supply.concept({ concept });
}

export type Supply = Awaited<ReturnType<typeof readSupply>>;
export type StressBase = Awaited<ReturnType<typeof readStressBase>>;
export type Scenario = Awaited<ReturnType<typeof readScenarios>>[number];
export type OpenMeeting = Awaited<ReturnType<typeof readOpenMeetings>>[number];
export type Mix = NonNullable<Awaited<ReturnType<typeof readMix>>>;

/** The protected areas, and the blocks that meet one. */
export async function readEcology() {
  return (await caller()).supply.ecology({});
}

/** A block laid over the protected areas. */
export async function readBlock(publicId: string, version: number) {
  return orNotFound((await caller()).supply.layBlock({ publicId, version }));
}
export type SupplyEcology = Awaited<ReturnType<typeof readEcology>>;

/** Bands of cover and the tension of supply. */
export async function readReserve() {
  return (await caller()).reserve.load({});
}
export type Reserve = Awaited<ReturnType<typeof readReserve>>;
export type Room = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["reserve"]["read"]>>;
