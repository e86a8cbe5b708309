import { can, isAuditor, isFiler, isOfficer } from "@lilink/model/policy";
import { listRegisters, tablesOf } from "@lilink/model/register";
import type { TestKernel } from "@lilink/services/testing";
import { type Kind, organizationBehind, personBehind } from "./kind.ts";
import { recordWalls } from "./record-wall.ts";

/** A caller as plain SQL can be told of it. */
type Facts = Readonly<
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
    | "province",
    string
  >
>;

function factsOf({ actor, ...who }: Kind): Facts {
  const kind = { actor, ...who };
  const said = (held: boolean | undefined) => (held ? "true" : "false");
  const id = (given: string | null) => (given === null ? "null::uuid" : `'${given}'::uuid`);
  const member = actor?.kind === "member" ? actor : null;
  const program = actor?.kind === "apiKey" ? actor : null;
  const seat = member ?? program;
  const serves = seat && ["coordination_group", "regulator", "operator"].includes(seat.organizationKind);
  const acting = member
    ? `'${member.personId}'`
    : `(select a.person_id from membership a where a.organization_id = ${id(organizationBehind(kind))} and a.active and a.role = 'admin')`;
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
    bodies: serves
      ? `(select m.organization_id from membership m where m.person_id in (${acting}) and m.organization_id <> '${seat.organizationId}'
          and (m.active or m.ended_at > now() - interval '1 year'))`
      : "(select null::uuid where false)",
    audits: said(member !== null && isAuditor(member)),
    province:
      member !== null && !isOfficer(member) && can(member, "return.check") && member.province !== null
        ? `'${member.province}'`
        : "null::text",
  };
}

const everybody = () => "true";
export const nobody = () => "false";
const own = ({ org }: Facts) => `t.organization_id = ${org}`;
const ownOrOfficer = ({ org, officer }: Facts) => `t.organization_id = ${org} or ${officer}`;
const ownAdmin = ({ org, admin }: Facts) => `t.organization_id = ${org} and ${admin}`;
const self = ({ person }: Facts) => `t.person_id = ${person}`;
const officers = ({ officer }: Facts) => officer;
const auditors = ({ audits }: Facts) => audits;
const opened = "'accepted','ended'";
const everyState = "'sent','accepted','declined','withdrawn','expired','ended'";
const family = ({ org }: Facts) =>
  `(select ${org} union select b.organization_id from organization_profile a join organization_profile b on b.group_id = a.group_id where a.organization_id = ${org})`;
/** The organizations of one group with those of a subquery. */
const kin = (of: string) =>
  `(select x.id from organization x where x.id in ${of} union select b.organization_id
    from organization_profile a join organization_profile b on b.group_id = a.group_id where a.organization_id in ${of})`;
/** Whether an organization is another body of the person's, of its group, or competes with one of these. */
const barred = ({ bodies }: Facts, id: string) => `(${id} in ${kin(bodies)} or exists (
    select 1 from organization_stance s join organization_stance o on o.key = s.key
    where s.organization_id in ${kin(bodies)} and o.organization_id in ${kin(`(select ${id})`)})
  or exists (select 1 from organization_stance s join posting_part w on s.key = any (w.wall_keys) and w.state in ('live', 'ended', 'past')
    where s.organization_id in ${kin(bodies)} and w.organization_id in ${kin(`(select ${id})`)}))`;
/** Whether the wall of a part stands against one of the person's other bodies. */
const walledOff = ({ bodies }: Facts) => `exists (select 1 from organization_stance s
    where s.organization_id in ${kin(bodies)} and s.key = any (p.wall_keys) and s.until is null)`;
/** Who acts for the secretariat and belongs to others too sees introductions once they are answered, and none of a barred body. */
const party = (facts: Facts, id: string, states = everyState) =>
  `exists (select 1 from introduction_party p join introduction i on i.id = p.introduction_id
    where p.introduction_id = ${id} and p.organization_id = ${facts.org} and i.state in (${states})
      and (not exists ${facts.bodies} or i.state in (${opened}) and not exists (select 1 from introduction_party o
        where o.introduction_id = p.introduction_id and o.side <> p.side and ${barred(facts, "o.organization_id")})))`;
