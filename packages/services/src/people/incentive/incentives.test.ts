import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addRecord,
  asRaw,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { claimIncentive, withdrawClaim } from "./claim-incentive.ts";
import { decideClaim, setTerms } from "./keep-incentive.ts";
import { listIncentives, loadIncentive } from "./load-incentive.ts";

let now = new Date("2026-03-10T02:00:00Z");
const kernel = await createTestKernel(now);
const app = { ...kernel.app, clock: () => now };
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const second = await addMember(kernel, group, { duties: ["officer"] });
const visitor = { kind: "anonymous" } as const;
const reason = "The invoice is of another event.";
const purpose = "Travel to the exchange in Yichun in April.";
let made = 0;

const amount = (value: string) => ({ value, low: null, high: null, unit: "CNY", basis: null });
async function addProgramme(budget = "100000") {
  made += 1;
  now = new Date("2026-03-10T02:00:00Z");
  const policy = await addRecord(kernel, [officer, second], "publicPolicy", {
    title: { zh: `办法${made}`, en: `Measure ${made}` },
    issuer: "A ministry",
    country: "CN",
    links: ["materials"],
  });
  const programme = await addRecord(kernel, [officer, second], "incentiveProgramme", {
    title: { zh: `计划${made}`, en: `Programme ${made}` },
    number: `IC-${made}`,
    policy: { publicId: policy.publicId, zh: null, en: null },
    benefit: "travel_grant",
    budget: amount(budget),
    summary: { zh: "差旅", en: "Travel" },
    opensOn: "2026-03-01",
    closesOn: "2026-12-31",
    evaluateOn: "2027-06-30",
  });
  await call(app, officer.principal, setTerms, {
    publicId: programme.publicId,
    from: "2026-03-10",
    kinds: ["enterprise"],
  });
  return { publicId: programme.publicId, policy: policy.publicId };
}
const addFirm = async () => {
  const firm = await addOrganization(kernel, { links: ["materials"] });
  return { firm, admin: await addMember(kernel, firm) };
};
const claim = (who: TestMember, publicId: string, yuan = "30000") =>
  call(app, who.principal, claimIncentive, { publicId, amount: yuan, purpose });
const decide = (
  who: TestMember,
  publicId: string,
  step: "check" | "grant" | "pay" | "clawBack" | "refuse",
  more = {},
) => call(app, who.principal, decideClaim, { publicId, step, ...more });
const moneyOf = async (publicId: string) => {
  const { money } = await call(app, officer.principal, loadIncentive, { publicId });
  return { ...money, reserved: (money.bound ?? 0) - (money.paid ?? 0) };
};

