import { createHash } from "node:crypto";
import { isoDay, publicIdSchema, toValuesSchema } from "@lilink/contract";
import { canonicalText } from "@lilink/engine/fold";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import type { Ledger } from "@lilink/model/ledger";
import { personOf } from "@lilink/model/policy";
import { columnsOf, isEmpty, type Values } from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../ground/actor/own.ts";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { toCellsOfFields } from "../record/cells.ts";
import { tablesOfLedger } from "./ledger-tables.ts";

export type AppendedEntry = { readonly id: string; readonly publicId: string };

const said = (ledger: Ledger) => ({
  occurredOn: isoDay,
  values: toValuesSchema(ledger),
});

/** Says that something happened to an account. The same said twice is one entry; nothing is ever changed. [LG1] */
export function appendEntry(ledger: Ledger) {
  const kinds = Object.keys(ledger.kinds) as [string, ...string[]];
  return defineMutation({
    name: `${ledger.name}.append`,
    input: z.object({
      account: z
        .string()
        .trim()
        .max(ledger.account.max, "tooLong")
        .regex(ledger.account.pattern, "badFormat"),
      kind: z.enum(kinds),
      to: publicIdSchema.nullish(),
      ...said(ledger),
    }),
    authorize: { action: ledger.act.append, resource: ownOrganization },
    run: async (ctx, { to, ...content }): Promise<AppendedEntry> => {
      const isTwoSided = ledger.kinds[content.kind]?.twoSided === true;
      if (isTwoSided !== Boolean(to))
        throw toInputError([{ field: "to", rule: isTwoSided ? "required" : "notInList" }]);
      const toId = to ? await findOrganization(ctx, to) : null;
      return insertEntry(ctx, ledger, { ...content, toId, replaces: null, withdraws: false });
    },
    audit: ({ account, kind }, { id }) => ({
      subjectKind: ledger.name,
      subjectId: id,
      detail: { account, kind },
    }),
  });
}

/** Takes the place of an own entry, or only takes it back. Both stand; until the other side confirms, the old one counts. [LG4] */
export function correctEntry(ledger: Ledger) {
  return defineMutation({
    name: `${ledger.name}.correct`,
    input: z.object({ replaces: publicIdSchema, withdraws: z.boolean().default(false), ...said(ledger) }),
    authorize: { action: ledger.act.append, resource: ownOrganization },
    run: async (ctx, { replaces, withdraws, ...content }): Promise<AppendedEntry> => {
      const { entry } = tablesOfLedger(ledger);
      const { rows } = await ctx.db.execute<{
        id: string;
        account: string;
        kind: string;
        to_id: string | null;
        taken: boolean;
      }>(
        sql`select e.id, e.account, e.kind, e.to_id, ${isTaken(ledger)} as taken
          from ${entry} e where e.public_id = ${replaces} and e.by_id = ${requireOwn(ctx)}`,
      );
      const [old] = rows;
      if (!old) throw new LilinkError("NOT_FOUND");
      const { account, kind, to_id: toId } = old;
      const correction: Content = { ...content, account, kind, toId, replaces: old.id, withdraws };
      const said = await findSaid(ctx, ledger, hashOf(correction));
      if (said) return said.entry;
      if (old.taken) throw new LilinkError("CONFLICT");
      return insertEntry(ctx, ledger, correction);
    },
    audit: ({ replaces }, { id }) => ({ subjectKind: ledger.name, subjectId: id, detail: { replaces } }),
  });
}

type Content = {
  readonly account: string;
  readonly kind: string;
  readonly occurredOn: string;
  readonly values: Values;
  readonly toId: string | null;
  readonly replaces: string | null;
  readonly withdraws: boolean;
};

const hashOf = (content: Content) => createHash("sha256").update(canonicalText(content)).digest("hex");

