import { attachment, claim, organization, organizationProfile, outbox } from "@lilink/db/schema";
import { toCreditCode } from "@lilink/model/codes";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { loadDraft } from "../../exchange/posting/load-draft.ts";
import { loadPosting } from "../../exchange/posting/load-posting.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { call } from "../../kernel/call.ts";
import { approveClaim, refuseClaim, undoClaim } from "../claim/decide-claim.ts";
import { listClaims } from "../claim/list-claims.ts";
import { claimOrganization } from "./claim-organization.ts";
import { editOrganization } from "./edit-organization.ts";
import { listAlike } from "./find-alike.ts";
import { loadOrganization } from "./load-organization.ts";
import { registerOrganization } from "./register-organization.ts";
import { setOrganizationStatus } from "./set-status.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const officer = await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
  duties: ["officer"],
});
const statement = "We are this body; the licence is attached.";
let serial = 0;
const freshCode = () => {
  serial += 1;
  return toCreditCode("91360500", `MA${String(serial).padStart(6, "0")}`);
};

/** A person who belongs to no organization yet acts as one. */
async function addPerson(): Promise<TestMember & { readonly alone: { kind: "person"; personId: string } }> {
  const member = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
  return { ...member, alone: { kind: "person", personId: member.personId } };
}
async function addUnclaimed() {
  const body = await addOrganization(kernel, { status: "pending", links: ["materials"] });
  await owner.update(organization).set({ status: "unclaimed" }).where(eq(organization.id, body.id));
  return body;
}
const claimAs = (who: Awaited<ReturnType<typeof addPerson>>, publicId: string, code = freshCode()) =>
  call(app, who.alone, claimOrganization, { publicId, codeScheme: "uscc", code, statement });

