import { describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, codeOf, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { reportEvent } from "../battery/report-event.ts";
import { listOwnItems } from "../oversight/list-items.ts";
import { confirmRule } from "./confirm-rule.ts";
import { endLicence, grantLicence, listLicences } from "./keep-licence.ts";
import { listRules } from "./list-rules.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const [giver, taker] = [await addOrganization(kernel), await addOrganization(kernel)];
const [carMaker, clerk] = [await addMember(kernel, giver), await addMember(kernel, taker)];
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const regulator = await addMember(
  kernel,
  await addOrganization(kernel, { kind: "regulator", province: "36" }),
);

const base = { ruleSet: "traceability-2026", from: "2026-04-01", source: "Gazette 12/2026" };
const confirm = (input: object) =>
  call(kernel.app, officer.principal, confirmRule, { ...base, ...input } as never);
const code = "ZZ1PB01A1B2C3DC5H0000001";
const report = (who: typeof clerk, event: object) =>
  call(kernel.app, who.principal, reportEvent, { code, ...event } as never);

describe("dated rules", () => {
  it("[TR25] count open hand-overs anew when an officer read the official text, and new ones by it", async () => {
    await report(carMaker, { verb: "fit", at: "2022-06-01", vehicle: "V1" });
    await report(carMaker, { verb: "transfer", at: "2026-11-02", to: taker.publicId });
    const due = async () => (await call(kernel.app, clerk.principal, listOwnItems, {})).items[0]?.dueOn;
    expect(await due()).toBe("2026-12-14");
    expect(await confirm({ deadlines: { other: 5 } })).toEqual({ recounted: 1 });
    expect(await due()).toBe("2026-11-09");
    const licence = { organization: taker.publicId, kind: "dismantle", from: "2026-01-01" } as const;
    await call(kernel.app, officer.principal, grantLicence, licence);
    await confirm({ deadlines: { other: 5, dismantle: 10 } });
    expect(await due()).toBe("2026-11-16");
    await report(clerk, { verb: "transfer", at: "2026-11-16", to: giver.publicId });
    const [item] = (await call(kernel.app, carMaker.principal, listOwnItems, {})).items;
    expect(item).toMatchObject({ dueOn: "2026-11-23", isOverdue: true });
  });

  it("[TR25] are listed with who read them; conditions keep their day", async () => {
    const { deadlines, conditions } = await call(kernel.app, regulator.principal, listRules, {});
    expect(deadlines.map(({ id, isConfirmed }) => [id, isConfirmed])).toEqual([
      ["traceability-2018", false],
      ["traceability-2026", true],
    ]);
    expect(deadlines[1]?.read).toMatchObject({ source: "Gazette 12/2026", on: "2026-11-24" });
    const issued = conditions.find(({ to, from }) => to === null && from !== null);
    expect(issued?.read).toBeNull();
    const wrong = { ruleSet: issued?.id, from: "2025-03-01" };
    expect(await codeOf(confirm(wrong))).toBe("INVALID_INPUT");
    await confirm({ ruleSet: issued?.id, from: issued?.from });
    const again = await call(kernel.app, officer.principal, listRules, {});
    expect(again.conditions.find(({ id }) => id === issued?.id)?.read?.source).toBe("Gazette 12/2026");
    expect(await codeOf(confirm({ ruleSet: "nothing", deadlines: { other: 5 } }))).toBe("INVALID_INPUT");
    expect(
      await codeOf(call(kernel.app, regulator.principal, confirmRule, { ...base, deadlines: { other: 9 } })),
    ).toBe("FORBIDDEN");
    expect(await asRaw(kernel, officer, "update rule_reading set source = 'x'")).toBe("42501");
  });
});

describe("licences", () => {
  it("[TR14] are kept by officers, and events of that day are judged by them, those told before too", async () => {
    const collect = { verb: "collect", at: "2026-11-20" };
    await report(clerk, { verb: "retire", at: "2026-11-19" });
    expect((await report(clerk, collect)).verdict).toBe("unlicensed");
    const licence = { organization: taker.publicId, kind: "collect", from: "2026-01-01" } as const;
    await call(kernel.app, officer.principal, grantLicence, licence);
    expect(await codeOf(call(kernel.app, officer.principal, grantLicence, licence))).toBe("INVALID_INPUT");
    const { items } = await call(kernel.app, regulator.principal, listLicences, { kind: "collect" });
    expect(items).toMatchObject([{ organization: taker.publicId, from: "2026-01-01", to: null }]);
    const second = "ZZ1PB01A1B2C3DC5H0000002";
    await report(carMaker, { code: second, verb: "fit", at: "2022-06-01", vehicle: "V2" });
    await report(carMaker, { code: second, verb: "retire", at: "2026-11-19", vehicle: "V2" });
    expect((await report(clerk, { ...collect, code: second })).verdict).toBe("ok");
    await call(kernel.app, officer.principal, endLicence, { ...licence, to: "2026-11-20" });
    const third = "ZZ1PB01A1B2C3DC5H0000003";
    await report(carMaker, { code: third, verb: "fit", at: "2022-06-01", vehicle: "V3" });
    await report(carMaker, { code: third, verb: "retire", at: "2026-11-19", vehicle: "V3" });
    expect((await report(clerk, { ...collect, code: third })).verdict).toBe("unlicensed");
    expect(await codeOf(call(kernel.app, clerk.principal, grantLicence, licence))).toBe("FORBIDDEN");
  });
});
