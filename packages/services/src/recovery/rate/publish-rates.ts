import { askRatesSchema, jobPayloads } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { maturitySeries } from "@lilink/model/conditions";
import type { Conformity } from "@lilink/model/recovery";
import { conformitySeries, rateDefinitions } from "@lilink/model/trace/rate";
import type { ImportResult } from "../../figures/goal/import-series.ts";
import {
  auditComputed,
  type ComputedSeries,
  publishComputed,
} from "../../figures/series/publish-computed.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readConformity } from "./read-conformity.ts";
import { readMaturity } from "./read-maturity.ts";
import { readRates } from "./read-rates.ts";

/** Asks that the rates of all finished years be published as an edition of today. [TR91] */
export const askRates = defineMutation({
  name: "rate.ask",
  input: askRatesSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx) => {
    await ctx.enqueue("rate.publish", {});
    return { on: toShanghaiDate(ctx.now) };
  },
  audit: () => ({ subjectKind: "series", subjectId: null }),
});

/**
 * Publishes each rate as a series of its own, an edition a day; what is kept back is left out. An officer may then adopt a figure for its
 * indicator, and goals are judged by it. [TR91]
 */
export const publishRates = defineMutation({
  name: "rate.publish",
  input: jobPayloads["rate.publish"],
  authorize: { action: "goal.import" },
  run: async (ctx): Promise<ImportResult> => {
    const year = Number(toShanghaiDate(ctx.now).slice(0, 4));
    const figures = (await readRates(ctx)).filter(({ value }) => value !== null);
    const [conformity, maturity] = [await readConformity(ctx), await readMaturity(ctx)];
    return publishComputed(ctx, [
      ...rateDefinitions.map(({ id, series: code, name, version }) => ({
        ...{ code, unit: "%" },
        name: { zh: `${name.zh}，平台跟踪的电池`, en: `${name.en}, batteries followed on the platform` },
        source: `锂链通，电池事件与批次，定义第 ${version} 版 / LiLink, events of batteries and batches, definition ${version}`,
        rows: figures
          .filter(({ rate }) => rate === id)
          .map(({ value, bodies, year: of }) => ({
            ...{ year: of, value: ((value ?? 0) * 100).toFixed(1), note: String(bodies) },
          })),
      })),
      ...(conformity ? toBounds(conformitySeries, conformity, conformity.firms, year) : []),
      ...(maturity ? toBounds(maturitySeries, maturity, maturity.plants, year) : []),
    ]);
  },
  audit: auditComputed,
});

/** A share of which something is not known lies between these two. [TR96] [CN8] */
function toBounds(
  about: typeof conformitySeries | typeof maturitySeries,
  { firms, met, unknown }: Conformity,
  all: number,
  year: number,
) {
  const row = (at: "low" | "high", value: number): ComputedSeries => ({
    ...{ code: about[at].series, name: about[at].name, unit: "%" },
    source: "锂链通，在列的符合性声明 / LiLink, declarations of conformity that are listed",
    rows: [{ year, value: ((100 * value) / all).toFixed(1), note: String(firms) }],
  });
  return [row("low", met), row("high", met + unknown)];
}