describe("a claim", () => {
  it("[OR7] gets the same answer for a code that is free, held, hidden or suspended", async () => {
    const held: string[] = [];
    for (const status of ["verified", "pending", "suspended"] as const) {
      const holder = await addOrganization(kernel, { status });
      const code = freshCode();
      await owner
        .update(organizationProfile)
        .set({ code })
        .where(eq(organizationProfile.organizationId, holder.id));
      held.push(code);
    }
    const answers = [];
    for (const code of [freshCode(), ...held]) {
      const answer = await claimAs(await addPerson(), (await addUnclaimed()).publicId, code);
      answers.push({ ...answer, id: "", publicId: "" });
      const registered = await call(app, (await addPerson()).alone, registerOrganization, {
        kind: "enterprise",
        nameZh: "某某锂业有限公司",
        links: ["smelting"],
        codeScheme: "uscc",
        code,
        statement,
      });
      answers.push({ id: "", publicId: "", needsProof: registered.needsProof });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
  });

  it("[CO1] names field, rule and place of a wrong code, and keeps what was typed", async () => {
    const who = await addPerson();
    const body = await addUnclaimed();
    const good = freshCode();
    const last = good.endsWith("0") ? "1" : "0";
    await expect(claimAs(who, body.publicId, good.slice(0, 17) + last)).rejects.toMatchObject({
      faults: [{ field: "code", rule: "creditCodeCheck", params: { position: 18 } }],
    });
    await expect(claimAs(who, body.publicId, "9136050")).rejects.toMatchObject({
      faults: [{ field: "code", rule: "creditCodeStructure", params: { typed: "9136050" } }],
    });
    const lei = {
      publicId: body.publicId,
      codeScheme: "lei" as const,
      code: "5493001KJTIIGC8Y1R13",
      statement,
    };
    await expect(call(app, who.alone, claimOrganization, lei)).rejects.toMatchObject({
      faults: [{ field: "code", rule: "leiCheck" }],
    });
  });

  it("[CO2] takes a pilot code with the flag that it needs proof", async () => {
    const answer = await claimAs(await addPerson(), (await addUnclaimed()).publicId, "91350203M0001QAY9B");
    expect(answer.needsProof).toBe(true);
    const { items } = await call(app, officer.principal, listClaims, { limit: 100 });
    expect(items.find((item) => item.publicId === answer.publicId)?.codeFlags).toContain("needsProof");
  });

  it("[OR7] is approved once: the body is verified, the code stored, the claimant administrator, other claims refused", async () => {
    const [right, late] = [await addPerson(), await addPerson()];
    const body = await addUnclaimed();
    const code = freshCode();
    const { publicId } = await claimAs(right, body.publicId, code);
    await claimAs(late, body.publicId);
    await call(app, officer.principal, approveClaim, { publicId });
    await expect(call(app, officer.principal, approveClaim, { publicId })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    const asAdmin = { kind: "member", personId: right.personId, organizationId: body.id } as const;
    expect(await call(app, asAdmin, loadOrganization, { publicId: body.publicId })).toMatchObject({
      status: "verified",
      own: true,
      profile: { code, codeScheme: "uscc" },
      claim: { state: "approved" },
    });
    expect(await call(app, late.alone, loadOrganization, { publicId: body.publicId })).toMatchObject({
      profile: null,
      claim: { state: "refused", decisionReason: "claimedByAnother" },
    });
    const letters = await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"));
    expect(letters.map((row) => [row.payload.kind, row.payload.personId])).toContainEqual([
      "claim.decided",
      right.personId,
    ]);
  });

  it("[OR7] is refused with a reason and may be made again; a body that only it brought in is withdrawn", async () => {
    const who = await addPerson();
    const body = await addUnclaimed();
    const reason = "The licence names another body.";
    for (let round = 0; round < 2; round += 1) {
      const { publicId } = await claimAs(who, body.publicId);
      await expect(claimAs(who, body.publicId)).rejects.toMatchObject({ code: "WRONG_STATE" });
      await call(app, officer.principal, refuseClaim, { publicId, reason });
    }
    const registered = await call(app, who.alone, registerOrganization, {
      kind: "association",
      nameZh: "某某锂电行业协会",
      codeScheme: "uscc",
      code: freshCode(),
      statement,
    });
    const asAdmin = { kind: "member", personId: who.personId, organizationId: registered.id } as const;
    const seen = () => call(app, asAdmin, loadOrganization, { publicId: registered.publicId });
    expect(await seen()).toMatchObject({ status: "pending", own: true });
    await expect(
      call(app, { kind: "anonymous" }, loadOrganization, { publicId: registered.publicId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await call(app, officer.principal, refuseClaim, { publicId: registered.claim, reason });
    expect(await seen()).toMatchObject({ status: "withdrawn", own: false });
  });

  it("[PL5] only officers decide it, and never their own", async () => {
    const who = await addPerson();
    const { publicId } = await claimAs(who, (await addUnclaimed()).publicId);
    for (const principalOf of [who.alone, who.principal]) {
      await expect(call(app, principalOf, approveClaim, { publicId })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(call(app, principalOf, listClaims, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await owner.update(claim).set({ personId: officer.personId }).where(eq(claim.publicId, publicId));
    await expect(call(app, officer.principal, approveClaim, { publicId })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });

  it("[OR12] shows officers, and whoever registers, bodies whose names look alike, and letters of another script", async () => {
    const real = await addOrganization(kernel, { name: "南岭正极材料" });
    await kernel.ownerRows("update organization set name_en = 'Nanling Cathode' where id = $1", [real.id]);
    const who = await addPerson();
    for (const [nameZh, nameEn] of [
      ["南嶺正極材料", null],
      ["南岭正极材料", "Another"],
      ["某某公司", "Nаnlіng Cаthоde"],
      ["某某公司二", "NANL1NG  CATH0DE"],
    ] as const) {
      const typed = await call(app, who.alone, listAlike, { nameZh, nameEn });
      expect(
        typed.map(({ publicId }) => publicId),
        nameEn ?? nameZh,
      ).toEqual([real.publicId]);
    }
    const made = await call(app, who.alone, registerOrganization, {
      ...{
        kind: "enterprise" as const,
        nameZh: "某某公司",
        nameEn: "Nаnlіng Cаthоde",
        links: ["materials" as const],
      },
      ...{ codeScheme: "uscc" as const, code: freshCode(), statement: "We make cathodes as well." },
    });
    expect(made.alike.map(({ publicId }) => publicId)).toEqual([real.publicId]);
    const { items } = await call(app, officer.principal, listClaims, { limit: 100 });
    const shown = items.find(({ organization }) => organization.publicId === made.publicId);
    expect(shown).toMatchObject({ alike: [{ publicId: real.publicId }], oddLetters: ["а", "і", "о"] });
    await expect(
      call(app, (await addMember(kernel, await addOrganization(kernel))).principal, editOrganization, {
        ...{ nameEn: "Nan1ing Cathode", links: ["materials"], offers: [], needs: [] },
      }),
    ).rejects.toMatchObject({ faults: [{ field: "nameEn", rule: "looksTaken" }] });
  });

  it("[OR7] shows officers who holds the code already", async () => {
    const holder = await addOrganization(kernel);
    const code = freshCode();
    await owner
      .update(organizationProfile)
      .set({ code })
      .where(eq(organizationProfile.organizationId, holder.id));
    const { publicId } = await claimAs(await addPerson(), (await addUnclaimed()).publicId, code);
    const { items } = await call(app, officer.principal, listClaims, { limit: 100 });
    expect(items.find((item) => item.publicId === publicId)?.codeHolder).toBe(holder.name);
    await expect(call(app, officer.principal, approveClaim, { publicId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("an approval", () => {
  const minute = 60_000;
  /** A body approved just now, with a posting for members by somebody else beside it. */
  async function approve() {
    const [who, late] = [await addPerson(), await addPerson()];
    const body = await addUnclaimed();
    const code = freshCode();
    const { publicId } = await claimAs(who, body.publicId, code);
    await claimAs(late, body.publicId);
    await call(app, officer.principal, approveClaim, { publicId });
    const asAdmin = { kind: "member", personId: who.personId, organizationId: body.id } as const;
    const state = async (person: typeof who) =>
      (await call(app, person.alone, loadOrganization, { publicId: body.publicId })).claim?.state;
    return { who, late, body, code, publicId, asAdmin, state };
  }
  const later = (minutes: number) => kernel.setNow(new Date(app.clock().getTime() + minutes * minute));
  const reads = async (principal: Parameters<typeof call>[1], publicId: string) =>
    JSON.stringify(await call(app, principal, loadPosting, { publicId }));

  it("[OR16] opens what is for members when it can no longer be undone", async () => {
    const author = await addMember(kernel, await addOrganization(kernel, { links: ["recycling"] }));
    const { publicId: posting } = await addPosting(kernel, author, "capability", sampleContent(), {
      figures: "member",
    });
    const { asAdmin } = await approve();
    expect(await reads(asAdmin, posting)).not.toContain("99.5");
    const jobs = await owner.select().from(outbox).where(eq(outbox.name, "organization.rewall"));
    expect(
      jobs.find(
        ({ payload, runAt }) =>
          payload.organizationId === asAdmin.organizationId &&
          runAt.getTime() === app.clock().getTime() + 10 * minute,
      ),
    ).toBeDefined();
    later(10);
    expect(await reads(asAdmin, posting)).toContain("99.5");
  });

  it("[OR16] is undone: the body is unclaimed, its code free, both claims open, its posting closed", async () => {
    const { who, late, body, code, publicId, asAdmin, state } = await approve();
    const member = { ...who, principal: asAdmin, organizationId: body.id };
    const { publicId: posting } = await addPosting(kernel, member, "capability");
    later(9);
    await call(app, officer.principal, undoClaim, { publicId });
    const [row] = await owner.select().from(organization).where(eq(organization.id, body.id));
    expect(row).toMatchObject({ status: "unclaimed", membersFrom: null });
    expect([await state(who), await state(late)]).toEqual(["open", "open"]);
    await expect(call(app, asAdmin, loadDraft, { publicId: posting })).rejects.toThrow();
    expect(await call(app, { kind: "anonymous" }, loadPosting, { publicId: posting })).toMatchObject({
      state: "closed",
      reading: null,
    });
    const [profile] = await owner
      .select()
      .from(organizationProfile)
      .where(eq(organizationProfile.organizationId, body.id));
    expect(profile?.code).toBeNull();
    // Approved again, it is as if it had been approved once.
    await call(app, officer.principal, approveClaim, { publicId });
    expect(await call(app, asAdmin, loadOrganization, { publicId: body.publicId })).toMatchObject({
      status: "verified",
      profile: { code },
    });
  });

  it("[OR16] stays after ten minutes, and after a suspension", async () => {
    const undoable = async (publicId: string) =>
      (await call(app, officer.principal, listClaims, { state: "undoable", limit: 100 })).items.find(
        (one) => one.publicId === publicId,
      )?.undoableUntil;
    const { publicId } = await approve();
    expect(await undoable(publicId)).toEqual(new Date(app.clock().getTime() + 10 * minute));
    later(10);
    expect(await undoable(publicId)).toBeUndefined();
    await expect(call(app, officer.principal, undoClaim, { publicId })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    const suspended = await approve();
    const status = {
      publicId: suspended.body.publicId,
      status: "suspended",
      reason: "Reported by two firms.",
    } as const;
    await call(app, officer.principal, setOrganizationStatus, status);
    expect(await undoable(suspended.publicId)).toBeUndefined();
    await expect(
      call(app, officer.principal, undoClaim, { publicId: suspended.publicId }),
    ).rejects.toMatchObject({ code: "WRONG_STATE" });
  });
});

describe("the desk of a claimant", () => {
  it("[DK1] asks for proofs while the open claim has none", async () => {
    const who = await addPerson();
    const body = await addUnclaimed();
    const claimed = await claimAs(who, body.publicId);
    const asked = async () =>
      (await call(app, who.alone, loadDesk, {})).items.filter(({ kind }) => kind === "proof");
    expect(await asked()).toMatchObject([
      { title: body.name, path: `/organizations/${body.publicId}/claim`, due: null },
    ]);
    await owner.insert(attachment).values({
      id: app.newId(),
      publicId: app.newPublicId(),
      organizationId: body.id,
      claimId: claimed.id,
      name: "licence.pdf",
      type: "application/pdf",
      size: 3,
      sha256: "0".repeat(64),
      createdAt: app.clock(),
    });
    expect(await asked()).toEqual([]);
  });

  it("[DK1] asks for none once the claim is decided", async () => {
    const who = await addPerson();
    const { publicId } = await claimAs(who, (await addUnclaimed()).publicId);
    await call(app, officer.principal, refuseClaim, { publicId, reason: "No proof was uploaded with it." });
    const { items } = await call(app, who.alone, loadDesk, {});
    expect(items.filter(({ kind }) => kind === "proof")).toEqual([]);
  });
});