describe("a claim of an incentive", () => {
  it("[IC2] is judged by the terms of its day; later terms do not reach back, and terms are never set for a day that is over", async () => {
    const { publicId } = await addProgramme();
    const [early, late] = [await addFirm(), await addFirm()];
    const first = await claim(early.admin, publicId);
    expect(first.eligible).toBe(true);
    await expect(
      call(app, officer.principal, setTerms, { publicId, from: "2026-03-10", kinds: ["association"] }),
    ).rejects.toMatchObject({ faults: [{ field: "from" }] });
    await expect(
      call(app, officer.principal, setTerms, { publicId, from: "2026-03-09" }),
    ).rejects.toMatchObject({ faults: [{ field: "from", rule: "dateInPast" }] });
    await call(app, officer.principal, setTerms, {
      publicId,
      from: "2026-03-11",
      kinds: ["association"],
      most: "10000",
    });
    now = new Date("2026-03-11T02:00:00Z");
    const next = await claim(late.admin, publicId);
    expect(next.broken).toEqual(["kind", "amount"]);
    await expect(decide(officer, next.publicId, "check")).rejects.toMatchObject({
      faults: [{ field: "step", rule: "termsBroken" }],
    });
    expect(await decide(officer, first.publicId, "check")).toMatchObject({ state: "checked" });
  });

  it("[IC3] reserves the money when it is checked, another officer grants, and a refusal or withdrawal frees it", async () => {
    const { publicId } = await addProgramme();
    const { admin } = await addFirm();
    const [one, two] = [await claim(admin, publicId), await claim(admin, publicId, "20000.50")];
    expect(await moneyOf(publicId)).toMatchObject({ reserved: 0, paid: 0 });
    await decide(officer, one.publicId, "check");
    await decide(officer, two.publicId, "check");
    expect(await moneyOf(publicId)).toMatchObject({ reserved: 50000.5 });
    await expect(decide(officer, one.publicId, "grant")).rejects.toMatchObject({
      faults: [{ rule: "otherOfficer" }],
    });
    await decide(second, one.publicId, "grant");
    await decide(second, one.publicId, "pay");
    await call(app, admin.principal, withdrawClaim, { publicId: two.publicId });
    expect(await moneyOf(publicId)).toMatchObject({ reserved: 0, paid: 30000 });
    await expect(call(app, admin.principal, withdrawClaim, { publicId: one.publicId })).rejects.toMatchObject(
      { code: "WRONG_STATE" },
    );
  });

  it("[IC3] never passes the budget, however many are checked at once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 9 }),
        async (amounts) => {
          const { publicId } = await addProgramme("100");
          const claims = await Promise.all(
            amounts.map(async (yuan) => ({
              yuan,
              ...(await claim((await addFirm()).admin, publicId, String(yuan))),
            })),
          );
          const answers = await Promise.allSettled(
            claims.map((one, at) => decide(at % 2 === 0 ? officer : second, one.publicId, "check")),
          );
          const taken = claims
            .filter((_, at) => answers[at]?.status === "fulfilled")
            .reduce((sum, { yuan }) => sum + yuan, 0);
          const { reserved, paid } = await moneyOf(publicId);
          expect([reserved, paid]).toEqual([taken, 0]);
          expect(taken).toBeLessThanOrEqual(100);
          // What was refused would not have fitted beside what was taken.
          for (const [at, answer] of answers.entries())
            if (answer.status === "rejected") {
              expect(answer.reason).toMatchObject({ faults: [{ field: "amount", rule: "tooLarge" }] });
              expect(taken + (claims[at]?.yuan ?? 0)).toBeGreaterThan(100);
            }
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  it("[IC4] that is taken back gives the money to the budget, and its body meets the terms of no programme after that", async () => {
    const { publicId } = await addProgramme("30000");
    const { admin } = await addFirm();
    const { publicId: paid } = await claim(admin, publicId);
    await decide(officer, paid, "check");
    await decide(second, paid, "grant");
    await decide(second, paid, "pay");
    await expect(decide(second, paid, "clawBack")).rejects.toMatchObject({
      faults: [{ field: "reason", rule: "needsReason" }],
    });
    await decide(second, paid, "clawBack", { reason });
    expect(await moneyOf(publicId)).toMatchObject({ paid: 0, takenBack: 30000 });
    const other = await addProgramme();
    expect((await claim(admin, other.publicId)).broken).toEqual(["standing"]);
  });

  it("[IC3] a refusal has its code and its reason, both are kept, and it is decided once", async () => {
    const { publicId } = await addProgramme();
    const { admin } = await addFirm();
    const { publicId: id } = await claim(admin, publicId);
    await expect(decide(officer, id, "refuse", { reason })).rejects.toMatchObject({
      faults: [{ field: "code", rule: "notChosen" }],
    });
    await decide(officer, id, "refuse", { code: "evidence", reason });
    await expect(decide(second, id, "refuse", { code: "late", reason })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    const { claims } = await call(app, admin.principal, loadIncentive, { publicId });
    expect(claims).toMatchObject([{ state: "refused", code: "evidence", reason }]);
  });
});

describe("who reads what of a programme", () => {
  it("[IC5] claims are for their body and officers; everybody reads refusals of three bodies or more by code", async () => {
    const { publicId, policy } = await addProgramme();
    const firms = [await addFirm(), await addFirm(), await addFirm()];
    const ids: string[] = [];
    for (const { admin } of firms) ids.push((await claim(admin, publicId)).publicId);
    const refuse = (at: number) => decide(officer, ids[at] ?? "", "refuse", { code: "evidence", reason });
    await refuse(0);
    await refuse(1);
    const refusals = async () => (await call(app, visitor, loadIncentive, { publicId })).counts.refused;
    expect(await refusals()).toEqual({});
    await refuse(2);
    expect(await refusals()).toEqual({ evidence: 3 });
    const rival = await call(app, firms[0]?.admin.principal ?? visitor, loadIncentive, { publicId });
    expect(rival.claims).toHaveLength(1);
    expect((await call(app, visitor, loadIncentive, { publicId })).claims).toEqual([]);
    expect((await call(app, officer.principal, loadIncentive, { publicId })).claims).toHaveLength(3);
    expect(await call(app, visitor, listIncentives, { policy })).toMatchObject([{ publicId }]);
  });

  it("[IC5] a sum is told to others once three bodies stand behind it, to a twentieth of the budget; officers read it as it is", async () => {
    const { publicId } = await addProgramme("100000");
    const told = async () => {
      const { money, counts } = await call(app, visitor, loadIncentive, { publicId });
      return [money.budget, money.bound, money.paid, counts.granted, counts.bodies];
    };
    const bind = async (who: TestMember, yuan: string) => {
      const { publicId: id } = await claim(who, publicId, yuan);
      await decide(officer, id, "check");
      return id;
    };
    const [one, two, three] = [(await addFirm()).admin, (await addFirm()).admin, (await addFirm()).admin];
    const ids = [await bind(one, "11000"), await bind(one, "4000"), await bind(two, "8000")];
    expect(await told()).toEqual([100000, null, null, null, null]);
    ids.push(await bind(three, "6000"));
    expect(await told()).toEqual([100000, 30000, null, null, null]);
    // One more claim moves nothing that others read.
    ids.push(await bind(three, "1234.56"));
    expect(await told()).toEqual([100000, 30000, null, null, null]);
    for (const id of ids) await decide(second, id, "grant");
    expect(await told()).toEqual([100000, 30000, null, 5, 3]);
    for (const id of ids) await decide(second, id, "pay");
    expect(await told()).toEqual([100000, 30000, 30000, 5, 3]);
    expect(await moneyOf(publicId)).toMatchObject({ bound: 30234.56, paid: 30234.56, exact: true });
  });

  it("[IC5] [PL12] an officer who stays away from one claim reads the sums as everybody does, and is not told what is left", async () => {
    const { publicId } = await addProgramme("50000");
    const [kept, other] = [await addFirm(), await addFirm()];
    const { publicId: first } = await claim(kept.admin, publicId);
    const { publicId: next } = await claim(other.admin, publicId);
    await decide(officer, first, "check");
    const torn = await addMember(kernel, group, { duties: ["officer"] });
    await kernel.ownerRows(
      "insert into membership (organization_id, person_id, role, active, created_at) values ($1, $2, 'viewer', true, now())",
      [kept.firm.id, torn.personId],
    );
    const { money } = await call(app, torn.principal, loadIncentive, { publicId });
    expect(money).toEqual({ budget: 50000, bound: null, paid: null, takenBack: null, exact: false });
    await expect(decide(officer, next, "check")).rejects.toMatchObject({
      faults: [{ field: "amount", rule: "tooLarge", params: { max: 20000 } }],
    });
  });

  it("[IC5] [PL12] an officer who belongs to a body sees and decides no claim of it or of its rivals", async () => {
    const { publicId } = await addProgramme();
    const { firm, admin } = await addFirm();
    const { publicId: id } = await claim(admin, publicId);
    const torn = await addMember(kernel, group, { duties: ["officer"] });
    await kernel.ownerRows(
      "insert into membership (organization_id, person_id, role, active, created_at) values ($1, $2, 'viewer', true, now())",
      [firm.id, torn.personId],
    );
    await expect(decide(torn, id, "check")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(
      await asRaw(kernel, torn, "update incentive_claim set state = 'checked', decided_by = app.person()"),
    ).toBe("nothing");
    // Nor does a body grant its own claim over a raw connection.
    expect(
      await asRaw(kernel, admin, "update incentive_claim set state = 'checked', decided_by = app.person()"),
    ).toBe("42501");
  });

  it("[IC1] nobody claims before the opening, on a paused programme, or after the close", async () => {
    const { publicId } = await addProgramme();
    const { admin } = await addFirm();
    const viewer = await addMember(kernel, (await addFirm()).firm, { role: "viewer" });
    await expect(claim(viewer, publicId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    now = new Date("2026-02-28T02:00:00Z");
    await expect(claim(admin, publicId)).rejects.toMatchObject({ code: "WRONG_STATE" });
    now = new Date("2027-01-01T02:00:00Z");
    await expect(claim(admin, publicId)).rejects.toMatchObject({ code: "WRONG_STATE" });
    now = new Date("2026-03-10T02:00:00Z");
    const verbs = recordVerbs.incentiveProgramme;
    const head = await kernel.ownerRows<{ revision: number }>(
      "select revision from incentive_programme where public_id = $1",
      [publicId],
    );
    await call(
      app,
      officer.principal,
      verbs?.step as never,
      { publicId, step: "pause", revision: head[0]?.revision, reason } as never,
    );
    await expect(claim(admin, publicId)).rejects.toMatchObject({ code: "WRONG_STATE" });
  });
});
