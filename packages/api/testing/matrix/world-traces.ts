import { allocateMarket, callJob } from "@lilink/services";
import type { TestKernel } from "@lilink/services/testing";
import type { Cast } from "./cast.ts";
import type { AsKind } from "./kind.ts";
import { bodyRows } from "./world-bodies.ts";
import { eventRows } from "./world-events.ts";

type Things = {
  readonly live: { readonly publicId: string };
  readonly need: { readonly publicId: string };
  readonly meetings: { readonly held: string };
  readonly release: string;
};

/** Rows that only come about by reading, deciding and by jobs, so that no wall is tried on an empty table. */
export async function addTraces(kernel: TestKernel, cast: Cast, as: AsKind, things: Things) {
  const { people, firm } = cast;
  const now = kernel.app.clock();
  await as(people.partner).posting.load({ publicId: things.live.publicId });
  await as(people.admin).match.mark({
    publicId: things.live.publicId,
    other: things.need.publicId,
    mark: "pinned",
  });
  await as(people.admin).battery.file({ units: [{ code: "ZZ1PB01A1B2C3DC5H9999996" }] });
  const batch = {
    number: "B-1",
    process: "hydrometallurgical",
    custodyModel: "mass_balance",
    openedOn: "2026-03-01",
  } as const;
  const { publicId } = await as(people.admin).batch.open(batch);
  const lot = { side: "input", kind: "lot", name: "BM-1", kg: 1000, assay: { Li: 0.042 } } as const;
  await as(people.admin).batch.save({ ...batch, publicId, version: 1, handling: [], rows: [lot] });
  await as(people.admin).batch.step({ publicId, step: "close" });
  await as(people.admin).lot.save({
    name: "L-1",
    kind: "battery",
    province: "42",
    chemistry: "lfp",
    tonnes: 12,
  });
  await as(people.admin).residual.file({
    code: "ZZ1PB01A1B2C3DC5H9999996",
    method: "gbt34015",
    denominator: "rated",
    testedOn: "2026-05-01",
    energyShare: 0.79,
  });
  await as(people.admin).residual.saveSeries({
    code: "cell-1",
    rated: 2,
    amounts: [1.9, 1.89, 1.88, 1.87],
  });
  await as(people.admin).meeting.load({ publicId: things.meetings.held });
  await callJob(kernel.worker, { id: kernel.app.newId(), name: "market.allocate" }, allocateMarket, {});
  const rows: readonly (readonly [string, readonly unknown[]])[] = [
    [
      "insert into battery_capture (id, public_id, organization_id, kind, behaviour, file_name, locale, state, created_at) values ($1, 'capture-one', $2, 'epcis', 'proceed', 'a.jsonld', 'en', 'done', $3)",
      [kernel.app.newId(), firm.id, now],
    ],
    [
      "insert into battery_item (id, organization_id, kind, code, event_hash, province, occurred_on, opened_at) values ($1, $2, 'conflict', 'ZZ1PB01A1B2C3DC5H9999996', 'aa', '36', '2026-01-01', $3)",
      [kernel.app.newId(), firm.id, now],
    ],
    [
      "insert into battery_item (id, organization_id, kind, code, event_hash, province, occurred_on, opened_at) values ($1, $2, 'handover', 'ZZ1PB01A1B2C3DC5H9999996', 'bb', '36', '2026-01-01', $3)",
      [kernel.app.newId(), firm.id, now],
    ],
    [
      "insert into battery_denial (id, organization_id, code, event_hash, province, occurred_on, state, reason, denied_at) values ($1, $2, 'ZZ1PB01A1B2C3DC5H9999996', 'bb', '36', '2026-01-01', 'denied', 'Nothing came.', $3)",
      [kernel.app.newId(), firm.id, now],
    ],
    [
      "insert into engine_decision values ($1, 'learned-0', false, 'It is no better.', null, $2)",
      [kernel.app.newId(), now],
    ],
    [
      "insert into figure_band select id, 'SME-03', 'output', 't', 1, 2, 3 from figure_release where public_id = $1",
      [things.release],
    ],
    [
      "insert into idempotency_key (organization_id, key_id, key, fingerprint, answer, at) select $1, id, 'once', '', '{}', $2 from api_key where organization_id = $1 limit 1",
      [firm.id, now],
    ],
    [
      "insert into battery_sale select $1, 'sale0001', $2, o.id, 'ZZ1PB01A1B2C3DC5H9999996', 'lfp', 0.7, 200, '2026-05-01', 'told', $3 from organization o where o.id <> $2 and o.status = 'verified' limit 1",
      [kernel.app.newId(), firm.id, now],
    ],
    [
      "insert into test_booking select $1, 'place001', $1, $2, o.id, 'ZZ1PB01A1B2C3DC5H9999996', '2026-05-04', 'asked', $3 from organization o where o.id <> $2 and o.status = 'verified' limit 1",
      [kernel.app.newId(), firm.id, now],
    ],
    [
      "insert into rule_reading (id, rule_set, from_on, source, recorded_at) values ($1, 'cn-recycling-2019', '2020-01-01', 'the gazette', $2)",
      [kernel.app.newId(), now],
    ],
    ["insert into battery_sales values ('44', 2020, 'lfp', 12, 'a source', $1)", [now]],
    ["insert into audit_checkpoint values (1, $1, '', '')", [now]],
    [
      "insert into series (id, code, name_zh, name_en, unit, source, address, licence, vintage, confidence, imported_at) values ($1, 'x', 'x', 'x', 't', 'x', 'x', 'x', '2026', 'sourced', $2)",
      [kernel.app.newId(), now],
    ],
    [
      "insert into observation (id, series_id, region, year, period, value) select $1, id, 'CN', 2025, '2025', 1 from series",
      [kernel.app.newId()],
    ],
    [
      "insert into series_adoption (id, public_id, indicator, measure, period, series_id, reading, region, low, high, reason, adopted_at) select $1, 'adoption0', 'RES-01', 'x', '2025', id, 'value', 'CN', 1, 1, 'x', $2 from series",
      [kernel.app.newId(), now],
    ],
    [
      "insert into goal_floor values ($1, 60, 'Fewer returns say too little.', null, $2)",
      [kernel.app.newId(), now],
    ],
    [
      `insert into trade_load (id, public_id, state, layout, reporter, file_name, source, licence, sample, rows, skipped, revision, opened_at)
        select gen_random_uuid(), 'load' || state, state, 'comtrade', 'CN', 'a.csv', 'a source', 'own', false, 1, 0, revision, $1
        from (values ('open', null::integer), ('taken', 1)) as v (state, revision)`,
      [now],
    ],
    [
      `insert into trade_flow (load_id, period, reporter, partner, line, product, flow, tonnes, factor, factor_source, current)
        select id, '2023', 'CN', 'CL', '283691', 'carbonate', 'import', 5, 1, 'atomic weights', state = 'taken' from trade_load`,
      [],
    ],
    [
      "insert into trade_month values ('CN', 'carbonate', 'import', '2023', false, '\"CL\",5', '\"CL\",5')",
      [],
    ],
    [
      "insert into stress_scenario (id, public_id, name, given, result, input_hash, kept_at) values ($1, 'scenario', 'a shock', '{}', '[]', 'h', $2)",
      [kernel.app.newId(), now],
    ],
    [
      `insert into chain_health (id, public_id, period, judged_on, rules, seed, facts, effort, input_hash, made_at)
        values ($1, 'run', '2026-11', '2026-11-20', '2020', 1, '[]', '{}', 'h', $2)`,
      [kernel.app.newId(), now],
    ],
    [
      `insert into chain_health_node (run_id, concept, known, arithmetic_low, arithmetic_high, geometric_low, geometric_high, factors)
        select id, 'lfp', 0, 0, 1, 0, 1, '[]' from chain_health`,
      [],
    ],
    [
      "insert into chain_health_keep (meeting_id, run_id, kept_at) select m.id, r.id, $1 from meeting m, chain_health r",
      [now],
    ],
    [
      `insert into reserve_stock (id, public_id, product, grade, form, site, custodian, target_days, opened_at)
        values ($1, 'stock', 'carbonate', '99.5 %', 'bags', 'a store', 'a keeper', 30, $2)`,
      [kernel.app.newId(), now],
    ],
    [
      `insert into reserve_movement (id, stock_id, kind, tonnes, occurred_on, recorded_by, recorded_at)
        select $1, id, 'in', 500, '2026-01-05', $1, $2 from reserve_stock`,
      [kernel.app.newId(), now],
    ],
    ["insert into reserve_cover (month, low, high, made_at) values ('2026-11', 15, 30, $1)", [now]],
    [
      "insert into talent_rollup (id, as_of, cells, made_at) values ($1, '2026-10-01', '[]', $2)",
      [kernel.app.newId(), now],
    ],
    ["insert into talent_source (rollup_id, sources) select id, '[]' from talent_rollup", []],
    [
      "insert into supply_ceiling (id, percent, reason, decided_at) values ($1, 60, 'as decided', $2)",
      [kernel.app.newId(), now],
    ],
    ...bodyRows(kernel, cast, now),
    ...eventRows(kernel, cast, now),
    ["insert into terms_consent select id, '2026-11', $1 from person", [now]],
    ["insert into worker_beat (id, at) values ($1, $2)", [kernel.app.newId(), now]],
  ];
  for (const [text, values] of rows) await kernel.ownerRows(text, values);
}
