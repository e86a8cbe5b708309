import type { BatteryKey, bothWays, OwnItemKey } from "@lilink/contract";
import type { BatteryProduct } from "@lilink/model/codes";
import type { overseenKinds } from "@lilink/model/trace/item";
import type { LifeState } from "@lilink/model/trace/verb";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export type BatteryQuery = {
  readonly q?: string;
  readonly open?: "1";
  readonly product?: BatteryProduct;
  readonly state?: LifeState;
  readonly sort?: ReturnType<typeof bothWays<BatteryKey>>[number];
  readonly cursor?: string;
};
/** How what waits for the own body is asked for. */
export type OwnWorkQuery = {
  readonly by?: ReturnType<typeof bothWays<OwnItemKey>>[number];
  readonly most?: "100";
};

export async function readBatteries(query: BatteryQuery) {
  return (await caller()).battery.list({ ...query, limit: 25 });
}

export async function readBattery(code: string, knownOn?: string) {
  return findOrNull((await caller()).battery.load({ code, ...(knownOn && { knownOn }) }));
}

export type BatteryRow = Awaited<ReturnType<typeof readBatteries>>["items"][number];
export type BatteryLife = NonNullable<Awaited<ReturnType<typeof readBattery>>>;
export type LifeEvent = BatteryLife["events"][number];

/** What waits for the own body. */
export async function readOwnBatteryWork({ by, most }: OwnWorkQuery = {}) {
  return (await caller()).battery.items({ ...(by && { sort: by }), ...(most && { limit: Number(most) }) });
}

/** What the own body sent by file. */
export async function readCaptures() {
  return (await caller()).battery.captures({});
}

export async function readOversight(query: {
  readonly kind?: (typeof overseenKinds)[number];
  readonly province?: string;
  readonly body?: string;
  readonly cursor?: string;
  readonly limit?: number;
}) {
  return (await caller()).battery.oversight(query);
}

export async function readPassport(code: string) {
  return (await caller()).battery.passport({ code });
}

export async function readCorrections(cursor: string | undefined) {
  return (await caller()).battery.corrections({ ...(cursor && { cursor }) });
}

export type CorrectionRow = Awaited<ReturnType<typeof readCorrections>>["items"][number];
export type CaptureRow = Awaited<ReturnType<typeof readCaptures>>[number];
export type OpenBatteryItem = Awaited<ReturnType<typeof readOwnBatteryWork>>["items"][number];
export type Oversight = Awaited<ReturnType<typeof readOversight>>;
export type Passport = Awaited<ReturnType<typeof readPassport>>;
