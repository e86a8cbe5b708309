import { fileBatteriesSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { personOf } from "@lilink/model/policy";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import { type Filing, fileUnits } from "./file-units.ts";

/** Files the batteries that an organization made. [TR8] */
export const fileBatteries = defineMutation({
  name: "battery.file",
  input: fileBatteriesSchema,
  rest: { tag: "registers", method: "POST", path: "/batteries", output: shape.batteryFiling },
  authorize: { action: "battery.file", resource: ownOrganization },
  run: async (ctx, { units }): Promise<Filing> => {
    await actInTrace(ctx);
    const maker = { body: requireOwn(ctx), person: personOf(ctx.actor) };
    const { filed, known, faults } = await fileUnits(ctx, maker, units);
    return { filed, known, faults };
  },
  audit: (_, { filed }) =>
    filed === 0 ? null : { subjectKind: "battery", subjectId: null, detail: { filed } },
});
