import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function readBatteries(query: { readonly q?: string; readonly cursor?: string }) {
  return (await caller()).battery.list({ ...query, limit: 50 });
}

export async function readBattery(code: string, knownOn?: string) {
  return findOrNull((await caller()).battery.load({ code, ...(knownOn && { knownOn }) }));
}

export type BatteryRow = Awaited<ReturnType<typeof readBatteries>>["items"][number];
export type BatteryLife = NonNullable<Awaited<ReturnType<typeof readBattery>>>;
export type LifeEvent = BatteryLife["events"][number];
