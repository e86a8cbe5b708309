import type pg from "pg";

/** One line for each thing in the schemas public and app, in an order of its own: equal lists are equal databases. */
export async function readCatalog(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select line from (${PARTS.join(" union all ")}) c (line) order by line`,
  );
  return rows.map(({ line }) => line);
}

const OURS = "('public'::regnamespace, 'app'::regnamespace)";
const PARTS: readonly string[] = [
  `select format('table %s secured %s forced %s options %s', relname, relrowsecurity, relforcerowsecurity, reloptions)
    from pg_class where relnamespace in ${OURS} and relkind in ('r', 'p', 'v', 'm')`,
  `select format('column %s.%s %s null %s default %s identity %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      not a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity)
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace in ${OURS} and c.relkind in ('r', 'c') and a.attnum > 0 and not a.attisdropped`,
  `select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace in ${OURS} and contype <> 't'`,
  `select 'index ' || pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace in ${OURS}`,
  `select format('enum %s %s', t.typname, array_agg(e.enumlabel order by e.enumsortorder))
    from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typnamespace in ${OURS} group by t.typname`,
  `select format('function %s %s', oid::regprocedure, pg_get_functiondef(oid)) from pg_proc where pronamespace in ${OURS}`,
  `select format('policy %s.%s %s %s to %s using %s check %s', tablename, policyname, permissive, cmd, roles, qual, with_check)
    from pg_policies where schemaname in ('public', 'app')`,
  `select format('trigger %s.%s %s', c.relname, t.tgname, pg_get_triggerdef(t.oid)) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace in ${OURS} and not t.tgisinternal`,
  `select format('grant %s on %s to %s', a.privilege_type, c.relname, coalesce(g.rolname, 'public'))
    from pg_class c, aclexplode(c.relacl) a left join pg_roles g on g.oid = a.grantee
    where c.relnamespace in ${OURS} and a.grantee <> c.relowner`,
  `select format('grant %s (%s) on %s to %s', a.privilege_type, t.attname, c.relname, coalesce(g.rolname, 'public'))
    from pg_attribute t join pg_class c on c.oid = t.attrelid, aclexplode(t.attacl) a left join pg_roles g on g.oid = a.grantee
    where c.relnamespace in ${OURS}`,
  `select format('grant %s on %s to %s', a.privilege_type, p.oid::regprocedure, coalesce(g.rolname, 'public'))
    from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a left join pg_roles g on g.oid = a.grantee
    where p.pronamespace in ${OURS} and a.grantee <> p.proowner`,
  `select format('grant %s on schema %s to %s', a.privilege_type, n.nspname, coalesce(g.rolname, 'public'))
    from pg_namespace n, aclexplode(n.nspacl) a left join pg_roles g on g.oid = a.grantee where n.oid in ${OURS}`,
];
