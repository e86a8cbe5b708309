import { plainLine, postingFilterSchema } from "@lilink/contract";
import { organization } from "@lilink/db/schema";
import { foldText } from "@lilink/engine/text";
import type { LinkId } from "@lilink/model/chain";
import { goals } from "@lilink/model/goals";
import { can } from "@lilink/model/policy";
import { type PostingKind, type PostingPartFields, pickKeyFigures } from "@lilink/model/posting";
import { listRegisters, readActionOf } from "@lilink/model/register";
import { and, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { namedLike } from "../../bodies/organization/list-organizations.ts";
import { toQueryGroups } from "../../ground/search/to-query-groups.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { headOf } from "../../record/record-tables.ts";
import { toBase } from "./find-hits.ts";
import { rankWords } from "./rank-words.ts";
import { readerScope } from "./scope.ts";
import { findConcepts } from "./search-concepts.ts";

const most = 5;

/** One letter stands in nearly every title: goals and records are asked for by two. */
const leastTyped = 2;

/** What the palette offers for a few letters: concepts, postings, organizations, goals and records, few of each, best first. */
export const jump = defineQuery({
  name: "search.jump",
  input: z.object({ q: plainLine().max(100, "tooLong") }),
  rate: "search",
  authorize: { action: "search.browse" },
  run: async (ctx, { q }) => {
    const wanted = foldText(q).trim();
    if (wanted === "") return { concepts: [], postings: [], organizations: [], goals: [], records: [] };
    return {
      concepts: findConcepts(q, most).map(({ id, zh, en, link, type }) => ({ id, zh, en, link, type })),
      postings: await findPostings(ctx, q),
      organizations: await findOrganizations(ctx, wanted),
      goals: findGoals(wanted),
      records: await findRecords(ctx, wanted),
    };
  },
});

type PostingRow = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly link: LinkId;
  readonly concept: string;
  readonly language: string;
  readonly fields: PostingPartFields;
};
type RecordRow = {
  readonly path: string;
  readonly publicId: string;
  readonly zh: string | null;
  readonly en: string | null;
};

async function findPostings(ctx: Context, q: string) {
  const groups = toQueryGroups(q);
  if (groups.length === 0) return [];
  const scope = readerScope(ctx.now);
  const filter = { ...postingFilterSchema.parse({}), q };
  const { base } = toBase(filter, scope, await rankWords(ctx, q));
  const { rows } = await ctx.db.execute<PostingRow>(sql`
    with ${base}, best as (select * from base order by rank desc, public_id limit ${most})
    select b.public_id as "publicId", b.kind, b.link, p.concept, p.language, p.fields
    from best b join posting_part p on p.posting_id = b.posting_id and ${scope("p")} and p.level = 'everyone' and not p.walled
    order by b.rank desc, b.public_id`);
  // The figures that everybody may read: a reader of the other language is told of the posting by them.
  return rows.map(({ fields, ...row }) => ({
    ...row,
    title: fields.title ?? "",
    figures: pickKeyFigures(fields.figures),
  }));
}

/** Goals by their code or by a part of their sentence in either language. */
function findGoals(wanted: string) {
  if (wanted.length < leastTyped) return [];
  return goals
    .filter(({ id, statement }) =>
      [id, statement.zh, statement.en].some((text) => foldText(text).includes(wanted)),
    )
    .slice(0, most)
    .map(({ id, statement }) => ({ id, ...statement }));
}

/** Live records of every register that the reader may open, by a part of their title; those that begin with it first. */
async function findRecords(ctx: Context, wanted: string) {
  if (wanted.length < leastTyped) return [];
  const names = sql`lower(concat_ws(chr(10), title_zh, title_en))`;
  const open = listRegisters().filter((register) => can(ctx.actor, readActionOf(register)));
  if (open.length === 0) return [];
  const { rows } = await ctx.db.execute<RecordRow>(
    sql`select path, "publicId", zh, en from (${sql.join(
      open.map(
        (
          register,
        ) => sql`select ${register.rest.path}::text as path, public_id as "publicId", title_zh as zh, title_en as en, ${names} as names
          from ${headOf(register)} where live_version is not null and position(${wanted} in ${names}) > 0`,
      ),
      sql` union all `,
    )}) r order by position(${wanted} in names) > 1, length(names), "publicId" limit ${most}`,
  );
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
