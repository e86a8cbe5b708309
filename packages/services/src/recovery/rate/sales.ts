import { loadOutlookSchema, saveSalesSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { provinces } from "@lilink/model/codes";
import { isListedOn } from "@lilink/model/conditions";
import { toInputError } from "@lilink/model/error";
import {
  type LifeLaw,
  type Outlook,
  outlookOf,
  retiredIn,
  type SalesRow,
  toPackKt,
  wholeUntil,
} from "@lilink/model/trace/forecast";
import { sql } from "drizzle-orm";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { readListed } from "../recycler/read-listed.ts";

/** Brings in sales of batteries by year, province and chemistry; a row that is there is replaced. [TR93] */
export const saveSales = defineMutation({
  name: "outlook.save",
  input: saveSalesSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { source, rows }) => {
    const known = new Set(provinces.map(({ code }) => code));
    const faults = rows.flatMap(({ province }, at) =>
      known.has(province) ? [] : [{ field: `rows.${at}.province`, rule: "notInList" as const }],
    );
    if (faults.length > 0) throw toInputError(faults);
    await ctx.db.execute(
      sql`insert into battery_sales (province, year, chemistry, gwh, source, saved_at)
        select distinct on (year, province, chemistry) province, year, chemistry, gwh, ${source}, ${ctx.now.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (province text, year int, chemistry text, gwh numeric)
        on conflict (year, province, chemistry) do update set gwh = excluded.gwh, source = excluded.source, saved_at = excluded.saved_at`,
    );
    return { rows: rows.length };
  },
  audit: ({ source, rows }) => ({
    subjectKind: "series",
    subjectId: null,
    detail: { source, rows: rows.length },
  }),
});

export type ProvinceLoad = {
  readonly province: string;
  /** kt of packs that retire in the year. */
  readonly retired: number;
  /** kt a year that listed sites may take. */
  readonly licensed: number;
};

const [firstYear, lastYear] = [2020, 2035];

/** How many packs retire, when and where, against what licensed sites may take. [TR50] [TR93] */
export const loadOutlook = defineQuery({
  name: "outlook.load",
  input: loadOutlookSchema,
  authorize: { action: "goal.browse" },
  run: async (ctx, { province, chemistry, shape, scale, observed }) => {
    const { rows } = await ctx.db.execute<SalesRow & { source: string }>(
      sql`select province, year, chemistry, gwh::float8 as gwh, source from battery_sales order by year, province, chemistry limit 20000`,
    );
    const law: LifeLaw =
      observed && observed.length > 0
        ? { kind: "observed", failed: observed.toSorted((a, b) => a - b) }
        : { kind: "weibull", shape, scale };
    const laws = { lfp: law, ternary: law, lmo: law, lto: law, other: law };
    const years: readonly Outlook[] = outlookOf(rows, laws, firstYear, lastYear, { province, chemistry });
    const today = toShanghaiDate(ctx.now);
    const listed = (await readListed(ctx)).filter((site) => isListedOn(site, today));
    const year = Number(today.slice(0, 4));
    const chemistries = [...new Set(rows.map((row) => row.chemistry))];
    const loads = provinces.flatMap(({ code }): ProvinceLoad[] => {
      const retired = chemistries
        .filter((one) => chemistry === undefined || one === chemistry)
        .reduce(
          (sum, one) => sum + toPackKt(retiredIn(rows, laws, year, { province: code, chemistry: one }), one),
          0,
        );
      const licensed = listed
        .filter((site) => site.province === code)
        .reduce((sum, { capacity }) => sum + (capacity ?? 0) / 1000, 0);
      return retired > 0 || licensed > 0 ? [{ province: code, retired, licensed }] : [];
    });
    return {
      years,
      loads,
      year,
      /** The last year of sales, and the last year that the forecast tells whole. */
      soldUntil: rows.reduce((last, { year: sold }) => Math.max(last, sold), 0),
      wholeUntil: wholeUntil(rows, law) ?? firstYear,
      sales: rows.length,
      soldGwh: rows.reduce((sum, { gwh }) => sum + gwh, 0),
      sources: [...new Set(rows.map(({ source }) => source))].slice(0, 5),
      /** Sites of the register of recyclers as it stands today; what they may take is counted for every year. */
      listedSites: listed.length,
      licensedKt: listed.reduce((sum, { capacity }) => sum + (capacity ?? 0) / 1000, 0),
    };
  },
});
