import { listRegisters, tablesOf } from "@lilink/model/register";
import type { TestKernel } from "@lilink/services/testing";
import { advisedDraft, engagementWalls, heard } from "./engagement-wall.ts";
import { type Facts, factsOf } from "./facts.ts";
import { fundWalls, relayClaims } from "./fund-wall.ts";
import type { Kind } from "./kind.ts";
import { recordWalls } from "./record-wall.ts";

const everybody = () => "true";
export const nobody = () => "false";
const own = ({ org }: Facts) => `t.organization_id = ${org}`;
const ownOrOfficer = ({ org, officer }: Facts) => `t.organization_id = ${org} or ${officer}`;
const ownOrImpartial = (facts: Facts) =>
  `t.organization_id = ${facts.org} or ${facts.officer} and not ${barred(facts, "t.organization_id")}`;
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
const asksToMerge = (facts: Facts) => `${facts.org} in (t.merged_id, t.into_id)
  or ${facts.officer} and not ${barred(facts, "t.merged_id")} and not ${barred(facts, "t.into_id")}`;
/** What one side keeps to itself. */
const ownSide = (facts: Facts, id: string) => `${party(facts, id, opened)} and exists (
  select 1 from introduction_party s where s.introduction_id = ${id} and s.side = t.side and s.organization_id = ${facts.org})`;
// What a posting is under terms for is read once the own organization accepted the present version. [US3]
const agreed = ({ org }: Facts) => `(p.use_version is null or p.level = 'everyone' or exists (
  select 1 from posting_use_acceptance a where a.posting_id = p.posting_id and a.version = p.use_version and a.org_id = ${org}))`;
const part = (facts: Facts) => `(p.organization_id = ${facts.org}
  or p.state = 'live' and p.level = 'everyone'
  or ${agreed(facts)} and p.state = 'live' and p.level = 'member' and ${facts.trades} and (not p.walled or not (${walledOff(facts)} or exists (
    select 1 from organization_stance s where (s.organization_id in ${family(facts)} or s.organization_id in ${kin(facts.clients)}) and s.key = any (p.wall_keys) and s.until is null)))
  or ${agreed(facts)} and p.state in ('live', 'ended') and p.level <> 'own' and exists (
    select 1 from consent c where c.posting_id = p.posting_id and c.organization_id = ${facts.org} and c.until is null)
    and not ${barred(facts, "p.organization_id")} and not ${walledOff(facts)}
  or p.state = 'review' and p.level <> 'own' and ${facts.officer} and not ${barred(facts, "p.organization_id")} and not ${walledOff(facts)}
  or ${agreed(facts)} and p.state = 'ended' and p.level in ('everyone', 'member') and ${facts.officer} and (not p.walled or not ${walledOff(facts)}))`;
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
const comes = ({ org }: Facts, event: string) =>
  `exists (select 1 from event_guest mine where mine.event_id = ${event} and mine.org_id = ${org} and mine.state <> 'withdrawn')`;
/** Who runs an event: an officer who need not stay away from one of its guests. */
const host = (facts: Facts, event: string) =>
  `(${facts.officer} and not exists (select 1 from event_guest any_guest where any_guest.event_id = ${event} and ${barred(facts, "any_guest.org_id")}))`;
