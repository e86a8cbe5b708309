import { figureListSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { figureCell } from "@lilink/db/schema";
import type { FigureCell } from "@lilink/model/goals/release";
import { and, asc, eq, gt } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { findHead } from "./load-release.ts";

/** The figures of a release in their one order: screen, files and programs read these rows and no others ([RL8]). */
export const listFigures = defineQuery({
  name: "release.figures",
  input: figureListSchema,
  rest: {
    tag: "goals",
    method: "GET",
    path: "/releases/{publicId}/figures",
    open: true,
    output: shape.figurePage,
  },
  authorize: { action: "release.browse" },
  run: async (ctx, { publicId, indicator, cursor, limit }) => {
    const { id, head } = await findHead(ctx, publicId);
    const after = cursor ? readKeyCursor(cursor)[1] : null;
    const rows = await ctx.db
      .select({
        id: figureCell.id,
        indicator: figureCell.indicator,
        measure: figureCell.measure,
        unit: figureCell.unit,
        dimensions: figureCell.dimensions,
        place: figureCell.place,
        status: figureCell.status,
        value: figureCell.value,
        low: figureCell.low,
        high: figureCell.high,
      })
      .from(figureCell)
      .where(
        and(
          eq(figureCell.releaseId, id),
          indicator ? eq(figureCell.indicator, indicator) : undefined,
          after ? gt(figureCell.id, after) : undefined,
        ),
      )
      .orderBy(asc(figureCell.id))
      .limit(limit + 1);
    const { period, edition, frozenAt } = head;
    const page = toPage(
      rows,
      limit,
      (row) => ["", row.id],
      ({ id: _id, ...row }) => row as FigureCell,
    );
    return { publicId, period, edition, frozenAt, ...page };
  },
});
