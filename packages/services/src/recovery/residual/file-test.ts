import { fileTestSchema, saveSeriesSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { toShanghaiDate } from "@lilink/model/calendar";
import { toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "../battery/act-in-trace.ts";
import { tellEvents } from "../battery/tell-events.ts";
import { requireBody, requireCode } from "./find-body.ts";

/**
 * Files what a test found, energy and capacity apart, with what they are a share of, and tells it as an event of the battery: both or
 * neither. Whether the laboratory was accredited on that day follows from its own live record. [TR75] [TR78]
 */
export const fileTest = defineMutation({
  name: "residual.file",
  input: fileTestSchema,
  rest: { tag: "registers", method: "POST", path: "/tests", output: shape.residualFiled },
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { code, holder, ...test }) => {
    const today = toShanghaiDate(ctx.now);
    if (test.testedOn > today)
      throw toInputError([{ field: "testedOn", rule: "dateTooFar", params: { max: today } }]);
    if (test.energyShare === undefined && test.capacityShare === undefined)
      throw toInputError([{ field: "energyShare", rule: "required" }]);
    const own = requireOwn(ctx);
    const filed = requireCode(code);
    const body = holder === undefined ? null : await requireBody(ctx, holder, "holder");
    const told = await tellTest(ctx, { ...test, code: filed, by: own });
    const publicId = ctx.newPublicId();
    const { rows } = await ctx.db.execute<{ accredited: boolean }>(
      sql`insert into residual_test (id, public_id, org_id, holder_id, code, method, denominator, tested_on, energy_share, capacity_share,
          resistance, u, cost, minutes, accredited, event_hash, recorded_at)
        values (${ctx.newId()}, ${publicId}, ${own}::uuid, ${body}::uuid, ${filed}, ${test.method}, ${test.denominator},
          ${test.testedOn}::date, ${test.energyShare ?? null}, ${test.capacityShare ?? null}, ${test.resistance ?? null}, ${test.u ?? null},
          ${test.cost ?? null}, ${test.minutes ?? null},
          exists (select 1 from laboratory h join laboratory_version v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
            where h.organization_id = ${own}::uuid and v.accredited_until >= ${test.testedOn} and ${test.method} = any (v.methods)),
          ${told.hash}, ${ctx.now.toISOString()}::timestamptz)
        on conflict (org_id, code, tested_on, method) do nothing returning accredited`,
    );
    if (!rows[0]) throw toInputError([{ field: "code", rule: "duplicate" }]);
    return { publicId, accredited: rows[0].accredited, verdict: told.verdict };
  },
  audit: ({ code }, { publicId }) => ({
    subjectKind: "residualTest",
    subjectId: null,
    detail: { code, test: publicId },
  }),
});

type Tested = Pick<z.output<typeof fileTestSchema>, "denominator" | "testedOn" | "energyShare" | "u"> & {
  readonly code: string;
  readonly by: string;
};

/** The gate asks for energy over nominal energy: a share of anything else stays in the report alone. */
async function tellTest(ctx: Context, { code, by, testedOn, denominator, energyShare, u }: Tested) {
  await actInTrace(ctx);
  const isRated = denominator === "rated" && energyShare !== undefined;
  const event = {
    ...({ verb: "test", code, at: testedOn, by } as const),
    ...(isRated && { energyShare, ...(u !== undefined && { u }) }),
  };
  const teller = { body: by, isOfficer: false, person: personOf(ctx.actor) };
  const [told] = await tellEvents(ctx, teller, [{ event, province: null, corrects: null }]);
  if (!told || told.verdict === "impossible") throw toInputError([{ field: "code", rule: "impossible" }]);
  return told;
}

/** Keeps the course of a battery's capacity, for the forecast; a later one takes its place. [TR60] */
export const saveSeries = defineMutation({
  name: "residual.saveSeries",
  input: saveSeriesSchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { code, rated, amounts }) => {
    await ctx.db.execute(
      sql`insert into health_series (org_id, code, rated, amounts, saved_at)
        values (${requireOwn(ctx)}::uuid, ${code}, ${rated}, array(select jsonb_array_elements_text(${JSON.stringify(amounts)}::jsonb)::numeric),
          ${ctx.now.toISOString()}::timestamptz)
        on conflict (org_id, code) do update set rated = excluded.rated, amounts = excluded.amounts, saved_at = excluded.saved_at`,
    );
    return { code };
  },
  audit: ({ code, amounts }) => ({
    subjectKind: "healthSeries",
    subjectId: null,
    detail: { code, cycles: amounts.length },
  }),
});
