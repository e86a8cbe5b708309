import { type OpenProject, openProjectSchema, openProjectsSchema, toCordis, toRaid } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { shiftDate, shiftMonths } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";

type Row = Omit<OpenProject, "endsOn"> & { readonly id: string; readonly months: number };

/** Projects as everybody may read them; the newest start first. No table that is closed to a visitor is read. [PJ5] */
async function readOpen(
  ctx: Context,
  of: { readonly publicId?: string; readonly after?: readonly [string, string]; readonly limit?: number },
): Promise<readonly (OpenProject & { readonly id: string })[]> {
  const { rows } = await ctx.db.execute<Row>(sql`select a.id, a.public_id as "publicId", a.title, a.abstract,
      a.research_class as "researchClass", a.state, a.starts_on::text as "startsOn", a.months, a.amount::float8 as amount,
      (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = a.org_id) as lead,
      (select jsonb_build_object('publicId', h.public_id, 'number', v.number) from fund_call h
        join fund_call_version v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone' where h.id = a.call_id) as call,
      coalesce((select jsonb_agg(jsonb_build_object('publicId', m.public_id, 'title', m.title, 'workPackage', m.work_package, 'measure', m.measure,
          'promisedOn', m.baseline_on, 'dueOn', m.due_on, 'endedOn', m.ended_on, 'state', m.state) order by m.baseline_on, m.public_id)
        from fund_milestone m where m.award_id = a.id), '[]'::jsonb) as milestones,
      coalesce((select jsonb_agg(jsonb_build_object('publicId', f.public_id, 'kind', f.kind, 'title', f.title, 'identifier', f.identifier,
          'madeOn', f.made_on, 'contributors', coalesce((select jsonb_agg(jsonb_build_object('name', c.name, 'roles', c.roles, 'share', c.share::float8)
            order by c.position) from fund_contributor c where c.output_id = f.id), '[]'::jsonb)) order by f.made_on, f.public_id)
        from fund_output f where f.award_id = a.id), '[]'::jsonb) as outputs
    from fund_award a
    where ${of.publicId === undefined ? sql`true` : sql`a.public_id = ${of.publicId}`}
      and ${of.after ? sql`(a.starts_on, a.id) < (${of.after[0]}::date, ${of.after[1]}::uuid)` : sql`true`}
    order by a.starts_on desc, a.id desc limit ${of.limit ?? 1}`);
  return rows.map(({ months, ...row }) => ({
    ...row,
    endsOn: shiftDate(shiftMonths(row.startsOn, months), -1),
  }));
}

const homeOf = (ctx: Context) => new URL(ctx.identity.publicUrl).origin;

/** Projects in the fields of CORDIS, page by page. [PJ5] */
export const listOpenProjects = defineQuery({
  name: "fund.projects",
  input: openProjectsSchema,
  rest: { tag: "registers", method: "GET", path: "/projects", open: true, output: shape.projectPage },
  authorize: { action: "record.browse" },
  run: async (ctx, { cursor, limit }) => {
    const rows = await readOpen(ctx, { ...(cursor && { after: readKeyCursor(cursor) }), limit: limit + 1 });
    return toPage(
      rows,
      limit,
      ({ startsOn, id }) => [startsOn, id],
      (row) => toCordis(row, homeOf(ctx)),
    );
  },
});

/** One project in the fields of CORDIS and in the blocks of RAiD. [PJ5] */
export const loadOpenProject = defineQuery({
  name: "fund.project",
  input: openProjectSchema,
  rest: {
    tag: "registers",
    method: "GET",
    path: "/projects/{publicId}",
    open: true,
    output: shape.projectCard,
  },
  authorize: { action: "record.browse" },
  run: async (ctx, { publicId }) => {
    const [found] = await readOpen(ctx, { publicId });
    if (!found) throw new LilinkError("NOT_FOUND");
    const home = homeOf(ctx);
    return { cordis: toCordis(found, home), raid: toRaid(found, home) };
  },
});