const part = (facts: Facts) => `(p.organization_id = ${facts.org}
  or p.state = 'live' and p.level = 'everyone'
  or p.state = 'live' and p.level = 'member' and ${facts.trades} and (not p.walled or not (${walledOff(facts)} or exists (
    select 1 from organization_stance s where s.organization_id in ${family(facts)} and s.key = any (p.wall_keys) and s.until is null)))
  or p.state in ('live', 'ended') and p.level <> 'own' and exists (
    select 1 from consent c where c.posting_id = p.posting_id and c.organization_id = ${facts.org} and c.until is null)
    and not ${barred(facts, "p.organization_id")} and not ${walledOff(facts)}
  or p.state = 'review' and p.level <> 'own' and ${facts.officer} and not ${barred(facts, "p.organization_id")} and not ${walledOff(facts)}
  or p.state = 'ended' and p.level in ('everyone', 'member') and ${facts.officer} and (not p.walled or not ${walledOff(facts)}))`;
const seat = ({ org, officer }: Facts, meeting: string) =>
  `(${officer} or exists (select 1 from meeting_seat s where s.meeting_id = ${meeting} and s.organization_id = ${org}))`;
const checks = ({ org, officer, province }: Facts) =>
  `(f.organization_id is distinct from ${org} and (${officer} or f.province = ${province}))`;
const form = (facts: Facts) =>
  `(f.organization_id = ${facts.org} and ${facts.files} or ${facts.officer} or ${checks(facts)})`;
const handedIn = (facts: Facts) => `t.organization_id = ${facts.org} and ${facts.files} or exists (
  select 1 from return_form f where f.id = t.form_id and ${checks(facts)} and not ${barred(facts, "f.organization_id")}
    and (t.version < f.version or f.state in ('submitted', 'resubmitted', 'verified', 'locked')))`;
const closedBatch = (facts: Facts) =>
  `(${facts.officer} and rb.state <> 'open' and not ${barred(facts, "rb.org_id")})`;
const released = ({ officer, verified }: Facts) =>
  `(r.state = 'frozen' and (r.audience = 'everyone' or ${verified}) or ${officer})`;

/** The owner of a record sees what is owed of it, whoever owes it. */
const ofOwnRecord = ({ org }: Facts) =>
  `(${listRegisters()
    .filter(({ owner }) => owner === "organization")
    .map(
      (
        register,
      ) => `t.subject_kind = '${register.name}' and exists (select 1 from ${tablesOf(register).head} own_record
      where own_record.id = t.subject_id and own_record.organization_id = ${org})`,
    )
    .join(" or ")})`;

