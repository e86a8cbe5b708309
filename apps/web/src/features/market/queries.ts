import { caller } from "#lib/trpc/server.ts";

/** The market after its last allocation; null before the first. Who may not read it is told so by the verb. */
export async function readMarket() {
  const api = await caller();
  return api.market.load({});
}

export type MarketData = NonNullable<Awaited<ReturnType<typeof readMarket>>>;
export type WeakRow = MarketData["weakLinks"][number];
export type BalanceRow = MarketData["balance"][number];
