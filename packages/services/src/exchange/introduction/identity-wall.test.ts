import type { jobPayloads } from "@lilink/contract";
import { outbox, person } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { call, callJob } from "../../kernel/call.ts";
import { deliverNotice } from "../../platform/notice/deliver.ts";
import { listNotices } from "../../platform/notice/list.ts";
import { loadPosting } from "../posting/load-posting.ts";
import { acceptIntroduction, declineIntroduction } from "./answer.ts";
import { askIntroduction } from "./ask.ts";
import { endIntroduction, withdrawIntroduction } from "./close.ts";
import { decideEntry, proposeEntry } from "./ledger.ts";
import { listIntroductions } from "./list.ts";
import { loadIntroduction } from "./load.ts";
import { prepareIntroduction } from "./prepare.ts";
import { writeMessage } from "./write-message.ts";

const kernel = await createTestKernel();

/** A firm whose every identifying word is a token that occurs nowhere else. */
async function addMarked(token: string): Promise<TestMember & { tokens: string[] }> {
  const organization = await addOrganization(kernel, { name: `${token}-ORGANIZATION` });
  const member = await addMember(kernel, organization, { name: `${token}-PERSON` });
  await kernel.owner
    .update(person)
    .set({ phone: `${token}-PHONE` })
    .where(eq(person.id, member.personId));
  return {
    ...member,
    tokens: [token, organization.publicId, organization.id, member.personId, member.email],
  };
}

type Marked = Awaited<ReturnType<typeof addMarked>>;

async function everyReading(reader: Marked, introductionId: string, postings: string[]): Promise<string> {
  const as = reader.principal;
  const readings = [
    await call(kernel.app, as, loadIntroduction, { publicId: introductionId }),
    await call(kernel.app, as, listIntroductions, {}),
    await call(kernel.app, as, loadDesk, {}),
    await call(kernel.app, as, listNotices, {}),
    ...(await Promise.all(postings.map((publicId) => call(kernel.app, as, loadPosting, { publicId })))),
    ...(await Promise.all(postings.map((posting) => call(kernel.app, as, prepareIntroduction, { posting })))),
  ];
  return JSON.stringify(readings);
}

async function deliverAll(): Promise<void> {
  const jobs = await kernel.owner.delete(outbox).where(eq(outbox.name, "notice.deliver")).returning();
  for (const job of jobs) {
    const payload = job.payload as z.input<(typeof jobPayloads)["notice.deliver"]>;
    await callJob(kernel.worker, { id: job.id, name: job.name }, deliverNotice, payload);
  }
}

async function meet(round: string) {
  const asking = await addMarked(`ASKING${round}`);
  const asked = await addMarked(`ASKED${round}`);
  const need = await addPosting(kernel, asking, "need", sampleContent());
  const capability = await addPosting(kernel, asked, "capability", sampleContent());
  const made = await call(kernel.app, asking.principal, askIntroduction, {
    posting: capability.publicId,
    own: need.publicId,
    aim: "quote",
    message: "Please quote for a year of supply.",
  });
  await deliverAll();
  const postings = [need.publicId, capability.publicId];
  const read = (reader: Marked) => everyReading(reader, made.publicId, postings);
  return { asking, asked, made, read };
}

const leaks = (text: string, other: Marked) => other.tokens.filter((token) => text.includes(token));

