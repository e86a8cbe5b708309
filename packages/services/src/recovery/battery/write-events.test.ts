import { expect, it } from "vitest";
import { z } from "zod";
import { addOrganization, createTestKernel } from "../../../testing/index.ts";
import { callJob } from "../../kernel/call.ts";
import { defineMutation } from "../../kernel/define.ts";
import { actInTrace } from "./act-in-trace.ts";
import { hashOf } from "./tell-events.ts";
import { type NewEvent, writeEvents } from "./write-events.ts";

const kernel = await createTestKernel();
const { id: body } = await addOrganization(kernel);
const events = Array.from({ length: 600 }, (_, at): NewEvent => {
  const code = `ZZ1PB01A1B2C3DC5H${String(at + 1).padStart(7, "0")}`;
  const event = {
    verb: "make",
    code,
    at: "2022-05-17",
    by: body,
    reason: 'a "word", a \\ and {braces}',
  } as const;
  return {
    event,
    province: at % 2 === 0 ? "36" : null,
    corrects: null,
    ...(at === 7 && { toldAt: new Date("2022-05-19T02:00:00Z") }),
    hash: hashOf({ event, corrects: null }),
  };
});
/** What a worker writes that did not see that somebody of its body just told some of it. */
const write = defineMutation({
  name: "battery.take",
  input: z.object({ from: z.number(), to: z.number() }),
  authorize: { action: "battery.take" },
  run: async (ctx, { from, to }) => {
    await actInTrace(ctx, body);
    await writeEvents(ctx, { body, isOfficer: false, person: null }, events.slice(from, to), new Set());
  },
  audit: () => null,
});
const job = (from: number, to: number) =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "battery.take" }, write, { from, to });

it("[TR11] many events are written once each, also where some were written a moment ago", async () => {
  await job(0, 40);
  await job(0, 600);
  await job(0, 600);
  const { rows } = await kernel.worker.pool.query(
    `select count(*)::int as events, count(distinct code)::int as codes, count(province)::int as told, min(facts ->> 'reason') as reason,
      (select count(*)::int from battery_of where org_id = $1) as listed,
      min(recorded_at) as first, (count(*) filter (where recorded_at > '2022-06-01'))::int as now from trace.custody_event`,
    [body],
  );
  expect(rows).toEqual([
    {
      events: 600,
      codes: 600,
      told: 300,
      reason: 'a "word", a \\ and {braces}',
      listed: 600,
      first: new Date("2022-05-19T02:00:00Z"),
      now: 599,
    },
  ]);
});
