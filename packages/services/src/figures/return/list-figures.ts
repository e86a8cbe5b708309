import { listFiguresSchema, type Page } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { returnValue } from "@lilink/db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readCursor, writeCursor } from "../../kernel/key-cursor.ts";
import { loadOwnForm, ownForm } from "./find-form.ts";
import { readAsked } from "./read-asked.ts";
import { type FigureView, readFigures } from "./read-content.ts";

const keySchema = z.tuple([z.string().max(80), z.string().max(80), z.array(z.string().max(80)).max(6)]);

/** Every figure that stands in the present version of one's own return, by component, plant and place. [RT14] */
export const listReturnFigures = defineQuery({
  name: "return.listFigures",
  input: listFiguresSchema,
  rest: { tag: "returns", method: "GET", path: "/returns/{publicId}/figures", output: shape.returnFigures },
  authorize: { action: "return.read", resource: ownForm },
  run: async (ctx, { publicId, component, cursor, limit }): Promise<Page<FigureView>> => {
    const { form } = await loadOwnForm(ctx, publicId);
    const after = cursor ? readCursor(cursor, keySchema) : null;
    const { component: of, site, place, raw } = returnValue;
    const found = await readFigures(ctx, form, form.version, await readAsked(ctx, form), {
      where: and(
        ne(raw, ""),
        component === undefined ? undefined : eq(of, component),
        after
          ? sql`(${of}, ${site}, ${place}) > (${after[0]}, ${after[1]}, ${sql.param(after[2])}::text[])`
          : undefined,
      ),
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? writeCursor([last.component, last.site, last.place]) : null };
  },
});