describe("identity and contact", () => {
  it.each(["sent", "declined", "withdrawn"] as const)(
    "[IN4] tells neither side who the other is while an introduction is %s",
    async (state) => {
      const { asking, asked, made, read } = await meet(state);
      const publicId = made.publicId;
      if (state === "declined")
        await call(kernel.app, asked.principal, declineIntroduction, { publicId, reason: "other" });
      if (state === "withdrawn") await call(kernel.app, asking.principal, withdrawIntroduction, { publicId });
      await deliverAll();
      expect(leaks(await read(asking), asked)).toEqual([]);
      expect(leaks(await read(asked), asking)).toEqual([]);
      expect(leaks(await read(asking), asking)).not.toEqual([]);
    },
  );

  it("[IN4] opens organization and contact of both sides by acceptance, and to nobody else", async () => {
    const { asking, asked, made, read } = await meet("open");
    await call(kernel.app, asked.principal, acceptIntroduction, { publicId: made.publicId });
    const [seenByAsking, seenByAsked] = [await read(asking), await read(asked)];
    for (const word of ["ORGANIZATION", "PERSON", "PHONE"]) {
      expect(seenByAsking).toContain(`ASKEDopen-${word}`);
      expect(seenByAsked).toContain(`ASKINGopen-${word}`);
    }
    expect(seenByAsking).toContain(asked.email);
    const outsider = await addMarked("OUTSIDER");
    const seen = JSON.stringify([
      await call(kernel.app, outsider.principal, listIntroductions, {}),
      await call(kernel.app, outsider.principal, loadDesk, {}),
    ]);
    expect([...leaks(seen, asking), ...leaks(seen, asked)]).toEqual([]);
  });

  it("[IN4] holds for every order of steps that does not pass acceptance", async () => {
    const steps = fc.array(fc.constantFrom("decline", "withdraw", "end", "write", "propose"), {
      minLength: 1,
      maxLength: 4,
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (taken, byAsking) => {
        round += 1;
        const { asking, asked, made, read } = await meet(`r${round}r`);
        const publicId = made.publicId;
        const actor = (byAsking ? asking : asked).principal;
        for (const step of taken) {
          const tried =
            step === "decline"
              ? call(kernel.app, actor, declineIntroduction, { publicId, reason: "ip" })
              : step === "withdraw"
                ? call(kernel.app, actor, withdrawIntroduction, { publicId })
                : step === "end"
                  ? call(kernel.app, actor, endIntroduction, { publicId })
                  : step === "write"
                    ? call(kernel.app, actor, writeMessage, { publicId, body: "Hello" })
                    : call(kernel.app, actor, proposeEntry, {
                        publicId,
                        step: "meeting",
                        occurredOn: "2026-11-24",
                      });
          await tried.catch(() => undefined);
        }
        await deliverAll();
        expect(leaks(await read(asking), asked)).toEqual([]);
        expect(leaks(await read(asked), asking)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe("the ledger", () => {
  it("[IN5] counts only what the other side confirmed, decided once", async () => {
    const { asking, asked, made } = await meet("ledger");
    const publicId = made.publicId;
    const propose = (occurredOn = "2026-11-24") =>
      call(kernel.app, asking.principal, proposeEntry, {
        publicId,
        step: "volume",
        occurredOn,
        amount: "120",
        unit: "t",
      });
    await expect(propose()).rejects.toMatchObject({ code: "WRONG_STATE" });
    await call(kernel.app, asked.principal, acceptIntroduction, { publicId });
    await expect(propose("2026-11-25")).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(
      call(kernel.app, asking.principal, proposeEntry, {
        publicId,
        step: "volume",
        occurredOn: "2026-11-24",
      }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const { publicId: entry } = await propose();
    const decide = (by: Marked, action: "confirm" | "dispute" | "retract") =>
      call(kernel.app, by.principal, decideEntry, { entry, action });
    await expect(decide(asking, "confirm")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(decide(asked, "retract")).rejects.toMatchObject({ code: "FORBIDDEN" });
    const outsider = await addMarked("LEDGEROUTSIDER");
    await expect(decide(outsider, "confirm")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const raced = await Promise.allSettled([
      ...Array.from({ length: 5 }, () => decide(asked, "confirm")),
      ...Array.from({ length: 5 }, () => decide(asked, "dispute")),
      ...Array.from({ length: 5 }, () => decide(asking, "retract")),
    ]);
    expect(raced.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("[IN6] keeps the thread to accepted introductions, and lets what was proposed be decided after the end", async () => {
    const { asking, asked, made } = await meet("thread");
    const publicId = made.publicId;
    const write = (by: Marked, body: string) =>
      call(kernel.app, by.principal, writeMessage, { publicId, body });
    await expect(write(asking, "Too early")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await call(kernel.app, asked.principal, acceptIntroduction, { publicId });
    await write(asking, "When may we visit?");
    await write(asked, "Next week.");
    await expect(
      call(kernel.app, asking.principal, writeMessage, { publicId, body: "x", files: ["nosuchfile1"] }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { publicId: entry } = await call(kernel.app, asking.principal, proposeEntry, {
      publicId,
      step: "meeting",
      occurredOn: "2026-11-20",
    });
    await call(kernel.app, asked.principal, endIntroduction, { publicId, note: "Done" });
    await expect(write(asking, "Too late")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await call(kernel.app, asked.principal, decideEntry, { entry, action: "confirm" });
    const page = await call(kernel.app, asking.principal, loadIntroduction, { publicId });
    expect(page.messages.map((one) => [one.side, one.body])).toEqual([
      ["asking", "When may we visit?"],
      ["asked", "Next week."],
    ]);
    expect(page.ledger).toMatchObject([{ step: "meeting", state: "confirmed" }]);
  });
});
