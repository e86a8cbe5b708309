import { figureCell } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import type { FigureCell } from "@lilink/model/goals/release";
import { checkFigures, type FigureCheck, planTables } from "@lilink/model/goals/release/making";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readMade } from "./read-plan.ts";
import { ReportBook } from "./read-reports.ts";
import { readTable, type TableInput } from "./read-table.ts";

/**
 * Adds up a frozen release anew from the returns that it was made from, as the worker, and compares it with what is
 * stored, to the last digit. Needs no parameters and changes nothing. [RL12]
 * @throws LilinkError NOT_FOUND where it is not frozen
 */
export async function verifyRelease(worker: Kernel, releaseId: string): Promise<FigureCheck> {
  const actor = { kind: "job", job: "release.verify" } as const;
  const made = await call(worker, actor, readMade, { releaseId });
  if (!made) throw new LilinkError("NOT_FOUND");
  const tables: TableInput[] = [];
  const plans = planTables(made.definitions, made.shown);
  const book = new ReportBook(plans);
  for (const planned of plans) {
    const table = await call(worker, actor, readTable(made, planned, book), {});
    if (table.contributions.length > 0) tables.push(table);
  }
  const components = new Map(made.definitions.flatMap((one) => one.components).map((one) => [one.code, one]));
  return checkFigures(made.shown, components, tables, await call(worker, actor, readStored(releaseId), {}));
}

const readStored = (releaseId: string) =>
  defineQuery({
    name: "release.make",
    input: z.object({}),
    authorize: { action: "release.make" },
    run: async (ctx): Promise<readonly FigureCell[]> => {
      const rows = await ctx.db
        .select()
        .from(figureCell)
        .where(eq(figureCell.releaseId, releaseId))
        .orderBy(asc(figureCell.id));
      return rows as readonly FigureCell[];
    },
  });
