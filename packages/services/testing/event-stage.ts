import { call, callJob } from "../src/kernel/call.ts";
import { attendEvent } from "../src/people/event/attend-event.ts";
import { loadHallBoard } from "../src/people/event/load-board.ts";
import { loadEventDay } from "../src/people/event/load-day.ts";
import { loadEvent } from "../src/people/event/load-event.ts";
import { askPlan, planEvent } from "../src/people/event/plan-event.ts";
import { sayInterest } from "../src/people/event/say-interest.ts";
import { recordVerbs } from "../src/record/record-verbs.ts";
import { createTestKernel } from "./kernel.ts";
import { addMember, addOrganization, type TestMember, type TestOrganization } from "./people.ts";

export type Firm = { readonly body: TestOrganization; readonly member: TestMember };

/** A host, and what firms and the host do at events: the ground of every test of them. */
export async function createEventStage() {
  const kernel = await createTestKernel();
  const { app } = kernel;
  const group = await addOrganization(kernel, { kind: "coordination_group" });
  const officer = await addMember(kernel, group, { duties: ["officer"] });
  const verbs = recordVerbs.exchangeEvent as NonNullable<(typeof recordVerbs)[string]>;
  const calledOn = new Date("2026-11-20T02:00:00Z");
  kernel.setNow(calledOn);

  async function addFirm(given: Parameters<typeof addOrganization>[1] = {}): Promise<Firm> {
    const body = await addOrganization(kernel, given);
    return { body, member: await addMember(kernel, body) };
  }

  let made = 0;
  async function announce(over: Record<string, unknown> = {}): Promise<string> {
    made += 1;
    const saved = await call(app, officer.principal, verbs.save, {
      values: {
        ...{ title: { zh: `对接会 ${made}`, en: `Exchange ${made}` }, kind: "matching", province: "36" },
        ...{ venue: "Hall 1", startsOn: "2026-12-01", endsOn: "2026-12-01", interestUntil: "2026-11-27" },
        ...{ opensAt: "09:00", slotMinutes: 20, gapMinutes: 5, slots: 4, breakAfter: 2, breakMinutes: 30 },
        ...{ tables: 3, zones: 1, walkMinutes: 2, mostMeetings: 4, mostInRow: 3, capacity: 20 },
        ...{ policy: null, about: null },
        ...over,
      },
      sources: [],
      readings: {},
    } as never);
    await step(saved.publicId, "announce");
    await step(saved.publicId, "open");
    return saved.publicId;
  }

  async function step(publicId: string, name: string): Promise<void> {
    const { revision } = await call(app, officer.principal, verbs.load, { publicId } as never);
    await call(app, officer.principal, verbs.step, { publicId, revision, step: name } as never);
  }

  const attend = ({ member }: Firm, publicId: string, over: object = {}) =>
    call(app, member.principal, attendEvent, {
      ...{ publicId, most: 4, delegates: [{ name: "Li", topics: ["lfp"], languages: ["zh"] as const }] },
      ...over,
    } as never);

  async function guestOf(publicId: string, reader: Firm, other: Firm): Promise<string> {
    const { others } = await call(app, reader.member.principal, loadEvent, { publicId });
    const found = others.find(({ organization }) => organization.publicId === other.body.publicId);
    if (!found) throw new Error("no such guest");
    return found.publicId;
  }

  async function want(publicId: string, from: Firm, to: Firm, strength = 3) {
    const towards = await guestOf(publicId, from, to);
    return call(app, from.member.principal, sayInterest, { publicId, towards, strength });
  }

  async function drawUp(publicId: string): Promise<number> {
    const { id, version } = await call(app, officer.principal, askPlan, { publicId });
    await callJob(kernel.worker, { id: app.newId(), name: "event.plan" }, planEvent, { planId: id });
    return version;
  }
  const board = (publicId: string) => call(app, officer.principal, loadHallBoard, { publicId });
  const dayOf = ({ member }: Firm, publicId: string) =>
    call(app, member.principal, loadEventDay, { publicId });

  return {
    ...{ kernel, app, officer, calledOn },
    ...{ addFirm, announce, step, attend, want, drawUp, board, dayOf },
  };
}
