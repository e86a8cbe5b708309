import { defaultRates, type RateLimits } from "@lilink/contract/config";
import { outbox, rateBucket } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { addMember, addOrganization, addPosting, createTestKernel } from "../../../testing/index.ts";
import { askIntroduction } from "../../exchange/introduction/ask.ts";
import { explainMatch } from "../../exchange/match/explain-match.ts";
import { createPosting } from "../../exchange/posting/create-posting.ts";
import { loadPosting } from "../../exchange/posting/load-posting.ts";
import { searchPostings } from "../../exchange/search/search-postings.ts";
import { call, callJob, spendAllowance } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { rateOf } from "../../kernel/rate-of.ts";
import { sweepGuard } from "../../platform/system/sweep-guard.ts";
import { openGuard } from "../process/open-guard.ts";

const kernel = await createTestKernel();
const start = kernel.app.clock();
const firm = await addOrganization(kernel);
const one = await addMember(kernel, firm);
const two = await addMember(kernel, firm);
const rival = await addMember(kernel, await addOrganization(kernel));
const visitor = { kind: "anonymous" } as const;

/** Another process of the web on the same database. */
const instance = (limits: Partial<RateLimits>): Kernel => ({
  ...kernel.app,
  guard: openGuard({ rates: { ...defaultRates, ...limits } }),
});
const ask = defineQuery({
  name: "chain.list",
  input: z.object({}),
  authorize: { action: "posting.browse" },
  run: async (ctx) => ctx.actor.kind,
});
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof LilinkError ? error.code : String(error)),
  );
const later = (seconds: number) => kernel.setNow(new Date(start.getTime() + seconds * 1000));

beforeEach(async () => {
  kernel.setNow(start);
  await kernel.owner.delete(rateBucket);
});

describe("an allowance", () => {
  it("[RA4] of a person ends, says when it goes on, and goes on then", async () => {
    const web = instance({ read: { person: { count: 3, seconds: 60 } } });
    for (let turn = 0; turn < 3; turn += 1) expect(await call(web, one.principal, ask, {})).toBe("member");
    await expect(call(web, one.principal, ask, {})).rejects.toMatchObject({
      code: "LIMIT_REACHED",
      params: { rate: "read", limit: 3, window: 60, seconds: 20 },
    });
    expect(await outcome(call(web, two.principal, ask, {}))).toBe("done");
    later(20);
    expect(await outcome(call(web, one.principal, ask, {}))).toBe("done");
    expect(await outcome(call(web, one.principal, ask, {}))).toBe("LIMIT_REACHED");
  });

  it("[RA4] of an organization is shared by its people, and by every instance", async () => {
    const limits = { read: { organization: { count: 4, seconds: 60 } } };
    const [first, second] = [instance(limits), instance(limits)];
    const answers = [];
    for (const [web, who] of [
      [first, one],
      [second, two],
      [first, two],
      [second, one],
      [first, one],
      [second, two],
    ] as const)
      answers.push(await outcome(call(web, who.principal, ask, {})));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(4);
    expect(await outcome(call(first, rival.principal, ask, {}))).toBe("done");
  });

  it("[RA4] of an address is for visitors; signed-in people do not use it up", async () => {
    const web = instance({ read: { source: { count: 2, seconds: 60 } } });
    const from = (source: string) => outcome(call(web, visitor, ask, {}, { source }));
    for (let turn = 0; turn < 5; turn += 1)
      expect(await outcome(call(web, one.principal, ask, {}, { source: "192.0.2.1" }))).toBe("done");
    expect([await from("192.0.2.1"), await from("192.0.2.1"), await from("192.0.2.1")]).toEqual([
      "done",
      "done",
      "LIMIT_REACHED",
    ]);
    expect(await from("192.0.2.2")).toBe("done");
  });

  it("[RA4] is never overspent by calls at the same moment", async () => {
    const web = instance({ export: { organization: { count: 20, seconds: 60 } } });
    const spend = (who: typeof one) => outcome(spendAllowance(web, who.principal, "export"));
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => spend(n % 2 ? one : two)));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(20);
    expect(await spend(one)).toBe("LIMIT_REACHED");
  });

  it("[RA4] holds what a bucket reckoned by hand holds, whatever the moments", async () => {
    const limit = { count: 5, seconds: 10 };
    const gaps = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 25 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(gaps, async (steps) => {
        const web = instance({ read: { source: limit } });
        run += 1;
        const source = `198.51.100.${run}`;
        let now = 0;
        let tokens = limit.count;
        for (const gap of steps) {
          now += gap;
          later(now);
          tokens = Math.min(limit.count, tokens + (gap * limit.count) / limit.seconds);
          const expected = tokens >= 1 - 1e-9;
          expect(await outcome(call(web, visitor, ask, {}, { source }))).toBe(
            expected ? "done" : "LIMIT_REACHED",
          );
          if (expected) tokens -= 1;
        }
      }),
      { numRuns: 15 },
    );
  });

  it("[RA4] that is often used asks the database once for many calls", async () => {
    const web = instance({});
    for (let turn = 0; turn < 15; turn += 1) await call(web, one.principal, ask, {});
    const [row] = await kernel.owner
      .select({ tokens: rateBucket.tokens })
      .from(rateBucket)
      .where(eq(rateBucket.key, `read person ${one.personId}`));
    expect(row?.tokens).toBe(defaultRates.read.person ? defaultRates.read.person.count - 30 : 0);
  });

  it("[RA4] is chosen by what is asked: a search for a figure is a probe, its further pages are not", () => {
    expect(rateOf(searchPostings, { q: "碳酸锂 99.5%" })).toBe("probe");
    expect(rateOf(searchPostings, { q: "碳酸锂 99.5%", cursor: "x" })).toBe("search");
    expect(rateOf(searchPostings, { q: "碳酸锂" })).toBe("search");
    for (const figure of ["⁹⁹.⁵", "９９．５", "𝟗𝟗.𝟓", "٩٩", "99½", "⑨⑨"])
      expect(rateOf(searchPostings, { q: `碳酸锂 ${figure}` }), figure).toBe("probe");
    expect(rateOf(explainMatch, {})).toBe("probe");
    expect(rateOf(askIntroduction, {})).toBe("interest");
    expect(rateOf(createPosting, {})).toBe("write");
  });
});

