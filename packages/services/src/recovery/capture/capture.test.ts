import { epcisContext, toEpcis } from "@lilink/model/trace";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, codeOf, createTestKernel } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { loadBattery } from "../battery/load-battery.ts";
import { listCaptures, loadCapture } from "./list-captures.ts";
import { listEvents } from "./list-events.ts";
import { startCapture } from "./start-capture.ts";
import { takeCapture } from "./take-capture.ts";

const kernel = await createTestKernel();
const [firm, other, third] = await Promise.all([1, 2, 3].map(() => addOrganization(kernel)));
if (!firm || !other || !third) throw new Error("three firms");
const [carMaker, collector, stranger] = await Promise.all(
  [firm, other, third].map((one) => addMember(kernel, one)),
);
if (!carMaker || !collector || !stranger) throw new Error("three members");
type Member = typeof carMaker;

const take = takeCapture({
  read: () => {
    throw new Error("no file of rows here");
  },
  mark: () => Promise.reject(new Error("no file of rows here")),
});
let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const eventOf = (code: string, given: Record<string, unknown> = {}) =>
  toEpcis({
    event: { verb: "fit", code, at: "2022-06-01", by: firm.publicId, vehicle: "V1", ...given } as never,
    province: "36",
    recordedAt: "2022-06-02T00:00:00.000Z",
  });
const toBytes = (eventList: readonly unknown[]) =>
  new TextEncoder().encode(
    JSON.stringify({
      "@context": epcisContext,
      type: "EPCISDocument",
      schemaVersion: "2.0",
      creationDate: "2026-03-02T00:00:00.000Z",
      epcisBody: { eventList },
    }),
  );

async function send(
  who: Member,
  bytes: Uint8Array<ArrayBuffer>,
  behaviour: "rollback" | "proceed" = "rollback",
) {
  kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
  const sent = await call(kernel.app, who.principal, startCapture, {
    kind: "epcis",
    name: "capture.jsonld",
    bytes,
    behaviour,
  });
  const job = { id: kernel.app.newId(), name: "battery.take" };
  await callJob(kernel.worker, job, take, { captureId: sent.id });
  return call(kernel.app, who.principal, loadCapture, { publicId: sent.publicId });
}
const events = async (who: Member, asked: object = {}) =>
  (await call(kernel.app, who.principal, listEvents, asked)).items;

describe("capture of EPCIS documents", () => {
  it("[TR33] answers for each event, keeps them once, and a re-send changes nothing", async () => {
    const code = nextCode();
    const bytes = toBytes([
      eventOf(code),
      eventOf(code, { verb: "retire", at: "2026-01-01" }),
      eventOf(code, { verb: "fit", at: "2022-07-01", vehicle: "V2" }),
    ]);
    const first = await send(carMaker, bytes);
    expect(first).toMatchObject({ state: "done", taken: 3, known: 0, faults: 0 });
    expect(first.answers).toEqual(["gap", "ok", "conflict"]);
    const again = await send(carMaker, bytes);
    expect(again).toMatchObject({ state: "done", taken: 0, known: 3 });
    expect(again.answers).toEqual(["duplicate", "duplicate", "duplicate"]);
    const life = await call(kernel.app, carMaker.principal, loadBattery, { code });
    expect(life.events.map(({ verb, verdict }) => [verb, verdict])).toEqual([
      ["fit", "gap"],
      ["fit", "conflict"],
      ["retire", "ok"],
    ]);
  });

  it("[TR33] one broken event of many is named; the standard keeps nothing, unless told to proceed", async () => {
    const many = Array.from({ length: 300 }, () => eventOf(nextCode()));
    const { bizStep: _, ...broken } = eventOf(nextCode());
    const bytes = toBytes(many.with(150, broken as never));
    const rolled = await send(carMaker, bytes);
    expect(rolled).toMatchObject({ state: "faulty", taken: 0, faults: 1 });
    expect(rolled.firstFaults).toMatchObject([{ at: 150, field: "bizStep" }]);
    expect(rolled.answers.filter((one) => one === "rolled_back")).toHaveLength(299);
    const kept = await send(carMaker, bytes, "proceed");
    expect(kept).toMatchObject({ state: "faulty", taken: 299, faults: 1 });
    expect(kept.answers[150]).toBe("fault");
  });

  it("[TR33] what is impossible, tomorrow, somebody else's or of nobody known is refused by its field", async () => {
    const code = nextCode();
    const { answers, firstFaults } = await send(
      carMaker,
      toBytes([
        eventOf(code, { at: "2022-05-01" }),
        eventOf(code, { at: "2027-01-01" }),
        eventOf(code, { by: other.publicId }),
        eventOf(code, { verb: "transfer", to: "nobody-here" }),
      ]),
      "proceed",
    );
    expect(answers).toEqual(["impossible", "fault", "fault", "fault"]);
    expect(firstFaults.map(({ field, rule }) => [field, rule])).toEqual([
      ["verb", "impossible"],
      ["eventTime", "dateTooFar"],
      ["sourceList", "notInList"],
      ["destinationList", "notInList"],
    ]);
  });

  it("[TR16] an error declaration takes back the event that it repeats", async () => {
    const code = nextCode();
    const fit = eventOf(code);
    await send(carMaker, toBytes([fit]));
    const errorDeclaration = { declarationTime: "2026-04-01T00:00:00Z", reason: "did_not_occur" };
    const declared = await send(carMaker, toBytes([{ ...fit, errorDeclaration }]));
    expect(declared.answers).toEqual(["ok"]);
    expect((await call(kernel.app, carMaker.principal, loadBattery, { code })).state).toBe("none");
    const found = await events(carMaker, { codes: [code] });
    expect(found.map((event) => "errorDeclaration" in event).sort()).toEqual([false, true]);
    expect(new Set(found.map(({ eventID }) => eventID)).size).toBe(1);
  });

  it("[TR33] the order in which documents arrive changes no life", async () => {
    const codes = [nextCode(), nextCode()];
    const storyOf = (code: string) => [
      eventOf(code, { verb: "make", at: "2022-05-17", vehicle: undefined }),
      eventOf(code),
      eventOf(code, { verb: "retire", at: "2026-01-01" }),
    ];
    for (const event of storyOf(codes[0] ?? "")) await send(carMaker, toBytes([event]));
    for (const event of storyOf(codes[1] ?? "").toReversed()) await send(carMaker, toBytes([event]));
    const [told, reversed] = await Promise.all(
      codes.map((code) => call(kernel.app, carMaker.principal, loadBattery, { code })),
    );
    expect(reversed?.state).toBe(told?.state);
    expect(reversed?.events.map(({ verb }) => verb)).toEqual(told?.events.map(({ verb }) => verb));
  });

  it("[TR33] a document that is none is refused whole", async () => {
    for (const text of ["[]", "{", '{"type":"EPCISDocument"}'])
      expect(await send(carMaker, new TextEncoder().encode(text))).toMatchObject({
        state: "refused",
        taken: 0,
      });
  });
});

