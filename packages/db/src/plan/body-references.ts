import { columnName, listRegisters, tablesOf } from "@lilink/model/register";

/**
 * What becomes of a column that names a body when this is merged into another. What others say of the body moves: it is about the one body. What the body
 * did, or was entrusted with, stays under its record with the readers that it had: nobody of the other record ever sees it. [BD4]
 */
export type Way = "moves" | "stays";

const moves = [
  "public_figure.organization_id",
  "abuse_report.about_organization_id",
  "body_fact.organization_id",
];

/** Rights, secrets, and what others agreed to with this record alone. */
const entrusted = [
  ...["api_key", "attachment", "broken_glass", "consent", "disclosure_waiver"].map(own),
  ...["idempotency_key", "introduction_message", "introduction_party", "invitation", "membership"].map(own),
  ...["notice", "organization_profile", "organization_stance", "saved_search"].map(own),
  ...["webhook_delivery", "webhook_endpoint", "match_mark"].map(own),
  ...["engagement", "advised_draft", "proposed_pair", "introduction_adviser"].flatMap((table) => [
    byOrg(table),
    `${table}.adviser_org`,
  ]),
  ...["network_position", "network_consent"].map(byOrg),
  "match.reader_organization_id",
  "battery_item.other_id",
  "battery_denial.other_id",
  "battery_sale.buyer_id",
  "event_interest.towards_id",
  "event_meeting.first_id",
  "event_meeting.second_id",
  "relay_claim.holder_id",
  "residual_test.holder_id",
  "test_booking.laboratory_org",
];

/** What the body did itself, what was decided about it then, and what a guard of the database keeps as it is. */
const done = [
  ...[
    "abuse_report",
    "battery_capture",
    "battery_denial",
    "battery_item",
    "claim",
    "fact_contest",
    "meeting_ballot",
  ].map(own),
  ...["meeting_seat", "posting", "posting_draft", "posting_head", "posting_part", "posting_review"].map(own),
  ...["posting_version", "record_import", "record_step", "return_form", "return_import"].map(own),
  ...["batch_lot", "batch_row", "battery_sale", "event_badge", "event_delegate", "event_guest"].map(byOrg),
  ...[
    "event_interest",
    "event_outcome",
    "fund_application",
    "fund_award",
    "fund_partner",
    "incentive_claim",
    "posting_use_acceptance",
  ].map(byOrg),
  ...["relay_claim", "relay_result"].map(byOrg),
  "relay_step.told_org",
  ...["health_series", "recycling_batch", "residual_test", "retired_lot", "test_booking"].map(byOrg),
  "fund_milestone.verified_org",
  "meeting_decision.owner_organization_id",
  "meeting_vote.about_organization_id",
  "duty.holder_id",
  "body_merge.merged_id",
  "body_merge.into_id",
  "merge_request.merged_id",
  "merge_request.into_id",
  "merge_consent.organization_id",
  "body_apart.first_id",
  "body_apart.second_id",
];

function own(table: string): string {
  return `${table}.organization_id`;
}
function byOrg(table: string): string {
  return `${table}.org_id`;
}

/** Every column that refers to a body; a test compares the list with the catalog. [BD4] */
export function bodyReferences(): ReadonlyMap<string, Way> {
  const ofRegisters = listRegisters().flatMap((register): (readonly [string, Way])[] => {
    const { head, version } = tablesOf(register);
    const named = Object.entries(register.fields).filter(([, field]) => field.kind === "organization");
    return [
      [own(head), "stays"],
      [own(version), "stays"],
      ...named.map(([name]): readonly [string, Way] => [`${version}.${columnName(name)}_id`, "moves"]),
    ];
  });
  return new Map<string, Way>([
    ...moves.map((column) => [column, "moves"] as const),
    ...[...entrusted, ...done].map((column) => [column, "stays"] as const),
    ...ofRegisters,
  ]);
}

/** The columns that a merge moves, as a function of the database. */
export function listMovedColumns(): string {
  const rows = [...bodyReferences()].flatMap(([column, way]) => {
    const [table, name] = column.split(".");
    return way === "moves" ? [`('${table}', '${name}')`] : [];
  });
  return `
create or replace function app.moved_columns()
returns table (table_name text, column_name text) language sql immutable set search_path = pg_catalog as $$
  values ${rows.join(", ")}
$$;`;
}
