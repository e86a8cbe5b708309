import { jobPayloads } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { countFamilies, type GrantedPatent, meanGaps } from "@lilink/model/governance";
import { registers } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { ImportResult } from "../../figures/goal/import-series.ts";
import { auditComputed, publishComputed } from "../../figures/series/publish-computed.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";

type Tables = Parameters<typeof headOf>[0];
const gaps = registers.gapRecord as unknown as Tables;
const patents = registers.patent as unknown as Tables;

/** What MAT-03 and MAT-04 are read from. */
export const recordSeries = {
  gap: {
    code: "lilink-technology-gap",
    name: { zh: "关键技术成熟度差距（差距记录均值）", en: "Gap of readiness, mean of the gap records" },
    unit: "TRL levels",
    source: "锂链通，已公布的技术差距（TRL） / LiLink, published gap records in TRL",
  },
  granted: {
    code: "lilink-patents-granted",
    name: {
      zh: "国内权利人当年首次授权的专利族",
      en: "Patent families held at home, first granted in the year",
    },
    unit: "count",
    source:
      "锂链通，已公布专利的权利人国别与授权日 / LiLink, published patents with holder's country and day of grant",
  },
  share: {
    code: "lilink-patents-share",
    name: { zh: "已授权专利族中国内权利人占比", en: "Share of granted patent families held at home" },
    unit: "%",
    source:
      "锂链通，已公布专利的权利人国别与授权日 / LiLink, published patents with holder's country and day of grant",
  },
} as const;

/** Publishes what gap records and patents say of the years that are over, with nothing typed. [GP2] [PT9] */
export const publishRecords = defineMutation({
  name: "governance.publish",
  input: jobPayloads["governance.publish"],
  authorize: { action: "goal.import" },
  run: async (ctx): Promise<ImportResult> => {
    const until = Number(toShanghaiDate(ctx.now).slice(0, 4)) - 1;
    const means = meanGaps(await readReadiness(ctx, until));
    const families = countFamilies(await readGranted(ctx), until);
    return publishComputed(ctx, [
      { ...recordSeries.gap, rows: means.map(({ year, value }) => ({ year, value: value.toFixed(2) })) },
      {
        ...recordSeries.granted,
        rows: families.map(({ year, granted }) => ({ year, value: String(granted) })),
      },
      { ...recordSeries.share, rows: families.map(({ year, share }) => ({ year, value: share.toFixed(1) })) },
    ]);
  },
  audit: auditComputed,
});

/** Every published reading in TRL of technologies that are still on the list, earlier versions of a record first. */
async function readReadiness(ctx: Context, until: number) {
  const { rows } = await ctx.db.execute<{
    technology: string;
    year: number;
    domestic: number;
    frontier: number;
  }>(
    sql`select h.public_id as technology, v.domestic_year as year, v.domestic_value::float8 as domestic, v.frontier_value::float8 as frontier
      from ${headOf(gaps)} h join ${versionOf(gaps)} v on v.record_id = h.id and v.status in ('live', 'past') and v.level = 'everyone'
      where h.live_version is not null and v.unit ~* '^\\s*trl\\M' and v.comparison = 'comparable' and 'materials' = any(v.links)
        and v.domestic_year <= ${until} and v.domestic_value between 1 and 9 and v.frontier_value between 1 and 9
      order by h.id, v.version limit 20000`,
  );
  return rows;
}

async function readGranted(ctx: Context): Promise<readonly GrantedPatent[]> {
  const { rows } = await ctx.db.execute<GrantedPatent>(
    sql`select v.number, v.family, v.holder_country as country, v.granted_on as "grantedOn"
      from ${headOf(patents)} h join ${versionOf(patents)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where v.granted_on is not null and v.holder_country is not null
      order by h.id limit 20000`,
  );
  return rows;
}
