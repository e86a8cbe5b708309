import { BEGIN } from "@lilink/db";
import type pg from "pg";
import type { PgBoss } from "pg-boss";
import { priorityOf } from "./queue.ts";
import { TRACE_KEY } from "./run.ts";

type OutboxRow = {
  seq: string;
  id: string;
  name: string;
  payload: object;
  run_at: Date;
  later: boolean;
  trace: string | null;
};

export const DRAIN_BATCH = 200;

// Rows of a name that this build does not know stay where they are, for the build that does.
const TAKE = `delete from outbox where seq in (
    select seq from outbox where name = any($1) order by seq limit ${DRAIN_BATCH}
  ) returning seq, id, name, payload, run_at, run_at > clock_timestamp() as later, trace`;

/**
 * Moves rows from the outbox into the queue in one transaction: a row is in one of the two, never in both and
 * never in neither. Answers how many it moved.
 */
export async function drainOutbox(pool: pg.Pool, boss: PgBoss, names: readonly string[]): Promise<number> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // What is lost with the machine is lost in both: the row stands in the outbox again, so nobody waits for the disk.
    await client.query(`${BEGIN}; set local synchronous_commit = off`);
    const { rows } = await client.query<OutboxRow>(TAKE, [names]);
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
    for (const [name, group] of groupByName(rows)) {
      const jobs = group.map((row) => ({
        id: row.id,
        data: toData(row),
        priority: priorityOf(name, Number(row.seq)),
        ...startOf(row),
      }));
      await boss.insert(name, jobs, { db });
    }
    await client.query("commit");
    return rows.length;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw broken;
  } finally {
    // A connection whose transaction failed is not used again: closing it rolls everything back.
    client.release(broken);
  }
}

/**
 * The queue keeps a job for a time counted from its start: one long overdue would be swept before it ever ran. What is
 * due is said by the database, whose clock the queue goes by.
 */
function startOf({ run_at, later }: OutboxRow): { readonly startAfter?: Date } {
  return later ? { startAfter: run_at } : {};
}

/** The trace goes with the job; a job that is not traced holds its payload and nothing else. */
function toData({ payload, trace }: OutboxRow): object {
  return trace === null ? payload : { ...payload, [TRACE_KEY]: trace };
}

function groupByName(rows: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of [...rows].sort((a, b) => Number(a.seq) - Number(b.seq))) {
    groups.set(row.name, [...(groups.get(row.name) ?? []), row]);
  }
  return groups;
}
