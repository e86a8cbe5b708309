import { mostTradeRows } from "@lilink/contract";
import type { Database, Principal } from "@lilink/db";
import { tradeLoad } from "@lilink/db/schema";
import { productOfLine, type TradeFlow, WORLD } from "@lilink/model/supply/trade";
import { closeTrade, openTrade, takeTrade } from "../../group/supply/take-trade.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import trade from "./data/trade.json" with { type: "json" };

/** Invented trade by month and partner, so that concentration and the stress bench are alive. What is there stays. */
export async function seedTrade(owner: Database, app: Kernel, officer: Principal): Promise<void> {
  if ((await owner.$count(tradeLoad)) > 0) return;
  const { source, licence, reason, fileName } = trade;
  const head = {
    layout: "comtrade" as const,
    reporter: "CN",
    fileName,
    source,
    licence,
    reason,
    sample: true,
  };
  const { publicId } = await call(app, officer, openTrade, head);
  const rows = listRows();
  for (let at = 0; at < rows.length; at += mostTradeRows)
    await call(app, officer, takeTrade, { publicId, rows: rows.slice(at, at + mostTradeRows) });
  await call(app, officer, closeTrade, { publicId, skipped: 0 });
}

function listRows() {
  const months = trade.years
    .flatMap((year, at) => Array.from({ length: 12 }, (_, month) => ({ year, at, month })))
    .filter(({ year, month }) => periodOf(year, month) <= trade.lastMonth);
  const rows = trade.rows.flatMap(({ line, flow, partner, tonnes, usd }, place) =>
    months.flatMap(({ year, at, month }) => {
      // Arrivals come in waves, and each partner's at other times.
      const wave = 1 + 0.25 * Math.sin((month + place * 2) * 1.7) + 0.1 * Math.cos(at * 3 + place);
      const amount = Math.round(((tonnes[at] ?? 0) / 12) * wave);
      return amount > 0
        ? [toRow(line, flow as TradeFlow, partner, periodOf(year, month), amount, amount * (usd[at] ?? 0))]
        : [];
    }),
  );
  // The printed total of ore says a little more than its partners.
  const totals = months.map(({ year, month }) => {
    const period = periodOf(year, month);
    const named = rows
      .filter((row) => row.period === period && row.line === "253090" && row.flow === "import")
      .reduce((sum, row) => sum + row.tonnes, 0);
    return toRow("253090", "import", WORLD, period, Math.round(named * (1 + trade.unnamed)), null);
  });
  return [...rows, ...totals];
}

const periodOf = (year: number, month: number) => `${year}-${String(month + 1).padStart(2, "0")}`;

function toRow(
  line: string,
  flow: TradeFlow,
  partner: string,
  period: string,
  tonnes: number,
  usd: number | null,
) {
  const product = productOfLine(line);
  return {
    period,
    partner,
    line,
    flow: partner === "CN" ? ("reimport" as const) : flow,
    tonnes,
    usd: usd === null ? null : Math.round(usd),
    factor: product?.factor ?? null,
    factorSource: product?.factorSource ?? "",
  };
}
