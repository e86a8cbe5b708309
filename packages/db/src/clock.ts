import type pg from "pg";

/** The time of the database, as a process knows it: one clock for all processes, whatever their machines say. */
export type DatabaseClock = {
  readonly now: () => Date;
  /** Asks the database where that was long ago; outside of any transaction. Answers whether it asked. */
  readonly trueUp: (client: Pick<pg.ClientBase, "query">) => Promise<boolean>;
};

const TRUE_FOR_MS = 60_000;

/**
 * Counts on from the last answer by a clock that nobody sets ([OB6]). Until the first answer it is the machine's.
 * `elapsed` is in milliseconds, from any moment on, and never steps.
 */
export function createDatabaseClock(
  machine: () => Date = () => new Date(),
  elapsed: () => number = () => performance.now(),
): DatabaseClock {
  let told: { readonly time: number; readonly at: number } | undefined;
  return {
    now: () => (told ? new Date(told.time + elapsed() - told.at) : machine()),
    trueUp: async (client) => {
      if (told && elapsed() - told.at < TRUE_FOR_MS) return false;
      const asked = elapsed();
      const { rows } = await client.query<{ ms: number }>(
        "select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms",
      );
      const answered = elapsed();
      const [row] = rows;
      // It was told somewhere between question and answer.
      if (row) told = { time: row.ms + (answered - asked) / 2, at: answered };
      return true;
    },
  };
}
