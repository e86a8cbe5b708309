import type { TestKernel } from "@lilink/services/testing";
import type { Cast } from "./cast.ts";

/** One call that was opened with an application in each wall's way, and a draft that only its consortium knows. */
export async function addFund(kernel: TestKernel, { people, firm, partner }: Cast) {
  const now = kernel.app.clock();
  const [sent, draft, award] = [kernel.app.newId(), kernel.app.newId(), kernel.app.newId()];
  const [output, result, claim] = [kernel.app.newId(), kernel.app.newId(), kernel.app.newId()];
  const reviewer = people.partner.member.personId;
  const application = `insert into fund_application (id, public_id, call_id, org_id, leader, team, title, abstract, body, asked, months, share, state, revision, saved_at, submitted_at, created_at)
    select $1, $2, h.id, $3, 'A leader', '{}', 'A title', 'An abstract', 'A text', 100, 36, 60, $4, 1, $5, $6, $5 from fund_call h limit 1`;
  const rows: readonly (readonly [string, readonly unknown[]])[] = [
    [application, [sent, "fundsent", firm.id, "eligible", now, now]],
    [application, [draft, "funddraft", firm.id, "draft", now, null]],
    [
      "insert into fund_partner (application_id, org_id, share, agreed_at) select $1, id, 40, $2 from organization where status = 'verified' and kind = 'university_or_institute' limit 1",
      [sent, now],
    ],
    [
      "insert into fund_opening (call_id, opened_at, count, hash) select call_id, $2, 1, 'h' from fund_application where id = $1",
      [sent, now],
    ],
    [
      "insert into fund_reviewer (person_id, name, subject, declared, most, active, saved_at) values ($1, 'A reviewer', 'salts', '{}', 4, true, $2)",
      [reviewer, now],
    ],
    [
      "insert into fund_paper (id, person_id, title, abstract, authors, published_on) values ($1, $2, 'Salts', '', '{}', '2026-01-01')",
      [kernel.app.newId(), reviewer],
    ],
    [
      "insert into fund_assignment (id, public_id, call_id, asked_at) select $1, 'fundassign', call_id, $3 from fund_application where id = $2",
      [kernel.app.newId(), sent, now],
    ],
    [
      "insert into fund_review (id, public_id, application_id, person_id, fit, state, due_on, assigned_at) values ($1, 'fundtask0', $2, $3, 0.5, 'assigned', '2026-12-01', $4)",
      [kernel.app.newId(), sent, reviewer, now],
    ],
    [
      "insert into fund_panel (call_id, ranking, recusals, minutes, hash, decided_at) select call_id, '[]', '[]', 'x', 'h', $2 from fund_application where id = $1",
      [sent, now],
    ],
    [
      "insert into fund_award (id, public_id, call_id, application_id, org_id, title, abstract, research_class, asked, amount, starts_on, months, state, awarded_at) select $1, 'fundaward', call_id, id, org_id, title, abstract, 'basic', 12, 12, '2026-09-01', 36, 'active', $3 from fund_application where id = $2",
      [award, sent, now],
    ],
    [
      "insert into fund_payment (id, public_id, award_id, amount, note, state, ordered_at) values ($1, 'fundpay00', $2, 5, 'a part', 'ordered', $3)",
      [kernel.app.newId(), award, now],
    ],
    [
      `insert into fund_plan_event (award_id, position, event, at) values ($1, 0, '{"kind": "move", "stage": "mid_term", "to": "2030-01-01", "reason": null}', $2)`,
      [award, now],
    ],
  ];
  const work: typeof rows = [
    [
      "insert into fund_milestone (id, public_id, award_id, work_package, title, measure, baseline_from, baseline_on, due_on, moves, state, created_at) values ($1, 'fundstone', $2, '1', 'A cell', '80 mAh', '2026-09-01', '2027-09-01', '2027-09-01', 0, 'planned', $3)",
      [kernel.app.newId(), award, now],
    ],
    [
      `with second as (insert into fund_milestone (id, public_id, award_id, work_package, title, measure, baseline_from, baseline_on, due_on, moves, state, created_at)
        values ($1, 'fundstone2', $2, '1', 'A cell', '80 mAh', '2026-09-01', '2027-09-01', '2027-09-01', 0, 'planned', $3) returning id)
        insert into fund_milestone_after select second.id, m.id from second, fund_milestone m where m.public_id = 'fundstone'`,
      [kernel.app.newId(), award, now],
    ],
    [
      "insert into fund_milestone_change select $1, id, 'moved', due_on, 'The furnace is late.', $2 from fund_milestone where public_id = 'fundstone'",
      [kernel.app.newId(), now],
    ],
    [
      "insert into fund_output (id, public_id, award_id, kind, title, identifier, key, made_on, share, created_at) values ($1, 'fundmade0', $2, 'paper', 'A paper', '10.1/x', '10.1/x', '2027-01-01', 100, $3)",
      [output, award, now],
    ],
    [
      "insert into fund_contributor (output_id, position, name, roles, share) values ($1, 0, 'A person', '{validation}', 100)",
      [output],
    ],
    [
      "insert into fund_maturity (id, public_id, award_id, position, rung, trl, reached_on, evidence, reason, created_at) values ($1, 'fundrung0', $2, 0, 'lab', 3, '2026-10-01', 'A report', '', $3)",
      [kernel.app.newId(), award, now],
    ],
    [
      "insert into relay_result (id, public_id, org_id, output_id, title, use, node, rung, made_on, state, offered_at) select $1, 'relayresult', $2, $3, 'A paper', 'Coats.', 'sse-sulfide', 'lab', '2027-01-01', 'offered', $4",
      [result, firm.id, output, now],
    ],
    [
      "insert into relay_claim (id, public_id, result_id, org_id, holder_id, title, state, named, moved_at, created_at) values ($1, 'relayclaim0', $2, $3, $4, 'A need', 'asked', false, $5, $5)",
      [claim, result, partner.id, firm.id, now],
    ],
    [
      "insert into relay_step (id, public_id, claim_id, step, state, told_org, told_at, happened_on, words) values ($1, 'relaystep00', $2, 'claim', 'told', $3, $4, '2026-11-01', 'We need it.')",
      [kernel.app.newId(), claim, partner.id, now],
    ],
  ];
  for (const [text, values] of [...rows, ...work]) await kernel.ownerRows(text, values);
}
