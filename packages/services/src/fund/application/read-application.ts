import { fundApplication } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { ApplicationState, EligibilityCode } from "@lilink/model/fund/life";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type Body = { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };
export type PartnerView = Body & {
  readonly share: number;
  readonly agreed: boolean;
  readonly isOwn: boolean;
};
export type ApplicationView = {
  readonly publicId: string;
  readonly state: ApplicationState;
  readonly revision: number;
  readonly lead: Body;
  readonly isOwn: boolean;
  readonly leader: string;
  readonly team: readonly string[];
  readonly title: string;
  readonly abstract: string;
  readonly body: string;
  readonly asked: number | null;
  readonly months: number | null;
  readonly share: number;
  readonly partners: readonly PartnerView[];
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
  readonly codes: readonly EligibilityCode[] | null;
  readonly reason: string | null;
  readonly appeal: string | null;
  readonly appealedAt: Date | null;
  readonly judgedAt: Date | null;
};
type Moments = "savedAt" | "submittedAt" | "appealedAt" | "judgedAt";
export type KnownApplication = ApplicationView & { readonly id: string; readonly callId: string };

/** Applications that the reader may read: the database leaves the rest out. `own`: those of the own organization alone. */
export async function readApplications(
  ctx: Context,
  where: { readonly publicId?: string; readonly callId?: string; readonly own?: true },
): Promise<readonly KnownApplication[]> {
  const own = sql`coalesce(app.org(), '00000000-0000-0000-0000-000000000000'::uuid)`;
  const { rows } = await ctx.db.execute<
    Omit<KnownApplication, Moments> & { savedAt: string } & Readonly<
        Record<Exclude<Moments, "savedAt">, string | null>
      >
  >(sql`select a.id, a.public_id as "publicId", a.call_id as "callId", a.state, a.revision, a.org_id = ${own} as "isOwn",
      (select jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en) from organization o where o.id = a.org_id) as lead,
      a.leader, a.team, a.title, a.abstract, a.body, a.asked::float8 as asked, a.months, a.share::float8 as share,
      coalesce((select jsonb_agg(jsonb_build_object('publicId', o.public_id, 'nameZh', o.name_zh, 'nameEn', o.name_en,
          'share', p.share, 'agreed', p.agreed_at is not null, 'isOwn', p.org_id = ${own}) order by p.share desc, o.public_id)
        from fund_partner p join organization o on o.id = p.org_id where p.application_id = a.id), '[]'::jsonb) as partners,
      a.saved_at as "savedAt", a.submitted_at as "submittedAt", a.codes, a.reason,
      a.appeal, a.appealed_at as "appealedAt", a.judged_at as "judgedAt"
    from fund_application a
    where ${where.publicId === undefined ? sql`true` : sql`a.public_id = ${where.publicId}`}
      and ${where.callId === undefined ? sql`true` : sql`a.call_id = ${where.callId}`}
      and ${where.own === undefined ? sql`true` : sql`(a.org_id = ${own} or a.id in (select p.application_id from fund_partner p where p.org_id = ${own}))`}
    order by a.saved_at desc, a.id`);
  const moment = (at: string | null) => (at === null ? null : new Date(at));
  return rows.map(({ savedAt, submittedAt, appealedAt, judgedAt, ...row }) => ({
    ...row,
    savedAt: new Date(savedAt),
    submittedAt: moment(submittedAt),
    appealedAt: moment(appealedAt),
    judgedAt: moment(judgedAt),
  }));
}

/** @throws LilinkError NOT_FOUND where the reader sees no such application */
export async function requireApplication(ctx: Context, publicId: string): Promise<KnownApplication> {
  const [found] = await readApplications(ctx, { publicId });
  if (!found) throw new LilinkError("NOT_FOUND");
  return found;
}

/** The row of one's own application, locked, so that two saves wait for each other. */
export async function requireOwnRow(ctx: Context, publicId: string) {
  const [row] = await ctx.db
    .select()
    .from(fundApplication)
    .where(eq(fundApplication.publicId, publicId))
    .for("update");
  if (!row || !("organizationId" in ctx.actor) || row.organizationId !== ctx.actor.organizationId)
    throw new LilinkError("NOT_FOUND");
  return row;
}
