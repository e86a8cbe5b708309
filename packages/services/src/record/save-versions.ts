import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { openStepsOf, type Register, type Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { type Refs, toKey } from "./cells.ts";
import { type Head, toHead } from "./find-record.ts";
import { insertHeads } from "./insert-heads.ts";
import { readVersions } from "./read-version.ts";
import { headOf } from "./record-tables.ts";
import { requireComplete } from "./require-complete.ts";
import { settleRecordDuty, toWrongState } from "./take-step.ts";
import { dropDrafts, toTitle, type VersionContent, writeVersions } from "./write-version.ts";

/** New records at their machine's start, each with its first version, live at once where the machine says so. */
export async function createRecords(
  ctx: Context,
  register: Register,
  contents: readonly VersionContent[],
  refs: Refs,
): Promise<readonly Head[]> {
  if (contents.length === 0) return [];
  const isLive = register.machine.states[register.machine.start]?.live === true;
  if (isLive) for (const { values } of contents) requireComplete(register, values);
  const heads = await insertHeads(ctx, register, contents);
  await writeVersions(
    ctx,
    register,
    contents.map((content, at) => ({ head: heads[at] as Head, content })),
    refs,
  );
  if (isLive)
    await ctx.db.execute(
      sql`update ${headOf(register)} set live_version = version where id = any (${sql.param(heads.map(({ id }) => id))}::uuid[])`,
    );
  for (const head of heads) await settleRecordDuty(ctx, register, head, "create");
  return heads;
}

export type Save = { readonly head: Head; readonly content: VersionContent };

/**
 * Saves what known records hold now, all in one statement a table. A draft keeps its version; a record that is edited live gets
 * a new version, live at once. `revises`: what is published becomes a draft again, as the step `revise` would make it.
 * @throws WRONG_STATE where a record is not edited in its state, CONFLICT where one changed meanwhile
 */
export async function saveVersions(
  ctx: Context,
  register: Register,
  saves: readonly Save[],
  refs: Refs,
  revises = false,
): Promise<readonly Head[]> {
  if (saves.length === 0) return [];
  const kept = await keptByStep(ctx, register, saves);
  const changes = saves.map(({ head, content }) => {
    const state = stateToEdit(register, head, revises);
    if (state === null) throw toWrongState(register, head);
    const isLive = register.machine.states[state]?.edit === "live";
    if (isLive) requireComplete(register, content.values);
    const values = isLive ? { ...content.values, ...kept.get(head.id) } : content.values;
    const version = isLive || state !== head.state ? head.version + 1 : head.version;
    return { head: { ...head, version }, seen: head, state, isLive, content: { ...content, values } };
  });
  await dropDrafts(
    ctx,
    register,
    changes.map(({ head }) => head),
  );
  await writeVersions(ctx, register, changes, refs);
  const rows = changes.map(({ head, seen, state, isLive, content: { values } }) => ({
    ...{ id: head.id, revision: seen.revision, version: head.version, state, is_live: isLive },
    key: toKey(register, values),
    // Readers of the head see the live title; a draft's own is for its owner.
    shows: isLive || head.liveVersion === null,
    ...toTitle(register, values),
  }));
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const saved = await ctx.db.execute<Parameters<typeof toHead>[0]>(
    sql`update ${headOf(register)} h set version = c.version, revision = h.revision + 1, key = c.key, updated_at = ${now},
        hands = h.hands || ${personOf(ctx.actor)}::uuid,
        live_version = case when c.is_live then c.version else h.live_version end,
        state = c.state, state_since = case when c.state = h.state then h.state_since else ${now} end,
        title_zh = case when c.shows then c.zh else h.title_zh end, title_en = case when c.shows then c.en else h.title_en end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c (id uuid, revision int, version int, state text, is_live boolean, key text, shows boolean, zh text, en text)
      where h.id = c.id and h.revision = c.revision returning h.*`,
  );
  if (saved.rows.length < changes.length) throw new LilinkError("CONFLICT");
  const isRevised = new Set(
    changes.filter(({ seen, state }) => state !== seen.state).map(({ head }) => head.id),
  );
  await noteRevisions(
    ctx,
    register,
    changes.filter(({ head }) => isRevised.has(head.id)).map(({ head }) => head),
  );
  const heads = saved.rows.map(toHead);
  // A duty shows the title and is due on the day that the record holds now.
  for (const head of heads)
    await settleRecordDuty(ctx, register, head, isRevised.has(head.id) ? "revise" : "save");
  return heads;
}

/** The state in which a record takes what is saved; null where it takes nothing: it waits for review or has ended. */
export function stateToEdit(register: Register, head: Pick<Head, "state">, revises: boolean): string | null {
  if (register.machine.states[head.state]?.edit) return head.state;
  const draft = register.machine.steps.revise?.to;
  return revises && draft && openStepsOf(register, head.state).includes("revise") ? draft : null;
}

/** What steps filled in stays in a live record: neither form nor file sends it. */
async function keptByStep(
  ctx: Context,
  register: Register,
  saves: readonly Save[],
): Promise<ReadonlyMap<string, Values>> {
  const byStep = Object.entries(register.fields).filter(([, field]) => field.byStep);
  if (byStep.length === 0) return new Map();
  const versions = await readVersions(
    ctx,
    register,
    saves.map(({ head }) => head),
  );
  return new Map(
    [...versions].map(([id, { values }]) => [
      id,
      Object.fromEntries(byStep.map(([name]) => [name, values[name] ?? null])),
    ]),
  );
}

async function noteRevisions(ctx: Context, register: Register, heads: readonly Head[]): Promise<void> {
  if (heads.length === 0) return;
  const to = register.machine.steps.revise?.to;
  const rows = heads.map(({ id, organizationId, version, state }) => ({
    ...{ id: ctx.newId(), record_id: id, organization_id: organizationId, version, from_state: state },
  }));
  await ctx.db.execute(
    sql`insert into record_step (id, register, record_id, organization_id, level, shown, version, step, from_state, to_state, taken_by, taken_at)
      select id, ${register.name}, record_id, organization_id, ${register.level}, false, version, 'revise', from_state, ${to},
        ${personOf(ctx.actor)}::uuid, ${ctx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, record_id uuid, organization_id uuid, version int, from_state text)`,
  );
}