/** A side of a meeting that has a seat in the published timetable. */
const seated = (facts: Facts, meeting: string) =>
  `(${facts.org} in (${meeting}.first_id, ${meeting}.second_id) and ${comes(facts, `${meeting}.event_id`)} and exists (
    select 1 from event_seat es join event_plan ep on ep.id = es.plan_id where es.meeting_id = ${meeting}.id and ep.state = 'published'))`;
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
  ...fundWalls(barred),
  ...engagementWalls((facts, id) => party(facts, id, opened), barred),
  abuse_report: (facts) => `t.organization_id = ${facts.org} and not ${facts.program} and not ${facts.officer}
    or ${facts.officer} and not ${barred(facts, "t.organization_id")} and not ${barred(facts, "t.about_organization_id")}`,
  battery_capture: own,
  battery_denial: ({ org, officer, bodies, province }) =>
    `${org} in (t.organization_id, t.other_id) or not exists ${bodies} and (${officer} or t.province = ${province})`,
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
  trade_month: everybody,
  chain_health: everybody,
  chain_health_node: everybody,
  chain_health_keep: (facts) => seat(facts, "t.meeting_id"),
  stress_scenario: officers,
  supply_ceiling: everybody,
  reserve_stock: officers,
  reserve_movement: officers,
  reserve_cover: everybody,
  talent_rollup: everybody,
  talent_source: nobody,
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
  body_apart: (facts) =>
    `${facts.officer} and not ${barred(facts, "t.first_id")} and not ${barred(facts, "t.second_id")}`,
  body_fact: ownOrImpartial,
  body_merge: (facts) => `t.into_id = ${facts.org}
    or ${facts.officer} and not ${barred(facts, "t.merged_id")} and not ${barred(facts, "t.into_id")}`,
  body_merge_move: nobody,
  merge_request: asksToMerge,
  merge_consent: (facts) =>
    `exists (select 1 from merge_request q where q.id = t.request_id and (${asksToMerge(facts).replaceAll("t.", "q.")}))`,
  fact_contest: ownOrImpartial,
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
    when 'relay_step' then (t.holder_id = ${facts.org} or ${facts.officer}) and exists (select 1 from relay_step s
      join relay_claim c on c.id = s.claim_id where s.id = t.subject_id and (${facts.org} in (c.org_id, c.holder_id)
        or not ${barred(facts, "c.org_id")} and not ${barred(facts, "c.holder_id")}))
    when 'support_ticket' then t.holder_id = ${facts.org} and exists (select 1 from support_ticket k
      where k.id = t.subject_id and ${party(facts, "k.introduction_id", opened)})
    when 'return_form' then exists (select 1 from return_form f where f.id = t.subject_id and ${form(facts)})
      and (t.holder_id = ${facts.org} or ${facts.officer})
    when 'meeting_decision' then t.holder_id = ${facts.org} or ${facts.officer}
    when 'claim' then ${facts.officer}
    when 'fact_contest' then ${facts.officer} and exists (select 1 from fact_contest fc where fc.id = t.subject_id and not ${barred(facts, "fc.organization_id")})
    when 'relay_step' then (t.holder_id = ${facts.org} or ${facts.officer}) and exists (select 1 from relay_step rs join relay_claim rc on rc.id = rs.claim_id
      where rs.id = t.subject_id and (${relayClaims(facts, barred, "rc")}))
    when 'report' then ${facts.officer} and exists (select 1 from abuse_report ar where ar.id = t.subject_id
      and not ${barred(facts, "ar.organization_id")} and not ${barred(facts, "ar.about_organization_id")})
    else t.holder_id = ${facts.org} or ${facts.officer} or ${ofOwnRecord(facts)}
      or t.published and t.ended_at is null and t.escalated_at is not null and ${facts.trades}
      or t.published and exists (select 1 from duty_item x where x.duty_id = t.id and ${seat(facts, "x.meeting_id")}) end`,
  duty_item: (facts) => seat(facts, "t.meeting_id"),
  event_badge: (facts) => `t.org_id = ${facts.org} or ${host(facts, "t.event_id")}`,
  event_delegate: (facts) => `t.org_id = ${facts.org}
    or exists (select 1 from event_guest g where g.id = t.guest_id and ${host(facts, "g.event_id")})
    or exists (select 1 from event_guest g join event_meeting m on m.event_id = g.event_id and g.org_id in (m.first_id, m.second_id)
      where g.id = t.guest_id and ${seated(facts, "m")})`,
  event_guest: (facts) => `t.org_id = ${facts.org} or t.state <> 'withdrawn' and ${comes(facts, "t.event_id")}
    or ${host(facts, "t.event_id")}`,
  event_interest: ({ org }) => `t.org_id = ${org}`,
  event_meeting: (facts) => `${host(facts, "t.event_id")} or ${seated(facts, "t")}`,
  event_outcome: ({ org }) => `t.org_id = ${org}`,
  event_plan: (facts) => host(facts, "t.event_id"),
  event_seat: (
    facts,
  ) => `exists (select 1 from event_plan p where p.id = t.plan_id and (${host(facts, "p.event_id")}
    or p.state = 'published' and exists (select 1 from event_meeting m where m.id = t.meeting_id and ${seated(facts, "m")})))`,
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
  introduction_message: (facts) => `${party(facts, "t.introduction_id", opened)} or ${heard(facts)}`,
  introduction_party: (facts) =>
    `t.organization_id = ${facts.org} or ${party(facts, "t.introduction_id", opened)}`,
  introduction_rivalry: nobody,
  appointment: (facts) => party(facts, "t.introduction_id", opened),
  appointment_time: (facts) => `t.fits and ${party(facts, "t.introduction_id", opened)}`,
  appointment_mark: (facts) => ownSide(facts, "t.introduction_id"),
  appointment_outcome: (facts) =>
    `exists (select 1 from appointment k where k.id = t.appointment_id and ${ownSide(facts, "k.introduction_id")})`,
  support_ticket: (facts) => party(facts, "t.introduction_id", opened),
  support_message: (facts) =>
    `exists (select 1 from support_ticket k where k.id = t.ticket_id and ${party(facts, "k.introduction_id", opened)})`,
  invitation: ownAdmin,
  job_done: nobody,
  ledger_entry: (facts) => `${party(facts, "t.introduction_id", opened)}
    or exists (select 1 from event_meeting m where m.id = t.event_meeting_id and ${seated(facts, "m")})`,
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
  posting: (facts) =>
    `${own(facts)} or ${facts.officer} and t.state = 'in_review' or ${advisedDraft(facts, "t.id")}`,
  posting_change: nobody,
  posting_draft: (facts) => `${own(facts)} or ${advisedDraft(facts, "t.posting_id")}`,
  posting_head: everybody,
  posting_part: (facts) => part(facts).replaceAll("p.", "t."),
  posting_review: ownOrImpartial,
  posting_use: (
    facts,
  ) => `exists (select 1 from posting p where p.id = t.posting_id and (p.organization_id = ${facts.org}
    or ${facts.trades} and p.use_version = t.version and p.live_version is not null))`,
  posting_use_acceptance: ({ org }) =>
    `t.org_id = ${org} or exists (select 1 from posting p where p.id = t.posting_id and p.organization_id = ${org})`,
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
