import type pg from "pg";

const SQL = `select current_user as name, r.rolsuper or r.rolbypassrls as bypasses,
    case when exists (select 1 from pg_extension where extname = 'citus') then 0 else pg_backend_pid() end as session,
    exists (select 1 from pg_tables t where t.schemaname in ('public', 'trace') and pg_has_role(current_user, t.tableowner, 'member')) as owns
  from pg_roles r where r.rolname = current_user`;

type Role = {
  readonly name: string;
  readonly session: number;
  readonly bypasses: boolean;
  readonly owns: boolean;
};

/** A role that row security does not bind; the message is one line for the operator. */
export class RoleError extends Error {
  override readonly name = "RoleError";
}

/**
 * Row security holds only for a role that owns nothing and bypasses nothing: any other is refused ([PL8]).
 * Returns the number of the session that answered, 0 on a cluster, whose plans need the values of each statement.
 */
export async function requireBoundRole(
  client: Pick<pg.ClientBase, "query">,
  variable = "DATABASE_URL",
): Promise<number> {
  const { rows } = await client.query<Role>(SQL);
  const [role] = rows;
  if (role && !role.bypasses && !role.owns) return role.session;
  const fault = role?.bypasses ? "bypasses row security" : "owns the tables";
  throw new RoleError(
    `${variable} signs in as ${role?.name}, which ${fault}: use a plain role, see docs/operations.md.`,
  );
}
