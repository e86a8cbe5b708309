import { describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, codeOf, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listOwnItems, overseeBatteries } from "../oversight/list-items.ts";
import { settleHandover } from "../oversight/settle-handover.ts";
import { correctEvent } from "./correct-event.ts";
import { denyHandover } from "./deny-handover.ts";
import { listBatteries } from "./list-batteries.ts";
import { listCorrections } from "./list-corrections.ts";
import { loadBattery } from "./load-battery.ts";
import { reportEvent } from "./report-event.ts";
import { upholdHandover } from "./uphold-handover.ts";

const kernel = await createTestKernel();
const firms = await Promise.all(["36", "36", "44"].map((province) => addOrganization(kernel, { province })));
const [giver, receiver, rival] = await Promise.all(firms.map((firm) => addMember(kernel, firm)));
const [here, elsewhere] = await Promise.all(
  ["36", "44"].map(async (province) =>
    addMember(kernel, await addOrganization(kernel, { kind: "regulator", province })),
  ),
);
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const several = await addMember(kernel, group, { duties: ["officer"] });
if (!giver || !receiver || !rival || !here || !elsewhere) throw new Error("three firms, two regulators");
await kernel.ownerRows(
  "insert into membership (organization_id, person_id, role, active, created_at) values ($1, $2, 'viewer', true, now())",
  [firms[2]?.id, several.personId],
);
type Member = typeof giver;

/** Items of a hand-over; what else is open about the batteries of this test is no matter of it. */
const ofHandovers: readonly string[] = ["handover", "denied", "disputed"];

let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const tick = () => kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
const report = (who: Member, event: object) => {
  tick();
  return call(kernel.app, who.principal, reportEvent, event as never);
};
const load = (who: Member, code: string) => call(kernel.app, who.principal, loadBattery, { code });
const kinds = async (who: Member, code: string) =>
  (await call(kernel.app, who.principal, listOwnItems, {})).items.flatMap((one) =>
    one.code === code && ofHandovers.includes(one.kind) ? [one.kind] : [],
  );
const desk = async (who: Member, code: string) =>
  (await call(kernel.app, who.principal, overseeBatteries, { limit: 200 })).items.filter(
    (one) => one.code === code && ofHandovers.includes(one.kind),
  );

type Case = { readonly code: string; readonly event: string };
/** A hand-over that is late at its receiver. */
async function handed(): Promise<Case> {
  const code = nextCode();
  await report(giver as Member, { verb: "fit", code, at: "2026-05-01", vehicle: "V1", province: "36" });
  const hand = { verb: "transfer", code, at: "2026-06-01", to: firms[1]?.publicId, province: "36" };
  return { code, event: (await report(giver as Member, hand)).hash };
}
const deny = (who: Member, one: Case, reason = "No lorry came.") => {
  tick();
  return call(kernel.app, who.principal, denyHandover, { ...one, reason });
};
const uphold = (who: Member, one: Case, reason = "Slip 7 is signed.") => {
  tick();
  return call(kernel.app, who.principal, upholdHandover, { ...one, reason });
};
const settle = (who: Member, one: Case, side: "giver" | "receiver", reason = "The slip is signed.") => {
  tick();
  return call(kernel.app, who.principal, settleHandover, { ...one, side, reason });
};
const correct = (who: Member, { code, event }: Case) => {
  tick();
  return call(kernel.app, who.principal, correctEvent, { code, corrects: event, reason: "did_not_occur" });
};
const told = async (kind: string, code: string) =>
  (
    await kernel.ownerRows<{ to: string | null; officers: boolean | null }>(
      `select payload ->> 'organizationId' as to, (payload ->> 'officers')::boolean as officers from outbox
        where payload ->> 'kind' = $1 and payload -> 'params' ->> 'title' = $2 order by 1`,
      [kind, code],
    )
  ).map(({ to, officers }) => (officers ? "officers" : to));

