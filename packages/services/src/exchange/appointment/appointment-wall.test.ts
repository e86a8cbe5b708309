import { beginAs } from "@lilink/db";
import { appointmentMark } from "@lilink/db/schema";
import { listCommonTimes, mostDrawnTimes, quarterAt } from "@lilink/model/appointment";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  asRaw as asMember,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { loadAppointments } from "./load-appointments.ts";
import { markTimes } from "./mark-times.ts";
import { proposeAppointment } from "./name-time.ts";

const now = new Date("2026-11-30T00:00:00Z");
const kernel = await createTestKernel(now);
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
const firms: TestMember[] = [];
for (const offer of ["ncm811", "li2co3-batt", "lfp"])
  firms.push(await addMember(kernel, await addOrganization(kernel, { offers: [offer] })));
const [buyer, seller, third] = firms as [TestMember, TestMember, TestMember];
const asRaw = (member: TestMember, statement: string) => asMember(kernel, member, statement);
const base = quarterAt(now);

async function introduced(from = buyer, to = seller) {
  const posting = await addPosting(kernel, to, "capability");
  const { publicId, id } = await call(app, from.principal, askIntroduction, {
    posting: posting.publicId,
    aim: "trial",
    message: "We would like to try ten tonnes of it.",
  });
  await call(app, to.principal, acceptIntroduction, { publicId, acknowledge: true });
  return { publicId, id };
}

/** What a member reads by plain SQL. */
async function read(member: TestMember, statement: string): Promise<Record<string, unknown>[]> {
  const client = await app.pool.connect();
  try {
    await beginAs(client, member.principal, app.clock());
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const spans = fc.array(
  fc.tuple(fc.integer({ min: 4, max: 300 }), fc.integer({ min: 1, max: 40 })).map(([from, length]) => ({
    from: base + from,
    to: base + from + length,
  })),
  { maxLength: 5 },
);
const mark = (by: TestMember, introduction: string, free: readonly { from: number; to: number }[]) =>
  call(app, by.principal, markTimes, { introduction, zone: "UTC", free: [...free] });
const quartersOf = (free: readonly { from: number; to: number }[]) =>
  free.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));

it("[AP2] whatever both mark, the database draws what the model draws, and no more than twelve in all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(spans, spans), { minLength: 1, maxLength: 4 }), async (rounds) => {
      const { publicId } = await introduced();
      const known = new Set<number>();
      let theirs: readonly { from: number; to: number }[] = [];
      const shows = async (own: readonly { from: number; to: number }[]) => {
        const from = base + 4;
        const expected = listCommonTimes(quartersOf(own), quartersOf(theirs), {
          from,
          known: new Set(known),
        });
        for (const time of expected) known.add(time.from);
        const { times } = await call(app, buyer.principal, loadAppointments, { introduction: publicId });
        expect(times.map(({ startsAt, minutes }) => [quarterAt(startsAt), minutes / 15])).toEqual(
          expected.map((time) => [time.from, time.quarters]),
        );
      };
      for (const [one, other] of rounds) {
        await mark(buyer, publicId, one);
        await shows(one);
        await mark(seller, publicId, other);
        theirs = other;
        await shows(one);
      }
      expect(known.size).toBeLessThanOrEqual(mostDrawnTimes);
    }),
    { numRuns: 12 },
  );
}, 120_000);

it("[AP2] hours are read by the side that marked them: not by the other side, a third firm, an officer or a job", async () => {
  const { id, publicId } = await introduced();
  await mark(buyer, publicId, [{ from: base + 10, to: base + 20 }]);
  await mark(seller, publicId, [{ from: base + 12, to: base + 40 }]);
  const marks = `select side, quarters from appointment_mark where introduction_id = '${id}'`;
  expect((await read(buyer, marks)).map(({ side }) => side)).toEqual(["asking"]);
  expect((await read(seller, marks)).map(({ side }) => side)).toEqual(["asked"]);
  for (const other of [third, officer]) {
    expect(await read(other, marks)).toEqual([]);
    expect(await read(other, `select * from appointment_time where introduction_id = '${id}'`)).toEqual([]);
    expect(
      await read(other, `select app.other_marked('${id}') as it, app.times_left('${id}', now()) as n`),
    ).toEqual([{ it: false, n: null }]);
  }
  const worker = await kernel.worker.pool.connect();
  await expect(worker.query(marks)).rejects.toMatchObject({ code: "42501" });
  worker.release();
  expect(await owner.$count(appointmentMark, eq(appointmentMark.introductionId, id))).toBe(2);
});

it("[AP2] [AP3] a statement past the verbs marks for nobody else, draws nothing and takes no own time", async () => {
  const { id, publicId } = await introduced();
  const insert = (side: string) =>
    `insert into appointment_mark (introduction_id, side, zone, quarters, marked_at) values ('${id}', '${side}', 'UTC', '{1,2}', now())`;
  expect(await asRaw(buyer, insert("asked"))).toBe("42501");
  expect(await asRaw(third, insert("asking"))).toBe("42501");
  expect(await asRaw(buyer, `insert into appointment_time values ('${id}', 1, 2, true, now())`)).toBe(
    "42501",
  );
  const made = await call(app, buyer.principal, proposeAppointment, {
    introduction: publicId,
    ...{ startsAt: "2026-12-01T01:00:00Z", minutes: 30, place: "" },
  });
  const set = (what: string) => `update appointment set ${what} where id = '${made.id}'`;
  expect(await asRaw(buyer, set("state = 'agreed'"))).toBe("42501");
  expect(await asRaw(seller, set("state = 'agreed', starts_at = '2026-12-05'"))).toBe("42501");
  expect(await asRaw(seller, set("state = 'over'"))).toBe("42501");
  expect(await asRaw(seller, set("state = 'cancelled', reason = 'no', reason_side = 'asking'"))).toBe(
    "42501",
  );
  expect(await asRaw(seller, set("starts_at = '2026-12-05', ends_at = '2026-12-06', version = 2"))).toBe(
    "42501",
  );
});
