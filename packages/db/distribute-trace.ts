import pg from "pg";
import { distributeTrace } from "./src/trace/distribute-trace.ts";

/** npm run trace:distribute: plain tables of batteries, distributed by Citus where it is installed. */
const url = process.env.TRACE_DATABASE_URL || process.env.MIGRATE_DATABASE_URL;
if (!url)
  throw new Error(
    "TRACE_DATABASE_URL or MIGRATE_DATABASE_URL is missing: the address of the owner of the tables",
  );
const client = new pg.Client({ connectionString: url });
await client.connect();
const tables = await distributeTrace(client);
await client.end();
process.stdout.write(`${JSON.stringify({ tables })}\n`);
