import { describe, expect, it } from "vitest";
import { addMember, addOrganization, codeOf, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { correctEvent } from "./correct-event.ts";
import { listCorrections } from "./list-corrections.ts";
import { loadBattery } from "./load-battery.ts";
import { reportEvent } from "./report-event.ts";

const kernel = await createTestKernel();
const [maker, car, rival] = await Promise.all(
  ["maker", "car", "rival"].map(async () => addMember(kernel, await addOrganization(kernel))),
);
const [here, elsewhere] = await Promise.all(
  ["36", "44"].map(async (province) =>
    addMember(kernel, await addOrganization(kernel, { kind: "regulator", province })),
  ),
);
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
if (!maker || !car || !rival || !here || !elsewhere) throw new Error("three firms and two regulators");

type Member = typeof maker;
let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const tick = () => kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
const report = (who: Member, event: object) => {
  tick();
  return call(kernel.app, who.principal, reportEvent, event as never);
};
const correct = (who: Member, event: object) => {
  tick();
  return call(kernel.app, who.principal, correctEvent, event as never);
};
const load = (who: Member, code: string) => call(kernel.app, who.principal, loadBattery, { code });
const list = (who: Member) => call(kernel.app, who.principal, listCorrections, {});

async function fitted() {
  const code = nextCode();
  await report(maker as Member, { verb: "make", code, at: "2022-05-17" });
  const { hash } = await report(car as Member, {
    ...{ verb: "fit", code, at: "2022-06-01", vehicle: "V1", province: "36" },
  });
  return { code, hash };
}

describe("a correction", () => {
  it("[TR16] puts what happened in the place of what was said, and the first stays", async () => {
    const { code, hash } = await fitted();
    const instead = { verb: "fit", code, at: "2022-06-02", vehicle: "V2" };
    const wrong = { code, corrects: hash, reason: "incorrect_data", proof: "Slip 7", instead };
    expect(await correct(car, wrong)).toEqual({ verdict: "ok", isKnown: false });
    const life = await load(car, code);
    const [, first, correction, second] = life.events;
    expect([first?.verb, correction?.verb, second?.verb]).toEqual(["fit", "correct", "fit"]);
    expect(first).toMatchObject({ on: "2022-06-01", correctedBy: correction?.hash });
    expect(second).toMatchObject({ on: "2022-06-02", verdict: "ok", correctedBy: null });
    expect([life.state, life.events.flatMap(({ flags }) => flags)]).toEqual(["fitted", []]);
    // The vehicle is the new one: the old one no longer holds it.
    expect((await report(car, { verb: "remove", code, at: "2023-01-01", vehicle: "V2" })).verdict).toBe("ok");
  });

  it("[TR16] is for whoever told the event and for officers; to others there is no such event", async () => {
    const { code, hash } = await fitted();
    const undo = { code, corrects: hash, reason: "did_not_occur" };
    expect(await codeOf(correct(rival, undo))).toBe("NOT_FOUND");
    expect(await codeOf(correct(maker, undo))).toBe("NOT_FOUND");
    expect((await load(maker, code)).events.map(({ said }) => said !== null)).toEqual([true, false]);
    expect(await correct(officer, undo)).toMatchObject({ verdict: "ok" });
    expect((await load(maker, code)).state).toBe("made");
  });

  it("[TR16] is told whole or not at all", async () => {
    const { code, hash } = await fitted();
    const base = { code, corrects: hash, reason: "incorrect_data" };
    expect(await codeOf(correct(car, base))).toBe("INVALID_INPUT");
    const early = { ...base, instead: { verb: "fit", code, at: "2022-05-01", vehicle: "V1" } };
    expect(await codeOf(correct(car, early))).toBe("INVALID_INPUT");
    expect(await load(car, code)).toMatchObject({ state: "fitted", events: { length: 2 } });
  });
});

describe("the list of corrections", () => {
  it("[TR16] [TR23] tells who corrected what and why, to whoever told it, officers and its province", async () => {
    const { code, hash } = await fitted();
    const instead = { verb: "fit", code, at: "2022-06-03", vehicle: "V3" };
    await correct(car, { code, corrects: hash, reason: "incorrect_data", proof: "Slip 9", instead });
    const told = {
      code,
      reason: "incorrect_data",
      proof: "Slip 9",
      first: { verb: "fit", on: "2022-06-01" },
      instead: { verb: "fit", on: "2022-06-03" },
    };
    for (const reader of [car, officer, here])
      expect((await list(reader)).items[0]).toMatchObject({ ...told, by: { nameZh: expect.any(String) } });
    for (const reader of [rival, elsewhere])
      expect((await list(reader)).items.filter((one) => one.code === code)).toEqual([]);
    const { items, nextCursor } = await call(kernel.app, officer.principal, listCorrections, { limit: 1 });
    expect(items).toHaveLength(1);
    const next = await call(kernel.app, officer.principal, listCorrections, {
      limit: 1,
      cursor: nextCursor ?? "",
    });
    expect(next.items[0]?.hash).not.toBe(items[0]?.hash);
  });
});
