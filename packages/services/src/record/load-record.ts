import { recordRefSchema } from "@lilink/contract";
import { toRecordShapes } from "@lilink/contract/rest";
import { recordStep } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { can } from "@lilink/model/policy";
import { missingOf, type Register, readActionOf, type Values } from "@lilink/model/register";
import { asc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import { type Head, requireHead, resourceOf } from "./find-record.ts";
import { openStepsFor } from "./list-open-steps.ts";
import { type RecordVersion, readVersion } from "./read-version.ts";
import { versionOf } from "./record-tables.ts";

export type RecordView = {
  readonly publicId: string;
  readonly state: string;
  readonly stateSince: Date;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly liveVersion: number | null;
  /** What is shown: the asked version, else the current one for owner and reviewers, else the live one. */
  readonly shown: RecordVersion;
  /** Required fields that are empty in the shown version. */
  readonly missing: readonly string[];
  readonly mayEdit: boolean;
  /** The open steps that this reader may take. */
  readonly steps: readonly string[];
  /** Steps that were taken, the first first, as far as the reader may know of them. */
  readonly life: readonly {
    readonly step: string;
    readonly to: string;
    readonly reason: string | null;
    readonly by: string | null;
    readonly at: Date;
  }[];
  readonly duty: { readonly kind: string; readonly dueAt: Date } | null;
};

/** One record as this reader may read it. [RG7] */
export function loadRecord(register: Register) {
  return defineQuery({
    name: `${register.name}.load`,
    input: recordRefSchema,
    authorize: { action: readActionOf(register) },
    rest: {
      method: "GET",
      path: `/${register.rest.path}/{publicId}`,
      tag: "registers",
      ...(register.level === "everyone" ? { open: true } : {}),
      output: toRecordShapes(register).load as z.ZodType,
    },
    run: async (ctx, { publicId, version }): Promise<RecordView> => {
      const head = await requireHead(ctx, register, publicId);
      const shown = await choose(ctx, register, head, version);
      const resource = await resourceOf(ctx, register, head);
      const mayEdit =
        can(ctx.actor, register.act.edit, resource) &&
        register.machine.states[head.state]?.edit !== undefined;
      return {
        publicId,
        state: head.state,
        stateSince: head.stateSince,
        revision: head.revision,
        createdAt: head.createdAt,
        updatedAt: head.updatedAt,
        liveVersion: head.liveVersion,
        shown,
        missing: missingOf(register, shown.values),
        mayEdit,
        steps: await openStepsFor(ctx, register, head, resource),
        life: await readLife(ctx, head),
        duty: await readDuty(ctx, head),
      };
    },
  });
}

async function choose(
  ctx: Context,
  register: Register,
  head: Head,
  version: number | undefined,
): Promise<RecordVersion> {
  const wanted = version === undefined ? [head.version, head.liveVersion] : [version];
  for (const one of wanted) {
    const found = one === null ? null : await readVersion(ctx, register, head, one);
    if (found) return found;
  }
  throw new LilinkError("NOT_FOUND");
}

async function readLife(ctx: Context, head: Head): Promise<RecordView["life"]> {
  return ctx.db
    .select({
      step: recordStep.step,
      to: recordStep.toState,
      reason: recordStep.reason,
      by: sql<string | null>`(select p.name from person p where p.id = ${recordStep.takenBy})`,
      at: recordStep.takenAt,
    })
    .from(recordStep)
    .where(eq(recordStep.recordId, head.id))
    .orderBy(asc(recordStep.takenAt), asc(recordStep.id))
    .limit(200);
}

async function readDuty(ctx: Context, head: Head): Promise<RecordView["duty"]> {
  const { rows } = await ctx.db.execute<{ kind: string; due_at: string }>(
    sql`select kind, due_at from duty where subject_id = ${head.id} and ended_at is null order by due_at limit 1`,
  );
  return rows[0] ? { kind: rows[0].kind, dueAt: new Date(rows[0].due_at) } : null;
}

export type RecordVersionItem = {
  readonly version: number;
  readonly status: string;
  readonly note: string | null;
  readonly savedAt: Date;
  readonly savedBy: string | null;
  readonly byPerson: boolean;
  readonly values: Values;
};

/** Every version that the reader may read, the newest first, with what it held. */
export function listVersions(register: Register) {
  return defineQuery({
    name: `${register.name}.history`,
    input: recordRefSchema,
    authorize: { action: readActionOf(register) },
    run: async (ctx, { publicId }): Promise<readonly RecordVersionItem[]> => {
      const head = await requireHead(ctx, register, publicId);
      const { rows } = await ctx.db.execute<{ version: number; status: string }>(
        sql`select version, status from ${versionOf(register)}
          where record_id = ${head.id} and level = ${register.level} order by version desc limit 100`,
      );
      const items: RecordVersionItem[] = [];
      for (const { version, status } of rows) {
        const found = await readVersion(ctx, register, head, version);
        if (found) items.push({ ...found, version, status });
      }
      return items;
    },
  });
}
