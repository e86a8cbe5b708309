import { conceptListSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { type Concept, listConcepts as listChainConcepts } from "@lilink/model/chain";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { findConcepts } from "../search/search-concepts.ts";

const most = 1000;

/** Concepts of the chain page by page, in the order of the data; by a word of theirs, best first. */
export const listConcepts = defineQuery({
  name: "chain.list",
  input: conceptListSchema,
  rest: { tag: "chain", method: "GET", path: "/concepts", open: true, output: shape.pageOf(shape.concept) },
  authorize: { action: "chain.browse" },
  run: async (_ctx, { q, link, type, cursor, limit }) => {
    const kept = listChainConcepts({ ...(link ? { link } : {}), ...(type ? { type } : {}) });
    const found: readonly Concept[] = q ? findConcepts(q, most).filter((one) => kept.includes(one)) : kept;
    const [, after] = cursor === undefined ? [] : readKeyCursor(cursor);
    const start = after === undefined ? 0 : found.findIndex((one) => one.id === after) + 1;
    return toPage(
      found.slice(start, start + limit + 1),
      limit,
      (one) => ["", one.id],
      (one) => one,
    );
  },
});
