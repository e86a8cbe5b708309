import { definitionListSchema } from "@lilink/contract";
import { person } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { findIndicator } from "@lilink/model/goals";
import {
  type Component,
  type Definition,
  type DefinitionChange,
  diffDefinitions,
  findVersion,
} from "@lilink/model/goals/definition";
import { can, personOf } from "@lilink/model/policy";
import { periodOfDay, type ReturnFrequency } from "@lilink/model/return";
import { inArray } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readOthers, readVersions, type StoredDefinition } from "./read-definitions.ts";
import { mayWithdraw } from "./withdraw-definition.ts";

export type DefinitionView = {
  readonly definition: Definition;
  readonly adopted: boolean;
  readonly reason: string;
  /** Names of persons, for officers alone. */
  readonly proposedBy: string | null;
  readonly adoptedBy: string | null;
  readonly adoptedAt: Date | null;
  readonly createdAt: Date;
  /** Against the version before it that was adopted. */
  readonly changes: readonly DefinitionChange[];
  readonly mayAdopt: boolean;
  readonly mayWithdraw: boolean;
};

/** A component of another indicator that an expression may name. */
export type UsableComponent = {
  readonly indicator: string;
  readonly frequency: ReturnFrequency;
  readonly component: Component;
};

/**
 * The versions of an indicator's definition, newest first, with what each changed; which one holds now; and for officers what
 * is proposed and what an expression may name. [DF7], [DF8]
 */
export const listDefinitions = defineQuery({
  name: "definition.list",
  input: definitionListSchema,
  authorize: { action: "goal.browse" },
  run: async (ctx, { indicator }) => {
    if (!findIndicator(indicator)) throw new LilinkError("NOT_FOUND", { kind: "indicator", id: indicator });
    const versions = (await readVersions(ctx, indicator)).filter((one) => one.withdrawnAt === null);
    const adopted = versions.filter((one) => one.adopted);
    const today = toShanghaiDate(ctx.now);
    const frequency = adopted.at(-1)?.frequency ?? "annual";
    const others = await readOthers(ctx, indicator);
    const mayPropose = can(ctx.actor, "definition.propose");
    const used = new Set(versions.flatMap(({ uses }) => uses));
    const usable = others.flatMap((other): readonly UsableComponent[] =>
      other.components
        .filter(({ code }) => mayPropose || used.has(code))
        .map((component) => ({ indicator: other.indicator, frequency: other.frequency, component })),
    );
    const names = mayPropose ? await readNames(versions) : new Map<string, string>();
    const own = personOf(ctx.actor);
    const newest = adopted.at(-1)?.version ?? 0;
    const period = periodOfDay(today, frequency).id;
    return {
      /** The running period of the indicator's frequency. */
      period,
      inForce: findVersion(adopted, period)?.version ?? null,
      mayPropose,
      usable,
      versions: versions.toReversed().map(
        (one): DefinitionView => ({
          definition: toDefinition(one),
          adopted: one.adopted,
          reason: one.reason,
          proposedBy: names.get(one.proposedBy ?? "") ?? null,
          adoptedBy: names.get(one.adoptedBy ?? "") ?? null,
          adoptedAt: one.adoptedAt,
          createdAt: one.createdAt,
          changes: changesOf(one, adopted),
          mayAdopt:
            !one.adopted &&
            one.version > newest &&
            one.proposedBy !== own &&
            can(ctx.actor, "definition.adopt"),
          mayWithdraw: !one.adopted && mayWithdraw(ctx, one),
        }),
      ),
    };

    async function readNames(of: readonly StoredDefinition[]): Promise<ReadonlyMap<string, string>> {
      const ids = of.flatMap(({ proposedBy, adoptedBy }) => [proposedBy ?? [], adoptedBy ?? []].flat());
      if (ids.length === 0) return new Map();
      const rows = await ctx.db
        .select({ id: person.id, name: person.name })
        .from(person)
        .where(inArray(person.id, ids));
      return new Map(rows.map(({ id, name }) => [id, name]));
    }
  },
});

function changesOf(one: StoredDefinition, adopted: readonly StoredDefinition[]): readonly DefinitionChange[] {
  const before = adopted.findLast(({ version }) => version < one.version);
  return before ? diffDefinitions(toDefinition(before), toDefinition(one)) : [];
}

function toDefinition(stored: StoredDefinition): Definition {
  const {
    adopted: _a,
    reason: _r,
    proposedBy: _p,
    adoptedBy: _b,
    adoptedAt: _t,
    withdrawnAt: _w,
    createdAt: _c,
    ...own
  } = stored;
  return own;
}
