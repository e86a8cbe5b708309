import { createHash } from "node:crypto";
import type pg from "pg";
import type { Statement } from "./read-statements.ts";

const LEDGER = "create table if not exists drizzle.plan (key text primary key, hash text not null)";

const EXISTING = `select 'policy' as kind, c.relname || '.' || p.polname as key
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace
  union all select 'trigger', c.relname || '.' || t.tgname
    from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`;

const UNDECLARED = `select p.oid::regprocedure::text as name from pg_proc p
  where p.pronamespace = 'app'::regnamespace and p.oid <> all (select to_regprocedure(k) from unnest($1::text[]) k)`;

// Only what the owner of the tables owns: an operator's extension may have views in the schema public.
const REVOKE = `do $$ declare r record; begin
  for r in select case relkind when 'S' then 'sequence' else 'table' end as kind, oid::regclass as name from pg_class
      where relnamespace = 'public'::regnamespace and relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm', 'S') loop
    execute format('revoke all on %s %s from public, lilink_app, lilink_worker', r.kind, r.name);
  end loop;
  revoke all on all functions in schema app from public, lilink_app, lilink_worker;
end $$`;

/**
 * Makes the database what the plan says: what has changed or is missing is applied, what no source declares is dropped.
 * Only a table whose policy or trigger changes is locked. Runs within the caller's transaction.
 */
export async function applyPlan(client: pg.Client, plan: readonly Statement[]): Promise<void> {
  await client.query(LEDGER);
  const changed = await findChanged(client, plan);
  for (const { sql } of changed.filter(isKind("table"))) await client.query(sql);
  // A function may name one that a later file declares.
  await client.query("set local check_function_bodies = off");
  for (const { sql } of changed.filter(isKind("function"))) await replaceFunction(client, sql);
  const moved = await replaceAttached(client, plan, changed);
  for (const { sql } of changed.filter(isKind("other"))) await client.query(sql);
  const gone = await dropUndeclaredFunctions(client, plan);
  if (changed.length + moved + gone === 0) return;
  await client.query([REVOKE, ...plan.filter(isKind("grant")).map(({ sql }) => sql)].join(";\n"));
  await client.query("delete from drizzle.plan");
  await client.query("insert into drizzle.plan select * from unnest($1::text[], $2::text[])", [
    plan.map(toLedgerKey),
    plan.map(toHash),
  ]);
}

const isKind =
  (kind: Statement["kind"]) =>
  (statement: Statement): boolean =>
    statement.kind === kind;
const toLedgerKey = ({ kind, key }: Statement) => `${kind} ${key}`;
const toHash = ({ sql }: Statement) => createHash("sha256").update(sql).digest("hex");

async function findChanged(client: pg.Client, plan: readonly Statement[]): Promise<Statement[]> {
  const { rows } = await client.query<{ key: string; hash: string }>("select key, hash from drizzle.plan");
  const applied = new Map(rows.map(({ key, hash }) => [key, hash]));
  const functions = await client.query<{ key: string }>(
    "select k as key from unnest($1::text[]) k where to_regprocedure(k) is null",
    [plan.filter(isKind("function")).map(({ key }) => key)],
  );
  const missing = new Set(functions.rows.map(({ key }) => key));
  return plan.filter(
    (statement) =>
      applied.get(toLedgerKey(statement)) !== toHash(statement) ||
      (statement.kind === "function" && missing.has(statement.key)),
  );
}

/** Replaces a function; one whose result or parameter names change goes first, with the policies and triggers that use it. */
async function replaceFunction(client: pg.Client, sql: string): Promise<void> {
  await client.query("savepoint before_function");
  try {
    await client.query(sql);
  } catch (error) {
    const hint = (error as { code?: string; hint?: string }).hint;
    const drop = /\bDROP FUNCTION (.+?) first/.exec(hint ?? "")?.[1];
    if ((error as { code?: string }).code !== "42P13" || drop === undefined) throw error;
    await client.query(`rollback to before_function; drop function ${drop} cascade; ${sql}`);
  }
  await client.query("release before_function");
}

/** Policies and triggers: those that changed or are missing, and away with those that no source declares. */
async function replaceAttached(
  client: pg.Client,
  plan: readonly Statement[],
  changed: readonly Statement[],
): Promise<number> {
  const { rows } = await client.query<{ kind: string; key: string }>(EXISTING);
  const existing = new Set(rows.map(({ kind, key }) => `${kind} ${key}`));
  const attached = plan.filter(({ kind }) => kind === "policy" || kind === "trigger");
  const declared = new Set(attached.map(toLedgerKey));
  const wrong = attached.filter(
    (statement) => changed.includes(statement) || !existing.has(toLedgerKey(statement)),
  );
  const extra = [...existing].filter((key) => !declared.has(key));
  const drops = [...wrong.map(toLedgerKey).filter((key) => existing.has(key)), ...extra].map(toDrop);
  if (drops.length + wrong.length > 0)
    await client.query([...drops, ...wrong.map(({ sql }) => sql)].join(";\n"));
  return wrong.length + extra.length;
}

function toDrop(ledgerKey: string): string {
  const [kind, table, name] = ledgerKey.split(/[ .]/);
  return `drop ${kind} ${name} on ${table}`;
}

async function dropUndeclaredFunctions(client: pg.Client, plan: readonly Statement[]): Promise<number> {
  const { rows } = await client.query<{ name: string }>(UNDECLARED, [
    plan.filter(isKind("function")).map(({ key }) => key),
  ]);
  for (const { name } of rows) await client.query(`drop function ${name}`);
  return rows.length;
}
