import { caller } from "#lib/trpc/server.ts";
import type { OutlookQuery } from "./view.ts";

export async function readOutlook(query: OutlookQuery) {
  return (await caller()).outlook.load(query);
}

export type Outlook = Awaited<ReturnType<typeof readOutlook>>;
