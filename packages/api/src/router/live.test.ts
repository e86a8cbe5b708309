import { randomUUID } from "node:crypto";
import { type Hint, type LiveEvent, readHint, writeHint } from "@lilink/services";
import {
  addMember,
  addOrganization,
  addSession,
  createTestKernel,
  type TestMember,
} from "@lilink/services/testing";
import { describe, expect, it } from "vitest";
import type { ApiContext } from "../kernel/trpc.ts";
import { hear } from "./live.ts";

const kernel = await createTestKernel();
const subjectId = "0";
const mark = kernel.app.identity.hint ?? (() => "");

/** Announcements as the process hears them: what is told goes to every ear until its signal ends. */
function createEar() {
  const queue: Hint[] = [];
  let wake = () => {};
  const listen = async function* (signal: AbortSignal | undefined): AsyncGenerator<Hint> {
    signal?.addEventListener("abort", () => wake());
    while (!signal?.aborted) {
      const event = queue.shift();
      if (event) yield event;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    listen,
    tell: (event: LiveEvent) => {
      const hint = readHint(writeHint(event, randomUUID(), mark) ?? undefined);
      if (hint) queue.push(hint);
      wake();
    },
  };
}

function open(member: Pick<TestMember, "principal"> | null, recheckEvery = 60_000) {
  const ear = createEar();
  const closing = new AbortController();
  const ctx: ApiContext = {
    kernel: kernel.app,
    principal: member?.principal ?? { kind: "anonymous" },
    listen: ear.listen,
    report: () => undefined,
  };
  return { ...ear, closing, hints: hear(ctx, closing.signal, recheckEvery) };
}

describe("live events", () => {
  it("[PL6] reach the person and the organization concerned and nobody else, without an id", async () => {
    const firm = await addOrganization(kernel);
    const other = await addOrganization(kernel);
    const { tell, hints, closing } = open(await addMember(kernel, firm));
    const first = hints.next();
    tell({ topic: "match", organizationId: other.id, subjectId });
    tell({ topic: "notice", personId: (await addMember(kernel, firm)).personId, subjectId });
    tell({ topic: "posting", subjectId });
    tell({ topic: "introduction", organizationId: firm.id, subjectId });
    expect(await first).toEqual({ done: false, value: { topic: "introduction" } });
    const end = hints.next();
    closing.abort();
    expect(await end).toEqual({ done: true, value: undefined });
  });

  it("[PL6] end for an actor that is no longer valid", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    const { hints } = open(member, 20);
    const next = hints.next();
    await kernel.owner.execute(`update person set disabled_at = now() where id = '${member.personId}'`);
    await expect(next).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("[PL6] send no further hint to an actor that is no longer valid", async () => {
    const firm = await addOrganization(kernel);
    const member = await addMember(kernel, firm);
    const { tell, hints } = open(member);
    const first = hints.next();
    tell({ topic: "match", organizationId: firm.id, subjectId });
    expect((await first).value).toEqual({ topic: "match" });
    const next = hints.next();
    await kernel.owner.execute(`update person set disabled_at = now() where id = '${member.personId}'`);
    tell({ topic: "match", organizationId: firm.id, subjectId });
    await expect(next).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("[PE3] are no use of their session, and end with it when nobody used it for twelve hours", async () => {
    const hours = (n: number) => new Date(start.getTime() + n * 3_600_000);
    const start = kernel.app.clock();
    const firm = await addOrganization(kernel);
    const principal = await addSession(kernel, await addMember(kernel, firm));
    const { tell, hints } = open({ principal }, 20);
    kernel.setNow(hours(11));
    const first = hints.next();
    tell({ topic: "match", organizationId: firm.id, subjectId });
    expect((await first).value).toEqual({ topic: "match" });
    const next = hints.next();
    kernel.setNow(hours(12));
    await expect(next).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    kernel.setNow(start);
  });

  it("[PL6] are not for visitors", async () => {
    await expect(open(null).hints.next()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
