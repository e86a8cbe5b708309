import { toShanghaiDate } from "@lilink/model/calendar";
import { isListedOn } from "@lilink/model/conditions";
import { type Concentration, concentrationOf, countListed, type ListCount } from "@lilink/model/recovery";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readListed } from "./read-listed.ts";

export type Recyclers = {
  readonly counts: ListCount;
  readonly states: Readonly<Record<string, number>>;
  /** Tonnes a year that listed sites may take, by province and qualification. */
  readonly capacity: readonly {
    readonly province: string;
    readonly recycling: number;
    readonly cascade: number;
  }[];
  /** By licensed capacity, which everybody may read. */
  readonly byCapacity: Concentration | null;
  /** By the mass that closed batches of the last finished year took in; null figures are kept back. */
  readonly byMass: {
    readonly year: number;
    readonly firms: number;
    readonly cr5: number | null;
    readonly hhi: number | null;
  };
};

/** Who may take batteries, where, and how concentrated that is. [TR72] [TR73] */
export const loadRecyclers = defineQuery({
  name: "recycler.load",
  input: z.object({}),
  authorize: { action: "record.browse" },
  run: async (ctx): Promise<Recyclers> => {
    const rows = await readListed(ctx);
    const today = toShanghaiDate(ctx.now);
    const listed = rows.filter((site) => isListedOn(site, today));
    const states: Record<string, number> = {};
    for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
    const sums = new Map<string, { recycling: number; cascade: number }>();
    for (const { province, qualification, capacity } of listed) {
      const sum = sums.get(province) ?? { recycling: 0, cascade: 0 };
      sum[qualification] += capacity ?? 0;
      sums.set(province, sum);
    }
    const year = Number(today.slice(0, 4)) - 1;
    const { rows: kept } = await ctx.db.execute<{ firms: number; cr5: number | null; hhi: number | null }>(
      sql`select firms, cr5::float8 as cr5, hhi::float8 as hhi from app.batch_concentration(${year}, ${today}::date)`,
    );
    return {
      counts: countListed(
        listed.map(({ organizationId, qualification }) => ({ firm: organizationId, qualification })),
      ),
      states,
      capacity: [...sums].map(([province, sum]) => ({ province, ...sum })),
      byCapacity: concentrationOf(
        listed.flatMap(({ organizationId, qualification, capacity }) =>
          qualification === "recycling" ? [{ firm: organizationId, amount: capacity ?? 0 }] : [],
        ),
      ),
      byMass: { year, ...(kept[0] ?? { firms: 0, cr5: null, hhi: null }) },
    };
  },
});
