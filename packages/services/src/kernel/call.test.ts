import { createDatabaseClock } from "@lilink/db";
import { auditEntry, membership, organization, outbox } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { and, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addMember, addOrganization, createTestKernel, sampleContent } from "../../testing/index.ts";
import { createPosting } from "../exchange/posting/create-posting.ts";
import { call, callJob } from "./call.ts";
import { defineMutation, defineQuery } from "./define.ts";

const kernel = await createTestKernel();
const firm = await addOrganization(kernel);
const member = await addMember(kernel, firm);

const enqueueOnce = defineMutation({
  name: "match.compute",
  input: z.object({}),
  authorize: { action: "match.compute" },
  run: async (ctx) => {
    await ctx.enqueue("introduction.tick", {});
  },
  audit: () => ({ subjectKind: "job", subjectId: null }),
});

const failing = defineMutation({
  name: "posting.draft",
  input: z.object({}),
  authorize: { action: "posting.draft", resource: () => ({ owner: true }) },
  run: async (ctx): Promise<void> => {
    await ctx.enqueue("introduction.tick", {});
    throw new LilinkError("WRONG_STATE");
  },
  audit: () => ({ subjectKind: "job", subjectId: null }),
});

const cutOff = defineQuery({
  name: "posting.browse",
  input: z.object({}),
  authorize: { action: "posting.browse" },
  run: async (ctx) => {
    await ctx.db.execute(sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);
    await ctx.db.execute(sql`select 1`);
  },
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error: LilinkError) => error.code,
  );
const jobs = async () => (await kernel.owner.select().from(outbox)).length;

describe("calling a verb", () => {
  it("[KE1] a change and its audit entry commit together, in the name of the actor", async () => {
    const made = await call(kernel.app, member.principal, createPosting, {
      kind: "need",
      content: { ...sampleContent() },
    });
    const [entry] = await kernel.owner.select().from(auditEntry).where(eq(auditEntry.subjectId, made.id));
    expect(entry).toMatchObject({
      action: "posting.create",
      organizationId: firm.id,
      personId: member.personId,
    });
  });

  it("[AU8] a refused call leaves an audit entry with actor and verb, and nothing else", async () => {
    const viewer = await addMember(kernel, firm, { role: "viewer" });
    expect(await codeOf(call(kernel.app, viewer.principal, createPosting, { kind: "need" }))).toBe(
      "FORBIDDEN",
    );
    const entries = await kernel.owner
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.personId, viewer.personId));
    expect(entries).toMatchObject([
      { action: "access.refuse", organizationId: firm.id, detail: { verb: "posting.create" } },
    ]);
  });

  it("[KE2] a verb that throws leaves nothing in the database", async () => {
    const before = await jobs();
    expect(await codeOf(call(kernel.app, member.principal, failing, {}))).toBe("WRONG_STATE");
    expect(await jobs()).toBe(before);
  });

  it("[KE3] a job that is delivered twice takes effect once", async () => {
    const before = await jobs();
    const job = { id: kernel.app.newId(), name: "match.compute" };
    await Promise.all(Array.from({ length: 5 }, () => callJob(kernel.worker, job, enqueueOnce, {})));
    expect(await jobs()).toBe(before + 1);
  });

  it("[KE4] a web connection cannot act as a job", async () => {
    expect(
      await codeOf(callJob(kernel.app, { id: kernel.app.newId(), name: "x" }, enqueueOnce, {})),
    ).not.toBe("none");
  });

  it("[PL1] a visitor is asked to sign in, and bad input is named by field", async () => {
    const echo = defineQuery({
      name: "person.echo",
      input: z.object({ age: z.number().min(1, "tooSmall") }),
      authorize: { action: "session.read" },
      run: async (_ctx, input) => input,
    });
    expect(await codeOf(call(kernel.app, { kind: "anonymous" }, echo, { age: 3 }))).toBe("NOT_SIGNED_IN");
    const error = await call(kernel.app, member.principal, echo, { age: 0 }).catch((e: LilinkError) => e);
    expect(error).toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ field: "age", rule: "tooSmall", params: { min: 1 } }],
    });
  });

  it("[PL2] a withdrawn role and a suspended organization are refused at the next call", async () => {
    const other = await addOrganization(kernel);
    const leaver = await addMember(kernel, other);
    const draft = () => codeOf(call(kernel.app, leaver.principal, createPosting, { kind: "need" }));
    expect(await draft()).toBe("none");
    await kernel.owner
      .update(membership)
      .set({ active: false })
      .where(and(eq(membership.organizationId, other.id), eq(membership.personId, leaver.personId)));
    expect(await draft()).toBe("FORBIDDEN");
    await kernel.owner
      .update(membership)
      .set({ active: true })
      .where(eq(membership.organizationId, other.id));
    await kernel.owner.update(organization).set({ status: "suspended" }).where(eq(organization.id, other.id));
    expect(await draft()).toBe("FORBIDDEN");
  });

  it("[AU1] what is told of the past is sealed at the time of the seal", async () => {
    const sealed = new Date("2026-11-24T03:00:00Z");
    const past = { ...kernel.app, clock: () => new Date("2026-10-01T02:00:00Z"), sealClock: () => sealed };
    const { id } = await call(past, member.principal, createPosting, { kind: "need" });
    const entries = await kernel.owner
      .select({ at: auditEntry.at })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, id));
    expect(entries).toEqual([{ at: sealed }]);
  });

  it("[OB6] calls that start before the clock is corrected get the time of the database", async () => {
    const clock = createDatabaseClock(() => new Date(Date.now() + 86_400_000));
    const ahead = { ...kernel.app, clock: clock.now, trueUp: clock.trueUp };
    const drafts = await Promise.all(
      Array.from({ length: 12 }, () => call(ahead, member.principal, createPosting, { kind: "need" })),
    );
    const entries = await kernel.owner
      .select({ at: auditEntry.at })
      .from(auditEntry)
      .where(
        inArray(
          auditEntry.subjectId,
          drafts.map(({ id }) => id),
        ),
      );
    expect(entries).toHaveLength(drafts.length);
    for (const { at } of entries) expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(3_600_000);
  });

  it("a connection lost during a call answers UNAVAILABLE, and the next call gets a new one", async () => {
    expect(await codeOf(call(kernel.app, member.principal, cutOff, {}))).toBe("UNAVAILABLE");
    expect(await codeOf(call(kernel.app, member.principal, failing, {}))).toBe("WRONG_STATE");
  });
});
