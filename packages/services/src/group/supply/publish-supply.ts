import { jobPayloads } from "@lilink/contract";
import { windowsOf } from "@lilink/model/supply";
import type { ImportResult } from "../../figures/goal/import-series.ts";
import { auditComputed, publishComputed } from "../../figures/series/publish-computed.ts";
import { defineMutation } from "../../kernel/define.ts";
import { lithiumProducts } from "./load-supply.ts";
import { readAmounts } from "./read-amounts.ts";

/** Yearly imports by country in contained lithium; shares and concentration of RES-03 and RES-04 are read from it. */
export const supplySeries = {
  code: "lilink-lithium-imports",
  name: {
    zh: "按来源国的锂进口（平台汇总）",
    en: "Lithium imports by country of origin (summed by the platform)",
  },
} as const;

/**
 * Publishes whole years of imports as a series, an edition a day, once a file of trade was taken. Samples are left out. An officer may adopt a
 * figure for its indicator, and goals are judged by it. [SU2]
 */
export const publishSupply = defineMutation({
  name: "supply.publish",
  input: jobPayloads["supply.publish"],
  authorize: { action: "goal.import" },
  run: async (ctx): Promise<ImportResult> => {
    const sums = await readAmounts(ctx, "CN", lithiumProducts, "lce");
    const windows = windowsOf(
      sums.filter(({ flow, sample }) => flow === "import" && !sample),
      "year",
    );
    const row = (region: string, period: string, amount: number) => ({
      ...{ region, year: Number(period), value: amount.toFixed(3) },
    });
    return publishComputed(ctx, [
      {
        ...supplySeries,
        unit: "t LCE",
        source: "锂链通，境外供应页所列贸易文件 / LiLink, files of trade as listed on the page of supply",
        rows: windows.flatMap(({ period, sources, total }) => [
          ...sources.map(({ source, amount }) => row(source, period, amount)),
          row("WLD", period, total),
        ]),
      },
    ]);
  },
  audit: auditComputed,
});
