import type { TestKernel } from "@lilink/services/testing";
import type { Cast } from "./cast.ts";

export const worldEngagement = "engagement-of-the-firm";
export const worldProposal = "proposal-of-the-firm";
export const worldAdvised = "advised-draft-0";
export const worldPair = "pair-of-the-firm";

type Given = { readonly live: { id: string }; readonly need: { id: string }; readonly open: { id: string } };

/** The professor advises the firm in everything, and is asked a second time: a draft in work, a proposed pair, a place in a thread. The firm agreed to be named in the network. */
export async function addEngagements(
  kernel: TestKernel,
  { people, firm, partner }: Cast,
  { live, need, open }: Given,
) {
  const now = kernel.app.clock();
  const { personId, email } = people.professor.member;
  const school = "(select m.organization_id from membership m where m.person_id = $3)";
  const [engaged, draft] = [kernel.app.newId(), kernel.app.newId()];
  const add = (id: string, publicId: string, answered: Date | null) =>
    [
      `insert into engagement (id, public_id, org_id, adviser_org, adviser_email, adviser_id, adviser_name, scopes, from_on, until_on, reason, state, named_at, answered_at)
     select $1, $2, $4, ${school}, $5, case when $6::timestamptz is null then null else $3::uuid end, 'professor', '{draft,pair,accompany}', '2026-01-01', '2098-12-31',
       'Nobody here knows the market.', case when $6::timestamptz is null then 'proposed' else 'active' end, $7, $6`,
      [id, publicId, personId, firm.id, email, answered, now],
    ] as const;
  const by = `select $2::uuid, $4::uuid, ${school}, 'professor'`;
  const rows: readonly (readonly [string, readonly unknown[]])[] = [
    add(engaged, worldEngagement, now),
    add(kernel.app.newId(), worldProposal, null),
    [
      `insert into posting (id, public_id, organization_id, kind, state, created_by, created_at, updated_at) values ($1, $2, $3, 'need', 'draft', $4, $5, $5)`,
      [draft, worldAdvised, firm.id, personId, now],
    ],
    [
      `insert into advised_draft (engagement_id, org_id, adviser_org, adviser_name, posting_id, prepared_at) ${by}, $1, $5`,
      [draft, engaged, personId, firm.id, now],
    ],
    [
      "insert into posting_draft (posting_id, organization_id, content, levels, updated_at) values ($1, $2, '{}', '{}', $3)",
      [draft, firm.id, now],
    ],
    [
      `insert into proposed_pair (engagement_id, org_id, adviser_org, adviser_name, id, public_id, own_posting_id, other_posting_id, reason, state, proposed_at)
       ${by}, $1, $5, $6, $7, 'They fit by grade.', 'open', $8`,
      [kernel.app.newId(), engaged, personId, firm.id, worldPair, live.id, need.id, now],
    ],
    [
      `insert into introduction_adviser (engagement_id, org_id, adviser_org, adviser_name, id, adviser_id, introduction_id, let_in_at) ${by}, $1, $3, $5, $6`,
      [kernel.app.newId(), engaged, personId, firm.id, open.id, now],
    ],
    ["insert into network_reading (as_of, reading, made_at) values ('2026-10-01', '{}', $1)", [now]],
    ["insert into network_consent (org_id, named, said_at) values ($1, true, $2)", [firm.id, now]],
    [
      "insert into network_position (as_of, org_id, ties, lanes, reached) select '2026-10-01', o.id, 1, '{smelting}', '{materials}' from organization o where o.id = any ($1::uuid[])",
      [[firm.id, partner.id]],
    ],
  ];
  for (const [text, values] of rows) await kernel.ownerRows(text, values);
}
