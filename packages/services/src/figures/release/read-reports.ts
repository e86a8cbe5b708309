import { releaseSource, returnForm } from "@lilink/db/schema";
import type { Report, TablePlan } from "@lilink/model/goals/release/making";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { RoundSources, Source } from "./read-plan.ts";

/** What one edition was made from: these versions of returns, and what the exchange had counted of itself. */
export type MadeFrom = Pick<RoundSources, "period" | "sources" | "observed">;

type ByComponent = ReadonlyMap<string, readonly Report[]>;

/**
 * What was reported to the tables of one release. The versions that it is made from never change, so each edition is read once, in
 * one statement for all tables: figures that many tables ask about are not added up anew for each.
 */
export class ReportBook {
  readonly #codes: readonly string[];
  readonly #read = new Map<readonly Source[], Promise<ByComponent>>();
  readonly #sources = new Map<string, Promise<readonly Source[]>>();

  constructor(plans: readonly TablePlan[]) {
    const codes = plans.flatMap(({ members, pairs }) => [
      ...members.map(({ component }) => component.code),
      ...pairs.flatMap(({ parts }) => parts.flatMap((part) => part.codes)),
    ]);
    this.#codes = [...new Set(codes)];
  }

  /** The returns of a round that an earlier release was made from. */
  sourcesOf(ctx: Context, releaseId: string, roundId: string): Promise<readonly Source[]> {
    const key = `${releaseId} ${roundId}`;
    const known = this.#sources.get(key) ?? readSources(ctx, releaseId, roundId);
    this.#sources.set(key, known);
    return known;
  }

  /** What stands behind a table: figures of returns, or what the exchange counted. */
  async listReports(ctx: Context, plan: TablePlan, from: MadeFrom): Promise<readonly Report[]> {
    if (plan.basis === "platform") return listObserved(plan, from);
    return this.list(
      ctx,
      plan.members.map(({ component }) => component.code),
      from,
    );
  }

  /** What was reported of components, added up over the sites of each organization at each place. */
  async list(
    ctx: Context,
    codes: readonly string[],
    { period, sources }: Pick<MadeFrom, "period" | "sources">,
  ): Promise<readonly Report[]> {
    const reading = this.#read.get(sources) ?? readReported(ctx, this.#codes, period, sources);
    this.#read.set(sources, reading);
    const byComponent = await reading;
    return codes.flatMap((code) => byComponent.get(code) ?? []);
  }
}

async function readSources(ctx: Context, releaseId: string, roundId: string): Promise<readonly Source[]> {
  return ctx.db
    .select({ formId: releaseSource.formId, version: releaseSource.version })
    .from(releaseSource)
    .innerJoin(returnForm, eq(returnForm.id, releaseSource.formId))
    .where(and(eq(releaseSource.releaseId, releaseId), eq(returnForm.roundId, roundId)));
}

/** So much memory keeps the sums of a million figures in one table; on disk they take four times as long. */
const sumMemory = "256MB";

async function readReported(
  ctx: Context,
  codes: readonly string[],
  period: string,
  sources: readonly Source[],
): Promise<ByComponent> {
  const forms = await readForms(ctx, sources);
  const firsts = new Map<string, string>();
  const firstOf = (id: string) => {
    const key = JSON.stringify(forms.get(id));
    const first = firsts.get(key) ?? id;
    firsts.set(key, first);
    return first;
  };
  await ctx.db.execute(sql`select set_config('work_mem', ${sumMemory}, true)`);
  const { rows } = await ctx.db.execute<{ form: string } & Pick<Report, "component" | "place" | "value">>(sql`
    select s.first as form, v.component, v.place, trim_scale(sum(v.value))::text as value
    from unnest(${sql.param(sources.map(({ formId }) => formId))}::uuid[],
      ${sql.param(sources.map(({ version }) => version))}::int[],
      ${sql.param(sources.map(({ formId }) => firstOf(formId)))}::uuid[]) as s (form_id, version, first)
    join return_value v on v.form_id = s.form_id and v.version = s.version and v.component = any(${sql.param(codes)}::text[])
    where v.value is not null
    group by s.first, v.component, v.place`);
  const byComponent = new Map<string, Report[]>();
  for (const { form, component, place, value } of rows) {
    const owner = forms.get(form);
    if (!owner) continue;
    const list = byComponent.get(component);
    const report = { component, ...owner, period, place, value };
    if (list) list.push(report);
    else byComponent.set(component, [report]);
  }
  return byComponent;
}

type Owner = Pick<Report, "organizationId" | "group" | "province" | "size" | "link">;

async function readForms(ctx: Context, sources: readonly Source[]): Promise<ReadonlyMap<string, Owner>> {
  const rows = await ctx.db
    .select({
      id: returnForm.id,
      organizationId: returnForm.organizationId,
      group: sql<string>`coalesce(${returnForm.groupId}, ${returnForm.organizationId})`,
      province: returnForm.province,
      size: returnForm.size,
      link: sql<string>`split_part(${returnForm.sheet}, '.', 1)`,
    })
    .from(returnForm)
    .where(sql`${returnForm.id} = any(${sql.param(sources.map(({ formId }) => formId))}::uuid[])`);
  return new Map(rows.map(({ id, ...owner }) => [id, owner]));
}

function listObserved(plan: TablePlan, { period, observed }: MadeFrom): readonly Report[] {
  return (observed ?? []).flatMap(({ component, organizationId, group, place, value }) => {
    const member = plan.members.find((one) => one.component.code === component);
    if (!member) return [];
    const codes = member.component.dimensions.map((id) => place[id] ?? "");
    const { province = null, size = null, link = "" } = place;
    return [{ component, organizationId, group, period, province, size, link, place: codes, value }];
  });
}
