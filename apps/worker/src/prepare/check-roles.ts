import { requireBoundRole } from "@lilink/db";
import pg from "pg";

/** Asks before anything is started; each connection of web and worker asks again for itself. */
export async function checkRole(variable: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await requireBoundRole(client, variable);
  } finally {
    await client.end();
  }
}
