import type { Pair } from "@lilink/test-exchange/start-pair";
import pg from "pg";

type Known = Pick<Pair, "instances" | "consoleUrl" | "superuserUrl">;

/** The two instances that the set-up started, and the two addresses that tell of their connections. */
export function readPair() {
  const { instances, consoleUrl, superuserUrl } = JSON.parse(process.env.LILINK_E2E_PAIR ?? "{}") as Known;
  const [first, second] = instances;
  if (first === undefined || second === undefined) throw new Error("The set-up started no pair.");
  return { first, second, consoleUrl, superuserUrl };
}

/** Asks one question on a connection of its own. */
export async function askDatabase<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, application_name: "lilink-test" });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
