import pg from "pg";
import { MigrationError } from "../plan/apply-migrations.ts";
import { applyTrace } from "./apply-trace.ts";

/** Any number would do; it only has to be the same for every migrator of one server of batteries. */
const lock = 5_318_010;

const PLACE =
  "select pg_postmaster_start_time()::text || oid as place from pg_database where datname = current_database()";
const HELD = `select exists (select 1 from trace.custody_event) or exists (select 1 from trace.battery_unit)
  or exists (select 1 from trace.licence) as held`;

const ELSEWHERE = `select exists (select 1 from battery_of)
  and not exists (select 1 from trace.custody_event) and not exists (select 1 from trace.battery_unit) as gone`;

const OWN = "TRACE_DATABASE_URL names the product's own database: leave it unset.";
const MOVE =
  "The product's database holds batteries, which would no longer be seen: move them to TRACE_DATABASE_URL first, see docs/scale.md.";

const GONE =
  "The product's database knows batteries that it does not hold: they lie on a server of their own, set TRACE_DATABASE_URL.";

type Names = { readonly name: string; readonly password: string };

/**
 * Brings the server of batteries to the newest tables, as their owner, after the product's database was migrated: the roles of web and worker
 * are made where they are missing and never changed. [TR20]
 * @throws MigrationError where it names the product's own database, or that holds batteries which would no longer be seen
 */
export async function migrateTrace(
  traceUrl: string,
  ownerUrl: string,
  home: string,
  roles: readonly Names[],
): Promise<void> {
  const client = new pg.Client({ connectionString: traceUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await refuse(ownerUrl, async (product) => {
      const [here, there] = [await product.query(PLACE), await client.query(PLACE)];
      return here.rows[0]?.place === there.rows[0]?.place ? OWN : null;
    });
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query("begin");
    for (const role of roles) await addRole(client, role);
    await applyTrace(client, home);
    await client.query("commit");
    // The tables are there by now, so that the batteries can be moved into them.
    await refuse(ownerUrl, async (product) => ((await product.query(HELD)).rows[0]?.held ? MOVE : null));
  } finally {
    await client.end();
  }
}

/**
 * For a start without a server of batteries.
 * @throws MigrationError where there was one before
 */
export async function refuseGone(ownerUrl: string): Promise<void> {
  await refuse(ownerUrl, async (product) => ((await product.query(ELSEWHERE)).rows[0]?.gone ? GONE : null));
}

async function refuse(ownerUrl: string, find: (product: pg.Client) => Promise<string | null>): Promise<void> {
  const product = new pg.Client({ connectionString: ownerUrl });
  await product.connect();
  try {
    const fault = await find(product);
    if (fault !== null) throw new MigrationError(fault);
  } finally {
    await product.end();
  }
}

async function addRole(client: pg.Client, { name, password }: Names): Promise<void> {
  const known = await client.query("select 1 from pg_roles where rolname = $1", [name]);
  if (known.rows.length === 0)
    await client.query(
      `create role ${pg.escapeIdentifier(name)} login nosuperuser nobypassrls password ${pg.escapeLiteral(password)}`,
    );
}
