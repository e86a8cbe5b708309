import type pg from "pg";

/** Everything in the catalog that would let a role around row security; an empty list is the only good answer. */
export async function findRowSecurityGaps(client: pg.Client): Promise<string[]> {
  const gaps: string[] = [];
  const report = async (what: string, sql: string) => {
    const { rows } = await client.query<{ name: string }>(sql);
    gaps.push(...rows.map(({ name }) => `${what}: ${name}`));
  };
  await report(
    "table without forced row security",
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  await report(
    "table that the app role may touch without a policy for it",
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p')
       and (has_any_column_privilege('lilink_app', c.oid, 'select,insert,update') or has_table_privilege('lilink_app', c.oid, 'delete'))
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid
         and exists (select 1 from unnest(p.polroles) r join pg_roles g on g.oid = r where g.rolname = 'lilink_app'))`,
  );
  await report(
    "table that a statement without an actor may read",
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and has_any_column_privilege('lilink_app', c.oid, 'select')
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'acted' and not p.polpermissive)`,
  );
  await report(
    "policy for everybody",
    `select c.relname || '.' || p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid where 0 = any (p.polroles)`,
  );
  // A name without its table means the inner one: the catalog prints it out.
  await report(
    "policy that compares a column with itself",
    `select tablename || '.' || policyname as name from pg_policies
     where concat(qual, ' ', with_check) ~ '(\\m[a-z_]+\\.[a-z_]+) (=|<>) \\1\\M'`,
  );
  await report(
    "view that does not run with the caller's rights",
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'app') and c.relkind = 'v'
       and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  );
  await report(
    "materialized view",
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'app') and c.relkind = 'm'`,
  );
  await report(
    "definer function without a search path of its own",
    `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('public', 'app') and p.prosecdef
       and not exists (select 1 from unnest(p.proconfig) s where s like 'search_path=%')`,
  );
  await report(
    "function that anybody may run",
    `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'app'
       and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0))`,
  );
  await report(
    "login role that owns something or is above policies",
    `select r.rolname as name from pg_roles r where r.rolname in ('lilink_app', 'lilink_worker')
       and (r.rolsuper or r.rolbypassrls or exists (select 1 from pg_class c where c.relowner = r.oid))`,
  );
  await report(
    "secret of sign-in that a role reads",
    `select r.role || ' ' || t.name as name from (values ('lilink_app'), ('lilink_worker')) r(role), (values ('credential'), ('external_identity'), ('recovery_code'), ('sign_in_step'), ('password_history')) t(name)
     where has_any_column_privilege(r.role, t.name, 'select')
     union all select r.role || ' second_factor.' || c.name from (values ('lilink_app'), ('lilink_worker')) r(role),
       (values ('secret'), ('public_key'), ('credential_id'), ('counter')) c(name)
     where has_column_privilege(r.role, 'second_factor', c.name, 'select')`,
  );
  await report(
    "column that would tell the owner of a posting",
    `select t.name || '.organization_id' as name from (values ('posting_part'), ('posting_head'), ('attachment')) t(name)
     where has_column_privilege('lilink_app', t.name, 'organization_id', 'select')`,
  );
  return gaps;
}
