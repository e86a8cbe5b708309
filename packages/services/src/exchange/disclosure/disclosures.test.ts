import { consent } from "@lilink/db/schema";
import { expect, it } from "vitest";
import { addMember, addOrganization, addPosting, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadPosting } from "../posting/load-posting.ts";
import { listDisclosures } from "./list-disclosures.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const firm = await addOrganization(kernel);
const author = await addMember(kernel, firm);
const posting = await addPosting(kernel, author, "need");
const partnerFirm = await addOrganization(kernel);
const partner = await addMember(kernel, partnerFirm);

it("[IN7] shows only the owner which organization read what and when", async () => {
  await owner.insert(consent).values({
    postingId: posting.id,
    organizationId: partnerFirm.id,
    introductionId: app.newId(),
    since: app.clock(),
  });
  await call(app, author.principal, loadPosting, { publicId: posting.publicId });
  for (let reading = 0; reading < 3; reading += 1) {
    kernel.setNow(new Date(app.clock().getTime() + 60_000));
    await call(app, partner.principal, loadPosting, { publicId: posting.publicId });
  }
  const first = await call(app, author.principal, listDisclosures, { limit: 2 });
  const rest = await call(app, author.principal, listDisclosures, {
    limit: 2,
    cursor: first.nextCursor ?? undefined,
  });
  const rows = [...first.items, ...rest.items];
  expect(rows.map((row) => row.purpose)).toEqual(["partner", "partner", "partner"]);
  expect(rows[0]).toMatchObject({
    level: "partner",
    posting: { publicId: posting.publicId },
    reader: { publicId: partnerFirm.publicId },
  });
  expect(rows[0]?.at).toEqual(app.clock());
  expect(rest.nextCursor).toBeNull();
  expect(JSON.stringify(rows)).not.toContain(partner.email);
  const stranger = await addMember(kernel, await addOrganization(kernel));
  for (const member of [stranger, partner]) {
    expect((await call(app, member.principal, listDisclosures, {})).items).toEqual([]);
  }
});
