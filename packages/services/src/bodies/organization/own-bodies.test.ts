import { claim, membership, organization, person } from "@lilink/db/schema";
import { toCreditCode } from "@lilink/model/codes";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, addPosting, asRaw, createTestKernel } from "../../../testing/index.ts";
import { decideReport } from "../../group/report/decide-report.ts";
import { fileReport } from "../../group/report/file-report.ts";
import { call } from "../../kernel/call.ts";
import { approveClaim } from "../claim/decide-claim.ts";
import { deactivateMember } from "../member/change-member.ts";
import { setOrganizationStatus } from "./set-status.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
const firm = await addOrganization(kernel);
const maker = await addMember(kernel, firm);
const rival = await addMember(kernel, await addOrganization(kernel));
/** An officer of the secretariat who belongs to the firm as well. */
const both = await addMember(kernel, secretariat, { duties: ["officer"] });
const join = (organizationId: string) =>
  owner
    .insert(membership)
    .values({ organizationId, personId: both.personId, role: "viewer", createdAt: app.clock() });
await join(firm.id);

describe("an officer who belongs to a firm as well", () => {
  it("[PL5] decides no report about it, nor one that it filed", async () => {
    const theirs = await addPosting(kernel, maker, "capability");
    const other = await addPosting(kernel, rival, "capability");
    for (const [by, about] of [
      [rival, theirs],
      [maker, other],
    ] as const) {
      const { publicId } = await call(app, by.principal, fileReport, {
        subject: "posting",
        publicId: about.publicId,
        reason: "falseFigures",
        words: "The capacity cannot be so high.",
      });
      const finding = { publicId, finding: "unfounded", note: "There is nothing in it." } as const;
      await expect(call(app, both.principal, decideReport, finding)).rejects.toMatchObject({
        code: "CONFLICT_OF_INTEREST",
      });
      await call(app, officer.principal, decideReport, finding);
    }
  });

  it("[PL5] neither suspends nor brings it back", async () => {
    const suspend = {
      publicId: firm.publicId,
      status: "suspended",
      reason: "The licence has ended.",
    } as const;
    await expect(call(app, both.principal, setOrganizationStatus, suspend)).rejects.toMatchObject({
      code: "CONFLICT_OF_INTEREST",
    });
    await call(app, officer.principal, setOrganizationStatus, suspend);
    await expect(
      call(app, both.principal, setOrganizationStatus, { ...suspend, status: "verified" }),
    ).rejects.toMatchObject({ code: "CONFLICT_OF_INTEREST" });
    await call(app, officer.principal, setOrganizationStatus, { ...suspend, status: "verified" });
  });

  it("[PL5] verifies no claim on a body to which it belongs", async () => {
    const body = await addOrganization(kernel, { status: "pending" });
    await join(body.id);
    const claimant = await addMember(kernel, await addOrganization(kernel));
    const row = { id: app.newId(), publicId: app.newPublicId(), createdAt: app.clock() };
    await owner.insert(claim).values({
      ...row,
      organizationId: body.id,
      personId: claimant.personId,
      state: "open",
      codeScheme: "uscc",
      code: toCreditCode("91360500", "MA000077"),
      statement: "We are this body; the licence is attached.",
    });
    await expect(call(app, both.principal, approveClaim, { publicId: row.publicId })).rejects.toMatchObject({
      code: "CONFLICT_OF_INTEREST",
    });
    await call(app, officer.principal, approveClaim, { publicId: row.publicId });
    const [now] = await owner.select().from(organization).where(eq(organization.id, body.id));
    expect(now?.status).toBe("verified");
  });

  it("[PL5] is none of its decisions for a year after leaving it, however short the leave", async () => {
    const hers = await addOrganization(kernel);
    const colleague = await addMember(kernel, hers);
    await join(hers.id);
    const [{ publicId: self } = { publicId: "" }] = await owner
      .select({ publicId: person.publicId })
      .from(person)
      .where(eq(person.id, both.personId));
    await call(app, colleague.principal, deactivateMember, { person: self });
    const suspend = { publicId: hers.publicId, status: "suspended", reason: "It has ended." } as const;
    await expect(call(app, both.principal, setOrganizationStatus, suspend)).rejects.toMatchObject({
      code: "CONFLICT_OF_INTEREST",
    });
    expect(await asRaw(kernel, both, `select 1 where app.belongs('${hers.id}')`)).toBe("done");
    const back = `update membership set active = true where organization_id = '${hers.id}' and person_id = '${both.personId}'`;
    expect(await asRaw(kernel, colleague, back)).toBe("42501");
    await owner
      .update(membership)
      .set({ endedAt: new Date("2024-01-01T00:00:00Z") })
      .where(and(eq(membership.organizationId, hers.id), eq(membership.personId, both.personId)));
    await call(app, both.principal, setOrganizationStatus, suspend);
  });
});
