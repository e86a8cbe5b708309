import pg from "pg";

const SQL = `select current_user as name, r.rolsuper or r.rolbypassrls as bypasses,
    exists (select 1 from pg_tables t where t.schemaname = 'public' and t.tableowner = current_user) as owns
  from pg_roles r where r.rolname = current_user`;

/** Row security holds only for a role that owns nothing and bypasses nothing: any other is refused. */
export async function checkRole(variable: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; bypasses: boolean; owns: boolean }>(SQL);
    const role = rows[0];
    if (role === undefined || role.bypasses || role.owns) {
      throw new Error(
        `${variable} signs in as ${role?.name}, which ${role?.owns ? "owns the tables" : "bypasses row security"}: use a plain role, see docs/operations.md.`,
      );
    }
  } finally {
    await client.end();
  }
}
