import { plainText, publicIdSchema } from "@lilink/contract";
import { LilinkError, toInputError } from "@lilink/model/error";
import type { Ledger } from "@lilink/model/ledger";
import { personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../ground/actor/own.ts";
import { defineMutation } from "../kernel/define.ts";
import { tablesOfLedger } from "./ledger-tables.ts";

/** The other side confirms an entry or disputes it with a reason, once. Only what is confirmed counts. [LG3] */
export function confirmEntry(ledger: Ledger) {
  return defineMutation({
    name: `${ledger.name}.confirm`,
    input: z.object({
      publicId: publicIdSchema,
      verdict: z.enum(["confirmed", "disputed"]),
      reason: plainText().max(2000, "tooLong").nullish(),
    }),
    authorize: { action: ledger.act.append, resource: ownOrganization },
    run: async (ctx, { publicId, verdict, reason }) => {
      if (verdict === "disputed" && !reason) throw toInputError([{ field: "reason", rule: "required" }]);
      const { entry, answer } = tablesOfLedger(ledger);
      const { rows } = await ctx.db.execute<{ id: string }>(
        sql`select id from ${entry} where public_id = ${publicId} and to_id = ${requireOwn(ctx)}`,
      );
      const [found] = rows;
      if (!found) throw new LilinkError("NOT_FOUND");
      const answered = await ctx.db.execute(
        sql`insert into ${answer} (entry_id, verdict, reason, recorded_at, recorded_by)
          values (${found.id}, ${verdict}, ${reason ?? null}, ${ctx.now.toISOString()}::timestamptz, ${personOf(ctx.actor)}::uuid)
          on conflict (entry_id) do nothing`,
      );
      if (answered.rowCount === 0) throw new LilinkError("WRONG_STATE");
      return { id: found.id };
    },
    audit: ({ verdict }, { id }) => ({ subjectKind: ledger.name, subjectId: id, detail: { verdict } }),
  });
}
