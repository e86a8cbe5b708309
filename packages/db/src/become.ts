import type { Actor } from "@lilink/model/policy";
import pg from "pg";
import { BEGIN, LOCK_LIMIT } from "./connect.ts";

/** Who a caller says it is; the database decides whether that is still valid. */
export type Principal =
  | { readonly kind: "session"; readonly sessionId: string }
  /** A stream that stays open for a session: it hears as the session does, and is no use of it ([PE3]). */
  | { readonly kind: "listener"; readonly sessionId: string }
  | { readonly kind: "member"; readonly personId: string; readonly organizationId: string }
  | { readonly kind: "person"; readonly personId: string }
  | { readonly kind: "key"; readonly keyHash: string }
  | { readonly kind: "job"; readonly job: string }
  | { readonly kind: "anonymous" };

type ActorRow = {
  actor_kind: Actor["kind"];
  person_id: string;
  organization_id: string;
  organization_kind: never;
  role: never;
  verified: boolean | null;
  duties: never[] | null;
  province: string | null;
  key_id: string;
  scopes: never[] | null;
};

/**
 * Opens the transaction and sets its actor in one round trip. The caller ends the transaction.
 * This is the only place that sets an actor ([PL2]).
 */
export async function beginAs(client: pg.PoolClient, principal: Principal, now: Date): Promise<Actor> {
  const subject = subjectOf(principal);
  const organization = principal.kind === "member" ? principal.organizationId : null;
  const results = (await client.query(
    `${principal.kind === "job" ? BEGIN : `${BEGIN}; ${LOCK_LIMIT}`}; select * from app.become(${literal(principal.kind)}, ${literal(subject)}, ` +
      `${literal(organization)}::uuid, ${literal(now.toISOString())}::timestamptz)`,
  )) as unknown as pg.QueryResult<ActorRow>[];
  const row = results.at(-1)?.rows[0];
  return row ? toActor(row, principal) : { kind: "anonymous" };
}

function subjectOf(principal: Principal): string | null {
  if (principal.kind === "session" || principal.kind === "listener") return principal.sessionId;
  if (principal.kind === "member" || principal.kind === "person") return principal.personId;
  return principal.kind === "key" ? principal.keyHash : null;
}

function literal(value: string | null): string {
  return value === null ? "null" : pg.escapeLiteral(value);
}

function toActor(row: ActorRow, principal: Principal): Actor {
  if (row.actor_kind === "member") {
    return {
      kind: "member",
      personId: row.person_id,
      organizationId: row.organization_id,
      organizationKind: row.organization_kind,
      role: row.role,
      verified: row.verified === true,
      duties: row.duties ?? [],
      province: row.province,
    };
  }
  if (row.actor_kind === "apiKey") {
    return {
      kind: "apiKey",
      keyId: row.key_id,
      organizationId: row.organization_id,
      organizationKind: row.organization_kind,
      verified: row.verified === true,
      scopes: row.scopes ?? [],
    };
  }
  if (row.actor_kind === "person") return { kind: "person", personId: row.person_id };
  if (row.actor_kind === "job" && principal.kind === "job") return { kind: "job", job: principal.job };
  return { kind: "anonymous" };
}
