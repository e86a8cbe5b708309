import { organizationGroup, organizationProfile } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { createGroup } from "./group.ts";

const kernel = await createTestKernel();
const { owner } = kernel;
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["materials"], offers: ["ncm811"] });
const [admin, editor] = [await addMember(kernel, firm), await addMember(kernel, firm, { role: "editor" })];
const stand = (source: string, ...keys: string[]) =>
  `select app.set_stances('${firm.id}', '${source}', '{${keys.join()}}', now())`;

it("[PL13] stances follow from profile, links and postings, whoever writes them", async () => {
  expect(await asRaw(kernel, admin, stand("profile", "offers:ncm811", "needs:link:materials"))).toBe("done");
  for (const [member, statement] of [
    [admin, stand("profile", "offers:ncm811", "offers:lfp")],
    [admin, stand("posting:x", "offers:ncm811")],
    [editor, stand("profile", "offers:ncm811")],
    [officer, stand("profile", "offers:ncm811")],
    [officer, stand("profile", "offers:link:materials")],
    [officer, stand(`posting:${kernel.app.newId()}`, "offers:ncm811")],
  ] as const)
    expect(await asRaw(kernel, member, statement), statement).toBe("42501");
  await owner
    .update(organizationProfile)
    .set({ offers: ["ncm811", "lfp"] })
    .where(eq(organizationProfile.organizationId, firm.id));
  expect(await asRaw(kernel, admin, stand("profile", "offers:ncm811", "offers:lfp"))).toBe("done");
});

it("[PL13] an officer adds the stance only of a posting that they published", async () => {
  const { id } = await addPosting(kernel, admin, "capability", sampleContent({ concepts: ["lfp"] }));
  const of = (...keys: string[]) => stand(`posting:${id}`, ...keys);
  expect(await asRaw(kernel, officer, of("offers:li2co3-batt"))).toBe("42501");
  await kernel.ownerRows("update posting_review set reviewed_by = $1 where posting_id = $2", [
    officer.personId,
    id,
  ]);
  expect(await asRaw(kernel, officer, of("offers:li2co3-batt", "offers:lfp"))).toBe("done");
  expect(await asRaw(kernel, officer, of("needs:li2co3-batt"))).toBe("42501");
});

it("[PL13] nobody renames a group", async () => {
  const { id } = await call(kernel.app, officer.principal, createGroup, { name: "As it is called" });
  expect(await asRaw(kernel, officer, `update organization_group set name = 'x' where id = '${id}'`)).toBe(
    "42501",
  );
  const [group] = await owner.select().from(organizationGroup).where(eq(organizationGroup.id, id));
  expect(group?.name).toBe("As it is called");
});
