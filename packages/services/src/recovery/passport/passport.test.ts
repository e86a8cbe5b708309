import { checkPassport } from "@lilink/contract/passport";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, codeOf, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { fileBatteries } from "../battery/file-batteries.ts";
import { reportEvent } from "../battery/report-event.ts";
import { loadPassport } from "./load-passport.ts";

const kernel = await createTestKernel();
const firms = await Promise.all([1, 2, 3].map(() => addOrganization(kernel)));
const [maker, tester, rival] = await Promise.all(firms.map((firm) => addMember(kernel, firm)));
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
if (!maker || !tester || !rival) throw new Error("three people");
type Member = typeof maker;

const code = "ZZ1PB01A1B2C3DC5H0000001";
const never = "ZZ1PB01A1B2C3DC5H0000002";
const read = (who: Member | null, asked = code) =>
  call(kernel.app, who?.principal ?? { kind: "anonymous" }, loadPassport, { code: asked });
const report = (who: Member, event: object) =>
  call(kernel.app, who.principal, reportEvent, { code, ...event } as never);

await call(kernel.app, maker.principal, fileBatteries, { units: [{ code, kwh: 52.5, kg: 350, ah: 150 }] });
await report(maker, { verb: "fit", at: "2022-06-01", vehicle: "V1" });
await report(tester, { verb: "test", at: "2026-06-10", energyShare: 0.79, u: 0.01 });

describe("the passport of a battery", () => {
  it("[TR24] the public and rivals read what the code says, filed or not", async () => {
    const pass = await read(null);
    expect(pass).toMatchObject({
      level: "public",
      partial: true,
      conforms: false,
      passport: {
        identification: { idDmc: code, chemistry: "LFP", category: "EV" },
        operation: { manufacturer: { manufacturingDate: "2022-05-17" } },
      },
    });
    expect(pass.passport).not.toHaveProperty("performance");
    expect(await read(rival)).toEqual(pass);
    const other = await read(rival, never);
    expect(JSON.stringify(other).replaceAll(never, code)).toBe(JSON.stringify(pass));
    expect(await codeOf(read(null, "no code"))).toBe("NOT_FOUND");
  });

  it("[TR24] whoever had a part reads what was filed and tested, and an authority too", async () => {
    const performance = {
      rated: { energy: { value: 52.5 }, capacity: { value: 150 } },
      dynamic: { energy: { soce: { value: 79 }, remaining: { value: 41.475 } } },
    };
    expect(await read(tester)).toMatchObject({
      level: "interest",
      passport: {
        performance,
        sustainability: { status: "waste" },
        characteristics: { physicalDimension: { weight: { value: 350, unit: "unit:kilogram" } } },
      },
    });
    expect(await read(officer)).toMatchObject({ level: "authority", passport: { performance } });
  });

  it("[TR24] what is there holds against the schema, and the rest is named and not invented", async () => {
    const { passport, missing } = await read(officer);
    expect(checkPassport(passport).wrong).toEqual([]);
    expect(missing).toContain("materials");
    expect(missing).toContain("performance.rated.capacity.thresholdExhaustion");
    expect(missing).not.toContain("identification.idDmc");
    expect(checkPassport({ ...passport, identification: { category: "toy" } }).wrong).toEqual([
      "identification.category",
    ]);
  });
});
