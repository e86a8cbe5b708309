import pg from "pg";

/** Any number would do; it only has to be the same for every start on one database, and not that of the migrations. */
const PREPARE_LOCK = 5_318_009;

/** Two starts on one database at the same time prepare it one after the other; a start that dies lets the next go on. */
export async function takeTurns(ownerUrl: string, prepare: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
    await prepare();
  } finally {
    await client.end();
  }
}
