import pg from "pg";

/** The bare sums of the same figures in SQL: by component, province, size and place with totals, with nothing protected. */
export async function groupInSql(
  ownerUrl: string,
  period: string,
): Promise<{ seconds: number; figures: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const start = performance.now();
    const { rows } = await client.query<{ n: string }>(
      `select count(*) as n from (
         select v.component, f.province, f.size, v.place[1], v.place[2], sum(v.value)
         from return_value v join return_form f on f.id = v.form_id and f.verified_version = v.version
         join return_round r on r.id = f.round_id where r.period = $1
         group by v.component, grouping sets ((), (f.province), (f.size), (v.place[1]), (v.place[2]), (f.province, v.place[1]))) sums`,
      [period],
    );
    return {
      seconds: Math.round((performance.now() - start) / 100) / 10,
      figures: Number(rows[0]?.n),
    };
  } finally {
    await client.end();
  }
}
