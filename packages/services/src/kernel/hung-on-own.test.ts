import {
  attachment,
  organizationGroup,
  organizationProfile,
  postingPart,
  returnImport,
} from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  openTestRound,
} from "../../testing/index.ts";
import { startImport } from "../figures/return-file/start-import.ts";
import { call } from "./call.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"] });
const maker = await addMember(kernel, firm);
const viewer = await addMember(kernel, firm, { role: "viewer" });
const delegate = await addMember(kernel, firm, { role: "editor", duties: ["delegate"] });
const rivals = await addOrganization(kernel, { links: ["smelting"] });
const rival = await addMember(kernel, rivals);
const theirs = await addPosting(kernel, maker, "capability");
const own = await addPosting(kernel, rival, "capability");
const round = await openTestRound(kernel, officer, "2026Q3");
const form = await round.formOf(firm, "smelting.quarterly");
const rivalForm = await round.formOf(rivals, "smelting.quarterly");

const refused = "42501";
const id = () => `'${app.newId()}'`;
const columns = {
  draft: "posting_draft (posting_id, organization_id, content, levels, updated_at)",
  version: "posting_version (posting_id, version, organization_id, content, levels, submitted_at)",
  part: "posting_part (posting_id, version, level, walled, organization_id, state, public_id, kind, concept, link, language, fields, facets, search, wall_keys)",
  file: "attachment (id, public_id, organization_id, posting_id, name, type, size, sha256, created_at)",
  import: "return_import (id, public_id, organization_id, form_id, file_name, file_id, state, created_at)",
};

describe("raw SQL that attaches a row to another organization's row is refused", () => {
  it("[PL11] no version, part or draft is added to another organization's posting", async () => {
    await owner.execute(`delete from posting_draft where posting_id = '${theirs.id}'`);
    const draft = (posting: string) =>
      `insert into ${columns.draft} values ('${posting}', app.org(), '{}', '{}', now()) on conflict do nothing`;
    expect(await asRaw(kernel, rival, draft(theirs.id))).toBe(refused);
    const version = (posting: string) =>
      `insert into ${columns.version} values ('${posting}', 9, app.org(), '{}', '{}', now())`;
    expect(await asRaw(kernel, rival, version(theirs.id))).toBe(refused);
    expect(await asRaw(kernel, rival, version(own.id))).toBe("done");
    const part = (posting: { id: string; publicId: string }, publicId = posting.publicId) =>
      `insert into ${columns.part} select '${posting.id}', 9, 'everyone', false, app.org(), 'review', '${publicId}', kind, concept, link, language, '{}', '{}', '', '{}'
       from posting_part where public_id = '${posting.publicId}' and level = 'everyone' limit 1`;
    expect(await asRaw(kernel, rival, part(theirs))).toBe(refused);
    expect(await asRaw(kernel, rival, part(own, theirs.publicId))).toBe(refused);
    expect(await asRaw(kernel, rival, part(own))).toBe("done");
    const parts = await owner.select().from(postingPart).where(eq(postingPart.postingId, theirs.id));
    expect(new Set(parts.map(({ organizationId }) => organizationId))).toEqual(new Set([firm.id]));
  });

  it("[PL11] no file is added or moved to another organization's posting", async () => {
    const file = (posting: string) =>
      `insert into ${columns.file} values (${id()}, '${app.newPublicId()}', app.org(), '${posting}', 'a.pdf', 'application/pdf', 1, '', now())`;
    expect(await asRaw(kernel, rival, file(theirs.id))).toBe(refused);
    expect(await asRaw(kernel, rival, file(own.id))).toBe("done");
    expect(
      await asRaw(
        kernel,
        rival,
        `update attachment set posting_id = '${theirs.id}' where posting_id = '${own.id}'`,
      ),
    ).toBe(refused);
    expect(await owner.$count(attachment, eq(attachment.postingId, theirs.id))).toBe(0);
  });

  it("[PL11] no file of figures is added to another organization's return", async () => {
    const file = (to: string) =>
      `insert into ${columns.import} values (${id()}, '${app.newPublicId()}', app.org(), '${to}', 'a.csv', ${id()}, 'waiting', now())`;
    expect(await asRaw(kernel, rival, file(form.id))).toBe(refused);
    expect(await asRaw(kernel, rival, file(rivalForm.id))).toBe("done");
    expect(await owner.$count(returnImport, eq(returnImport.formId, form.id))).toBe(0);
  });

  it("[PL11] a waiver is possible only for the own group", async () => {
    const groupId = app.newId();
    const group = { id: groupId, publicId: app.newPublicId(), name: "Theirs", createdAt: app.clock() };
    await owner.insert(organizationGroup).values(group);
    await owner
      .update(organizationProfile)
      .set({ groupId })
      .where(eq(organizationProfile.organizationId, firm.id));
    const waive = (indicator: string) =>
      `insert into disclosure_waiver (id, organization_id, group_id, indicator, given_by, given_at)
       values (${id()}, app.org(), '${groupId}', '${indicator}', app.person(), now())`;
    expect(await asRaw(kernel, rival, waive("SME-03"))).toBe(refused);
    expect(await asRaw(kernel, maker, waive("SME-03"))).toBe("done");
  });
});

it("[RT7] only people who file returns see and stop files of figures", async () => {
  const bytes = new Uint8Array(Buffer.from("component,value\n"));
  await call(app, maker.principal, startImport, { publicId: form.publicId, name: "figures.csv", bytes });
  for (const statement of ["select 1 from return_import", "update return_import set state = 'cancelled'"])
    for (const who of [viewer, delegate, officer])
      expect(await asRaw(kernel, who, statement)).toBe("nothing");
  expect(await asRaw(kernel, maker, "select 1 from return_import")).toBe("done");
});
