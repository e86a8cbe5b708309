import { organizationSearchSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { organization, postingPart } from "@lilink/db/schema";
import { isOfficer } from "@lilink/model/policy";
import { and, asc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";

type Filters = z.output<typeof organizationSearchSchema>;
type Facet = "kind" | "link" | "province" | "status" | "concept";

const listed = ["verified", "unclaimed"] as const;

/** What every row shows and everybody may read. */
export const directoryColumns = {
  id: organization.id,
  publicId: organization.publicId,
  kind: organization.kind,
  status: organization.status,
  nameZh: organization.nameZh,
  nameEn: organization.nameEn,
  namePinyin: organization.namePinyin,
  fictional: organization.fictional,
  country: organization.country,
  province: organization.province,
  links: organization.links,
  logo: organization.logo,
  seed: organization.seed,
};

/** By what the names of a language are put in order. */
const orders: Record<Filters["order"], SQL<string> | typeof organization.namePinyin> = {
  zh: organization.namePinyin,
  en: sql<string>`(coalesce(${organization.nameEn}, ${organization.nameZh}) collate "en-x-icu")`,
};

/** Whoever answers for itself stands before what nobody has claimed. */
const isUnclaimed = sql<boolean>`(${organization.status} <> 'verified')`;

/** The directory: found by name in zh, en or pinyin, narrowed by facets, verified bodies first, each part in the order of one language. [OR2] */
export const listOrganizations = defineQuery({
  name: "organization.list",
  input: organizationSearchSchema,
  rate: "search",
  rest: {
    tag: "organizations",
    method: "GET",
    path: "/organizations",
    open: true,
    output: shape.pageOf(shape.organizationItem).extend({ facets: shape.organizationFacets }),
  },
  authorize: { action: "organization.browse" },
  run: async (ctx, input) => {
    const whole = isOfficer(ctx.actor);
    const after = input.cursor ? readKeyCursor(input.cursor) : null;
    const name = orders[input.order];
    const rows = await ctx.db
      .select({ ...directoryColumns, orderName: sql<string>`${isUnclaimed}::int || ${name}` })
      .from(organization)
      .where(
        and(
          ...toConditions(input, whole, ctx.now),
          after
            ? sql`(${isUnclaimed}, ${name}, ${organization.publicId}) > (${after[0].startsWith("1")}::boolean, ${after[0].slice(1)}, ${after[1]})`
            : undefined,
        ),
      )
      .orderBy(asc(isUnclaimed), asc(name), asc(organization.publicId))
      .limit(input.limit + 1);
    const count = (facet: Facet, value: SQL | typeof organization.kind) =>
      ctx.db
        .select({ value: sql<string>`${value}::text`, count: sql<number>`count(*)::int` })
        .from(organization)
        .where(and(...toConditions(input, whole, ctx.now, facet)))
        .groupBy(sql`1`)
        .orderBy(sql`2 desc, 1`);
    return {
      ...toPage(
        rows,
        input.limit,
        (row) => [row.orderName, row.publicId],
        ({ id: _id, namePinyin: _pinyin, orderName: _name, ...row }) => row,
      ),
      facets: {
        kind: await count("kind", organization.kind),
        link: await count("link", sql`unnest(${organization.links})`),
        province: (await count("province", sql`${organization.province}`)).filter(
          ({ value }) => value !== null,
        ),
        status: await count("status", sql`${organization.status}`),
        concept: await ctx.db
          .select({
            value: postingPart.concept,
            count: sql<number>`count(distinct ${organization.id})::int`,
          })
          .from(organization)
          .innerJoin(postingPart, shownOn(ctx.now))
          .where(and(...toConditions(input, whole, ctx.now, "concept")))
          .groupBy(postingPart.concept)
          .orderBy(sql`2 desc, 1`),
      },
    };
  },
});

/** Whether a name holds these words, in simplified or traditional characters and in letters that look alike. [OR12] */
export function namedLike(q: string): SQL {
  return sql`(app.name_key(${q}) <> '' and strpos(${organization.nameKey}, app.name_key(${q})) > 0)`;
}

/** A part of a live posting that names the body; row security leaves out what the reader may not read. */
function shownOn(now: Date): SQL {
  return sql`${postingPart.fields} #>> '{identity,publicId}' = ${organization.publicId}
    and ${postingPart.state} = 'live' and ${postingPart.level} in ('everyone', 'member')
    and ${postingPart.validUntil} > ${now.toISOString()}::timestamptz`;
}

/** The filters as conditions; a facet is counted without its own. Officers may ask for a status that is not listed. */
function toConditions(input: Filters, whole: boolean, now: Date, without?: Facet): (SQL | undefined)[] {
  const { q, kind, link, province, status, concept } = input;
  const squeezed = q ? `%${q.toLowerCase().replace(/[^a-z0-9]/g, "")}%` : null;
  return [
    whole && (status || without === "status") ? undefined : inArray(organization.status, [...listed]),
    q && squeezed
      ? or(namedLike(q), squeezed === "%%" ? undefined : ilike(organization.namePinyin, squeezed))
      : undefined,
    kind && without !== "kind" ? eq(organization.kind, kind) : undefined,
    link && without !== "link" ? sql`${organization.links} @> array[${link}]` : undefined,
    province && without !== "province" ? eq(organization.province, province) : undefined,
    status && without !== "status" ? eq(organization.status, status) : undefined,
    concept && without !== "concept"
      ? sql`exists (select 1 from ${postingPart} where ${shownOn(now)} and ${postingPart.concept} = ${concept})`
      : undefined,
  ];
}
