import type { BatchState } from "@lilink/model/trace/batch";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function readBatches(query: { readonly state?: BatchState; readonly cursor?: string }) {
  return (await caller()).batch.list(query);
}

export async function readBatch(publicId: string) {
  return findOrNull((await caller()).batch.load({ publicId }));
}

export type BatchItem = Awaited<ReturnType<typeof readBatches>>["items"][number];
export type LoadedBatch = NonNullable<Awaited<ReturnType<typeof readBatch>>>;
