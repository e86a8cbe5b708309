import { posting } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import type { CooperationForm, PostingVolume } from "@lilink/model/posting";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { versionInUse } from "../market/read-weights.ts";

type MatchedRow = Awaited<ReturnType<typeof readMatchedRow>>;

const loaded = new WeakMap<Context, Map<string, Promise<MatchedRow>>>();

/**
 * One's own posting as its matches need it: whether it is live, whether ranking is still under way, and what ranks now.
 * Read once in a transaction: by whoever asks whether it may be read, and by the reading itself.
 */
export function loadMatchedRow(ctx: Context, publicId: string): Promise<MatchedRow> {
  const known = loaded.get(ctx) ?? new Map<string, Promise<MatchedRow>>();
  loaded.set(ctx, known);
  const row = known.get(publicId) ?? readMatchedRow(ctx, publicId);
  known.set(publicId, row);
  return row;
}

/** For `authorize.resource`, as ownPosting is. */
export async function matchedRow(ctx: Context, { publicId }: { readonly publicId: string }) {
  if (ctx.actor.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
  const row = await loadMatchedRow(ctx, publicId);
  return { owner: row.organizationId === organizationOf(ctx.actor) };
}

const ofLive = <T>(field: "volume" | "cooperation") =>
  sql<T | null>`(select p.fields -> ${field}::text from posting_part p
    where p.posting_id = ${posting.id} and p.version = ${posting.liveVersion} and p.fields ? ${field}::text limit 1)`;

async function readMatchedRow(ctx: Context, publicId: string) {
  const [own] = await ctx.db
    .select({
      id: posting.id,
      organizationId: posting.organizationId,
      state: posting.state,
      title: posting.title,
      kind: posting.kind,
      concept: posting.concept,
      liveVersion: posting.liveVersion,
      matchedVersion: posting.matchedVersion,
      live: sql<boolean>`exists (select 1 from posting_head h where h.posting_id = ${posting.id} and h.state = 'published')`,
      /** Of the live version, to stand beside what the others say. */
      volume: ofLive<PostingVolume>("volume"),
      cooperation: ofLive<readonly CooperationForm[]>("cooperation"),
      modelVersion: versionInUse,
    })
    .from(posting)
    .where(eq(posting.publicId, publicId));
  if (!own) throw new LilinkError("NOT_FOUND");
  return { ...own, running: own.live && own.matchedVersion !== own.liveVersion };
}
