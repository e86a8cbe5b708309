import { jobPayloads } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { registerOf } from "@lilink/model/register";
import { type ProjectAbroad, sumAbroad } from "@lilink/model/supply";
import { sql } from "drizzle-orm";
import type { ImportResult } from "../../figures/goal/import-series.ts";
import { auditComputed, publishComputed } from "../../figures/series/publish-computed.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

/** Projects abroad that go on, and the output of those that produce by the equity share; RES-12 is read from them. */
export const abroadSeries = {
  projects: {
    code: "lilink-projects-abroad",
    name: { zh: "在执行的境外锂资源项目", en: "Lithium projects abroad that go on, by host country" },
    unit: "count",
    source:
      "锂链通，境外项目登记中人人可读的行 / LiLink, register of projects abroad, rows that everybody reads",
  },
  equity: {
    code: "lilink-equity-abroad",
    name: {
      zh: "投产境外项目的权益产能",
      en: "Equity share of the capacity of projects abroad that produce",
    },
    unit: "t LCE",
    source:
      "锂链通，境外项目登记，十家以上合计 / LiLink, register of projects abroad, summed over ten firms or more",
  },
} as const;

/**
 * Publishes, once a month, how many projects abroad go on in each country. The equity share of what produces is told for the world alone, in
 * the first edition of a year and only where ten firms or more stand behind it: an equity share is for members. [OP3]
 */
export const publishAbroad = defineMutation({
  name: "supply.publishAbroad",
  input: jobPayloads["supply.publishAbroad"],
  authorize: { action: "goal.import" },
  run: async (ctx): Promise<ImportResult> => {
    const today = toShanghaiDate(ctx.now);
    const year = Number(today.slice(0, 4));
    const { countries, total, equity } = sumAbroad(await readProjects(ctx));
    const { projects: counted, equity: shared } = abroadSeries;
    const count = (region: string, value: number) => ({ region, year, value: String(value) });
    const isFirst = today.slice(5, 7) === "01";
    return publishComputed(ctx, [
      {
        ...counted,
        rows:
          total === 0
            ? []
            : [...countries.map(([country, value]) => count(country, value)), count("WLD", total)],
      },
      {
        ...shared,
        rows: equity === null || !isFirst ? [] : [{ region: "WLD", year: year - 1, value: equity }],
      },
    ]);
  },
  audit: auditComputed,
});

const register = registerOf("overseasProject");

/** Live projects, with what members read of them; the worker alone reads the shares of all. */
async function readProjects(ctx: Context): Promise<readonly ProjectAbroad[]> {
  const { rows } = await ctx.db.execute<ProjectAbroad>(
    sql`select coalesce(p.group_id, h.organization_id)::text as firm, v.country, v.stage, v.capacity_value as capacity,
        v.counted_by as "countedBy", m.equity
      from ${headOf(register)} h join ${versionOf(register)} v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
      left join ${versionOf(register)} m on m.record_id = h.id and m.version = h.live_version and m.level = 'member'
      left join organization_profile p on p.organization_id = h.organization_id
      order by h.id limit 5000`,
  );
  return rows;
}