/** Who sees which rows of each table, said once more from docs and SPEC; a table that is missing here fails the test. */
export const walls: Readonly<Record<string, (facts: Facts) => string>> = {
  ...recordWalls,
  abuse_report: (facts) => `t.organization_id = ${facts.org} and not ${facts.program} and not ${facts.officer}
    or ${facts.officer} and not ${barred(facts, "t.organization_id")} and not ${barred(facts, "t.about_organization_id")}`,
  battery_capture: own,
  battery_item: ({ org, officer, bodies, province }) =>
    `${org} in (t.organization_id, t.other_id) or not exists ${bodies} and (${officer} or t.province = ${province})`,
  battery_of: ({ org }) => `t.org_id = ${org}`,
  batch_lot: (
    facts,
  ) => `t.org_id = ${facts.org} or exists (select 1 from recycling_batch rb where rb.id = t.batch_id
    and ${closedBatch(facts)})`,
  batch_row: (
    facts,
  ) => `t.org_id = ${facts.org} or exists (select 1 from recycling_batch rb where rb.id = t.batch_id
    and ${closedBatch(facts)})`,
  battery_sales: everybody,
  rule_reading: everybody,
  // Where figures are from is open once a file is taken; what counts today is open, older rows and open files are not.
  trade_load: ({ officer }) => `t.state = 'taken' or ${officer}`,
  trade_flow: ({ officer }) => `t.current or ${officer}`,
  stress_scenario: officers,
  supply_ceiling: everybody,
  battery_sale: ({ org }) => `${org} in (t.org_id, t.buyer_id)`,
  health_series: ({ org }) => `t.org_id = ${org}`,
  residual_test: ({ org }) => `${org} in (t.org_id, t.holder_id)`,
  retired_lot: (facts) => `t.org_id = ${facts.org}
    or ${facts.officer} and t.state = 'offered' and not ${barred(facts, "t.org_id")}`,
  test_booking: ({ org }) => `${org} in (t.org_id, t.laboratory_org)`,
  recycling_batch: (facts) => `t.org_id = ${facts.org} or ${closedBatch(facts).replaceAll("rb.", "t.")}`,
  api_key: ownAdmin,
  attachment: (facts) => `t.organization_id = ${facts.org} and t.claim_id is null
    or t.logo and exists (select 1 from organization o where o.id = t.organization_id and o.logo = t.public_id and o.status = 'verified') or ${party(facts, "t.introduction_id", opened)}
    or t.claim_id is not null and ${facts.officer} and not ${barred(facts, "t.organization_id")} or exists (select 1 from claim c where c.id = t.claim_id and c.person_id = ${facts.person})
    or exists (select 1 from posting_part p where p.posting_id = t.posting_id and ${part(facts)}
      and p.fields -> 'attachments' @> jsonb_build_array(jsonb_build_object('publicId', t.public_id)))`,
  audit_checkpoint: auditors,
  audit_entry: (facts) => `${ownAdmin(facts)} or ${facts.audits}`,
  audit_head: auditors,
  audit_link: ({ org, admin, audits }) => `t.kind = 'audit' and t.chain = ${org} and ${admin} or ${audits}`,
  audit_signed: nobody,
  board_sum: nobody,
  broken_glass: (facts) => `${self(facts)} or ${ownAdmin(facts)}`,
  chain_concept: nobody,
  claim: ({ person, officer }) => `t.person_id = ${person} or ${officer}`,
  consent: ({ org }) =>
    `t.organization_id = ${org} or exists (select 1 from posting p where p.id = t.posting_id and p.organization_id = ${org})`,
  credential: nobody,
  definition: ({ officer }) => `t.adopted or ${officer}`,
  disclosure_read: ({ org, audits, files }) =>
    `t.owner_organization_id = ${org} and (t.form_id is null or ${files}) or t.reader_organization_id = ${org} or ${audits}`,
  disclosure_waiver: ownOrOfficer,
  // Of an introduction the asked side alone sees the duty; a published one that is listed is for every member.
  duty: (facts) => `case t.subject_kind
    when 'introduction' then t.holder_id = ${facts.org} and ${party(facts, "t.subject_id")}
    when 'return_form' then exists (select 1 from return_form f where f.id = t.subject_id and ${form(facts)})
      and (t.holder_id = ${facts.org} or ${facts.officer})
    when 'meeting_decision' then t.holder_id = ${facts.org} or ${facts.officer}
    when 'claim' then ${facts.officer}
    when 'report' then ${facts.officer} and exists (select 1 from abuse_report ar where ar.id = t.subject_id
      and not ${barred(facts, "ar.organization_id")} and not ${barred(facts, "ar.about_organization_id")})
    else t.holder_id = ${facts.org} or ${facts.officer} or ${ofOwnRecord(facts)}
      or t.published and t.ended_at is null and t.escalated_at is not null and ${facts.trades}
      or t.published and exists (select 1 from duty_item x where x.duty_id = t.id and ${seat(facts, "x.meeting_id")}) end`,
  duty_item: (facts) => seat(facts, "t.meeting_id"),
  engine_decision: officers,
  engine_version: ({ officer }) => officer,
  external_identity: nobody,
  figure_band: ({
    org,
    files,
  }) => `exists (select 1 from figure_release r join return_form f on f.round_id = r.round_id
    where r.id = t.release_id and r.state = 'frozen' and f.organization_id = ${org} and ${files} and f.state in ('verified', 'locked') and f.definitions ? t.indicator)`,
  figure_cell: (
    facts,
  ) => `exists (select 1 from figure_release r where r.id = t.release_id and r.state = 'frozen' and ${released(facts)})
    and (t.audience = 'everyone' or t.audience = 'members' and ${facts.verified} or ${facts.officer})`,
  figure_release: (facts) => released(facts).replaceAll("r.", "t."),
  goal_floor: everybody,
  idempotency_key: ({ org, program }) => `t.organization_id = ${org} and ${program}`,
  introduction: (facts) => party(facts, "t.id"),
  introduction_message: (facts) => party(facts, "t.introduction_id", opened),
  introduction_party: (facts) =>
    `t.organization_id = ${facts.org} or ${party(facts, "t.introduction_id", opened)}`,
  introduction_rivalry: nobody,
  invitation: ownAdmin,
  job_done: nobody,
  ledger_entry: (facts) => party(facts, "t.introduction_id", opened),
  machine_state: everybody,
  machine_step: everybody,
  mail: nobody,
  mail_token: nobody,
  market_pair: ({ org, verified }) => `${verified} and exists (
    select 1 from posting p where p.id in (t.demand_posting_id, t.offer_posting_id) and p.organization_id = ${org})`,
  market_report: officers,
  match: ({ org }) => `t.reader_organization_id = ${org}`,
  match_mark: own,
  meeting: (facts) => seat(facts, "t.id"),
  meeting_ballot: (facts) => `exists (select 1 from meeting_vote v join meeting_item i on i.id = v.item_id
    where v.id = t.vote_id and ${seat(facts, "i.meeting_id")})`,
  meeting_decision: (facts) => `t.owner_organization_id = ${facts.org}
    or exists (select 1 from meeting_item i where i.id = t.item_id and ${seat(facts, "i.meeting_id")})`,
  meeting_item: (facts) => seat(facts, "t.meeting_id"),
  meeting_paper: (facts) => `(t.kind <> 'board' or ${facts.officer}) and ${seat(facts, "t.meeting_id")}`,
  meeting_seat: ownOrOfficer,
  meeting_view: officers,
  meeting_vote: (facts) =>
    `exists (select 1 from meeting_item i where i.id = t.item_id and ${seat(facts, "i.meeting_id")})`,
  membership: ({ org, person, officer }) =>
    `t.organization_id = ${org} or t.person_id = ${person} or ${officer}`,
  notice: (facts) => `${self(facts)} and (t.organization_id is null or exists (
    select 1 from membership m where m.organization_id = t.organization_id and m.person_id = t.person_id and m.active))`,
  observation: everybody,
  organization: ({
    org,
    person,
    officer,
  }) => `t.status in ('unclaimed', 'verified') or t.id = ${org} or ${officer}
    or exists (select 1 from claim c where c.organization_id = t.id and c.person_id = ${person})
    or exists (select 1 from membership m where m.organization_id = t.id and m.person_id = ${person})`,
  organization_group: officers,
  organization_profile: ownOrOfficer,
  organization_stance: nobody,
  outbox: nobody,
  password_history: nobody,
  person: ({ org, person, officer }) => `t.id = ${person}
    or exists (select 1 from membership m where m.person_id = t.id and m.organization_id = ${org})
    or ${officer} and exists (select 1 from claim c where c.person_id = t.id)`,
  posting: ({ org, officer }) => `t.organization_id = ${org} or ${officer} and t.state = 'in_review'`,
  posting_change: nobody,
  posting_draft: own,
  posting_head: everybody,
  posting_part: (facts) => part(facts).replaceAll("p.", "t."),
  posting_review: (facts) =>
    `t.organization_id = ${facts.org} or ${facts.officer} and not ${barred(facts, "t.organization_id")}`,
  posting_tally: nobody,
  posting_version: own,
  public_figure: officers,
  rate_bucket: nobody,
  reading_day: nobody,
  record_import: ({ person }) => `t.requested_by = ${person}`,
  // Of a record of an organization, officers who stay away from it see what everybody sees.
  record_step: (facts) =>
    `t.shown and (t.level = 'everyone' or t.level = 'member' and (${facts.trades} or ${facts.officer}))
    or ${facts.officer} and (t.organization_id is null or not ${barred(facts, "t.organization_id")}) or t.organization_id = ${facts.org}`,
  recovery_code: nobody,
  release_count: officers,
  release_observation: nobody,
  release_paper: (facts) =>
    `exists (select 1 from figure_release r where r.id = t.release_id and r.state = 'frozen' and ${released(facts)})`,
  release_source: nobody,
  return_event: (facts) =>
    `not ${barred(facts, "t.organization_id")} and exists (select 1 from return_form f where f.id = t.form_id and ${form(facts)})`,
  return_explanation: handedIn,
  return_form: (facts) => form(facts).replaceAll("f.", "t."),
  // Its own filers alone: not the viewer, nor the holder of the seat among rivals, nor who checks.
  return_import: ({ org, files }) => `t.organization_id = ${org} and ${files}`,
  return_round: ({ org }) => `${org} is not null`,
  return_value: handedIn,
  saved_search: self,
  second_factor: self,
  series: everybody,
  series_adoption: everybody,
  session: self,
  terms_consent: self,
  sign_in_step: nobody,
  sign_in_throttle: nobody,
  webhook_delivery: ownAdmin,
  webhook_endpoint: ownAdmin,
  web_key: nobody,
  worker_beat: everybody,
};

