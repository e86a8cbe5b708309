import { toOwnerUrl } from "@lilink/test-exchange/start-exchange";
import pg from "pg";

/** The owner's address of the database under test; a running exchange that was named keeps it in its folder. */
const toDatabase = () => process.env.LILINK_E2E_OWNER ?? toOwnerUrl(process.env.LILINK_E2E_DATA ?? "");

/** The product has no clock that a test may turn: what a story cannot wait for is moved back in the database instead. */
async function run<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: toDatabase() });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Two weeks pass for a call and for what was handed in to it, so that it closed yesterday. */
export async function letCallClose(publicId: string): Promise<void> {
  await run(
    `update fund_call_version v set opens_on = to_char(v.opens_on::date - 14, 'YYYY-MM-DD'),
        closes_on = to_char((now() at time zone 'Asia/Shanghai')::date - 1, 'YYYY-MM-DD')
      from fund_call h where h.id = v.record_id and v.level = 'everyone' and h.public_id = $1`,
    [publicId],
  );
  await run(
    `update fund_application a set submitted_at = a.submitted_at - interval '14 days', saved_at = a.saved_at - interval '14 days'
      from fund_call h where h.id = a.call_id and h.public_id = $1`,
    [publicId],
  );
}

/** An event is so many days later, or sooner; its timetable stays as it is. */
export async function moveEvent(publicId: string, days: number): Promise<void> {
  await run(
    `update exchange_event_version v set
        starts_on = to_char(v.starts_on::date + $2::int, 'YYYY-MM-DD'), ends_on = to_char(v.ends_on::date + $2::int, 'YYYY-MM-DD')
      from exchange_event h where h.id = v.record_id and h.public_id = $1`,
    [publicId, days],
  );
}

/** Who reviews an application: no page tells it to anybody but officers, and those by name. */
export async function reviewerOf(title: string): Promise<string> {
  const [row] = await run<{ email: string }>(
    `select p.email from fund_review r join fund_application a on a.id = r.application_id join person p on p.id = r.person_id
      where a.title = $1 and r.state = 'assigned'`,
    [title],
  );
  return row?.email ?? "";
}
