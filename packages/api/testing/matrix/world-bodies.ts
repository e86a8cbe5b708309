import type { TestKernel } from "@lilink/services/testing";
import type { Cast } from "./cast.ts";

type Row = readonly [string, readonly unknown[]];

/** What the samples on bodies name. */
export const idleBodies = ["idle-body-one", "idle-body-two"] as const;
export const worldMerge = "merge-into-the-firm";
export const worldRequest = "partner-into-the-firm";
export const worldClaim = "claim-of-the-firm";
export const worldContest = "contest-of-the-firm";

/** Two records that nobody acts for, a third that was merged into the firm, two told apart, a fact that the firm contests, and its claim of an incentive. */
export function bodyRows({ app }: TestKernel, { firm, partner }: Cast, now: Date): readonly Row[] {
  const addBody = (id: string, publicId: string, status: string): Row => [
    `insert into organization (id, public_id, kind, status, name_zh, name_pinyin, created_at, updated_at)
      values ($1, $2, 'enterprise', $3, '无人单位' || $2, 'x', $4, $4)`,
    [id, publicId, status, now],
  ];
  const merged = app.newId();
  const terms = app.newId();
  const request = app.newId();
  const programme = "(select id from incentive_programme limit 1)";
  return [
    ...idleBodies.map((publicId) => addBody(app.newId(), publicId, "unclaimed")),
    addBody(merged, "merged-body", "withdrawn"),
    [
      `insert into body_merge (id, public_id, merged_id, into_id, reason, status_before, filled, moved, merged_at)
        values ($1, $2, $3, $4, 'One firm by its licence.', 'unclaimed', '{}', 0, $5)`,
      [app.newId(), worldMerge, merged, firm.id, now],
    ],
    [
      `insert into merge_request (id, public_id, merged_id, into_id, reason, asked_at, due_at)
        values ($1, $2, $3, $4, 'One firm by its licence.', $5, $5::timestamptz + interval '14 days')`,
      [request, worldRequest, partner.id, firm.id, now],
    ],
    [
      "insert into merge_consent (request_id, organization_id, signed_at) values ($1, $2, $3)",
      [request, partner.id, now],
    ],
    [
      "insert into body_apart (first_id, second_id, reason, said_at) values ($1, $2, 'Two firms by their licences.', $3)",
      [...[firm.id, partner.id].toSorted(), now],
    ],
    [
      `insert into body_fact (id, organization_id, fact, value, basis, evidence, said_on, recorded_at)
        values ($1, $2, 'country', 'CN', 'register', 'Register of enterprises, looked up.', '2026-01-01', $3)`,
      [app.newId(), firm.id, now],
    ],
    [
      `insert into incentive_terms (id, programme_id, from_on, kinds, sizes, links, provinces, set_at)
        select $1, ${programme}, '2026-01-01', '{}', '{}', '{}', '{}', $2`,
      [terms, now],
    ],
    [
      `insert into incentive_claim (id, public_id, programme_id, org_id, state, amount, purpose, claimed_on, claimed_at, terms_id, facts, broken)
        select $1, $2, ${programme}, $3, 'submitted', 1, 'Travel to the exchange.', '2026-01-02', $4, $5, '{}', '{}'`,
      [app.newId(), worldClaim, firm.id, now, terms],
    ],
    [
      `insert into fact_contest (id, public_id, organization_id, fact, state, said, wanted, reason, filed_at)
        values ($1, $2, $3, 'nameZh', 'open', 'old', 'new name', 'We were renamed in May.', $4)`,
      [app.newId(), worldContest, firm.id, now],
    ],
  ];
}
