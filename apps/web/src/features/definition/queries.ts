import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export async function readDefinitions(indicator: string) {
  return findOrNull((await caller()).definition.list({ indicator }));
}

export type DefinitionData = NonNullable<Awaited<ReturnType<typeof readDefinitions>>>;
export type VersionItem = DefinitionData["versions"][number];