describe("a denied hand-over", () => {
  it("[TR27] waits no longer at the receiver, but at whoever told it, and an office sees it at once", async () => {
    const one = await handed();
    expect(await kinds(receiver, one.code)).toEqual(["handover"]);
    expect(await deny(receiver, one)).toEqual({ state: "denied", isKnown: false });
    expect(await kinds(receiver, one.code)).toEqual([]);
    expect(await kinds(giver, one.code)).toEqual(["denied"]);
    const open = await call(kernel.app, giver.principal, listBatteries, { q: one.code, open: "1" });
    expect(open.items).toHaveLength(1);
    for (const who of [here, officer])
      expect(await desk(who, one.code)).toMatchObject([
        {
          ...{ kind: "denied", dueOn: null, isOverdue: false, denial: { reason: "No lorry came." } },
          holder: { publicId: firms[0]?.publicId },
          other: { publicId: firms[1]?.publicId },
        },
      ]);
    expect(await desk(elsewhere, one.code)).toEqual([]);
    expect(await told("battery.denied", one.code)).toEqual([firms[0]?.id]);
    const life = await load(giver, one.code);
    expect(life.items.filter(({ kind }) => kind === "denied")).toMatchObject([
      { hash: one.event, isOwn: true },
    ]);
    expect(life.events.find(({ hash }) => hash === one.event)).toMatchObject({
      unconfirmed: true,
      denial: { state: "denied", reason: "No lorry came.", upheld: null, settled: null },
    });
    // What was known on the day before the denial is still that it was not confirmed.
    const before = await call(kernel.app, giver.principal, loadBattery, {
      ...{ code: one.code, knownOn: "2026-06-02" },
    });
    expect(before.events.filter(({ denial }) => denial !== null)).toEqual([]);
  });

  it("[TR27] is denied once, by the body at which it waits; the others hear that there is none", async () => {
    const one = await handed();
    for (const who of [giver, rival, officer, here])
      expect(["NOT_FOUND", "FORBIDDEN"]).toContain(await codeOf(deny(who, one)));
    expect(await codeOf(deny(receiver, one, "  "))).toBe("INVALID_INPUT");
    expect(await codeOf(deny(receiver, one, "x".repeat(501)))).toBe("INVALID_INPUT");
    await deny(receiver, one);
    expect(await deny(receiver, one)).toEqual({ state: "denied", isKnown: true });
    expect(await codeOf(deny(receiver, one, "Other words."))).toBe("WRONG_STATE");
    expect(await told("battery.denied", one.code)).toHaveLength(1);
    expect(await codeOf(load(rival, one.code))).toBe("NOT_FOUND");
    for (const who of [rival, receiver, officer, here])
      expect(["NOT_FOUND", "FORBIDDEN"]).toContain(await codeOf(uphold(who, one)));
    for (const who of [giver, receiver, rival, here, several])
      expect(["NOT_FOUND", "FORBIDDEN", "CONFLICT_OF_INTEREST"]).toContain(
        await codeOf(settle(who, one, "giver")),
      );
    expect(await codeOf(settle(officer, one, "giver"))).toBe("WRONG_STATE");
  });

  it("[TR16] [TR27] ends when whoever told it corrects it, before or after the denial", async () => {
    const [first, second] = [await handed(), await handed()];
    await deny(receiver, first);
    await correct(giver, first);
    expect([await kinds(giver, first.code), await kinds(receiver, first.code)]).toEqual([[], []]);
    expect(await codeOf(uphold(giver, first))).toBe("WRONG_STATE");
    const life = await load(receiver, first.code);
    expect(life.events.find(({ hash }) => hash === first.event)?.denial?.reason).toBe("No lorry came.");
    await correct(giver, second);
    expect(await codeOf(deny(receiver, second))).toBe("NOT_FOUND");
  });

  it("[TR27] is taken back by any event of the receiver, and stays denied when others tell of the battery", async () => {
    const one = await handed();
    await deny(receiver, one);
    await report(giver, { verb: "retire", code: one.code, at: "2026-06-02", vehicle: "V1" });
    expect(await kinds(receiver, one.code)).not.toContain("handover");
    expect(await kinds(giver, one.code)).toContain("denied");
    const { hash } = await report(receiver, { verb: "collect", code: one.code, at: "2026-06-03" });
    expect(await kinds(giver, one.code)).not.toContain("denied");
    expect(await kinds(receiver, one.code)).not.toContain("handover");
    expect(await codeOf(deny(receiver, one, "Again."))).toBe("WRONG_STATE");
    // What took it back is taken back itself: the word stands again.
    await correct(receiver, { code: one.code, event: hash });
    expect(await kinds(giver, one.code)).toContain("denied");
  });
});

