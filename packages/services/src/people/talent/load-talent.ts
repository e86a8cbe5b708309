import { talentRollup } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import {
  allCode,
  capByTotals,
  coverageOf,
  type Foretold,
  fieldOfSkill,
  foretell,
  isCompound,
  mismatchOf,
  type People,
  type RolledCell,
  rollUpDays,
} from "@lilink/model/people";
import { registerOf } from "@lilink/model/register";
import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

const programmes = registerOf("programme");
const laboratories = registerOf("laboratory");

/** Bounds as readers get them: no upper one where nothing bounds it. */
export type PeopleBand = { readonly low: number; readonly high: number | null; readonly withheld: boolean };
export type SkillOutlook = {
  readonly skill: string;
  readonly field: string;
  /** Null where nobody stated anything. */
  readonly wanted: PeopleBand | null;
  readonly provinces: readonly ({ readonly province: string } & PeopleBand)[];
  readonly seats: number;
  readonly intake: number;
  readonly graduates: number;
  readonly placed: number;
  readonly coverage: { readonly low: number; readonly high: number | null } | null;
} & Foretold;

/** A province with the people wanted there, of all skills. */
export type ProvinceOutlook = { readonly province: string; readonly wanted: PeopleBand | null } & Foretold;

type SkillSums = {
  readonly skill: string;
  readonly seats: number;
  readonly intake: number;
  readonly graduates: number;
  readonly placed: number;
};

const toPeople = ({ low, high }: Pick<RolledCell, "low" | "high">): People => ({
  low,
  high: high ?? Number.POSITIVE_INFINITY,
});
const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** Demand for people by skill and province, against seats and graduates of programmes, with a forecast and its error. [SK6] [SK7] [SK8] */
export const loadTalent = defineQuery({
  name: "talent.load",
  input: z.object({}),
  authorize: { action: "goal.browse" },
  run: async (ctx) => {
    const [heldOn] = rollUpDays(toShanghaiDate(ctx.now));
    const [now] = await ctx.db.select().from(talentRollup).orderBy(desc(talentRollup.asOf)).limit(1);
    const [held] = await ctx.db.select().from(talentRollup).where(eq(talentRollup.asOf, heldOn));
    const programmed = await readTaught(ctx);
    const taught = bySkill(programmed);
    const cells = capByTotals(now?.cells ?? []);
    const year = Number((now?.asOf ?? toShanghaiDate(ctx.now)).slice(0, 4));
    const isLeaf = (skill: string) => skill !== allCode && fieldOfSkill(skill) !== skill;
    const wanted = cells.filter(
      (cell) => cell.component === "wanted" && cell.year === year && isLeaf(cell.skill),
    );
    const skills = [...new Set([...wanted.map(({ skill }) => skill), ...taught.map(({ skill }) => skill)])];
    const items = skills.map((skill): SkillOutlook => {
      const all = wanted.find((cell) => cell.skill === skill && cell.province === allCode);
      const {
        seats = 0,
        intake = 0,
        graduates = 0,
        placed = 0,
      } = taught.find((one) => one.skill === skill) ?? {};
      const coverage = all ? coverageOf(placed + seats, toPeople(all)) : null;
      return {
        skill,
        field: fieldOfSkill(skill),
        wanted: all ? toBand(all) : null,
        provinces: wanted
          .filter((cell) => cell.skill === skill && cell.province !== allCode)
          .map((cell) => ({ province: cell.province, ...toBand(cell) })),
        ...{ seats, intake, graduates, placed },
        coverage: coverage && { low: coverage.low, high: finite(coverage.high) },
        ...foretell(cells, held?.cells ?? [], year, { skill }),
      };
    });
    return {
      asOf: now?.asOf ?? null,
      year,
      items: items.sort((a, b) => mostOf(b.wanted) - mostOf(a.wanted) || (a.skill < b.skill ? -1 : 1)),
      provinces: toProvinces(cells, held?.cells ?? [], year),
      mismatch: mismatchOf(
        Object.fromEntries(items.map(({ skill, wanted: band }) => [skill, middleOf(band)])),
        Object.fromEntries(items.map(({ skill, seats }) => [skill, seats])),
      ),
      seats: {
        all: seatsOf(programmed),
        compound: seatsOf(programmed.filter(({ skills, links }) => isCompound(skills, links))),
      },
      testers: { laboratories: await countTesters(ctx) },
    };
  },
});

/** Demand of all skills by province, most first, from the sums that readers see. [SK10] */
function toProvinces(
  cells: readonly RolledCell[],
  held: readonly RolledCell[],
  year: number,
): readonly ProvinceOutlook[] {
  const ofAll = cells.filter(({ skill, province }) => skill === allCode && province !== allCode);
  const outlooks = [...new Set(ofAll.map(({ province }) => province))].map((province) => {
    const wanted = ofAll.find(
      (cell) => cell.province === province && cell.component === "wanted" && cell.year === year,
    );
    const foretold = foretell(cells, held, year, { province });
    return { province, wanted: wanted ? toBand(wanted) : null, ...foretold };
  });
  return outlooks.sort((a, b) => mostOf(b.wanted) - mostOf(a.wanted) || (a.province < b.province ? -1 : 1));
}

const seatsOf = (taught: readonly Taught[]) => taught.reduce((sum, { seats }) => sum + seats, 0);
const mostOf = (band: PeopleBand | null) => band?.high ?? band?.low ?? -1;
const middleOf = (band: PeopleBand | null) => (band ? (band.low + (band.high ?? band.low)) / 2 : 0);
const toBand = ({ low, high, withheld }: RolledCell): PeopleBand => ({ low, high, withheld });

type Taught = Omit<SkillSums, "skill"> & {
  readonly skills: readonly string[];
  readonly links: readonly string[];
};

/** Published programmes that are approved or running. [SK6] */
async function readTaught(ctx: Context): Promise<readonly Taught[]> {
  const { rows } = await ctx.db.execute<Taught>(
    sql`select v.skills, v.links, v.seats, coalesce(v.intake, 0) as intake, coalesce(v.graduates, 0) as graduates, coalesce(v.placed, 0) as placed
      from ${headOf(programmes)} h join ${versionOf(programmes)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where v.stage in ('approved', 'running') order by h.id limit 20000`,
  );
  return rows;
}

/** By the skills that they teach: a seat for several skills counts for each. [SK6] */
function bySkill(taught: readonly Taught[]): readonly SkillSums[] {
  const sums = new Map<string, SkillSums>();
  for (const { skills, seats, intake, graduates, placed } of taught)
    for (const skill of skills) {
      const known = sums.get(skill) ?? { skill, seats: 0, intake: 0, graduates: 0, placed: 0 };
      sums.set(skill, {
        skill,
        seats: known.seats + seats,
        intake: known.intake + intake,
        graduates: known.graduates + graduates,
        placed: known.placed + placed,
      });
    }
  return [...sums.values()];
}

/** Laboratories that test batteries under an accreditation that holds today. */
async function countTesters(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${headOf(laboratories)} h join ${versionOf(laboratories)} v on v.record_id = h.id
      and v.status = 'live' and v.level = 'everyone' where v.accredited_until >= ${toShanghaiDate(ctx.now)} and v.slots is not null`,
  );
  return rows[0]?.count ?? 0;
}