/** Whether a correction that is not disputed takes the place of the entry `e`. */
function isTaken(ledger: Ledger): SQL {
  const { entry, answer } = tablesOfLedger(ledger);
  return sql`exists (select 1 from ${entry} c where c.replaces = e.id
    and not exists (select 1 from ${answer} a where a.entry_id = c.id and a.verdict = 'disputed'))`;
}

/** The own entry that says the same already. */
async function findSaid(
  ctx: Context,
  ledger: Ledger,
  hash: string,
): Promise<{ readonly entry: AppendedEntry; readonly isTaken: boolean } | undefined> {
  const { entry } = tablesOfLedger(ledger);
  const { rows } = await ctx.db.execute<{ id: string; public_id: string; taken: boolean }>(
    sql`select e.id, e.public_id, ${isTaken(ledger)} as taken from ${entry} e where e.by_id = ${requireOwn(ctx)} and e.hash = ${hash}`,
  );
  return rows.map(({ id, public_id: publicId, taken }) => ({ entry: { id, publicId }, isTaken: taken }))[0];
}

async function insertEntry(ctx: Context, ledger: Ledger, content: Content): Promise<AppendedEntry> {
  requireFields(ctx, ledger, content);
  const { entry } = tablesOfLedger(ledger);
  const hash = hashOf(content);
  const columns = Object.entries(ledger.fields).flatMap(([name, field]) => columnsOf(name, field));
  const row = {
    ...{ id: ctx.newId(), public_id: ctx.newPublicId(), account: content.account, kind: content.kind },
    ...{ occurred_on: content.occurredOn, to_id: content.toId, replaces: content.replaces },
    ...{ withdraws: content.withdraws, hash },
    ...toCellsOfFields(Object.entries(ledger.fields), content.values, new Map()),
  };
  const own = [
    ...["id uuid", "public_id text", "account text", "kind text", "occurred_on text", "to_id uuid"],
    ...["replaces uuid", "withdraws boolean", "hash text"],
    ...columns.map(({ name, type }) => `${name} ${type}`),
  ];
  const names = sql.raw(own.map((column) => column.split(" ")[0]).join(", "));
  const { rows } = await ctx.db.execute<{ id: string; public_id: string }>(
    sql`insert into ${entry} (by_id, recorded_at, recorded_by, ${names})
      select ${requireOwn(ctx)}::uuid, ${ctx.now.toISOString()}::timestamptz, ${personOf(ctx.actor)}::uuid, ${names}
      from jsonb_to_record(${JSON.stringify(row)}::jsonb) as r (${sql.raw(own.join(", "))})
      on conflict (by_id, hash) do nothing returning id, public_id`,
  );
  if (rows[0]) return { id: rows[0].id, publicId: rows[0].public_id };
  const said = await findSaid(ctx, ledger, hash);
  // What was corrected or taken back is not said again by its old words: its correction is corrected.
  if (!said || said.isTaken) throw new LilinkError("CONFLICT");
  return said.entry;
}

/** An entry says what its kind asks for and nothing else, of a day that has come. */
function requireFields(ctx: Context, ledger: Ledger, { kind, occurredOn, values, withdraws }: Content): void {
  const today = toShanghaiDate(ctx.now);
  const asked = withdraws ? [] : (ledger.kinds[kind]?.fields ?? []);
  const faults = Object.keys(ledger.fields).flatMap((name) => {
    const isAsked = asked.includes(name);
    if (isAsked !== isEmpty(values[name])) return [];
    return [{ field: `values.${name}`, rule: isAsked ? ("required" as const) : ("notInList" as const) }];
  });
  if (occurredOn > today)
    throw toInputError([{ field: "occurredOn", rule: "dateTooFar", params: { max: today } }]);
  if (faults.length > 0) throw toInputError(faults);
}

async function findOrganization(ctx: Context, publicId: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from organization where public_id = ${publicId} and status = 'verified' and id <> ${requireOwn(ctx)}`,
  );
  if (!rows[0]) throw toInputError([{ field: "to", rule: "notInList" }]);
  return rows[0].id;
}