type Table = { readonly name: string; readonly columns: string | null };

/** Every table, with those of its columns that the web's role reads. */
export function listTables(kernel: TestKernel): Promise<Table[]> {
  return kernel.ownerRows<Table>(`select c.relname as name, (select string_agg('t.' || quote_ident(a.attname), ', ') from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege('lilink_app', c.oid, a.attnum, 'select')) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') order by 1`);
}

const digestOf = (rows: readonly { readonly row: string }[]) => rows.map(({ row }) => row).sort();

/** How many rows of each table are for this kind. */
export async function countDue(kernel: TestKernel, who: Kind): Promise<Readonly<Record<string, number>>> {
  const facts = factsOf(who);
  const parts = Object.entries(walls).map(
    ([name, wall]) => `select '${name}' as name, count(*)::int as rows from ${name} t where ${wall(facts)}`,
  );
  const rows = await kernel.ownerRows<{ name: string; rows: number }>(parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

/** Where a raw connection that acts as this kind sees other rows than the second telling of the walls gives to it. */
export async function findStrayRows(
  kernel: TestKernel,
  who: Kind,
  tables: readonly Table[],
): Promise<string[]> {
  const facts = factsOf(who);
  const subject =
    who.principal.kind === "session"
      ? who.principal.sessionId
      : who.principal.kind === "key"
        ? who.principal.keyHash
        : null;
  const strays: string[] = [];
  const client = await kernel.app.pool.connect();
  try {
    await client.query("begin");
    await client.query("select app.become($1, $2, null, $3)", [
      who.principal.kind,
      subject,
      kernel.app.clock(),
    ]);
    for (const { name, columns } of tables) {
      const where = (walls[name] ?? nobody)(facts);
      const select = `select md5(row(${columns ?? "1"})::text) as row from ${name} t`;
      const due = await kernel.ownerRows<{ row: string }>(`${select} where ${where}`);
      const seen = columns === null ? [] : (await client.query<{ row: string }>(select)).rows;
      const [more, less] = [digestOf(seen), digestOf(due)];
      if (more.join() !== less.join())
        strays.push(`${who.name} sees ${more.length} rows of ${name}, and ${less.length} are for it`);
    }
  } finally {
    await client.query("rollback");
    client.release();
  }
  return strays;
}
