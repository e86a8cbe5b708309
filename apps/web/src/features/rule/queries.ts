import { caller } from "#lib/trpc/server.ts";

export async function readRules() {
  return (await caller()).rule.list({});
}

export async function readLicences(cursor: string | undefined) {
  return (await caller()).licence.list({ ...(cursor && { cursor }) });
}

export type Rules = Awaited<ReturnType<typeof readRules>>;
export type DeadlineSet = Rules["deadlines"][number];
export type ConditionSet = Rules["conditions"][number];
export type LicenceRow = Awaited<ReturnType<typeof readLicences>>["items"][number];
