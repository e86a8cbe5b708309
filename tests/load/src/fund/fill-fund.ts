import type { Pool } from "pg";

/** A portfolio as large as a national fund: calls, a project of each application, five payments and two plan events each. */
export async function fillFund(owner: Pool, projects: number): Promise<void> {
  const [bodies, calls] = [200, 400];
  const run = (text: string, values: readonly unknown[] = []) => owner.query(text, [...values]);
  await run(
    `insert into organization (id, public_id, kind, status, name_zh, name_pinyin, fictional, province, links, created_at, updated_at)
      select gen_random_uuid(), 'fundbody' || n, 'enterprise', 'verified', '机构' || n, 'jigou' || n, true, '36', '{}', now(), now()
      from generate_series(1, $1::int) n`,
    [bodies],
  );
  await run(
    `insert into fund_call (id, public_id, state, state_since, version, live_version, created_at, updated_at, title_zh)
      select gen_random_uuid(), 'fundcall' || n, 'published', now(), 1, 1, now(), now(), '指南' || n from generate_series(1, $1::int) n`,
    [calls],
  );
  await run(
    `insert into fund_call_version (record_id, version, level, status, saved_at, title_zh, title_en, number, research_class, links, budget,
        budget_value, budget_unit, leads, opens_on, closes_on, decide_by, weight_first, weight_second, reviews)
      select id, 1, 'everyone', 'live', now(), title_zh, 'Call', public_id, 'basic', '{materials}', 1e12, 1e12, 'CNY', '{enterprise}',
        '2024-01-01', '2024-03-31', '2024-06-30', 40, 30, 2 from fund_call`,
  );
  // Limits of money are for people who ask at once; here rows are poured in.
  for (const table of ["fund_award", "fund_payment"]) await run(`alter table ${table} disable trigger user`);
  await run(
    `insert into fund_application (id, public_id, call_id, org_id, leader, team, title, abstract, body, asked, months, share, state, revision, saved_at, submitted_at, created_at)
      select gen_random_uuid(), 'fundappl' || n, (select id from fund_call where public_id = 'fundcall' || 1 + n % $2::int),
        (select id from organization where public_id = 'fundbody' || 1 + n % $3::int), '某人', '{}', '项目 ' || n, repeat('界面反应与锂离子输运。', 20), '', 5e6, 36, 100,
        'awarded', 1, now(), now(), now() from generate_series(1, $1::int) n`,
    [projects, calls, bodies],
  );
  await run(
    `insert into fund_award (id, public_id, call_id, application_id, org_id, title, abstract, research_class, asked, amount, starts_on, months, state, awarded_at)
      select gen_random_uuid(), a.public_id, a.call_id, a.id, a.org_id, a.title, a.abstract,
        (array['basic', 'applied', 'development'])[1 + abs(hashtext(a.public_id)) % 3], 5e6,
        1e6 * (1 + abs(hashtext(a.public_id)) % 20), date '2019-01-01' + abs(hashtext(a.public_id)) % 2800, 24 + abs(hashtext(a.public_id)) % 48,
        case when abs(hashtext(a.public_id)) % 10 < 7 then 'active' else 'closed' end, now() from fund_application a`,
  );
  await run(
    `insert into fund_payment (id, public_id, award_id, amount, note, state, ordered_at, ended_at, paid_on, ended_by)
      select gen_random_uuid(), a.public_id || n, a.id, a.amount / 8, '', 'cancelled', now(), now(), null, null
      from fund_award a, generate_series(1, 5) n`,
  );
  await run(`alter table fund_payment drop constraint fund_payment_two_check`);
  await run(
    `update fund_payment set state = 'paid', paid_on = a.starts_on + 200 * right(fund_payment.public_id, 1)::int from fund_award a where a.id = award_id`,
  );
  await run(
    `insert into fund_plan_event (award_id, position, event, at)
      select a.id, n, jsonb_build_object('kind', 'move', 'stage', 'mid_term', 'to', (a.starts_on + 900 + n)::text, 'reason', null), now()
      from fund_award a, generate_series(0, 1) n`,
  );
  await run("vacuum analyze");
}
