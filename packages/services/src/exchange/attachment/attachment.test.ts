import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { consent, disclosureRead } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  createTestKernel,
  officeParts,
  sampleContent,
  zipOf,
} from "../../../testing/index.ts";
import { loadOrganization } from "../../bodies/organization/load-organization.ts";
import { nameFile } from "../../ground/file/name-file.ts";
import { sniffFile } from "../../ground/file/sniff-file.ts";
import { call, callJob } from "../../kernel/call.ts";
import { createFileStore } from "../../kernel/kernel.ts";
import { createPosting } from "../posting/create-posting.ts";
import { publishPosting } from "../posting/decide-review.ts";
import { loadDraft } from "../posting/load-draft.ts";
import { saveDraft } from "../posting/save-draft.ts";
import { submitPosting } from "../posting/submit-posting.ts";
import { readAttachment } from "./read-attachment.ts";
import { removeAttachment } from "./remove-attachment.ts";
import { sweepFiles } from "./sweep-files.ts";
import { uploadAttachment } from "./upload-attachment.ts";

const kernel = await createTestKernel();
const { app } = kernel;
const author = await addMember(kernel, await addOrganization(kernel));
const viewer = await addMember(kernel, await addOrganization(kernel), { role: "viewer" });
const partnerFirm = await addOrganization(kernel);
const partner = await addMember(kernel, partnerFirm);
const officer = await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
  duties: ["officer"],
});

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const pdf: Uint8Array = bytesOf("%PDF-1.7 a report");
type Parts = Parameters<typeof officeParts>[1];
const zip = (kind: "docx" | "xlsx", more: Parts = [], options = {}) =>
  zipOf(officeParts(kind, more), options);

const draft = () =>
  call(app, author.principal, createPosting, { kind: "need", content: { ...sampleContent() } });
const upload = (publicId: string, bytes: Uint8Array, name = "报告.pdf", principal = author.principal) =>
  call(app, principal, uploadAttachment, { home: { kind: "posting", publicId }, name, bytes });

