import { incentiveTerms } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { IncentiveTerms, RefusalCode } from "@lilink/model/incentive";
import { type IncentiveState, type incentiveBenefits, registerOf } from "@lilink/model/register";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const programmes = registerOf("incentiveProgramme");
const policies = registerOf("publicPolicy");

/** Sums in yuan; null where fewer than three bodies stand behind one. Officers read them exactly, others to a twentieth of the budget. [IC5] */
export type ProgrammeMoney = {
  readonly budget: number;
  /** Reserved or paid. */
  readonly bound: number | null;
  readonly paid: number | null;
  readonly takenBack: number | null;
  readonly exact: boolean;
};
export type ProgrammeCounts = {
  readonly granted: number | null;
  readonly bodies: number | null;
  readonly refused: Readonly<Partial<Record<RefusalCode, number>>>;
};
export type Programme = {
  readonly id: string;
  readonly publicId: string;
  readonly state: IncentiveState;
  readonly titleZh: string | null;
  readonly titleEn: string | null;
  readonly benefit: (typeof incentiveBenefits)[number];
  readonly opensOn: string;
  readonly closesOn: string;
  readonly evaluateOn: string;
  readonly policy: {
    readonly publicId: string;
    readonly zh: string | null;
    readonly en: string | null;
  } | null;
  readonly money: ProgrammeMoney;
  readonly counts: ProgrammeCounts;
};

/** Programmes as they are live, with their money and what became of their claims; the newest opening first. [IC5] */
export async function readProgrammes(ctx: Context, which: SQL = sql`true`): Promise<readonly Programme[]> {
  const { rows } = await ctx.db.execute<Programme>(sql`select h.id, h.public_id as "publicId", h.state,
      v.title_zh as "titleZh", v.title_en as "titleEn", v.benefit, v.opens_on as "opensOn", v.closes_on as "closesOn",
      v.evaluate_on as "evaluateOn",
      (select jsonb_build_object('publicId', p.public_id, 'zh', p.title_zh, 'en', p.title_en) from ${headOf(policies)} p where p.id = v.policy_id) as policy,
      (select jsonb_build_object('budget', m.budget::float8, 'bound', m.bound::float8, 'paid', m.paid::float8,
        'takenBack', m.taken_back::float8, 'exact', m.exact)
        from app.incentive_money(h.id) m) as money,
      app.incentive_counts(h.id) as counts
    from ${headOf(programmes)} h join ${versionOf(programmes)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
    where ${which} order by v.opens_on desc, h.public_id limit 100`);
  return rows;
}

/** @throws NOT_FOUND where it is not public yet */
export async function requireProgramme(ctx: Context, which: SQL): Promise<Programme> {
  const [row] = await readProgrammes(ctx, which);
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

/** The terms of a programme, the earliest first. */
export async function readTerms(ctx: Context, programmeId: string): Promise<readonly IncentiveTerms[]> {
  const rows = await ctx.db
    .select()
    .from(incentiveTerms)
    .where(eq(incentiveTerms.programmeId, programmeId))
    .orderBy(asc(incentiveTerms.fromOn));
  return rows.map(({ id, fromOn, kinds, sizes, links, provinces, most, claims }) => ({
    id,
    from: fromOn,
    kinds: kinds as IncentiveTerms["kinds"],
    sizes: sizes as IncentiveTerms["sizes"],
    links: links as IncentiveTerms["links"],
    provinces,
    most,
    claims,
  }));
}

type Titled = { readonly titleZh: string | null; readonly titleEn: string | null };

/** What a notice calls a programme, to each reader in its language. */
export const bothTitles = ({ titleZh, titleEn }: Titled) => ({
  zh: titleZh ?? titleEn ?? "",
  en: titleEn ?? titleZh ?? "",
});
