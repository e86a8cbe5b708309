import { openTradeSchema } from "@lilink/contract";
import { toInputError } from "@lilink/model/error";
import type { TradeRow } from "@lilink/model/supply/trade";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { addTradeRows, closeTradeLoad, openTradeLoad } from "./trade-load.ts";

/** What a reader gives: rows in pieces, and how many rows of other goods it left out. It throws where a row is at fault. */
export type TradePieces = AsyncIterable<readonly TradeRow[]> & { readonly skipped: () => number };

/** Takes a file of trade in by command: all of it in one transaction, or nothing. Pieces pass through, so a file of any length needs little memory. [SU1] [SU3] */
export const importTrade = defineMutation({
  name: "supply.importTrade",
  input: z.object({
    head: openTradeSchema,
    revises: z.boolean(),
    pieces: z.custom<TradePieces>(),
    step: z.custom<(rows: number) => void>(),
  }),
  authorize: { action: "goal.import" },
  run: async (ctx, { head, revises, pieces, step }) => {
    const { id } = await openTradeLoad(ctx, head);
    const load = { id, reporter: head.reporter };
    let rows = 0;
    for await (const piece of pieces) {
      const other = piece.find(({ reporter }) => reporter !== head.reporter);
      if (other)
        throw toInputError([{ field: "reporter", rule: "notInList", params: { found: other.reporter } }]);
      await addTradeRows(ctx, load, piece, true);
      rows += piece.length;
      step(rows);
    }
    return closeTradeLoad(ctx, load, { skipped: pieces.skipped(), revises });
  },
  audit: ({ head }, { id, rows, revision }) => ({
    subjectKind: "trade_load",
    subjectId: id,
    detail: { fileName: head.fileName, source: head.source, rows, revision },
  }),
});
