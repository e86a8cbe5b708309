import { type DimensionCode, findFigureDimension, listLeaves } from "@lilink/model/goals/definition";
import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import pg from "pg";
import { createRandom, type Random } from "../random.ts";

export type ReturnFill = {
  readonly ownerUrl: string;
  readonly period: string;
  readonly observations: number;
  readonly firms: number;
  readonly seed: number;
};

/** So many different places a component at most: a firm works in some of them. */
const mostPlaces = 40;

/** A quarter's verified returns of invented firms, all sheets and components of returns, lognormal in size. Answers the round. */
export async function fillReturns(fill: ReturnFill): Promise<{ round: string; observations: number }> {
  const components = listComponents(createRandom(fill.seed));
  const links = [...new Set(components.map(({ link }) => link))];
  const client = new pg.Client({ connectionString: fill.ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select setseed($1)", [(fill.seed % 1000) / 1000]);
    await client.query(
      `create temp table firm on commit drop as
       select gen_random_uuid() as id, gen_random_uuid() as form, ($1::text[])[1 + n % cardinality($1::text[])] as link,
         (array['11','13','21','32','33','34','35','36','37','41','42','43','44','45','51','52','53','54','61','62','63','65'])[1 + (random() * 21)::int] as province,
         (array['large','medium','small','micro'])[1 + (random() * 3)::int] as size,
         exp(1.1 * (random() + random() + random() + random() - 2) * 1.7) as scale
       from generate_series(1, $2::int) n`,
      [links, fill.firms],
    );
    await client.query(
      `insert into organization (id, public_id, kind, status, name_zh, name_pinyin, fictional, province, links, created_at, updated_at)
       select id, 'B' || substr(replace(id::text, '-', ''), 1, 11), 'enterprise', 'pending', '（虚构）' || id, id::text, true, province, array[link], now(), now() from firm`,
    );
    const { rows } = await client.query<{ id: string; public_id: string }>(
      `insert into return_round (id, public_id, period, frequency, opens_at, due_at, created_at)
       values (gen_random_uuid(), 'BenchRound' || $2::text, $1, 'quarterly', now(), now(), now()) returning id, public_id`,
      [fill.period, fill.period],
    );
    await client.query(
      `insert into return_form (id, public_id, round_id, organization_id, sheet, definitions, province, size, state, verified_version, updated_at)
       select form, 'F' || substr(replace(form::text, '-', ''), 1, 11), $1::uuid, id, link || '.quarterly', '{}', province, size, 'verified', 1, now() from firm`,
      [rows[0]?.id],
    );
    const { rows: pairs } = await client.query<{ n: string }>(
      `select count(*) as n from firm join jsonb_to_recordset($1::jsonb) as c (link text) using (link)`,
      [JSON.stringify(components)],
    );
    const each = Math.ceil(fill.observations / Math.max(1, Number(pairs[0]?.n)));
    const written = await client.query(
      `insert into return_value (id, form_id, organization_id, version, component, site, place, raw, unit, value, changed_at)
       select gen_random_uuid(), form, id, 1, component, 'site ' || k, place, amount::text, unit, amount, now() from (
         select f.form, f.id, c.component, c.unit, k,
           array(select jsonb_array_elements_text(c.places -> ((hashtext(f.id::text || k) & 2147483647) % jsonb_array_length(c.places)))) as place,
           round((1000 * f.scale * (0.7 + 0.6 * random()))::numeric, 1) as amount
         from firm f join jsonb_to_recordset($1::jsonb) as c (component text, unit text, link text, places jsonb) using (link)
         cross join generate_series(1, $2::int) k) made`,
      [JSON.stringify(components), each],
    );
    await client.query("commit");
    await client.query("analyze return_value, return_form");
    return { round: rows[0]?.public_id ?? "", observations: written.rowCount ?? 0 };
  } finally {
    await client.end();
  }
}

function listComponents(random: Random) {
  const asked = shippedDefinitions.filter(
    ({ basis, frequency }) => basis === "returns" && frequency === "quarterly",
  );
  return asked.flatMap(({ components, reporters }) =>
    components.map(({ code, unit, dimensions, ...own }) => ({
      component: code,
      unit,
      link: (own.reporters ?? reporters).links[0] ?? "smelting",
      places: Array.from({ length: mostPlaces }, () =>
        dimensions.map(
          (id) => random.pick<DimensionCode>(listLeaves(findFigureDimension(id)?.codes ?? [])).code,
        ),
      ),
    })),
  );
}
