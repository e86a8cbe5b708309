import { isoDay, pageInput } from "@lilink/contract";
import { type FoldEntry, foldEvents } from "@lilink/engine/fold";
import { LilinkError } from "@lilink/model/error";
import type { Ledger, LedgerEvent } from "@lilink/model/ledger";
import { columnsOf } from "@lilink/model/register";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { requireOwn } from "../ground/actor/own.ts";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import { readKeyCursor, toPage } from "../kernel/key-cursor.ts";
import { fromCells } from "../record/cells.ts";
import { tablesOfLedger } from "./ledger-tables.ts";

export type LedgerItem = LedgerEvent & {
  readonly verdict: "confirmed" | "disputed" | null;
  readonly reason: string | null;
};

/** Entries that the reader may read, as they were recorded; `waits`: those that wait for the reader's own answer. [LG2] */
export function listEntries(ledger: Ledger) {
  return defineQuery({
    name: `${ledger.name}.list`,
    input: pageInput.extend({ account: z.string().max(200).optional(), waits: z.boolean().default(false) }),
    authorize: { action: ledger.act.read },
    run: async (ctx, { account, waits, cursor, limit }) => {
      const after = cursor ? readKeyCursor(cursor) : null;
      const parts = [
        ...(account ? [sql`e.account = ${account}`] : []),
        ...(waits ? [sql`e.to_id = ${requireOwn(ctx)} and a.verdict is null`] : []),
        ...(after ? [sql`(e.recorded_at, e.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
      ];
      const rows = await readRows(ctx, ledger, parts, limit + 1);
      return toPage(
        rows,
        limit,
        (row) => [row.said.toISOString(), row.key],
        ({ item }) => item,
      );
    },
  });
}

/**
 * The state of an account on a day, from what the reader may read, as it was known on another day. Of two sides only what is
 * confirmed counts, from its confirmation on. [LG5]
 */
export function stateAsKnownOn<S>(ledger: Ledger<S>) {
  return defineQuery({
    name: `${ledger.name}.asKnownOn`,
    input: z.object({
      account: z.string().max(200),
      on: isoDay.optional(),
      knownUntil: z.coerce.date().optional(),
    }),
    authorize: { action: ledger.act.read },
    run: async (
      ctx,
      { account, on, knownUntil },
    ): Promise<{ readonly state: S; readonly entries: readonly FoldEntry<LedgerEvent>[] }> => {
      const rows = await readRows(ctx, ledger as Ledger, [sql`e.account = ${account}`], mostEntries + 1);
      if (rows.length > mostEntries) throw new LilinkError("LIMIT_REACHED", { max: mostEntries });
      const events = rows.flatMap(({ item }) =>
        ledger.kinds[item.kind]?.twoSided && item.verdict !== "confirmed" ? [] : [item],
      );
      return foldEvents<S, LedgerEvent>(ledger.fold, events, {
        ...(on ? { on } : {}),
        ...(knownUntil ? { recordedUntil: knownUntil.toISOString() } : {}),
      });
    },
  });
}

/** An account with more entries is refused: a state without its last entries is wrong. */
const mostEntries = 10_000;

type Row = Record<string, unknown> & { id: string; public_id: string };

async function readRows(ctx: Context, ledger: Ledger, parts: readonly SQL[], limit: number) {
  const { entry, answer } = tablesOfLedger(ledger);
  const columns = Object.entries(ledger.fields).flatMap(([name, field]) => columnsOf(name, field));
  const values = columns.map(({ name }) => sql`e.${sql.identifier(name)}`);
  const publicIdOf = (column: string) =>
    sql`(select o.public_id from organization o where o.id = e.${sql.identifier(column)})`;
  const { rows } = await ctx.db.execute<Row>(
    sql`select e.id as "_id", e.public_id as "_public_id", e.account as "_account", e.kind as "_kind", e.occurred_on as "_occurred_on",
        e.hash as "_hash", e.withdraws as "_withdraws", (select r.public_id from ${entry} r where r.id = e.replaces) as "_replaces",
        ${publicIdOf("by_id")} as "_by", ${publicIdOf("to_id")} as "_to", e.recorded_at as "_said", a.recorded_at as "_answered",
        a.verdict as "_verdict", a.reason as "_reason", ${sql.join(values, sql`, `)}
      from ${entry} e left join ${answer} a on a.entry_id = e.id
      where ${parts.length > 0 ? sql.join([...parts], sql` and `) : sql`true`} order by e.recorded_at, e.id limit ${limit}`,
  );
  return rows.map((row) => ({
    key: String(row._id),
    said: new Date(String(row._said)),
    item: toItem(ledger, row),
  }));
}

function toItem(ledger: Ledger, row: Row): LedgerItem {
  const kind = String(row._kind);
  return {
    id: String(row._public_id),
    account: String(row._account),
    kind,
    occurred: String(row._occurred_on),
    recorded: new Date(String(row._answered ?? row._said)).toISOString(),
    rank: ledger.kinds[kind]?.rank ?? 0,
    hash: String(row._hash),
    supersedes: row._replaces ? [String(row._replaces)] : [],
    withdraws: row._withdraws === true,
    by: String(row._by),
    to: row._to === null ? null : String(row._to),
    values: fromCells(ledger, row),
    verdict: row._verdict as LedgerItem["verdict"],
    reason: row._reason as string | null,
  };
}
