import { beginAs } from "@lilink/db";
import { abuseReport, claim, postingReview, postingVersion } from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  createTestKernel,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadPace } from "./load-pace.ts";

const now = new Date("2026-11-27T02:00:00Z");
const kernel = await createTestKernel(now);
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel);
const author = await addMember(kernel, firm);
const regulator = await addMember(kernel, await addOrganization(kernel, { kind: "regulator" }));
const hours = (count: number) => count * 3_600_000;
const back = (days: number, after = 0) => new Date(now.getTime() - hours(24 * days) + after);

/** A posting that came so many days ago and was decided so many hours later. */
async function addDecision(days: number, took: number) {
  const { id } = await addPosting(kernel, author, "need");
  const of = and(eq(postingVersion.postingId, id), eq(postingVersion.version, 1));
  await owner
    .update(postingVersion)
    .set({ submittedAt: back(days) })
    .where(of);
  await owner.delete(postingReview).where(eq(postingReview.postingId, id));
  await owner.insert(postingReview).values({
    id: app.newId(),
    postingId: id,
    organizationId: firm.id,
    version: 1,
    decision: "published",
    failedCriteria: [],
    reason: null,
    reviewedBy: officer.personId,
    reviewedAt: back(days, hours(took)),
  });
}
const pace = () => call(app, officer.principal, loadPace, {});
const paceOf = async (kind: "posting" | "claim" | "report") =>
  (await pace()).find((one) => one.kind === kind);

describe("how fast officers decide", () => {
  it("[BO6] is the median of twenty and of ninety days, with how many were in time, from five on", async () => {
    for (const took of [2, 4, 6, 8]) await addDecision(10, took);
    expect((await paceOf("posting"))?.spans).toEqual([
      { days: 20, decided: 4, hours: null, inTime: null },
      { days: 90, decided: 4, hours: null, inTime: null },
    ]);
    await addDecision(17, 24 * 10);
    await addDecision(60, 24 * 20);
    await addDecision(95, 1);
    expect(await paceOf("posting")).toEqual({
      kind: "posting",
      targetDays: 3,
      spans: [
        { days: 20, decided: 5, hours: 6, inTime: 4 },
        { days: 90, decided: 6, hours: 7, inTime: 4 },
      ],
    });
  });

  it("[BO6] counts claims and reports that were weighed", async () => {
    const at = { createdAt: back(9), decidedAt: back(8) };
    for (const reason of [null, null, null, null, "No proof was attached.", "claimedByAnother"]) {
      const body = await addOrganization(kernel, { status: "pending" });
      const member = await addMember(kernel, body);
      await owner.insert(claim).values({
        ...at,
        id: app.newId(),
        publicId: app.newPublicId(),
        organizationId: body.id,
        personId: member.personId,
        state: reason ? "refused" : "approved",
        codeScheme: "uscc",
        code: app.newPublicId(),
        codeFlags: [],
        statement: "We are this body.",
        decisionReason: reason,
      });
    }
    expect((await paceOf("claim"))?.spans[0]).toEqual({ days: 20, decided: 5, hours: 24, inTime: 5 });
    expect((await paceOf("report"))?.spans[1]).toMatchObject({ decided: 0, hours: null });
    expect(await owner.select().from(abuseReport)).toEqual([]);
  });

  it("[BO6] is for officers, in the policy and in the database, and names nobody", async () => {
    for (const { principal } of [author, regulator])
      await expect(call(app, principal, loadPace, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const client = await app.pool.connect();
    try {
      await beginAs(client, regulator.principal, now);
      await expect(client.query("select app.review_times(now())")).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.query("rollback");
      client.release();
    }
    expect(JSON.stringify(await pace())).not.toContain(officer.personId);
  });
});