describe("two words about a hand-over", () => {
  it("[TR28] stand before officers and the regulator of the province with both names", async () => {
    const one = await handed();
    expect(await codeOf(uphold(giver, one))).toBe("NOT_FOUND");
    await deny(receiver, one);
    expect(await uphold(giver, one)).toEqual({ state: "upheld", isKnown: false });
    expect(await uphold(giver, one)).toEqual({ state: "upheld", isKnown: true });
    expect(await codeOf(uphold(giver, one, "Other words."))).toBe("WRONG_STATE");
    expect([await kinds(giver, one.code), await kinds(receiver, one.code)]).toEqual([[], []]);
    for (const who of [here, officer])
      expect(await desk(who, one.code)).toMatchObject([
        {
          kind: "disputed",
          denial: { reason: "No lorry came.", upheld: { reason: "Slip 7 is signed." } },
          holder: { publicId: firms[0]?.publicId },
          other: { publicId: firms[1]?.publicId },
        },
      ]);
    expect(await desk(elsewhere, one.code)).toEqual([]);
    // Who reads the whole life reads both words; a letter to one body asks nothing of it.
    for (const who of [here, giver, receiver])
      expect(
        (await load(who, one.code)).items.filter(({ kind }) => ofHandovers.includes(kind)),
      ).toMatchObject([{ kind: "disputed", isOwn: false }]);
    const letter = { body: firms[0]?.publicId ?? "", kind: "disputed" } as const;
    expect((await call(kernel.app, officer.principal, overseeBatteries, letter)).items).toEqual([]);
    expect(await told("battery.upheld", one.code)).toEqual([firms[1]?.id]);
    expect(await told("battery.disputed", one.code)).toEqual(["officers"]);
    await report(receiver, { verb: "collect", code: one.code, at: "2026-06-03" });
    expect(await desk(officer, one.code)).toEqual([]);
  });

  it("[TR28] where the hand-over stands, it waits at the receiver again, which denies it no second time", async () => {
    const one = await handed();
    const [first] = (await call(kernel.app, receiver.principal, listOwnItems, {})).items.filter(
      ({ code }) => code === one.code,
    );
    await deny(receiver, one);
    await uphold(giver, one);
    expect(await settle(officer, one, "giver")).toEqual({ state: "stands", isKnown: false });
    expect(await settle(officer, one, "giver")).toEqual({ state: "stands", isKnown: true });
    expect(await codeOf(settle(officer, one, "receiver"))).toBe("WRONG_STATE");
    const [again] = (await call(kernel.app, receiver.principal, listOwnItems, {})).items.filter(
      ({ code }) => code === one.code,
    );
    expect(again).toMatchObject({ kind: "handover", dueOn: first?.dueOn, denial: { state: "stands" } });
    expect(await codeOf(deny(receiver, one))).toBe("WRONG_STATE");
    await report(giver, { verb: "retire", code: one.code, at: "2026-06-02", vehicle: "V1" });
    expect(await kinds(receiver, one.code)).toContain("handover");
    expect(await told("battery.settled", one.code)).toEqual([firms[0]?.id, firms[1]?.id].sort());
    await report(receiver, { verb: "collect", code: one.code, at: "2026-06-03" });
    expect(await kinds(receiver, one.code)).not.toContain("handover");
  });

  it("[TR16] [TR28] where it does not, the officers' word is a correction with their reason", async () => {
    const one = await handed();
    await deny(receiver, one);
    await uphold(giver, one);
    await settle(officer, one, "receiver", "Nobody signed the slip.");
    for (const who of [giver, receiver]) expect(await kinds(who, one.code)).toEqual([]);
    expect(await desk(officer, one.code)).toEqual([]);
    const { items } = await call(kernel.app, officer.principal, listCorrections, {});
    expect(items.find(({ code }) => code === one.code)).toMatchObject({
      ...{ reason: "did_not_occur", proof: "Nobody signed the slip.", by: { publicId: group.publicId } },
    });
    const life = await load(giver, one.code);
    expect(life.events.find(({ hash }) => hash === one.event)).toMatchObject({
      unconfirmed: false,
      denial: { state: "dropped", settled: { reason: "Nobody signed the slip." } },
    });
    const acts = await kernel.ownerRows<{ action: string }>(
      "select action from audit_entry where detail ->> 'code' = $1 and action ~ 'deny|uphold|settle|correct' order by at",
      [one.code],
    );
    expect(acts.map(({ action }) => action).sort()).toEqual([
      ...["battery.correct", "battery.deny", "battery.settle", "battery.uphold"],
    ]);
  });

  it("[TR27] no statement of the app writes a word for another, or a second one", async () => {
    const one = await handed();
    const write = (who: Member, text: string) => asRaw(kernel, who, text);
    const forged = `insert into battery_denial (id, organization_id, other_id, code, event_hash, province, occurred_on, state, reason, denied_by, denied_at)
      select gen_random_uuid(), '${firms[1]?.id}', '${firms[0]?.id}', '${one.code}', '${one.event}', '36', '2026-06-01', 'denied', 'x', app.person(), now()`;
    expect(await write(rival, forged)).toBe("42501");
    await deny(receiver, one);
    const hold = `update battery_denial set state = 'upheld', upheld_reason = 'x', upheld_by = app.person(), upheld_at = now() where code = '${one.code}'`;
    await write(receiver, hold);
    expect((await load(giver, one.code)).events.at(-1)?.denial?.state).toBe("denied");
    await uphold(giver, one);
    const turned = `update battery_denial set state = 'stands', upheld_reason = 'y', settled_reason = 'x', settled_by = app.person(), settled_at = now() where code = '${one.code}'`;
    expect(await write(officer, turned)).toBe("42501");
    expect(await write(giver, "delete from battery_denial")).toBe("42501");
  });
});
