import { plainLine, postingFilterSchema } from "@lilink/contract";
import { organization } from "@lilink/db/schema";
import { foldText } from "@lilink/engine/text";
import { and, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { namedLike } from "../../bodies/organization/list-organizations.ts";
import { toQueryGroups } from "../../ground/search/to-query-groups.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { toBase } from "./find-hits.ts";
import { rankWords } from "./rank-words.ts";
import { readerScope } from "./scope.ts";
import { findConcepts } from "./search-concepts.ts";

const most = 5;

/** What the palette offers for a few letters: concepts, postings and organizations, few of each, best first. */
export const jump = defineQuery({
  name: "search.jump",
  input: z.object({ q: plainLine().max(100, "tooLong") }),
  rate: "search",
  authorize: { action: "search.browse" },
  run: async (ctx, { q }) => {
    const wanted = foldText(q).trim();
    if (wanted === "") return { concepts: [], postings: [], organizations: [] };
    return {
      concepts: findConcepts(q, most).map(({ id, zh, en, link }) => ({ id, zh, en, link })),
      postings: await findPostings(ctx, q),
      organizations: await findOrganizations(ctx, wanted),
    };
  },
});

async function findPostings(ctx: Context, q: string) {
  const groups = toQueryGroups(q);
  if (groups.length === 0) return [];
  const scope = readerScope(ctx.now);
  const filter = { ...postingFilterSchema.parse({}), q };
  const { base } = toBase(filter, scope, await rankWords(ctx, q));
  const { rows } = await ctx.db.execute<{ publicId: string; kind: string; link: string; title: string }>(sql`
    with ${base}, best as (select * from base order by rank desc, public_id limit ${most})
    select b.public_id as "publicId", b.kind, b.link, p.fields ->> 'title' as title
    from best b join posting_part p on p.posting_id = b.posting_id and ${scope("p")} and p.level = 'everyone' and not p.walled
    order by b.rank desc, b.public_id`);
  return rows;
}

async function findOrganizations(ctx: Context, wanted: string) {
  const like = wanted.replaceAll(/[\\%_]/g, "\\$&");
  return ctx.db
    .select({
      publicId: organization.publicId,
      nameZh: organization.nameZh,
      nameEn: organization.nameEn,
      kind: organization.kind,
    })
    .from(organization)
    .where(
      and(
        inArray(organization.status, ["verified", "unclaimed"]),
        or(namedLike(wanted), sql`${organization.namePinyin} like ${`%${like.replaceAll(" ", "")}%`}`),
      ),
    )
    .orderBy(organization.namePinyin)
    .limit(most);
}
