import { organization, organizationProfile, postingPart } from "@lilink/db/schema";
import { showsRival, stancesOfPosting, wallKeysOf } from "@lilink/model/posting";
import { and, desc, eq, inArray } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";

/** The own postings with which an asked posting competes by what it shows to everyone, and by nothing else ([IN8]). */
export async function findShownRivals(
  ctx: Context,
  asked: string,
  own: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .select({
      id: postingPart.postingId,
      kind: postingPart.kind,
      concept: postingPart.concept,
      fields: postingPart.fields,
    })
    .from(postingPart)
    .where(
      and(
        inArray(postingPart.postingId, [asked, ...own]),
        eq(postingPart.state, "live"),
        eq(postingPart.level, "everyone"),
        eq(postingPart.walled, false),
      ),
    )
    .orderBy(desc(postingPart.version));
  const [profile] = await ctx.db
    .select({ links: organization.links, offers: organizationProfile.offers })
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .where(eq(organization.id, requireOwn(ctx)));
  const owner = { links: profile?.links ?? [], offers: profile?.offers ?? [] };
  const conceptsOf = (row: (typeof rows)[number]) => [row.concept, ...(row.fields.concepts ?? [])];
  const shown = rows.find((row) => row.id === asked);
  if (!shown) return new Set();
  const stances = stancesOfPosting(shown.kind, conceptsOf(shown));
  const rivals = rows.filter(
    (row) => row.id !== asked && showsRival(stances, wallKeysOf(row.kind, conceptsOf(row), owner)),
  );
  return new Set(rivals.map(({ id }) => id));
}