describe("files of a posting", () => {
  it("[PO13] that others than we wrote are given to nobody, and the log says so", async () => {
    const { publicId } = await draft();
    const { id, file } = await upload(publicId, pdf);
    const read = () => call(app, author.principal, readAttachment, { publicId: file.publicId });
    expect((await read()).bytes).toHaveLength(pdf.length);
    await app.files.remove(id);
    await app.files.write(id, bytesOf("%PDF-1.7 a forgery"));
    await expect(read()).rejects.toMatchObject({ code: "FILE_CHANGED" });
    const noted = await kernel.ownerRows(
      "select person_id from audit_entry where action = 'file.refuse' and subject_id = $1",
      [id],
    );
    expect(noted).toEqual([{ person_id: author.personId }]);
    await app.files.remove(id);
    await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("[PO9] the bytes of a file decide its type, and no other type is accepted", () => {
    const kinds = (bytes: Uint8Array, name = "x") => sniffFile(bytes, name)?.extension ?? null;
    expect(kinds(pdf, "x.exe")).toBe("pdf");
    expect(kinds(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe("png");
    expect(kinds(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("jpg");
    expect(kinds(zip("xlsx"))).toBe("xlsx");
    expect(kinds(zip("docx"))).toBe("docx");
    expect(kinds(zipOf([{ name: "anything", body: "" }]), "x.docx")).toBeNull();
    expect(kinds(bytesOf("PK\u0003\u0004 [Content_Types].xml word/document.xml"), "x.docx")).toBeNull();
    expect(kinds(bytesOf("纯度,99.5\n"), "x.csv")).toBe("csv");
    expect(kinds(new Uint8Array([0xb4, 0xbf, 0xb6, 0xc8, 0x2c, 0x39]), "gb.txt")).toBe("txt");
    expect(kinds(new Uint8Array([0x4d, 0x5a, 0, 3]), "x.pdf")).toBeNull();
  });

  it("[PO9] is stored under a plain name with the ending of its kind", () => {
    expect(nameFile("C:\\temp\\报价 单.PDF", "pdf")).toBe("报价 单.pdf");
    expect(nameFile("../../etc/passwd", "txt")).toBe("passwd.txt");
    expect(nameFile("invoice\u202Efdp.exe", "pdf")).toBe("invoicefdp.pdf");
    expect(nameFile("a\u2028b\u2029\u3164\u034f\u180e\ufe0fc.pdf", "pdf")).toBe("abc.pdf");
    expect(nameFile("", "csv")).toBe("file.csv");
    expect(nameFile(`${"长".repeat(300)}.png`, "png")).toHaveLength(120);
  });

  it("[PO9] refuses what is too large, empty, unknown, or not one's own to add to", async () => {
    const { publicId } = await draft();
    const refused = [
      [() => upload(publicId, new Uint8Array(10 * 1024 * 1024 + 1)), "TOO_LARGE"],
      [() => upload(publicId, new Uint8Array()), "INVALID_INPUT"],
      [() => upload(publicId, new Uint8Array([1, 2, 3])), "UNSUPPORTED_TYPE"],
      [() => upload(publicId, pdf, "a.pdf", partner.principal), "NOT_FOUND"],
      [() => upload(publicId, pdf, "a.pdf", viewer.principal), "NOT_FOUND"],
      [() => upload(publicId, pdf, "a.pdf", { kind: "anonymous" }), "NOT_SIGNED_IN"],
    ] as const;
    for (const [attempt, code] of refused) await expect(attempt()).rejects.toMatchObject({ code });
  });

  it("[PO9] [FI6] an Office file that runs, fetches, unfolds too far or reads in two ways is refused by its rule", async () => {
    const { publicId } = await draft();
    const rels = (row: string) => [
      { name: "word/_rels/settings.xml.rels", body: `<Relationships>${row}</Relationships>` },
    ];
    const outside = (type: string, mode = "External") =>
      rels(`<Relationship Id="1" Type="http://s/${type}" Target="http://a.example/t" TargetMode="${mode}"/>`);
    const refused = [
      [zip("docx", outside("attachedTemplate/x")), "pointsOutside"],
      [zip("docx", outside("image", "&#69;xternal")), "pointsOutside"],
      [zip("xlsx", [{ name: "xl/externalLinks/externalLink1.xml", body: "" }]), "pointsOutside"],
      [
        zip("docx", [{ name: "word/x.bin", body: "", type: "application/vnd.ms-office.vbaProject" }]),
        "carriesMacros",
      ],
      [zip("docx", [{ name: "word/vbaProject.bin", body: "" }]), "carriesMacros"],
      [zip("docx", [{ name: "word/big.xml", body: Buffer.alloc(3e6) }]), "unfoldsTooFar"],
      [zip("docx", [], { size: 150e6 }), "unfoldsTooFar"],
    ] as const;
    for (const [bytes, rule] of refused)
      await expect(upload(publicId, bytes, "a.docx"), rule).rejects.toMatchObject({
        code: "INVALID_INPUT",
        faults: [{ field: "file", rule }],
      });
    for (const body of [
      '<!DOCTYPE a [<!ENTITY e "External">]>',
      '<Relationship Id=">"/><Relationship Id=x/>',
      "\0",
    ])
      await expect(upload(publicId, zip("docx", rels(body)), "a.docx")).rejects.toMatchObject({
        code: "UNSUPPORTED_TYPE",
      });
    for (const type of ["hyperlink", "attachedTemplate"])
      expect(await upload(publicId, zip("docx", outside(type)), "a.docx")).toMatchObject({ keeps: false });
    expect(await upload(publicId, pdf)).toMatchObject({ keeps: true });
  });

  it("[PO9] reaches a reader with the part that names it, and a partner's reading is logged", async () => {
    const { id, publicId } = await draft();
    const { file } = await upload(publicId, pdf);
    const unused = (await upload(publicId, pdf, "unused.pdf")).file;
    await call(app, author.principal, saveDraft, {
      publicId,
      revision: 0,
      content: { ...sampleContent(), attachments: [file.publicId] },
      levels: {},
    });
    const read = (who: typeof author) =>
      call(app, who.principal, readAttachment, { publicId: file.publicId });
    expect((await call(app, author.principal, loadDraft, { publicId })).files).toHaveLength(2);
    await expect(read(officer)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await call(app, author.principal, submitPosting, { publicId });
    expect((await read(officer)).name).toBe("报告.pdf");
    await call(app, officer.principal, publishPosting, { publicId });
    for (const who of [officer, partner])
      await expect(read(who)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await kernel.owner.insert(consent).values({
      postingId: id,
      organizationId: partnerFirm.id,
      introductionId: app.newId(),
      since: app.clock(),
    });
    expect(Buffer.from((await read(partner)).bytes)).toEqual(Buffer.from(pdf));
    await expect(
      call(app, partner.principal, readAttachment, { publicId: unused.publicId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const log = await kernel.owner.select().from(disclosureRead).where(eq(disclosureRead.postingId, id));
    expect(log.map((row) => [row.purpose, row.level, row.readerOrganizationId === partnerFirm.id])).toEqual([
      ["attachment", "partner", false],
      ["attachment", "partner", true],
    ]);
    const remove = (target: string) => call(app, author.principal, removeAttachment, { publicId: target });
    expect(await remove(file.publicId)).toMatchObject({ removed: false });
    expect(await remove(unused.publicId)).toMatchObject({ removed: true });
    await expect(remove(unused.publicId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("bytes that no row names", () => {
  const day = 86_400_000;
  const start = app.clock();

  it("[PO10] are destroyed after a week, and nothing else is", async () => {
    const { publicId } = await draft();
    const kept = await upload(publicId, pdf);
    const failed = app.newId();
    await app.files.write(failed, pdf);
    const sweep = () => callJob(kernel.worker, { id: app.newId(), name: "attachment.sweep" }, sweepFiles, {});
    // The store stamps real time, so the clock of the job moves and the files stay.
    kernel.setNow(new Date(Date.now() + 6 * day));
    expect(await sweep()).toEqual({ removed: 0 });
    expect(await app.files.read(failed, null)).toHaveLength(pdf.length);
    kernel.setNow(new Date(Date.now() + 8 * day));
    expect(await sweep()).toEqual({ removed: 1 });
    expect(await sweep()).toEqual({ removed: 0 });
    expect(await app.files.read(failed, null)).toBeNull();
    kernel.setNow(start);
    const { bytes } = await call(app, author.principal, readAttachment, { publicId: kept.file.publicId });
    expect(bytes).toHaveLength(pdf.length);
  });

  it("[PO10] are those under a made name in their own folder, and an empty store has none", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lilink-store-"));
    const list = async (of: string) => {
      const found: string[] = [];
      for await (const id of createFileStore(of).listOlder(new Date(Date.now() - day))) found.push(id);
      return found;
    };
    expect(await list(join(folder, "nothing"))).toEqual([]);
    const id = app.newId();
    const part = id.slice(-2);
    await mkdir(join(folder, part));
    for (const name of [id, "notes.txt", `${id.slice(0, -2)}${part === "00" ? "11" : "00"}`])
      await writeFile(join(folder, part, name), "x");
    await writeFile(join(folder, "README"), "x");
    expect(await list(folder)).toEqual([]);
    const old = new Date(Date.now() - 2 * day);
    for (const name of [id, "notes.txt"]) await utimes(join(folder, part, name), old, old);
    expect(await list(folder)).toEqual([id]);
    await rm(folder, { recursive: true });
  });
});

describe("the picture of a body", () => {
  const png: Uint8Array = new Uint8Array(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  );
  const place = (who: { readonly principal: typeof author.principal }, organization: string, bytes = png) =>
    call(app, who.principal, uploadAttachment, {
      home: { kind: "logo", publicId: organization },
      name: "logo.png",
      bytes,
    });
  const anonymous = { kind: "anonymous" } as const;

  it("[OR17] is read by everyone once the body is verified, replaced by the next and taken away", async () => {
    const body = await addOrganization(kernel);
    const admin = await addMember(kernel, body, { role: "admin" });
    const first = await place(admin, body.publicId);
    const second = await place(admin, body.publicId);
    const load = () => call(app, anonymous, loadOrganization, { publicId: body.publicId });
    expect((await load()).logo).toBe(second.file.publicId);
    const read = (publicId: string) => call(app, anonymous, readAttachment, { publicId });
    expect((await read(second.file.publicId)).type).toBe("image/png");
    await expect(read(first.file.publicId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await call(app, admin.principal, removeAttachment, { publicId: second.file.publicId });
    expect((await load()).logo).toBeNull();
    await expect(read(second.file.publicId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("[OR17] comes from an administrator of the body alone, is a picture and is small", async () => {
    const body = await addOrganization(kernel);
    const admin = await addMember(kernel, body, { role: "admin" });
    const editor = await addMember(kernel, body, { role: "editor" });
    await expect(place(editor, body.publicId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(place(author, body.publicId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(place(admin, body.publicId, pdf)).rejects.toMatchObject({ code: "UNSUPPORTED_TYPE" });
    const large = new Uint8Array(400_000);
    large.set(png);
    await expect(place(admin, body.publicId, large)).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  it("[OR17] of a body that is not verified is seen by its own people alone", async () => {
    const body = await addOrganization(kernel, { status: "pending" });
    const admin = await addMember(kernel, body, { role: "admin" });
    const { file } = await place(admin, body.publicId);
    const read = (principal: Parameters<typeof call>[1]) =>
      call(app, principal, readAttachment, { publicId: file.publicId });
    expect((await read(admin.principal)).type).toBe("image/png");
    await expect(read(author.principal)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
