import type { CalendarDate } from "../calendar/shanghai-date.ts";
import type { PostingContent } from "./field.ts";
import { nextPeriods, usualMonths } from "./schedule.ts";

/** What a plant makes, as goods of the chain. */
const goodsOf: Readonly<Record<string, string>> = {
  lithium_carbonate: "li2co3-batt",
  lithium_hydroxide: "lioh-batt",
  lithium_chloride: "licl",
  lithium_metal: "li-metal",
  packs: "battery-pack",
};

export type PlantOutput = {
  readonly products: readonly string[];
  readonly province: string | null;
  readonly makesTernary: boolean | null;
  readonly makesIron: boolean | null;
};

/**
 * The offer with which a plant gives away what it does not use: its goods, its province, the year to come as months that wait for
 * amounts. Null where it makes nothing that the chain knows. [PO28]
 * @example toIdleCapacity({ products: ["lithium_hydroxide"], … }, "2026-11-29")?.concept // "lioh-batt"
 */
export function toIdleCapacity(
  { products, province, makesTernary, makesIron }: PlantOutput,
  today: CalendarDate,
): Partial<PostingContent> | null {
  const cells = [...(makesTernary || !makesIron ? ["cell-ncm"] : []), ...(makesIron ? ["cell-lfp"] : [])];
  const goods = products.flatMap((product) => (product === "cells" ? cells : (goodsOf[product] ?? [])));
  const [concept, ...concepts] = goods;
  if (concept === undefined) return null;
  const isEnergy = products.every((product) => product === "cells" || product === "packs");
  return {
    concept,
    ...(concepts.length > 0 ? { concepts } : {}),
    ...(province ? { region: province } : {}),
    maturity: "bulk",
    cooperation: ["supply", "toll"],
    volume: {
      amount: "",
      unit: isEnergy ? "GWh" : "t",
      schedule: nextPeriods(today, usualMonths).map((period) => ({ period, amount: "" })),
    },
  };
}
