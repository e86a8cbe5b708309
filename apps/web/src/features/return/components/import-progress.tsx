"use client";

import { FileProgress } from "#components/file-progress.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { ReturnImport } from "../queries.ts";

type ImportProgressProps = { readonly publicId: string; readonly item: ReturnImport };

export function ImportProgress({ publicId, item }: ImportProgressProps) {
  const client = useTRPCClient();
  const read = async () => (await client.return.listImports.query({ publicId })).items;
  return <FileProgress item={item} topic="return" read={read} />;
}
