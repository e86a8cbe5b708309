import { toStepSchema } from "@lilink/contract";
import { toRecordShapes } from "@lilink/contract/rest";
import { LilinkError, toInputError } from "@lilink/model/error";
import type { PolicyAction } from "@lilink/model/policy";
import { isEmpty, type Register } from "@lilink/model/register";
import type { z } from "zod";
import { type AuditNote, defineMutation } from "../kernel/define.ts";
import { findHead, requireHead, resourceOf } from "./find-record.ts";
import { takeStep, toWrongState } from "./take-step.ts";
import { tellStep } from "./tell-step.ts";

export type SteppedRecord = {
  readonly id: string;
  readonly publicId: string;
  readonly state: string;
  readonly revision: number;
};

/** Takes a record along a way of its machine. A step that is not open answers WRONG_STATE and names those that are. [RG6] */
export function stepRecord(register: Register) {
  return defineMutation({
    name: `${register.name}.step`,
    input: toStepSchema(register),
    ...(register.owner === "organization"
      ? {
          rest: {
            method: "POST",
            path: `/${register.rest.path}/{publicId}/steps`,
            tag: "registers",
            output: toRecordShapes(register).step as z.ZodType,
          },
        }
      : {}),
    authorize: {
      action: register.act.edit,
      resource: async (ctx, { publicId, step }) => {
        const resource = await resourceOf(ctx, register, await requireHead(ctx, register, publicId));
        const action = actionOf(register, step);
        if (action === register.act.edit) return resource;
        // The step is a reviewer's: the edit rule of the verb is not what decides.
        ctx.require(action, resource);
        return { ...resource, owner: true };
      },
    },
    run: async (ctx, { publicId, step: name, revision, reason, values }): Promise<SteppedRecord> => {
      const held = await findHead(ctx, register, publicId, true);
      // Who may read a record and not change it in this state gets no lock on it.
      const head = held ?? (await requireHead(ctx, register, publicId));
      const step = register.machine.steps[name];
      if (!held || !step?.from.includes(head.state)) throw toWrongState(register, head);
      if (head.revision !== revision) throw new LilinkError("CONFLICT", { revision: head.revision });
      if (step.reason && !reason) throw toInputError([{ field: "reason", rule: "required" }]);
      const empty = (step.fields ?? []).filter((field) => isEmpty(values[field]));
      if (empty.length > 0)
        throw toInputError(empty.map((field) => ({ field: `values.${field}`, rule: "required" as const })));
      const given = Object.fromEntries((step.fields ?? []).map((field) => [field, values[field]]));
      const moved = await takeStep(ctx, register, head, { name, reason, given });
      await tellStep(ctx, register, moved, name, reason ?? null);
      return { id: head.id, publicId, state: moved.state, revision: moved.revision };
    },
    audit: ({ step }, { id, state }): AuditNote => ({
      subjectKind: register.name,
      subjectId: id,
      detail: { step, state },
    }),
  });
}

/** The policy's action of a step: deciding is for reviewers, all else for whoever edits. */
export function actionOf({ machine, act }: Register, step: string): PolicyAction {
  return machine.steps[step]?.who === "officer" ? act.decide : act.edit;
}
