import { organization } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, createTestKernel } from "../../../testing/index.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { call } from "../../kernel/call.ts";
import { answerContest, checkFact, listContests } from "./answer-contest.ts";
import { contestFact, withdrawContest } from "./contest-fact.ts";
import { loadFacts } from "./load-facts.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const reason = "We were renamed in May; the register shows it.";
const evidence = "National enterprise register, looked up today, entry 12.";
const visitor = { kind: "anonymous" } as const;

async function addFirm() {
  const firm = await addOrganization(kernel, { links: ["materials"] });
  return { firm, admin: await addMember(kernel, firm) };
}
const nameOf = async (id: string) =>
  (await owner.select({ name: organization.nameZh }).from(organization).where(eq(organization.id, id)))[0]
    ?.name;
const contest = (who: Awaited<ReturnType<typeof addFirm>>["admin"], wanted = "新名锂业有限公司") =>
  call(app, who.principal, contestFact, { fact: "nameZh", wanted, reason });

describe("a contested fact", () => {
  it("[BD7] stands until an officer answers with evidence; upheld, the directory reads what the body says", async () => {
    const { firm, admin } = await addFirm();
    const { publicId } = await contest(admin);
    expect(await nameOf(firm.id)).toBe(firm.name);
    const waiting = (await call(app, officer.principal, loadDesk, {})).items.find(
      ({ kind }) => kind === "contest",
    );
    expect(waiting?.due).not.toBeNull();
    expect(waiting?.names).toContainEqual(expect.objectContaining({ nameZh: firm.name }));
    await call(app, officer.principal, answerContest, { publicId, uphold: true, evidence });
    expect(await nameOf(firm.id)).toBe("新名锂业有限公司");
    const own = await call(app, admin.principal, loadFacts, { organization: firm.publicId });
    expect(own.contested).toMatchObject([
      { state: "upheld", said: firm.name, wanted: "新名锂业有限公司", evidence },
    ]);
    expect(own.facts.find(({ fact }) => fact === "nameZh")).toMatchObject({
      value: "新名锂业有限公司",
      basis: "claim",
    });
    await expect(
      call(app, officer.principal, answerContest, { publicId, uphold: false, evidence }),
    ).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  it("[BD7] that is not upheld keeps its value, and the check stands beside the body's word", async () => {
    const { firm, admin } = await addFirm();
    const { publicId } = await contest(admin);
    await call(app, officer.principal, answerContest, { publicId, uphold: false, evidence });
    expect(await nameOf(firm.id)).toBe(firm.name);
    const { facts } = await call(app, officer.principal, loadFacts, { organization: firm.publicId });
    const name = facts.find(({ fact }) => fact === "nameZh");
    expect(name?.marks).toEqual(["ownWord", "inRegister", "agreed", "fresh"]);
    expect(name?.evidence).toMatchObject([{ basis: "register", evidence }]);
  });

  it("[BD7] is refused twice at once, unchanged, or with a field that says nothing of the body", async () => {
    const { firm, admin } = await addFirm();
    await contest(admin);
    await expect(contest(admin)).rejects.toMatchObject({ faults: [{ field: "fact", rule: "contestOpen" }] });
    const other = await addFirm();
    await expect(contest(other.admin, other.firm.name)).rejects.toMatchObject({
      faults: [{ field: "wanted", rule: "duplicate" }],
    });
    const wrong = { fact: "country", wanted: "China", reason } as const;
    await expect(call(app, admin.principal, contestFact, wrong)).rejects.toMatchObject({
      faults: [{ field: "wanted", rule: "badFormat" }],
    });
    const elsewhere = { fact: "elsewhere", wanted: "Not ours.", reason } as const;
    await expect(call(app, admin.principal, contestFact, elsewhere)).rejects.toMatchObject({
      faults: [{ field: "place", rule: "required" }],
    });
    for (const place of ["//evil.example/x", "/\\evil.example", "https://evil.example"])
      await expect(call(app, admin.principal, contestFact, { ...elsewhere, place })).rejects.toMatchObject({
        faults: [{ field: "place", rule: "badFormat" }],
      });
    await expect(
      call(app, admin.principal, contestFact, { fact: "paper", wanted: "We do not make that.", reason }),
    ).rejects.toMatchObject({ faults: [{ field: "fact", rule: "notInList" }] });
    expect(await nameOf(firm.id)).toBe(firm.name);
  });

  it("[BD7] is taken back by its body alone, and a viewer files none", async () => {
    const { firm, admin } = await addFirm();
    const viewer = await addMember(kernel, firm, { role: "viewer" });
    await expect(contest(viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { publicId } = await contest(admin);
    const other = await addFirm();
    await expect(call(app, other.admin.principal, withdrawContest, { publicId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await call(app, admin.principal, withdrawContest, { publicId });
    await expect(
      call(app, officer.principal, answerContest, { publicId, uphold: true, evidence }),
    ).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });

  it("[BD7] [PL12] is for its body and for officers, not for rivals or for an officer who belongs to one", async () => {
    const { firm, admin } = await addFirm();
    const { publicId } = await contest(admin);
    const rival = await addFirm();
    const torn = await addMember(kernel, group, { duties: ["officer"] });
    await kernel.ownerRows(
      "insert into membership (organization_id, person_id, role, active, created_at) values ($1, $2, 'viewer', true, now())",
      [firm.id, torn.personId],
    );
    const queue = await call(app, torn.principal, listContests, {});
    expect(queue.items.map((one) => one.publicId)).not.toContain(publicId);
    for (const who of [rival.admin, torn]) {
      const rows = await asRaw(kernel, who, `select 1 from fact_contest where public_id = '${publicId}'`);
      expect(rows).toBe("nothing");
    }
    await expect(
      call(app, torn.principal, answerContest, { publicId, uphold: true, evidence }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const seen = await call(app, rival.admin.principal, loadFacts, { organization: firm.publicId });
    expect(seen.contested).toEqual([]);
  });

  it("[BD7] cannot be answered or upheld by its own body over a raw connection", async () => {
    const { admin } = await addFirm();
    const { publicId } = await contest(admin);
    expect(
      await asRaw(
        kernel,
        admin,
        `update fact_contest set state = 'upheld', evidence = 'ten letters' where public_id = '${publicId}'`,
      ),
    ).toBe("42501");
  });
});

describe("a check of a fact", () => {
  it("[BD5] of a body that nobody claimed holds; of one that speaks for itself it stands beside and the fact is disputed", async () => {
    const { firm } = await addFirm();
    const idle = await addOrganization(kernel, { status: "pending" });
    await owner.update(organization).set({ status: "unclaimed" }).where(eq(organization.id, idle.id));
    const check = (publicId: string) =>
      call(app, officer.principal, checkFact, {
        publicId,
        fact: "nameZh",
        value: "登记名锂业有限公司",
        evidence,
      });
    expect(await check(idle.publicId)).toMatchObject({ holds: true });
    expect(await nameOf(idle.id)).toBe("登记名锂业有限公司");
    expect(await check(firm.publicId)).toMatchObject({ holds: false });
    expect(await nameOf(firm.id)).toBe(firm.name);
    const { facts } = await call(app, visitor, loadFacts, { organization: firm.publicId });
    const name = facts.find(({ fact }) => fact === "nameZh");
    expect(name).toMatchObject({
      value: firm.name,
      basis: "claim",
      disputed: true,
      evidence: [],
      statements: [],
    });
  });
});
