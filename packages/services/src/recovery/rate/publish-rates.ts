import { askRatesSchema, jobPayloads } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { rateDefinitions } from "@lilink/model/trace/rate";
import { importSeries } from "../../figures/goal/import-series.ts";
import { defineMutation } from "../../kernel/define.ts";
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
  run: async (ctx) => {
    const figures = (await readRates(ctx)).filter(({ value }) => value !== null);
    const told = rateDefinitions.filter(({ id }) => figures.some(({ rate }) => rate === id));
    if (told.length === 0) return { added: [], unchanged: [], figures: 0 };
    return importSeries.run(ctx, {
      series: told.map(({ series, name, version }) => ({
        code: series,
        name,
        unit: "%",
        source: `LiLink, events of batteries and batches, definition ${version}`,
        address: null,
        licence: "CC-BY-4.0",
        vintage: toShanghaiDate(ctx.now),
        confidence: "computed" as const,
      })),
      rows: figures.map(({ rate, year, value, bodies }) => ({
        series: rateDefinitions.find(({ id }) => id === rate)?.series ?? "",
        region: "CN",
        year,
        period: String(year),
        value: ((value ?? 0) * 100).toFixed(1),
        note: String(bodies),
      })),
    });
  },
  audit: (_input, { added, figures }) =>
    added.length > 0 ? { subjectKind: "series", subjectId: null, detail: { added, figures } } : null,
});
