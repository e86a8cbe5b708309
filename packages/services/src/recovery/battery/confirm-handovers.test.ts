import { describe, expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listOwnItems } from "../oversight/list-items.ts";
import { confirmHandovers } from "./confirm-handovers.ts";
import { fileBatteries } from "./file-batteries.ts";
import { listBatteries } from "./list-batteries.ts";
import { reportEvent } from "./report-event.ts";

const kernel = await createTestKernel();
const firms = await Promise.all(["36", "36", "44"].map((province) => addOrganization(kernel, { province })));
const [giver, receiver, rival] = await Promise.all(firms.map((firm) => addMember(kernel, firm)));
if (!giver || !receiver || !rival) throw new Error("three firms");
await kernel.ownerRows(
  "insert into trace.licence (org_id, kind, from_on) values ($1, 'collect', '2020-01-01')",
  [firms[1]?.id],
);
type Member = typeof giver;

let serial = 0;
const nextCode = (product = "P") => `ZZ1${product}B01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const report = (who: Member, event: object) => {
  kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
  return call(kernel.app, who.principal, reportEvent, event as never);
};
async function handed(on = "2026-09-03") {
  const code = nextCode();
  await report(giver as Member, { verb: "fit", code, at: "2026-05-01", vehicle: "V1", province: "36" });
  await report(giver as Member, { verb: "retire", code, at: "2026-09-01", vehicle: "V1", province: "36" });
  const hand = { verb: "transfer", code, at: on, to: firms[1]?.publicId, province: "36" };
  return { code, event: (await report(giver as Member, hand)).hash };
}
const confirm = (who: Member, handovers: readonly { code: string; event: string }[], on?: string) =>
  call(kernel.app, who.principal, confirmHandovers, { handovers: [...handovers], ...(on && { on }) });
const waiting = async (asked: object = {}) =>
  (await call(kernel.app, (receiver as Member).principal, listOwnItems, { limit: 100, ...asked })).items
    .filter(({ kind }) => kind === "handover")
    .map(({ code }) => code);

describe("many hand-overs at once", () => {
  it("[TR17] are confirmed each on its day, and what cannot be confirmed is named and waits on", async () => {
    const [one, other, early] = [await handed(), await handed("2026-09-04"), await handed("2026-09-20")];
    const strange = { code: one.code, event: "0".repeat(64) };
    expect(await confirm(rival, [one])).toEqual({ confirmed: [], refused: [{ ...one, why: "gone" }] });
    expect(await confirm(receiver, [early, strange], "2026-09-10")).toEqual({
      confirmed: [],
      refused: [
        { ...early, why: "day" },
        { ...strange, why: "gone" },
      ],
    });
    expect(await confirm(receiver, [one, other])).toEqual({
      confirmed: [
        { ...one, verdict: "ok" },
        { ...other, verdict: "ok" },
      ],
      refused: [],
    });
    expect(await waiting()).toEqual([early.code]);
    // Sent again, nothing waits any more and nothing is told twice.
    expect((await confirm(receiver, [one])).refused).toEqual([{ ...one, why: "gone" }]);
  });

  it("[TR13] that what is known of a battery forbids are refused alone", async () => {
    const [lost, good] = [await handed(), await handed()];
    await report(giver, { verb: "destroy", code: lost.code, at: "2026-09-02", proof: "P", reason: "fire" });
    const { confirmed, refused } = await confirm(receiver, [lost, good]);
    expect(confirmed.map(({ code }) => code)).toEqual([good.code]);
    expect(refused).toEqual([{ ...lost, why: "impossible" }]);
  });

  it("[TR17] stand in the order of a column, either way", async () => {
    const codes = [(await handed("2026-10-09")).code, (await handed("2026-10-07")).code];
    const of = async (sort: string) => (await waiting({ sort })).filter((code) => codes.includes(code));
    expect(await of("code")).toEqual(codes);
    expect(await of("-code")).toEqual(codes.toReversed());
    expect(await of("on")).toEqual(codes.toReversed());
    expect(await of("-on")).toEqual(codes);
    for (const sort of ["kind", "due", "-due", "otherZh", "-otherEn"]) expect(await of(sort)).toHaveLength(2);
  });
});

describe("the list of batteries", () => {
  it("[TR22] goes page by page in the order of each column, either way, and loses none", async () => {
    const units = [
      { code: nextCode("C"), kwh: 3 },
      { code: nextCode(), kwh: 70 },
      { code: nextCode("M") },
      { code: nextCode(), kwh: 52.5 },
    ];
    await call(kernel.app, rival.principal, fileBatteries, { units });
    const read = async (sort: string) => {
      const found: (string | null)[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof page1>> = await page1(sort, cursor);
        expect(page.sort).toBe(sort);
        found.push(...page.items.map(({ code }) => code));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return found;
    };
    const page1 = (sort: string, cursor: string | null) =>
      call(kernel.app, rival.principal, listBatteries, {
        ...{ sort: sort as "code", limit: 3 },
        ...(cursor && { cursor }),
      });
    const [cell, big, module, small] = units.map(({ code }) => code);
    expect(await read("code")).toEqual([cell, module, big, small].toSorted());
    expect(await read("-code")).toEqual([cell, module, big, small].toSorted().toReversed());
    expect(await read("energy")).toEqual([cell, small, big, module]);
    expect(await read("-energy")).toEqual([big, small, cell, module]);
    expect(await read("what")).toEqual([big, small, module, cell]);
    expect(await read("-what")).toEqual([cell, module, small, big]);
    for (const sort of ["role", "-role", "state", "-state"]) expect(await read(sort)).toHaveLength(4);
  });
});
