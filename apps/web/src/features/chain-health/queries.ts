import { can } from "@lilink/model/policy";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

/** The latest judgement of the chain, or the one that a meeting keeps. */
export async function readChainHealth(run: string | undefined) {
  const api = await caller();
  return orNotFound(api.chainHealth.load(run === undefined ? {} : { run }));
}

/** What is known of one node, or null before the chain was ever judged. */
export async function readNodeHealth(concept: string) {
  const found = await (await caller()).chainHealth.load({ concept });
  const node = found?.nodes[0];
  return found && node ? { run: found.run, node, of: found.of } : null;
}
export type HealthOfNode = Awaited<ReturnType<typeof readNodeHealth>>;

/** Which nodes have a weak link and how it stands, for whoever may read them. */
export async function readLinkStates(viewer: Viewer | null) {
  if (!can(actorOf(viewer), "record.consult")) return null;
  const { items } = await (await caller()).weakLink.list({ limit: 100 });
  return items.map(({ publicId, state, values }) => ({ publicId, state, node: String(values.node) }));
}
export type LinkStates = Awaited<ReturnType<typeof readLinkStates>>;

export type ChainHealth = NonNullable<Awaited<ReturnType<typeof readChainHealth>>>;
export type HealthRow = ChainHealth["nodes"][number];
