import { pageInput } from "@lilink/contract";
import { claim } from "@lilink/db/schema";
import { claimMachine } from "@lilink/model/organization";
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { readClaims, undoable } from "./read-claims.ts";

/** The officers' queue: open claims oldest first, the decided ones newest first, or those whose approval can be undone, each with its proofs. */
export const listClaims = defineQuery({
  name: "claim.list",
  input: pageInput.extend({ state: z.enum(["open", "decided", "undoable"]).default("open") }),
  authorize: { action: "organization.decide" },
  run: async (ctx, input) => {
    const open = input.state === "open";
    const asked = {
      open: eq(claim.state, claimMachine.start),
      decided: ne(claim.state, claimMachine.start),
      undoable: undoable(ctx),
    };
    const after = input.cursor ? readKeyCursor(input.cursor) : null;
    const compare = open ? sql`>` : sql`<`;
    const order = open ? asc : desc;
    const rows = await readClaims(ctx, {
      where: and(
        asked[input.state],
        after
          ? sql`(${claim.createdAt}, ${claim.publicId}) ${compare} (${after[0]}::timestamptz, ${after[1]})`
          : undefined,
      ),
      order: [order(claim.createdAt), order(claim.publicId)],
      limit: input.limit + 1,
    });
    return toPage(
      rows,
      input.limit,
      (row) => [row.createdAt.toISOString(), row.publicId],
      (row) => row,
    );
  },
});
