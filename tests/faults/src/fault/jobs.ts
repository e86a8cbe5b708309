import type { Exchange } from "@lilink/test-exchange/start-exchange";
import { gather } from "../crowd.ts";
import { waitForJobs, withOwner } from "../inspect.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const CROWD = 30;
// Of the others one waits at a time, whoever asks.
const NAMES = "('posting.match', 'notice.deliver', 'mail.send')";

// The queue forgets that it has delivered them, and hands out the last first.
const AGAIN = `update pgboss.job set state = 'created', started_on = null, completed_on = null, retry_count = 0,
    priority = (extract(epoch from created_on) - extract(epoch from now()))::int * -1, start_after = now()
  where state = 'completed' and name in ${NAMES}`;

// The same order under another number, as a program that asked twice would write it.
const TWICE = `insert into outbox (id, name, payload, run_at, created_at)
  select gen_random_uuid(), name, data, now(), now() from pgboss.job
  where state = 'completed' and name in ('posting.match', 'notice.deliver') order by created_on desc`;

/** Every job of a crowd is delivered again, in reverse, and then asked for a second time ([F13]). */
export async function repeatJobs(exchange: Exchange, world: World): Promise<Outcome> {
  const complaints: string[] = [];
  const crowd = gather(world, "jobs", CROWD);
  complaints.push(...(await crowd.over));
  if (!(await waitForJobs(exchange.ownerUrl, 60_000, (jobs) => jobs.waiting === 0)))
    complaints.push("the jobs did not end");
  const again = await withOwner(exchange.ownerUrl, (owner) => owner.query(AGAIN));
  if (!(await waitForJobs(exchange.ownerUrl, 120_000, (jobs) => jobs.waiting === 0)))
    complaints.push("the repeated jobs did not end");
  const twice = await withOwner(exchange.ownerUrl, (owner) => owner.query(TWICE));
  const figures = { deliveredAgain: again.rowCount ?? 0, askedTwice: twice.rowCount ?? 0 };
  return conclude(world, "jobs twice and out of order", "jobs-", crowd.journeys, complaints, figures);
}
