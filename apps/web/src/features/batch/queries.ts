import type { BatchState } from "@lilink/model/trace/batch";
import { cache } from "react";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function readBatches(query: { readonly state?: BatchState; readonly cursor?: string }) {
  return (await caller()).batch.list(query);
}

/** Once a request: the tab and the page ask for the same. */
export const readBatch = cache(async (publicId: string) =>
  findOrNull((await caller()).batch.load({ publicId })),
);

export type BatchItem = Awaited<ReturnType<typeof readBatches>>["items"][number];
export type LoadedBatch = NonNullable<Awaited<ReturnType<typeof readBatch>>>;
