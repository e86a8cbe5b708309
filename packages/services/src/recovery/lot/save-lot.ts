import { saveLotSchema, withdrawLotSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { retiredLot } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { lotMachine } from "@lilink/model/recovery";
import { and, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";

/** Keeps a lot that its holder wants to hand on; the same name again takes its place. [TR81] */
export const saveLot = defineMutation({
  name: "lot.save",
  input: saveLotSchema,
  rest: { tag: "registers", method: "POST", path: "/lots", output: shape.lotKept },
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, lot) => {
    const today = toShanghaiDate(ctx.now);
    if (lot.testedOn !== undefined && lot.testedOn > today)
      throw toInputError([{ field: "testedOn", rule: "dateTooFar", params: { max: today } }]);
    // Who says what is left says when it was tested, and the other way round.
    if ((lot.energyShare === undefined) !== (lot.testedOn === undefined))
      throw toInputError([
        { field: lot.testedOn === undefined ? "testedOn" : "energyShare", rule: "required" },
      ]);
    const { rows } = await ctx.db.execute<{ publicId: string }>(
      sql`insert into retired_lot (id, public_id, org_id, name, kind, province, chemistry, tonnes, energy_share, u, tested_on, accredited, step,
          reason, damaged, state, recorded_at)
        values (${ctx.newId()}, ${ctx.newPublicId()}, ${requireOwn(ctx)}::uuid, ${lot.name}, ${lot.kind}, ${lot.province}, ${lot.chemistry},
          ${lot.tonnes}, ${lot.energyShare ?? null}, ${lot.u ?? null}, ${lot.testedOn ?? null}::date, ${lot.accredited}, ${lot.step},
          ${lot.reason ?? null}, ${lot.damaged}, ${lotMachine.start}, ${ctx.now.toISOString()}::timestamptz)
        on conflict (org_id, name) do update set kind = excluded.kind, province = excluded.province, chemistry = excluded.chemistry,
          tonnes = excluded.tonnes, energy_share = excluded.energy_share, u = excluded.u, tested_on = excluded.tested_on,
          accredited = excluded.accredited, step = excluded.step, reason = excluded.reason, damaged = excluded.damaged,
          state = excluded.state, recorded_at = excluded.recorded_at
        where retired_lot.step <= excluded.step
        returning public_id as "publicId"`,
    );
    // Cascade use goes forward only.
    if (!rows[0]) throw toInputError([{ field: "step", rule: "tooSmall" }]);
    return rows[0];
  },
  audit: ({ name, tonnes }) => ({ subjectKind: "lot", subjectId: null, detail: { name, tonnes } }),
});

export const withdrawLot = defineMutation({
  name: "lot.withdraw",
  input: withdrawLotSchema,
  rest: { tag: "registers", method: "POST", path: "/lots/{publicId}/withdraw", output: shape.lotKept },
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { publicId }) => {
    const rows = await ctx.db
      .update(retiredLot)
      .set({ state: lotMachine.steps.withdraw.to })
      .where(
        and(
          eq(retiredLot.publicId, publicId),
          eq(retiredLot.organizationId, requireOwn(ctx)),
          standsFor(retiredLot.state, lotMachine, "withdraw"),
        ),
      )
      .returning({ id: retiredLot.id });
    if (rows.length === 0) throw new LilinkError("NOT_FOUND");
    return { publicId };
  },
  audit: ({ publicId }) => ({ subjectKind: "lot", subjectId: null, detail: { lot: publicId } }),
});
