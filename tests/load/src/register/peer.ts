import { queryTokensOf, toTsQueryInput, toTsVectorInput } from "@lilink/engine/text";
import { tokensOf } from "@lilink/model/text";
import pg from "pg";

export type Asked = {
  readonly q?: string;
  readonly sort?: string;
  readonly type?: readonly string[];
  readonly country?: readonly string[];
  readonly stage?: readonly string[];
};
const facets = ["type", "country", "stage"] as const;
const columns =
  "key text, name_zh text, name_en text, type text, country text, region text, stage text, resource numeric, note text";

/**
 * The same lists and the same import as somebody writes them by hand in SQL: one flat table with the usual indexes, no levels,
 * no row security, no versions, no audit. What is slower than this is the price of the walls.
 */
export async function openPeer(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create table peer as select record_id as id, h.key, v.name_zh, v.name_en, v.type, v.country, v.region, v.stage, v.resource,
      v.note, h.updated_at, v.search from deposit_version v join deposit h on h.id = v.record_id where v.level = 'everyone';
    alter table peer add primary key (id);
    create unique index on peer (key); create index on peer (name_zh, id); create index on peer (type, country, stage);
    create index on peer using gin (search)`);
  await client.query("vacuum analyze peer");
  return {
    list: async ({ q, sort = "name_zh", ...chosen }: Asked): Promise<void> => {
      const words = (q ?? "")
        .split(" ")
        .filter(Boolean)
        .map((word) => toTsQueryInput(queryTokensOf(word)));
      const given: unknown[] = [];
      const where = (without?: string) => {
        const parts = words.map((word) => `search @@ to_tsquery('simple', $${given.push(word)})`);
        for (const name of facets)
          if (name !== without && chosen[name])
            parts.push(`${name} = any ($${given.push(chosen[name])}::text[])`);
        return parts.length > 0 ? parts.join(" and ") : "true";
      };
      const column = sort
        .replace("-", "")
        .replace(/^name$/, "name_zh")
        .replace("updatedAt", "updated_at")
        .replace("magnesium", "resource");
      const order = `${column} ${sort.startsWith("-") ? "desc nulls last" : "asc"}`;
      await client.query(
        `select * from peer where ${where()} order by ${order}, id limit 41`,
        given.splice(0),
      );
      const counts = facets.map(
        (name) => `select '${name}', ${name}, count(*) from peer where ${where(name)} group by ${name}`,
      );
      await client.query(
        [`select 'total', null, count(*) from peer where ${where()}`, ...counts].join(" union all "),
        given,
      );
    },
    import: async (rows: Iterable<readonly Record<string, unknown>[]>): Promise<void> => {
      await client.query("begin");
      for (const batch of rows) {
        const flat = batch.map(({ name, region, note, country, resource, ...rest }) => {
          const { zh, en } = name as { zh: string; en: string };
          const amount = (resource as { value: string } | null)?.value ?? null;
          const words = toTsVectorInput(tokensOf([zh, en, region, note].join("\n")));
          return {
            ...rest,
            name_zh: zh,
            name_en: en,
            region,
            note,
            country,
            resource: amount,
            words,
            key: `peer ${zh} ${country}`,
          };
        });
        await client.query(
          `insert into peer select gen_random_uuid(), r.key, name_zh, name_en, type, country, region, stage, resource, note, now(), to_tsvector('simple', words)
            from jsonb_to_recordset($1::jsonb) as r (words text, ${columns})`,
          [JSON.stringify(flat)],
        );
      }
      await client.query("commit");
    },
    close: () => client.end(),
  };
}
export type Peer = Awaited<ReturnType<typeof openPeer>>;
