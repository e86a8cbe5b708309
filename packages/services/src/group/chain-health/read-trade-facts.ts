import type { FactorFact } from "@lilink/model/chain-health";
import { lastDayOf } from "@lilink/model/return";
import { latestWindow, windowsOf } from "@lilink/model/supply";
import { productConcepts, tradeProductIds } from "@lilink/model/supply/trade";
import type { Context } from "../../kernel/context.ts";
import { lithiumProducts } from "../supply/load-supply.ts";
import { readAmounts } from "../supply/read-amounts.ts";
import { readMined } from "../supply/read-use.ts";

/** How concentrated the sources of imports are, of each product that trade is counted by. */
export async function readTradeFacts(ctx: Context): Promise<readonly FactorFact[]> {
  const facts: FactorFact[] = [];
  for (const product of tradeProductIds) {
    const sums = await readAmounts(ctx, "CN", [product], "tonnes");
    const imports = sums.filter(({ flow }) => flow === "import");
    const latest = latestWindow(imports);
    if (!latest?.concentration) continue;
    const { low, high } = latest.concentration;
    const isSample = imports.some(({ sample }) => sample);
    for (const node of productConcepts[product])
      facts.push({
        node,
        factor: "source_concentration",
        low,
        high,
        ...(high - low > 0.0005 && { why: "uncertain" as const }),
        asOf: lastDayOf(latest.period),
        source: "trade",
        path: `/supply?product=${product}&span=twelve`,
        ...(isSample && { sample: true as const }),
      });
  }
  return facts;
}

/** How much of its lithium the country imports: imports less exports beside what it mines itself, of the last year that both are known of. */
export async function readDependence(ctx: Context): Promise<readonly FactorFact[]> {
  const sums = await readAmounts(ctx, "CN", lithiumProducts, "lce");
  const totals = new Map(
    (["import", "export"] as const).map((flow) => [
      flow,
      new Map(
        windowsOf(
          sums.filter((one) => one.flow === flow),
          "year",
        ).map(({ period, total }) => [period, total]),
      ),
    ]),
  );
  const years = [...(totals.get("import")?.keys() ?? [])].map(Number);
  const mined = await readMined(ctx, "CN", years);
  if (!mined) return [];
  const year = String(mined.year);
  const net = Math.max(0, (totals.get("import")?.get(year) ?? 0) - (totals.get("export")?.get(year) ?? 0));
  if (net + mined.lce <= 0) return [];
  const share = net / (net + mined.lce);
  return [
    {
      node: "spodumene-conc",
      factor: "import_dependence",
      low: share,
      high: share,
      asOf: lastDayOf(year),
      source: "production",
      path: "/supply",
      ...(sums.some(({ sample }) => sample) && { sample: true as const }),
    },
  ];
}
