import { deflateSync, inflateSync } from "node:zlib";
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFile } from "./clean-file.ts";
import { cleanPdf } from "./clean-pdf.ts";

const secret = "MAKER-OF-THE-FILE";
const hidden = PDFString.of(secret);

/** All that a PDF holds, its streams unfolded too. */
function everything(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, held = ""]) => {
    try {
      return inflateSync(Buffer.from(held, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return [text, ...streams].join("\n");
}

/** A camera's picture of one point, made by somebody. */
const jpeg = Buffer.from(
  `ffd8ffe1001b${Buffer.from(`Exif\0\0${secret}\0\0`).toString("hex")}ffdb004300${"01".repeat(64)}ffc0000b080001000101011100ffc400140001${"00".repeat(15)}09ffc40014100100000000000000000000000000000000ffda0008010100003f0054ffd9`,
  "hex",
);

/** A paper of ten pages as a program writes it, with all that such programs tell of who sat before them. */
async function paper(): Promise<PDFDocument> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= 10; page += 1)
    doc.addPage().drawText(`8,000 t a year, page ${page}`, { font, x: 50, y: 500 });
  doc.setAuthor(secret);
  doc.setTitle(secret);
  doc.setProducer(secret);
  const { context, catalog } = doc;
  context.lookup(context.trailerInfo.Info, PDFDict).set(PDFName.of("Company"), hidden);
  const page = doc.getPage(0).node;
  const xmp = context.register(context.stream(`<x:xmpmeta>${secret}</x:xmpmeta>`, { Type: "Metadata" }));
  catalog.set(PDFName.of("Metadata"), xmp);
  page.set(PDFName.of("Metadata"), xmp);
  page.set(PDFName.of("PieceInfo"), context.obj({ Office: { Private: hidden } }));
  const note = {
    Type: "Annot",
    Subtype: "Text",
    Rect: [0, 0, 9, 9],
    T: hidden,
    M: hidden,
    Contents: PDFHexString.of("41"),
  };
  page.addAnnot(context.register(context.obj(note)));
  doc.getForm().createTextField("price.field").addToPage(doc.getPage(1));
  const image = { Type: "XObject", Subtype: "Image", Width: 1, Height: 1, Filter: "DCTDecode" };
  const kept = { ...image, ColorSpace: "DeviceGray", BitsPerComponent: 8 };
  page.setXObject(PDFName.of("Photo"), context.register(context.stream(jpeg, kept)));
  return doc;
}

/** Bodies as objects from 1 on, the first one the root. */
function plainPdf(bodies: readonly string[], trailer = ""): Buffer {
  const parts = ["%PDF-1.4\n"];
  const rows = ["0000000000 65535 f \n"];
  let at = 9;
  for (const [index, body] of bodies.entries()) {
    const object = `${index + 1} 0 obj\n${body}\nendobj\n`;
    rows.push(`${`${at}`.padStart(10, "0")} 00000 n \n`);
    parts.push(object);
    at += object.length;
  }
  const end = `trailer\n<</Root 1 0 R /Size ${rows.length} ${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from([...parts, `xref\n0 ${rows.length}\n`, ...rows, end].join(""), "latin1");
}

describe("what a PDF carries along", () => {
  it("[PO12] a PDF keeps its pages, notes, fields and pictures, and tells neither maker nor time", async () => {
    const doc = await paper();
    for (const useObjectStreams of [true, false]) {
      const given = await doc.save({ useObjectStreams });
      expect(everything(given)).toContain(secret);
      const { bytes, keeps } = cleanFile(given, "pdf");
      expect(keeps).toBe(false);
      const left = everything(bytes);
      for (const told of [secret, "pdf-lib", "CreationDate", "ModDate", "PieceInfo", "/ID"])
        expect(left, told).not.toContain(told);
      const read = await PDFDocument.load(bytes, { updateMetadata: false });
      expect(read.getPageCount()).toBe(10);
      expect(
        read
          .getForm()
          .getFields()
          .map((field) => field.getName()),
      ).toEqual(["price.field"]);
      expect(read.getPage(0).node.Annots()?.size()).toBe(1);
      expect(left).toContain("/Contents <41>");
      expect(left).toContain(jpeg.subarray(31).toString("latin1"));
      for (const stream of everything(given).matchAll(/BT[\s\S]*?ET/g)) expect(left).toContain(stream[0]);
      expect(cleanFile(bytes, "pdf").keeps).toBe(false);
    }
  });

  it("[PO12] what a PDF said before it was changed is gone", () => {
    const first = plainPdf([
      "<</Type/Catalog/Pages 2 0 R>>",
      `<</Type/Pages/Count 0/Kids[]/Was(${secret})>>`,
    ]);
    const old = first.lastIndexOf("xref\n0");
    const changed = `2 0 obj <</Type/Pages/Count 0/Kids[]>> endobj\nxref\n2 1\n${`${first.length}`.padStart(10, "0")} 00000 n \n`;
    const end = `trailer <</Root 1 0 R/Prev ${old}>>\nstartxref\n${first.length + changed.indexOf("xref")}\n%%EOF`;
    const left = cleanPdf(Buffer.concat([first, Buffer.from(changed + end)]));
    expect(everything(left?.bytes ?? first)).not.toContain(secret);
    expect(everything(left?.bytes ?? first)).toContain("/Count 0");
  });

  it("[PO12] one name is found however it is written, and what is drawn under such a name stays", () => {
    const given = plainPdf([
      `<</Type/Catalog/#4detadata 2 0 R/#41uthor(a\\)${secret})/Font<</Author 3 0 R>>>>`,
      `<</Length 9>>stream\n${secret.slice(0, 9)}\nendstream`,
      "<</Type/Font/Label<00>>>",
    ]);
    const left = everything(cleanPdf(given)?.bytes ?? given);
    expect(left).not.toContain(secret.slice(0, 9));
    expect(left).toContain("/Author 3 0 R");
    expect(left).toContain("/Type /Font");
  });

  it("[PO12] referenced values are removed too, and the uploader sees programs and paths that stay", () => {
    const given = plainPdf([
      "<</Type/Catalog/Author 2 0 R/Info 4 0 R/Pages 5 0 R>>",
      "3 0 R",
      `(${secret})`,
      `<</Title(${secret})/Manager 2 0 R>>`,
      "<</Type/Pages/Kids[]/Count 0/Notes[6 0 R 7 0 R]/ModDate 3 0 R/Keywords 3 0 R>>",
      `<</Subtype/Text/Rect[0 0 1 1]/T 2 0 R/M 3 0 R/NM(${secret})/CreationDate 3 0 R/Contents(stays)>>`,
      `<</Subtype 8 0 R/Rect[0 0 1 1]/T(${secret})>>`,
      "/Link",
    ]);
    const left = cleanPdf(given);
    expect(left?.keeps).toBe(false);
    expect(everything(left?.bytes ?? given)).not.toContain(secret);
    expect(everything(left?.bytes ?? given)).toContain("/Contents (stays)");
    for (const action of [
      `<</S/Launch/F(C:\\\\Users\\\\${secret}\\\\x.exe)>>`,
      `<</S 2 0 R/F(${secret})>>`,
      "<</S/JavaScript/JS(app.alert)>>",
      `<</Type/Filespec/F(${secret})>>`,
      `<</Subtype/Text/Rect[0 0 1 1]/RC(<body>${secret}</body>)>>`,
    ])
      expect(cleanPdf(plainPdf([`<</Type/Catalog/OpenAction ${action}>>`, "/GoToR"]))?.keeps, action).toBe(
        true,
      );
    expect(cleanPdf(plainPdf(["<</Author 1 0 R/Keywords 2 0 R>>", "2 0 R"])) === null).toBe(true);
  });

  it("[PO12] a signed or locked file stays byte for byte, and the uploader sees the files inside", async () => {
    const signed = plainPdf([`<</Type/Catalog/V 2 0 R>>`, "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>"]);
    const locked = await paper();
    locked.encrypt({ userPassword: "x", ownerPassword: "y" });
    for (const given of [signed, await locked.save(), plainPdf(["<<>>"], "/Encrypt 9 0 R")])
      expect(cleanFile(given, "pdf")).toEqual({ bytes: given, keeps: true });
    const doc = await paper();
    await doc.attach(Buffer.from(secret), "own.txt");
    expect(cleanFile(await doc.save(), "pdf").keeps).toBe(true);
  });

  it("[PO12] a PDF that was made to hold the process up is left alone within what may be looked through", () => {
    const packed = (body: string) => deflateSync(Buffer.from(body, "latin1")).toString("latin1");
    const stream = (facts: string, body: string) =>
      `<<${facts}/Length ${body.length}>>stream\n${body}\nendstream`;
    const bomb = packed("\0".repeat(40_000_000));
    const rows = stream("/Type/XRef/W[1 1 1]/Root 1 0 R/Size 9/Filter/FlateDecode", bomb);
    const many = Array.from({ length: 20_000 }, (_, index) => `[${index + 3} 0 R (`);
    const hostile = {
      values: plainPdf([`<</A[${"1 ".repeat(700_000)}]>>`]),
      depth: plainPdf([`<</A${"[".repeat(500_000)}>>`]),
      name: plainPdf([`<</${"#41".repeat(3_000_000)} 1>>`]),
      letters: plainPdf([`<</${"A".repeat(128)} 1>>`]),
      escapes: plainPdf([`<</A[${"/#41#42#43".repeat(50_000)}]>>`]),
      lists: plainPdf([`<</A[${`${"[".repeat(30)}${"]".repeat(30)}`.repeat(5000)}]>>`]),
      text: plainPdf([`<</A(${"x".repeat(5_000_000)})>>`]),
      objects: plainPdf(["<</A 2 0 R>>", ...Array.from({ length: 40_000 }, (_, at) => `${at + 3} 0 R`)]),
      string: plainPdf([`<</A ${"(".repeat(500_000)}>>`]),
      bomb: Buffer.from(`%PDF-1.7\n9 0 obj ${rows}\nstartxref\n9\n%%EOF`, "latin1"),
      count: plainPdf(["<<>>"]).toString("latin1").replace("xref\n0 2", "xref\n0 9999999"),
      nested: plainPdf([`<</A 2 0 R /B ${many[0]}`, ...many, `${")]".repeat(many.length + 1)}>>`]),
      length: plainPdf(["<</A 2 0 R>>", "<</Length 2 0 R>>stream\n\nendstream"]),
      circle: plainPdf(["<<>>"], "/Prev -1"),
    };
    for (const [name, given] of Object.entries(hostile))
      expect(cleanPdf(Buffer.from(given)) === null, name).toBe(true);
    for (const body of [`${"#41".repeat(127)} 1`, `A ${"[".repeat(30)}${"]".repeat(30)}`])
      expect(cleanPdf(plainPdf([`<</${body}>>`]))?.keeps).toBe(false);
    const turning = plainPdf(["<</A 1 0 R/B 2 0 R>>", "[1 0 R 2 0 R]"], "/Prev 9999999");
    expect(cleanPdf(turning) === null).toBe(true);
    expect(cleanPdf(plainPdf(["<</A 1 0 R/B 2 0 R>>", "[1 0 R 2 0 R]"]))?.keeps).toBe(false);
  });

  it("[PO12] broken bytes are left alone or cleaned, and never thrown over", async () => {
    const doc = await paper();
    const wholes = await Promise.all([true, false].map((useObjectStreams) => doc.save({ useObjectStreams })));
    fc.assert(
      fc.property(
        fc.constantFrom(...wholes),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        (whole, hits) => {
          const broken = Buffer.from(whole);
          for (const [at, byte] of hits) broken[at % broken.length] = byte;
          const left = cleanPdf(broken);
          if (left) expect(cleanPdf(left.bytes)?.bytes.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