describe("reading by one organization in a day", () => {
  it("[RA5] rings at its budget once, ends at four times that, and leaves open what was read", async () => {
    const postings = [];
    for (let n = 0; n < 5; n += 1) postings.push((await addPosting(kernel, one, "need")).publicId);
    const web = instance({ reading: { organization: { count: 1, seconds: 86_400 } } });
    const read = (publicId: string | undefined, who = rival) =>
      outcome(call(web, who.principal, loadPosting, { publicId: publicId ?? "" }));
    const alarms = async () =>
      (
        await kernel.owner
          .select({ payload: outbox.payload })
          .from(outbox)
          .where(eq(outbox.name, "notice.deliver"))
      )
        .map(({ payload }) => payload)
        .filter(({ kind }) => kind === "reading.budget");
    expect(await read(postings[0])).toBe("done");
    expect(await read(postings[0])).toBe("done");
    expect(await alarms()).toEqual([]);
    for (const posting of postings.slice(1, 4)) expect(await read(posting)).toBe("done");
    expect(new Set((await alarms()).map(({ causeKey }) => causeKey)).size).toBe(1);
    expect(await read(postings[4])).toBe("LIMIT_REACHED");
    expect(await read(postings[0])).toBe("done");
    for (const posting of postings) expect(await read(posting, two)).toBe("done");
    later(86_400);
    expect(await read(postings[4])).toBe("done");
  });

  it("[RA6] is swept with all that has no more effect", async () => {
    later(3 * 86_400);
    await callJob(kernel.worker, { id: kernel.app.newId(), name: "guard.sweep" }, sweepGuard, {});
    for (const table of ["rate_bucket", "reading_day", "idempotency_key"]) {
      const { rows } = await kernel.owner.execute(sql.raw(`select 1 from ${table}`));
      expect(rows, table).toEqual([]);
    }
  });
});
