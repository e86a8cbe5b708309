import { openStepsSchema } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { can, type Resource } from "@lilink/model/policy";
import {
  isHeldByNotice,
  isTimely,
  openStepsOf,
  type Register,
  readActionOf,
  unmetOf,
} from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import { type Head, type HeadRow, resourcesOf, toHead } from "./find-record.ts";
import { readVersion } from "./read-version.ts";
import { headOf } from "./record-tables.ts";
import { actionOf } from "./step-record.ts";

export type OpenSteps = {
  readonly publicId: string;
  readonly revision: number;
  readonly steps: readonly string[];
};

/** For each of some records the steps that this reader may take now, and the revision that a step names. [RG11] */
export function listOpenSteps(register: Register) {
  return defineQuery({
    name: `${register.name}.openSteps`,
    input: openStepsSchema,
    authorize: { action: readActionOf(register) },
    run: async (ctx, { ids }): Promise<readonly OpenSteps[]> => {
      const { rows } = await ctx.db.execute<HeadRow>(
        sql`select * from ${headOf(register)} where public_id = any (${sql.param([...ids])}::text[]) order by public_id`,
      );
      const heads = rows.map(toHead);
      const resources = await resourcesOf(ctx, register, heads);
      const found: OpenSteps[] = [];
      for (const head of heads)
        found.push({
          publicId: head.publicId,
          revision: head.revision,
          steps: await openStepsFor(ctx, register, head, resources.get(head.id) ?? {}),
        });
      return found;
    },
  });
}

/** The steps of a record that the actor may take; one that goes back to the live version needs one, and some wait for a day, for what they need or for the end of a notice. [RG16] [TR71] */
export async function openStepsFor(
  ctx: Context,
  register: Register,
  head: Head,
  resource: Resource,
): Promise<readonly string[]> {
  const open = openStepsOf(register, head.state).filter(
    (step) =>
      (register.machine.steps[step]?.guard !== "hasLive" || head.liveVersion !== null) &&
      !isHeldByNotice(register, step, head.stateSince, ctx.now) &&
      can(ctx.actor, actionOf(register, step), resource),
  );
  const { steps } = register.machine;
  if (!open.some((step) => steps[step]?.notBefore || steps[step]?.needs)) return open;
  const values = (await readVersion(ctx, register, head, head.version))?.values ?? {};
  const today = toShanghaiDate(ctx.now);
  return open.filter(
    (step) => isTimely(register, step, values, today) && unmetOf(register, step, values).length === 0,
  );
}
