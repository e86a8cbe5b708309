import type pg from "pg";
import { BEGIN, type Database, LOCK_LIMIT, toDatabase } from "./connect.ts";

/** A transaction on another server beside that of the product. */
export type SecondTransaction = {
  readonly db: Database;
  /** Ends it where it has begun. @throws where it cannot be committed */
  readonly end: (how: "commit" | "rollback") => Promise<void>;
};

/**
 * A transaction that begins with its first statement, so that whoever asks that server nothing takes no connection of it. A job has
 * time and waits for a lock as long as a statement may. [TR20]
 */
export function openSecond(pool: pg.Pool, isJob: boolean): SecondTransaction {
  let begun: Promise<pg.PoolClient> | undefined;
  const begin = async () => {
    const client = await pool.connect();
    try {
      await client.query(isJob ? BEGIN : `${BEGIN}; ${LOCK_LIMIT}`);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
  const ask = async (text: pg.QueryConfig, values?: unknown[]) => {
    begun ??= begin();
    return (await begun).query(text, values);
  };
  return {
    db: toDatabase({ query: ask } as unknown as pg.PoolClient),
    end: async (how) => {
      const client = await begun?.catch(() => undefined);
      begun = undefined;
      if (!client) return;
      let broken = true;
      try {
        await client.query(how);
        broken = false;
      } finally {
        client.release(broken);
      }
    },
  };
}
