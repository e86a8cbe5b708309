import { endLicenceSchema, grantLicenceSchema, listLicencesSchema } from "@lilink/contract";
import { LilinkError, toInputError } from "@lilink/model/error";
import type { LicenceKind } from "@lilink/model/trace";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { actInTrace } from "../battery/act-in-trace.ts";
import { bring } from "../battery/bring.ts";
import { onlyOfficers } from "./only-officers.ts";

export type Licence = {
  readonly organization: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly kind: LicenceKind;
  readonly from: string;
  readonly to: string | null;
  readonly tonnes: number | null;
};

const columns = {
  ...({ org_id: "uuid", kind: "text", from_on: "date", to_on: "date", tonnes_a_year: "float8" } as const),
};

/** The licences that a page may need: those of the day on which the page before it ended, and so many of the days before. */
function latest(kind: LicenceKind | null, day: string | null, count: number): SQL {
  const all = sql`select org_id, kind, from_on, to_on, tonnes_a_year from trace.licence where (${kind}::text is null or kind = ${kind})`;
  return sql`${all} and from_on = ${day}::date union all
    (${all} and (${day}::date is null or from_on < ${day}::date) order by from_on desc fetch first ${count} rows with ties)`;
}

/** Who may do what with batteries, and since when; the latest first. [TR14] */
export const listLicences = defineQuery({
  name: "licence.list",
  input: listLicencesSchema,
  authorize: { action: "battery.oversee" },
  run: async (ctx, { kind, cursor, limit }) => {
    await actInTrace(ctx);
    const [day, id] = cursor === undefined ? [null, null] : readKeyCursor(cursor);
    const licences = await bring(ctx, "trace", latest(kind ?? null, day, limit + 1), "l", columns);
    const { rows } = await ctx.db.execute<Licence>(
      sql`select o.public_id as organization, o.name_zh as "nameZh", o.name_en as "nameEn", l.kind, l.from_on::text as "from", l.to_on::text as "to",
          l.tonnes_a_year::float8 as tonnes
        from ${licences} join organization o on o.id = l.org_id
        where (${day}::date is null or (l.from_on, o.public_id || l.kind) < (${day}::date, ${id}::text))
        order by l.from_on desc, o.public_id || l.kind desc limit ${limit + 1}`,
    );
    return toPage(
      rows,
      limit,
      (row) => [row.from, `${row.organization}${row.kind}`],
      (row) => row,
    );
  },
});

/** Notes a licence that a body holds. Events are judged by it on their day, also those that were told before. [TR14] */
export const grantLicence = defineMutation({
  name: "licence.grant",
  input: grantLicenceSchema,
  authorize: { action: "rule.keep", resource: onlyOfficers },
  run: async (ctx, { organization, kind, from, to, tonnes }) => {
    if (to !== undefined && to <= from) throw toInputError([{ field: "to", rule: "endBeforeStart" }]);
    await actInTrace(ctx);
    const { rows } = await ctx.trace.execute(
      sql`insert into trace.licence (org_id, kind, from_on, to_on, tonnes_a_year)
        values (${await requireFirm(ctx, organization)}::uuid, ${kind}, ${from}::date, ${to ?? null}::date, ${tonnes ?? null})
        on conflict do nothing returning kind`,
    );
    if (rows.length === 0) throw toInputError([{ field: "from", rule: "duplicate" }]);
    return { organization, kind };
  },
  audit: ({ organization, kind, from }) => ({
    subjectKind: "licence",
    subjectId: null,
    detail: { organization, kind, from },
  }),
});

/** Ends a licence: from the day that is named on it no longer holds. [TR14] */
export const endLicence = defineMutation({
  name: "licence.end",
  input: endLicenceSchema,
  authorize: { action: "rule.keep", resource: onlyOfficers },
  run: async (ctx, { organization, kind, from, to }) => {
    if (to <= from) throw toInputError([{ field: "to", rule: "endBeforeStart" }]);
    await actInTrace(ctx);
    const { rows } = await ctx.trace.execute(
      sql`update trace.licence set to_on = ${to}::date where org_id = ${await requireFirm(ctx, organization)}::uuid and kind = ${kind}
        and from_on = ${from}::date returning kind`,
    );
    if (rows.length === 0) throw new LilinkError("NOT_FOUND");
    return { organization, kind };
  },
  audit: ({ organization, kind, to }) => ({
    subjectKind: "licence",
    subjectId: null,
    detail: { organization, kind, to },
  }),
});

async function requireFirm(ctx: Context, publicId: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from organization where public_id = ${publicId} and status = 'verified'`,
  );
  if (!rows[0]) throw toInputError([{ field: "organization", rule: "notInList" }]);
  return rows[0].id;
}