describe("the event query", () => {
  it("[TR35] answers by code, verb and time, page by page, and reads back what was sent", async () => {
    const code = nextCode();
    const sent = [
      eventOf(code),
      eventOf(code, { verb: "transfer", at: "2023-01-01", to: other.publicId }),
      eventOf(code, { verb: "retire", at: "2026-01-01" }),
    ];
    await send(carMaker, toBytes(sent));
    const all = await events(carMaker, { codes: [code] });
    const bare = (list: readonly object[]) =>
      list.map(({ eventID: _, recordTime: __, ...event }: { eventID?: unknown; recordTime?: unknown }) =>
        JSON.stringify(event),
      );
    expect(bare(all).sort()).toEqual(bare(sent).sort());
    expect(await events(carMaker, { codes: [code], verbs: ["retire"] })).toHaveLength(1);
    const late = { codes: [code], from: "2022-12-31T16:00:00Z", before: "2026-01-01T00:00:00+08:00" };
    expect(await events(carMaker, late)).toMatchObject([{ bizStep: "shipping" }]);
    const page = await call(kernel.app, carMaker.principal, listEvents, { codes: [code], limit: 2 });
    const next = { codes: [code], limit: 2, cursor: page.nextCursor ?? "" };
    expect([page.items.length, (await events(carMaker, next)).length]).toEqual([2, 1]);
  });

  it("[TR22] a stranger reads nothing of it, and the receiver its own hand-over alone", async () => {
    const code = nextCode();
    await send(
      carMaker,
      toBytes([eventOf(code), eventOf(code, { verb: "transfer", at: "2023-01-01", to: other.publicId })]),
    );
    expect(await events(stranger, { codes: [code] })).toEqual([]);
    expect(await events(collector, { codes: [code] })).toMatchObject([{ bizStep: "shipping" }]);
  });

  it("[TR33] a body reads its own captures alone, and the tables hold to it", async () => {
    const { publicId } = await send(carMaker, toBytes([eventOf(nextCode())]));
    expect(await codeOf(call(kernel.app, stranger.principal, loadCapture, { publicId }))).toBe("NOT_FOUND");
    expect(await call(kernel.app, stranger.principal, listCaptures, {})).toEqual([]);
    expect(await asRaw(kernel, stranger, "select 1 from battery_capture")).toBe("nothing");
    expect(await asRaw(kernel, carMaker, "update battery_capture set state = 'done'")).toBe("42501");
  });
});
