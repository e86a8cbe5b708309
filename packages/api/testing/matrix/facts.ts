import { can, isAuditor, isFiler, isOfficer } from "@lilink/model/policy";
import { type Kind, organizationBehind, personBehind } from "./kind.ts";

/** A caller as plain SQL can be told of it. */
export type Facts = Readonly<
  Record<
    | "org"
    | "person"
    | "officer"
    | "admin"
    | "verified"
    | "trades"
    | "files"
    | "program"
    | "audits"
    | "bodies"
    | "clients"
    | "province",
    string
  >
>;

export function factsOf(kind: Kind): Facts {
  const { actor } = kind;
  const said = (held: boolean | undefined) => (held ? "true" : "false");
  const id = (given: string | null) => (given === null ? "null::uuid" : `'${given}'::uuid`);
  const member = actor?.kind === "member" ? actor : null;
  const program = actor?.kind === "apiKey" ? actor : null;
  const seat = member ?? program;
  const serves = seat && ["coordination_group", "regulator", "operator"].includes(seat.organizationKind);
  const acting = member
    ? `'${member.personId}'`
    : `(select a.person_id from membership a where a.organization_id = ${id(organizationBehind(kind))} and a.active and a.role = 'admin')`;
  const clients = `(select c.org_id from engagement c where c.adviser_id in (${acting}) and c.answered_at is not null and c.state in ('active', 'ended'))`;
  return {
    org: id(organizationBehind(kind)),
    person: id(personBehind(kind)),
    officer: said(member !== null && isOfficer(member)),
    admin: said(member?.role === "admin"),
    verified: said(seat?.verified),
    trades: said(seat?.verified && seat.organizationKind !== "operator"),
    files: said(
      program?.scopes.some((scope) => scope.startsWith("returns:")) ||
        (member !== null && isFiler({ ...member, verified: true })),
    ),
    program: said(program !== null),
    clients: seat ? clients : "(select null::uuid where false)",
    bodies: serves
      ? `(select m.organization_id from membership m where m.person_id in (${acting}) and m.organization_id <> '${seat.organizationId}'
          and (m.active or m.ended_at > now() - interval '1 year') union select * from ${clients} advised)`
      : "(select null::uuid where false)",
    audits: said(member !== null && isAuditor(member)),
    province:
      member !== null && !isOfficer(member) && can(member, "return.check") && member.province !== null
        ? `'${member.province}'`
        : "null::text",
  };
}
