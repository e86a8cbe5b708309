import { askRatesSchema, jobPayloads } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import type { Conformity } from "@lilink/model/recovery";
import { conformitySeries, rateDefinitions } from "@lilink/model/trace/rate";
import { type ImportResult, importSeries } from "../../figures/goal/import-series.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readConformity } from "./read-conformity.ts";
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
    const vintage = toShanghaiDate(ctx.now);
    const figures = (await readRates(ctx)).filter(({ value }) => value !== null);
    const told = rateDefinitions.filter(({ id }) => figures.some(({ rate }) => rate === id));
    const about = {
      unit: "%",
      address: null,
      licence: "CC-BY-4.0",
      vintage,
      confidence: "computed" as const,
    };
    const conformity = await readConformity(ctx);
    const bounds = conformity ? toBounds(conformity, vintage) : [];
    if (told.length + bounds.length === 0) return { added: [], unchanged: [], figures: 0 };
    const input = {
      series: [
        ...told.map(({ series, name, version }) => ({
          ...about,
          code: series,
          name,
          source: `LiLink, events of batteries and batches, definition ${version}`,
        })),
        ...bounds.map(({ series: code, name }) => ({
          ...about,
          code,
          name,
          source: "LiLink, declarations of conformity of listed recyclers",
        })),
      ],
      rows: [
        ...figures.map(({ rate, year, value, bodies }) => ({
          series: rateDefinitions.find(({ id }) => id === rate)?.series ?? "",
          region: "CN",
          year,
          period: String(year),
          value: ((value ?? 0) * 100).toFixed(1),
          note: String(bodies),
        })),
        ...bounds.map(({ name: _name, ...row }) => row),
      ],
    };
    try {
      return await importSeries.run(ctx, input);
    } catch (error) {
      // An edition of today says something else already: a published one never changes, the next is tomorrow's.
      if (!(error instanceof LilinkError && error.code === "CONFLICT")) throw error;
      return { added: [], unchanged: input.series.map(({ code }) => code), figures: 0 };
    }
  },
  audit: (_input, { added, figures }) =>
    added.length > 0 ? { subjectKind: "series", subjectId: null, detail: { added, figures } } : null,
});

/** The share of firms that meet every condition lies between these two. [TR96] */
function toBounds({ firms, met, unknown }: Conformity, today: string) {
  const year = Number(today.slice(0, 4));
  const row = (at: "low" | "high", value: number) => ({
    series: conformitySeries[at].series,
    name: conformitySeries[at].name,
    region: "CN",
    year,
    period: String(year),
    value: ((100 * value) / firms).toFixed(1),
    note: String(firms),
  });
  return [row("low", met), row("high", met + unknown)];
}
