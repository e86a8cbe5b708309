import { caller } from "#lib/trpc/server.ts";

export async function readRates() {
  return (await caller()).rate.load({});
}

export type Rates = Awaited<ReturnType<typeof readRates>>;
