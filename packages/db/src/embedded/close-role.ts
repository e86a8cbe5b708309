import pg from "pg";

// What PostgreSQL tells everybody and tells about everybody: how many rows a table has, how often it is written, what other
// connections of the role ask. The owner and the worker keep it. docs/operations.md gives the same for a server of one's own.
export const closedStatements: readonly string[] = [
  `do $$ declare v text; begin
    for v in select oid::regclass::text from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'v' and relname ~ '^pg_stat(io)?_'
    loop execute format('revoke select on %s from public', v); execute format('grant select on %s to lilink_owner, lilink_worker', v); end loop;
    for v in select oid::regprocedure::text from pg_proc where pronamespace = 'pg_catalog'::regnamespace
      and (proname like 'pg\\_stat\\_get\\_%' or proname in ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size', 'pg_database_size'))
    loop execute format('revoke execute on function %s from public', v); execute format('grant execute on function %s to lilink_owner, lilink_worker', v); end loop;
    select string_agg(quote_ident(attname), ', ') into v from pg_attribute
      where attrelid = 'pg_class'::regclass and attname not in ('reltuples', 'relpages', 'relallvisible') and not attisdropped;
    revoke select on pg_class from public;
    execute format('grant select (%s) on pg_class to public', v);
    grant select on pg_class to lilink_owner, lilink_worker;
  end $$`,
];

/**
 * Run at each start, by a superuser: closes what is open to everybody, and gives the web's role its password and settings back. A
 * role may always change its own; nothing in PostgreSQL forbids it.
 */
export async function closeRole(superuserUrl: string, appPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: "lilink-close" });
  await client.connect();
  try {
    for (const statement of closedStatements) await client.query(statement);
    await client.query(`alter role lilink_app password '${appPassword}'`);
    await client.query("alter role lilink_app reset all");
    await client.query("alter role lilink_app in database lilink reset all");
  } finally {
    await client.end();
  }
}
