import type { LilinkError } from "@lilink/model/error";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, addPosting, createTestKernel } from "../../../testing/index.ts";
import { createPosting } from "../../exchange/posting/create-posting.ts";
import { call, callJob } from "../../kernel/call.ts";
import {
  isExportSigned,
  readExportCheckpoints,
  readExportHeads,
  readExportLinks,
  startExport,
} from "./export-chains.ts";
import { listActs, listEntries, searchEntries } from "./list-entries.ts";
import { openFileSource } from "./open-source.ts";
import { chainKinds } from "./seal.ts";
import { makeSigner, readPublicKey } from "./sign.ts";
import { signHeads } from "./sign-heads.ts";
import { verifyAudit } from "./verify.ts";

const kernel = await createTestKernel();
const { app } = kernel;
const firm = await addOrganization(kernel);
const admin = await addMember(kernel, firm);
const editor = await addMember(kernel, firm, { role: "editor" });
const rivalFirm = await addOrganization(kernel);
const rival = await addMember(kernel, rivalFirm);
const operator = await addOrganization(kernel, { kind: "operator" });
const auditor = await addMember(kernel, operator, { role: "editor", duties: ["audit_admin"] });
const system = await addMember(kernel, operator, { role: "admin", duties: ["system_admin"] });
for (let turn = 0; turn < 2; turn += 1) {
  await call(app, editor.principal, createPosting, { kind: "need" });
  kernel.setNow(new Date(app.clock().getTime() + 86_400_000));
}
await call(app, rival.principal, createPosting, { kind: "need" });
await addPosting(kernel, admin, "need");

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error: LilinkError) => error.code,
  );

describe("the audit of an organization", () => {
  it("[AU10] is read by its administrators, page by page, newest first, by person, act and day", async () => {
    const whole = await call(app, admin.principal, listEntries, { limit: 100 });
    expect(whole.items.every(({ person }) => person !== null)).toBe(true);
    const first = await call(app, admin.principal, listEntries, { limit: 1, action: "posting.create" });
    const { nextCursor: cursor = null } = first;
    const rest = await call(app, admin.principal, listEntries, {
      action: "posting.create",
      ...(cursor ? { cursor } : {}),
    });
    const shown = [...first.items, ...rest.items];
    expect(shown.map(({ number }) => number)).toEqual(
      whole.items.filter(({ action }) => action === "posting.create").map(({ number }) => number),
    );
    const day = await call(app, admin.principal, listEntries, { from: "2026-11-25", to: "2026-11-25" });
    expect(day.items).toHaveLength(1);
    expect((await call(app, admin.principal, listEntries, { from: "2027-01-01" })).items).toEqual([]);
  });

  it("[AU10] names own postings by their title and offers the acts that were done", async () => {
    const { items } = await call(app, admin.principal, listEntries, { action: "posting.submit" });
    expect(items.map(({ title }) => title)).toEqual(["Battery-grade lithium carbonate"]);
    const acts = await call(app, admin.principal, listActs, {});
    expect(acts).toEqual(expect.arrayContaining(["posting.create", "posting.submit"]));
    expect(acts).not.toContain("release.make");
    expect(await codeOf(call(app, editor.principal, listActs, {}))).toBe("FORBIDDEN");
  });

  it("[AU10] is read by nobody else", async () => {
    expect(await codeOf(call(app, editor.principal, listEntries, {}))).toBe("FORBIDDEN");
    const theirs = await call(app, rival.principal, listEntries, { limit: 100 });
    expect(theirs.items.every(({ person }) => person?.name.includes(rival.email))).toBe(true);
    for (const { principal } of [admin, editor, system]) {
      expect(await codeOf(call(app, principal, searchEntries, {}))).toBe("FORBIDDEN");
      expect(await codeOf(call(app, principal, startExport, {}))).toBe("FORBIDDEN");
    }
  });
});

describe("an audit administrator", () => {
  it("[AU10] searches the acts of all and of one, and learns no name of a person", async () => {
    const all = await call(app, auditor.principal, searchEntries, { limit: 100 });
    expect(all.items.map(({ organization }) => organization?.publicId)).toEqual(
      expect.arrayContaining([firm.publicId, rivalFirm.publicId, operator.publicId]),
    );
    const one = await call(app, auditor.principal, searchEntries, { organization: rivalFirm.publicId });
    expect(one.items.map(({ action }) => action)).toEqual(["posting.create"]);
    expect(JSON.stringify(all)).not.toContain(editor.email);
    expect(JSON.stringify(all)).not.toContain(editor.personId);
    expect((await call(app, auditor.principal, searchEntries, { organization: "unknown1" })).items).toEqual(
      [],
    );
    expect((await call(app, auditor.principal, searchEntries, { action: "access." })).items.length).toBe(8);
  });

  it("[AU9] exports a file that verifies by the public key alone, and no longer when a line is changed", async () => {
    const signer = makeSigner();
    for (const organization of [undefined, firm.publicId]) {
      const begun = await call(app, auditor.principal, startExport, organization ? { organization } : {});
      expect(await call(app, auditor.principal, isExportSigned, { entry: begun.entry })).toEqual({
        signed: false,
      });
      await callJob(kernel.worker, { id: app.newId(), name: "audit.sign" }, signHeads(signer), {});
      expect(await call(app, auditor.principal, isExportSigned, { entry: begun.entry })).toEqual({
        signed: true,
      });
      const { at, scope } = begun;
      const { checkpoints } = await call(app, auditor.principal, readExportCheckpoints, { after: 0 });
      const { heads } = await call(app, auditor.principal, readExportHeads, { scope });
      const lines: object[] = [
        { format: "lilink-audit-export-1", at, scope },
        ...checkpoints.map((checkpoint) => ({ checkpoint })),
        ...heads.map((head) => ({ head })),
      ];
      for (const kind of chainKinds) {
        lines.push(
          ...(await call(app, auditor.principal, readExportLinks, { kind, scope, after: null })).links,
        );
      }
      const text = lines.map((line) => JSON.stringify(line)).join("\n");
      const publicKey = readPublicKey(signer.publicKey);
      expect((await verifyAudit(openFileSource(text), { publicKey })).found).toEqual([]);
      const changed = text.replace("posting.create", "posting.close");
      expect((await verifyAudit(openFileSource(changed), { publicKey })).found).toMatchObject([
        { what: "edited" },
      ]);
    }
  });
});
