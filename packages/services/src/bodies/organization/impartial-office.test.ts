import { meeting, meetingItem, membership, publicFigure } from "@lilink/db/schema";
import { termsVersion } from "@lilink/model/identity";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  readLetter,
} from "../../../testing/index.ts";
import { listReviews } from "../../exchange/posting/list-reviews.ts";
import { notePublicFigure, removePublicFigure } from "../../figures/public-figure/manage-public-figures.ts";
import { endDecision, recordDecision, withdrawDecision } from "../../group/meeting/decide.ts";
import { call } from "../../kernel/call.ts";
import { acceptInvitation } from "../invitation/accept-invitation.ts";
import { inviteMember } from "../invitation/invite-member.ts";
import { assignGroup, createGroup, listGroups } from "./group.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { secretariat, officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { offers: ["ncm811"] });
const rival = await addOrganization(kernel, { offers: ["ncm523"] });
const neutral = await addOrganization(kernel, { offers: ["artificial-graphite"] });
const torn = await addMember(kernel, secretariat, { duties: ["officer"] });
await owner
  .insert(membership)
  .values({ organizationId: firm.id, personId: torn.personId, role: "viewer", createdAt: app.clock() });
const kept = { code: "CONFLICT_OF_INTEREST" };

it("[PL12] an officer of two bodies puts nobody into a group of the own firm or a competitor, and does not see it", async () => {
  const { publicId: group, id } = await call(app, officer.principal, createGroup, { name: "Of the rival" });
  const { publicId: free } = await call(app, officer.principal, createGroup, { name: "Of nobody" });
  await call(app, officer.principal, assignGroup, { organization: rival.publicId, group });
  const assign = { organization: neutral.publicId, group };
  await expect(call(app, torn.principal, assignGroup, assign)).rejects.toMatchObject(kept);
  const past = `select app.assign_group('${neutral.id}', '${id}', now())`;
  expect(await asRaw(kernel, torn, past)).toBe("42501");
  const names = (await call(app, torn.principal, listGroups, {})).map(({ nameZh }) => nameZh);
  expect(names).toEqual(["Of nobody"]);
  await call(app, torn.principal, assignGroup, { ...assign, group: free });
  await call(app, torn.principal, assignGroup, { ...assign, group: null });
});

it("[PL12] notes and removes no public figure of the own firm or a competitor", async () => {
  const figure = { component: "lithium_salt_output", period: "2026Q2" };
  const of = (organization: string) => ({ ...figure, organization, source: "Its own report" });
  await expect(call(app, torn.principal, notePublicFigure, of(rival.publicId))).rejects.toMatchObject(kept);
  await call(app, officer.principal, notePublicFigure, of(rival.publicId));
  await expect(call(app, torn.principal, removePublicFigure, of(rival.publicId))).rejects.toMatchObject(kept);
  const remove = `delete from public_figure where organization_id = '${rival.id}'`;
  expect(await asRaw(kernel, torn, remove)).toBe("nothing");
  const note = `insert into public_figure (id, organization_id, component, period, source, noted_by, created_at)
    values (gen_random_uuid(), '${firm.id}', 'x', '2026Q2', 'x', '${torn.personId}', now())`;
  expect(await asRaw(kernel, torn, note)).toBe("42501");
  await call(app, torn.principal, notePublicFigure, of(neutral.publicId));
  expect(await owner.select().from(publicFigure)).toHaveLength(2);
});

it("[PL12] takes, ends and takes back no decision for the own firm or a competitor", async () => {
  const [at, id, publicId] = [app.clock(), app.newId(), app.newPublicId()];
  await owner.insert(meeting).values({
    ...{ id, publicId, title: "A review", heldAt: at, state: "held", createdAt: at, snapshot: {} },
  } as typeof meeting.$inferInsert);
  await owner.insert(meetingItem).values({
    ...{ id: app.newId(), meetingId: id, position: 1, title: "Returns" },
  } as typeof meetingItem.$inferInsert);
  const take = { publicId, position: 1, text: "Hand in", owner: rival.publicId, dueOn: "2026-12-20" };
  await expect(call(app, torn.principal, recordDecision, take)).rejects.toMatchObject(kept);
  const taken = await call(app, officer.principal, recordDecision, take);
  const decision = { publicId: taken.publicId };
  await expect(
    call(app, torn.principal, endDecision, { ...decision, note: "All are in." }),
  ).rejects.toMatchObject(kept);
  await expect(
    call(app, torn.principal, withdrawDecision, { ...decision, reason: "Asked twice." }),
  ).rejects.toMatchObject(kept);
  const end = `update meeting_decision set done_at = now(), done_note = 'x' where public_id = '${taken.publicId}'`;
  expect(await asRaw(kernel, torn, end)).toBe("nothing");
  await call(app, torn.principal, recordDecision, { ...take, owner: neutral.publicId });
  await call(app, officer.principal, withdrawDecision, { ...decision, reason: "Asked twice." });
});

it("[OR3] a former officer who is invited back holds no duty, and who only reads is no officer", async () => {
  const former = await addMember(kernel, secretariat, { role: "editor", duties: ["officer"] });
  const of = and(eq(membership.organizationId, secretariat.id), eq(membership.personId, former.personId));
  await owner.update(membership).set({ active: false }).where(of);
  await call(app, officer.principal, inviteMember, { email: former.email, role: "editor" });
  const token = (await readLetter(kernel, former.email))?.token ?? "";
  const alone = { kind: "person", personId: former.personId } as const;
  await call(app, alone, acceptInvitation, { token, terms: termsVersion });
  const reads = () => call(app, former.principal, listReviews, {});
  await expect(reads()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await owner
    .update(membership)
    .set({ duties: ["officer"] })
    .where(of);
  await reads();
  await owner.update(membership).set({ role: "viewer" }).where(of);
  await expect(reads()).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await asRaw(kernel, former, "select 1 where app.officer()")).toBe("nothing");
});
