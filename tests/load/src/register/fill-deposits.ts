import { toTsVectorInput } from "@lilink/engine/text";
import { tokensOf } from "@lilink/model/text";
import pg from "pg";
import { createRandom, toId, toPublicId } from "../random.ts";
import { makeDeposit } from "./make-deposit.ts";

const batch = 5000;

type Values = Record<string, { readonly zh: string; readonly en: string; readonly value: string } | null>;

/** So many live deposits, row for row what the verbs would have stored. */
export async function fillDeposits(ownerUrl: string, count: number, seed: number): Promise<void> {
  const random = createRandom(seed);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // The rows are written as they will stand, so nothing is left for the triggers to do.
    await client.query("alter table deposit disable trigger user");
    for (let from = 0; from < count; from += batch) {
      const rows = Array.from({ length: Math.min(batch, count - from) }, (_, at) => toRow(random, from + at));
      const text = JSON.stringify(rows);
      await client.query(
        `insert into deposit (id, public_id, state, state_since, live_version, key, title_zh, title_en, created_at, updated_at)
         select id, public_id, 'published', now(), 1, key, name_zh, name_en, now(), now()
         from jsonb_to_recordset($1::jsonb) as r (id uuid, public_id text, key text, name_zh text, name_en text)`,
        [text],
      );
      await client.query(
        `insert into deposit_version (record_id, version, level, status, saved_at, search, sources, readings,
           name_zh, name_en, type, country, region, place_lon, place_lat, stage, resource, resource_value, resource_unit, note)
         select id, 1, 'everyone', 'live', now(), to_tsvector('simple', search), '[{"title": "bench"}]', '{"resource": {"reading": "seen", "source": 0}}',
           name_zh, name_en, type, country, region, place_lon, place_lat, stage, resource, resource, resource_unit, note
         from jsonb_to_recordset($1::jsonb) as r (id uuid, search text, name_zh text, name_en text, type text, country text, region text,
           place_lon numeric, place_lat numeric, stage text, resource numeric, resource_unit text, note text)`,
        [text],
      );
      await client.query(
        `insert into deposit_version (record_id, version, level, status, saved_at)
         select id, 1, 'member', 'live', now() from jsonb_to_recordset($1::jsonb) as r (id uuid)`,
        [text],
      );
    }
    await client.query("alter table deposit enable trigger user");
    // What autovacuum does in time.
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

function toRow(random: ReturnType<typeof createRandom>, number: number) {
  const values = makeDeposit(random, number) as Values & Record<string, unknown>;
  const { zh, en } = values.name ?? { zh: "", en: "" };
  const place = values.place as unknown as { lon: number; lat: number };
  return {
    id: toId(random, new Date()),
    public_id: toPublicId(random),
    key: JSON.stringify([zh, values.country]),
    search: toTsVectorInput(tokensOf([zh, en, values.region, values.note].join("\n"))),
    ...{ name_zh: zh, name_en: en, type: values.type, country: values.country, region: values.region },
    ...{ place_lon: place.lon, place_lat: place.lat, stage: values.stage, note: values.note },
    resource: values.resource?.value ?? null,
    resource_unit: values.resource ? "Mt Li" : null,
  };
}
