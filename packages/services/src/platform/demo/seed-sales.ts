import type { Database, Principal } from "@lilink/db";
import { sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { saveSales } from "../../recovery/rate/sales.ts";
import sales from "./data/sales.json" with { type: "json" };

/** Invented sales of batteries by year, province and chemistry, so that the forecast is drawn. What is there stays. */
export async function seedSales(owner: Database, app: Kernel, officer: Principal): Promise<void> {
  const { rows: there } = await owner.execute(sql`select 1 from battery_sales limit 1`);
  if (there.length > 0) return;
  const rows = Object.entries(sales.national).flatMap(([year, chemistries]) =>
    Object.entries(sales.shares).flatMap(([province, share]) =>
      (["lfp", "ternary"] as const).map((chemistry) => ({
        year: Number(year),
        province,
        chemistry,
        gwh: Number((chemistries[chemistry] * share).toFixed(3)),
      })),
    ),
  );
  await call(app, officer, saveSales, { source: sales.source, rows });
}
