import type { Secrets } from "./secret.ts";

export const DATABASE_NAME = "lilink";

// docs/operations.md gives the same statements for a server of one's own.
export function toRoleStatements(secrets: Secrets): readonly string[] {
  return [
    `create role lilink_owner login nosuperuser nobypassrls password '${secrets.owner}'`,
    `create role lilink_app login nosuperuser nobypassrls password '${secrets.app}'`,
    `create role lilink_worker login nosuperuser nobypassrls password '${secrets.worker}'`,
    `create database ${DATABASE_NAME} owner lilink_owner`,
    `revoke all on database ${DATABASE_NAME} from public`,
    `grant connect on database ${DATABASE_NAME} to lilink_app, lilink_worker`,
  ];
}

/**
 * Run in the product's database by a superuser: without it row security keeps every index of search unused.
 * docs/adr/0008-leakproof-search.md says why these four tell nothing; docs/operations.md gives them for production.
 */
export const leakproofStatements: readonly string[] = [
  "pg_catalog.ts_match_vq(tsvector, tsquery)",
  "pg_catalog.arraycontains(anyarray, anyarray)",
  "pg_catalog.arrayoverlap(anyarray, anyarray)",
  "pg_catalog.enum_eq(anyenum, anyenum)",
].map((operator) => `alter function ${operator} leakproof`);

export type Role = "owner" | "app" | "worker" | "superuser";

export function toUrl(role: Role, secrets: Secrets, port: number, database = DATABASE_NAME): string {
  const user = role === "superuser" ? "postgres" : `lilink_${role}`;
  return `postgres://${user}:${secrets[role]}@127.0.0.1:${port}/${database}`;
}
