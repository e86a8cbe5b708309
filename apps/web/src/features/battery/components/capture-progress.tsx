"use client";

import type { FileOnItsWay } from "#components/file-on-its-way.ts";
import { FileProgress } from "#components/file-progress.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Waits for a file of batteries to come to its end; the page is read again then. */
export function CaptureProgress({ item }: { readonly item: FileOnItsWay }) {
  const client = useTRPCClient();
  const read = async () =>
    (await client.battery.captures.query({})).map(({ publicId, state }) => ({
      publicId,
      state,
      rowsDone: 0,
      rowsTotal: null,
    }));
  return <FileProgress item={item} topic="record" read={read} />;
}
