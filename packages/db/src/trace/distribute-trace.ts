import type pg from "pg";

const tables = ["battery_unit", "custody_event", "battery_state", "battery_child"] as const;

export type Distribution = {
  readonly table: string;
  /** Rows that were moved; null where the table was plain already. */
  readonly moved: number | null;
  readonly distributed: boolean;
};

type Policy = {
  readonly name: string;
  readonly permissive: string;
  readonly cmd: string;
  readonly roles: string;
  readonly qual: string | null;
  readonly check: string | null;
};

/**
 * Makes plain tables of the partitioned ones of the schema `trace`, with their rows, keys, policies and grants, and where the extension
 * Citus is installed distributes them by battery code, so that all that is known of one battery lies on one shard; the licences are a
 * reference table. Runs whole or not at all, and a second time changes nothing. [TR20]
 */
export async function distributeTrace(client: pg.Client, shards = 32): Promise<readonly Distribution[]> {
  await client.query("begin");
  try {
    const done: Distribution[] = [];
    for (const table of tables)
      done.push({ table, moved: await makePlain(client, table), distributed: false });
    const citus = await client.query("select 1 from pg_extension where extname = 'citus'");
    if (citus.rows.length === 0) {
      await client.query("commit");
      return done;
    }
    await client.query("select create_reference_table('trace.licence')");
    for (const [at, table] of tables.entries())
      await client.query(
        at === 0
          ? `select create_distributed_table('trace.${table}', 'code', shard_count => ${shards})`
          : `select create_distributed_table('trace.${table}', 'code', colocate_with => 'trace.${tables[0]}')`,
      );
    await client.query("commit");
    return done.map((one) => ({ ...one, distributed: true }));
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function makePlain(client: pg.Client, table: string): Promise<number | null> {
  const { rows } = await client.query<{ kind: string }>(
    "select relkind as kind from pg_class where oid = to_regclass('trace.' || $1)",
    [table],
  );
  if (rows[0]?.kind !== "p") return null;
  const policies = await readPolicies(client, table);
  const grants = await readGrants(client, table);
  await client.query(`alter table trace.${table} rename to ${table}_parts`);
  await client.query(`create table trace.${table} (like trace.${table}_parts including all)`);
  const moved = await client.query(`insert into trace.${table} select * from trace.${table}_parts`);
  await client.query(`drop table trace.${table}_parts`);
  await client.query(`alter table trace.${table} enable row level security, force row level security`);
  for (const { name, permissive, cmd, roles, qual, check } of policies)
    await client.query(
      `create policy ${name} on trace.${table} as ${permissive} for ${cmd} to ${roles}
        ${qual === null ? "" : `using (${qual})`} ${check === null ? "" : `with check (${check})`}`,
    );
  for (const { right, role } of grants) await client.query(`grant ${right} on trace.${table} to ${role}`);
  return moved.rowCount ?? 0;
}

async function readPolicies(client: pg.Client, table: string): Promise<readonly Policy[]> {
  const { rows } = await client.query<Policy>(
    `select quote_ident(policyname) as name, permissive, cmd, qual, with_check as check,
        (select string_agg(quote_ident(r), ', ') from unnest(roles) r) as roles
      from pg_policies where schemaname = 'trace' and tablename = $1 order by policyname`,
    [table],
  );
  return rows;
}

async function readGrants(client: pg.Client, table: string) {
  const { rows } = await client.query<{ right: string; role: string }>(
    `select privilege_type as right, quote_ident(grantee) as role from information_schema.role_table_grants
      where table_schema = 'trace' and table_name = $1 and grantee like 'lilink%' and grantee <> current_user`,
    [table],
  );
  return rows;
}
