import { jobPayloads } from "@lilink/contract";
import { mail, notice, outbox, postingPart } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { and, desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { loadPosting } from "../../exchange/posting/load-posting.ts";
import { call, callJob } from "../../kernel/call.ts";
import { deliverNotice } from "../../platform/notice/deliver.ts";
import { editOrganization } from "./edit-organization.ts";
import { assignGroup, createGroup, listGroups } from "./group.ts";
import { listOrganizations } from "./list-organizations.ts";
import { loadOrganization } from "./load-organization.ts";
import { rewallOrganization } from "./rewall-organization.ts";
import { setOrganizationStatus } from "./set-status.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });

async function buyerWithNeed() {
  const firm = await addOrganization(kernel, { links: ["materials"], offers: ["ncm811"] });
  const buyer = await addMember(kernel, firm);
  return { firm, buyer, need: await addPosting(kernel, buyer, "need") };
}
async function reader(given: { offers?: string[]; links?: string[] } = {}) {
  const firm = await addOrganization(kernel, { links: ["recycling"], offers: ["black-mass-ncm"], ...given });
  return { firm, member: await addMember(kernel, firm) };
}
const volumeSeenBy = async (member: TestMember, publicId: string) =>
  (await call(app, member.principal, loadPosting, { publicId })).reading?.fields.volume;
const runRewall = (organizationId: string) =>
  callJob(kernel.worker, { id: app.newId(), name: "organization.rewall" }, rewallOrganization, {
    organizationId,
  });

describe("the competitor rule", () => {
  it("[OR8] hides a posting at once from a reader that declares the same product", async () => {
    const { need } = await buyerWithNeed();
    const { member } = await reader();
    expect(await volumeSeenBy(member, need.publicId)).toBeDefined();
    await call(app, member.principal, editOrganization, { links: ["materials"], offers: ["ncm622"] });
    expect(await volumeSeenBy(member, need.publicId)).toBeUndefined();
  });

  it("[PO6] officers get a notice of a profile that adds many products, and of no first declaration", async () => {
    const firm = await addOrganization(kernel);
    const member = await addMember(kernel, firm);
    const told = async () =>
      (await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver")))
        .map(({ payload }) => jobPayloads["notice.deliver"].parse(payload))
        .filter(({ kind, params }) => kind === "organization.stances" && params.organization === firm.name);
    const offers = ["ncm811", "lfp", "li2co3-batt", "artificial-graphite", "spodumene-ore"];
    const declare = async (more: string[] = []) => {
      kernel.setNow(new Date(app.clock().getTime() + 60_000));
      await call(app, member.principal, editOrganization, {
        links: ["materials"],
        offers: [...offers, ...more],
      });
    };
    await declare();
    for (const more of [["nca"], ["nca", "lco"], ["nca", "lco"]]) await declare(more);
    expect(await told()).toEqual([]);
    await declare(["lco", "lmo", "black-mass-ncm"]);
    expect(await told()).toMatchObject([{ officers: true, params: { count: "4" } }]);
  });

  it("[PO6] a profile adds stances three times in thirty days, not counting its first declaration", async () => {
    const firm = await addOrganization(kernel);
    const member = await addMember(kernel, firm);
    const start = app.clock().getTime();
    const declare = (day: number, offers: string[], needs: string[] = []) => {
      kernel.setNow(new Date(start + day * 86_400_000));
      return call(app, member.principal, editOrganization, { links: ["materials"], offers, needs });
    };
    const offers = ["ncm811", "lfp"];
    await declare(0, offers);
    for (const [day, more] of (["nca", "lco", "lmo"] as const).entries()) {
      offers.push(more);
      await declare(day + 1, offers);
    }
    const from = toShanghaiDate(new Date(start + 32 * 86_400_000));
    const refused = { rule: "changedTooOften", params: { max: 3, from } };
    await expect(declare(30, [...offers, "lnmo"], ["li2co3-batt"])).rejects.toMatchObject({
      faults: [
        { field: "needs", ...refused },
        { field: "offers", ...refused },
      ],
    });
    const past = `update organization_profile set offers = '{lnmo}' where organization_id = '${firm.id}';
      select app.set_stances('${firm.id}', 'profile', '{offers:lnmo}', '${app.clock().toISOString()}')`;
    expect(await asRaw(kernel, member, past)).toBe("42501");
    await declare(30, offers.slice(1));
    await declare(30, offers);
    await addPosting(kernel, member, "capability", sampleContent({ concept: "lnmo" }));
    await declare(30, [...offers, "lnmo"]);
    await declare(31, [...offers, "lnmo", "black-mass-ncm"]);
    kernel.setNow(new Date(start));
  });

  it("[OR11] asks an enterprise for a link, and takes the whole chain for every link", async () => {
    const { need } = await buyerWithNeed();
    const { member } = await reader();
    const edit = (links: ("chain" | "recycling")[]) =>
      call(app, member.principal, editOrganization, { links, offers: [], needs: [] });
    await expect(edit([])).rejects.toMatchObject({ faults: [{ field: "links", rule: "notChosen" }] });
    expect(await volumeSeenBy(member, need.publicId)).toBeDefined();
    await edit(["chain"]);
    expect(await volumeSeenBy(member, need.publicId)).toBeUndefined();
  });

  it("[OR8] a job follows the owner's profile and matches its postings again", async () => {
    const { firm, buyer, need } = await buyerWithNeed();
    const { member } = await reader({ offers: ["artificial-graphite"], links: ["materials"] });
    const before = await volumeSeenBy(member, need.publicId);
    await call(app, buyer.principal, editOrganization, {
      links: ["materials"],
      offers: ["artificial-graphite"],
    });
    expect(await runRewall(firm.id)).toEqual({ postings: 1 });
    expect(before).toBeDefined();
    expect(await volumeSeenBy(member, need.publicId)).toBeUndefined();
    const [job] = await owner
      .select()
      .from(outbox)
      .where(eq(outbox.name, "posting.match"))
      .orderBy(desc(outbox.seq))
      .limit(1);
    expect(job?.payload).toEqual({ postingId: need.id });
  });

  it("[OR8] a group counts as one while the secretariat keeps it together", async () => {
    const { need } = await buyerWithNeed();
    const rival = await reader({ offers: ["ncm622"], links: ["materials"] });
    const sister = await reader();
    expect(await volumeSeenBy(sister.member, need.publicId)).toBeDefined();
    const { publicId: group } = await call(app, officer.principal, createGroup, { name: "Group of two" });
    for (const { firm } of [rival, sister])
      await call(app, officer.principal, assignGroup, { organization: firm.publicId, group });
    expect(await volumeSeenBy(sister.member, need.publicId)).toBeUndefined();
    const [kept] = await call(app, officer.principal, listGroups, {});
    expect(kept?.members).toHaveLength(2);
    await call(app, officer.principal, assignGroup, { organization: sister.firm.publicId, group: null });
    expect(await volumeSeenBy(sister.member, need.publicId)).toBeDefined();
    await expect(
      call(app, sister.member.principal, assignGroup, { organization: sister.firm.publicId, group: null }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("[OR8] only administrators change it, and only with concepts of the chain", async () => {
    const firm = await addOrganization(kernel);
    const editor = await addMember(kernel, firm, { role: "editor" });
    const admin = await addMember(kernel, firm);
    await expect(call(app, editor.principal, editOrganization, { offers: ["ncm811"] })).rejects.toMatchObject(
      {
        code: "FORBIDDEN",
      },
    );
    await expect(
      call(app, admin.principal, editOrganization, {
        offers: ["ncm811", "gold"],
        website: "javascript:alert(1)",
      }),
    ).rejects.toMatchObject({ faults: [{ field: "website", rule: "badFormat" }] });
    await expect(
      call(app, admin.principal, editOrganization, { offers: ["ncm811", "gold"] }),
    ).rejects.toMatchObject({ faults: [{ field: "offers.1", rule: "unknownConcept" }] });
  });
});

describe("a suspended organization", () => {
  it("[OR9] has nothing on the market and nobody acts for it", async () => {
    const { firm, buyer, need } = await buyerWithNeed();
    const { member } = await reader();
    const suspend = (status: "suspended" | "verified") =>
      call(app, officer.principal, setOrganizationStatus, {
        publicId: firm.publicId,
        status,
        reason: "The licence was withdrawn.",
      });
    expect(await suspend("suspended")).toMatchObject({ closed: 1 });
    await expect(suspend("suspended")).rejects.toMatchObject({ code: "WRONG_STATE" });
    expect((await call(app, member.principal, loadPosting, { publicId: need.publicId })).reading).toBeNull();
    const live = await owner
      .select()
      .from(postingPart)
      .where(and(eq(postingPart.postingId, need.id), eq(postingPart.state, "live")));
    expect(live).toEqual([]);
    await expect(
      call(app, buyer.principal, editOrganization, { links: ["materials"] }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await suspend("verified");
    await call(app, buyer.principal, editOrganization, { links: ["materials"] });
  });

  it("[OR10] only its administrators get a notice with the reason, once for each change", async () => {
    const firm = await addOrganization(kernel);
    const admin = await addMember(kernel, firm);
    const editor = await addMember(kernel, firm, { role: "editor" });
    for (const status of ["suspended", "verified"] as const) {
      kernel.setNow(new Date(app.clock().getTime() + 1000));
      await call(app, officer.principal, setOrganizationStatus, {
        publicId: firm.publicId,
        status,
        reason: "The licence was withdrawn.",
      });
    }
    const jobs = (await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver")))
      .filter(({ payload }) => payload.kind === "organization.status" && payload.organizationId === firm.id)
      .map(({ id, payload }) => ({ id, payload: jobPayloads["notice.deliver"].parse(payload) }));
    for (const { id, payload } of [...jobs, ...jobs])
      await callJob(kernel.worker, { id, name: "notice.deliver" }, deliverNotice, payload);
    const told = await owner.select().from(notice).where(eq(notice.kind, "organization.status"));
    const decisions = (who: TestMember) =>
      told.filter((row) => row.personId === who.personId).map((row) => row.params.decision);
    expect(decisions(admin).sort()).toEqual(["suspended", "verified"]);
    expect(decisions(editor)).toEqual([]);
    expect(await owner.$count(mail, eq(mail.personId, admin.personId))).toBe(2);
    expect(told.every((row) => row.params.reason === "The licence was withdrawn.")).toBe(true);
  });

  it("[OR10] only officers find and reinstate it, and never its own officer", async () => {
    const firm = await addOrganization(kernel, { status: "suspended" });
    const { member } = await reader();
    const found = (who: TestMember) =>
      call(app, who.principal, listOrganizations, { status: "suspended", limit: 100 }).then(({ items }) =>
        items.some((item) => item.publicId === firm.publicId),
      );
    expect([await found(officer), await found(member)]).toEqual([true, false]);
    const steps = (who: TestMember, publicId: string) =>
      call(app, who.principal, loadOrganization, { publicId }).then(({ nextStatuses }) => nextStatuses);
    expect(await steps(officer, firm.publicId)).toEqual(["verified", "withdrawn"]);
    const open = await addOrganization(kernel);
    expect(await steps(officer, open.publicId)).toEqual(["suspended", "withdrawn"]);
    expect(await steps(member, open.publicId)).toEqual([]);
    expect(await steps(officer, secretariat.publicId)).toEqual([]);
    await expect(
      call(app, officer.principal, setOrganizationStatus, {
        publicId: secretariat.publicId,
        status: "suspended",
        reason: "One's own body is not for oneself.",
      }),
    ).rejects.toMatchObject({ code: "WRONG_STATE" });
  });
});
