import { definitionProposalSchema } from "@lilink/contract";
import { definition } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type FieldRule, LilinkError, toInputError } from "@lilink/model/error";
import { findIndicator } from "@lilink/model/goals";
import {
  type DefinitionFault,
  diffDefinitions,
  editDefinition,
  judgeDefinition,
  listComponents,
  mayBegin,
} from "@lilink/model/goals/definition";
import { personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { readOthers, readVersions } from "./read-definitions.ts";

/**
 * An officer proposes the next version of a definition: what the edit changes of the one that its writer saw. It has no
 * effect until a secretary adopts it. A newer version adopted meanwhile is a conflict. [DF5], [DF7]
 */
export const proposeDefinition = defineMutation({
  name: "definition.propose",
  input: definitionProposalSchema,
  authorize: { action: "definition.propose" },
  run: async (ctx, { indicator, basedOn, fromPeriod, reason, edit }) => {
    if (!findIndicator(indicator)) throw new LilinkError("NOT_FOUND", { kind: "indicator", id: indicator });
    // Two proposals at once would take one number.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('definition'), hashtext(${indicator}))`);
    const versions = await readVersions(ctx, indicator);
    const base = versions.findLast(({ adopted }) => adopted);
    if (base?.version !== basedOn) throw new LilinkError("CONFLICT");
    if (!mayBegin(fromPeriod, toShanghaiDate(ctx.now)))
      throw toInputError([{ field: "fromPeriod", rule: "dateInPast" }]);
    // A dimension that this definition did not class before may be classed otherwise in a table that it shares.
    const classed = new Set(base.terms.map(({ dimension }) => dimension));
    const strange = edit.terms.findIndex(({ dimension }) => dimension && !classed.has(dimension));
    if (strange >= 0) throw toInputError([{ field: `edit.terms.${strange}.dimension`, rule: "notInList" }]);
    const others = listComponents(await readOthers(ctx, indicator));
    const {
      version: _v,
      fromPeriod: _f,
      indicator: _i,
      ...content
    } = editDefinition(base, edit, (code) => others.has(code)) as typeof base;
    const faults = judgeDefinition(content, others);
    if (faults.length > 0) throw toInputError(faults.map(toFieldFault));
    if (diffDefinitions(base, content).length === 0)
      throw toInputError([{ field: "edit", rule: "duplicate" }]);
    const version = (versions.at(-1)?.version ?? 0) + 1;
    const id = ctx.newId();
    await ctx.db.insert(definition).values({
      id,
      indicator,
      version,
      fromPeriod,
      content,
      reason,
      proposedBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    await ctx.enqueue("notice.deliver", {
      kind: "definition.proposed",
      causeKey: id,
      path: `/indicators/${indicator}/definition`,
      params: { title: indicator },
      officers: true,
    });
    return { id, version };
  },
  audit: ({ indicator, fromPeriod }, { id, version }) => ({
    subjectKind: "definition",
    subjectId: id,
    detail: { indicator, version, fromPeriod },
  }),
});

const fieldRules: Partial<Readonly<Record<DefinitionFault["rule"], FieldRule>>> = {
  tooLong: "tooLong",
  unknownName: "notInList",
  unknownFunction: "notInList",
  unknownDimension: "notInList",
  unknownUnit: "notInList",
  unitsDiffer: "unitMismatch",
  notANumber: "notANumber",
  duplicate: "duplicate",
  overlap: "duplicate",
  rangeReversed: "rangeReversed",
};

function toFieldFault({ path, rule, at, params }: DefinitionFault) {
  return {
    field: `edit.${path}`,
    rule: fieldRules[rule] ?? "badFormat",
    params: { ...params, ...(at === undefined ? {} : { at }) },
  } as const;
}
