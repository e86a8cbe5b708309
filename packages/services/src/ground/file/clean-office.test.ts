import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Part, unzip, zipOf } from "../../../testing/index.ts";
import { cleanFile } from "./clean-file.ts";
import { cleanInnerPicture } from "./clean-inner-picture.ts";
import { requireTame } from "./judge-package.ts";

const secret = "MAKER-OF-THE-FILE";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = "http://schemas.openxmlformats.org";
const relation = (id: string, type: string, target: string, more = "") =>
  `<Relationship Id="${id}" Type="${schemas}/${type}" Target="${target}"${more}/>`;
const relations = (...rows: string[]) =>
  `${head}<Relationships xmlns="${schemas}/package/2006/relationships">${rows.join("")}</Relationships>`;
const office = "officeDocument/2006/relationships";
const word = `xmlns:w="${schemas}/wordprocessingml/2006/main" xmlns:r="${schemas}/${office}"`;
const told = `w:author="${secret}" w:date="2026-03-04T05:06:00Z"`;

function types(kind: string, parts: Readonly<Record<string, string>>): Part {
  const rows = Object.entries(parts).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="application/vnd.${type}+xml"/>`,
  );
  const usual = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="${kind}" ContentType="image/${kind}"/>`;
  const body = `${head}<Types xmlns="${schemas}/package/2006/content-types">${usual}${rows.join("")}</Types>`;
  return { name: "[Content_Types].xml", body };
}

/** A contract as Word keeps it: from a firm's template, with notes and changes by name. */
const document = (
  template = relation(
    "rId1",
    `${office}/attachedTemplate`,
    `file:///C:\\${secret}.dotm`,
    ' TargetMode="External"',
  ),
) =>
  zipOf([
    types("jpeg", {
      "word/document.xml": "openxmlformats-officedocument.wordprocessingml.document.main",
      "word/settings.xml": "openxmlformats-officedocument.wordprocessingml.settings",
      "word/comments.xml": "openxmlformats-officedocument.wordprocessingml.comments",
      "word/people.xml": "openxmlformats-officedocument.wordprocessingml.people",
    }),
    {
      name: "_rels/.rels",
      body: relations(
        relation("rId1", `${office}/officeDocument`, "word/document.xml"),
        relation("rId2", "package/2006/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg"),
      ),
    },
    { name: "docProps/thumbnail.jpeg", body: secret },
    {
      name: "word/document.xml",
      body: `${head}<w:document ${word}><w:body><w:p><w:ins w:id="1" ${told}><w:r><w:t>8,000 t, author="kept"</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    },
    {
      name: "word/comments.xml",
      body: `${head}<w:comments ${word}><w:comment w:id="0" ${told} w:initials="MOF"><w:p><w:r><w:t>too dear</w:t></w:r></w:p></w:comment></w:comments>`,
    },
    {
      name: "word/people.xml",
      body: `${head}<w15:people xmlns:w15="x"><w15:person w15:author="${secret}"/></w15:people>`,
    },
    {
      name: "word/settings.xml",
      body: `${head}<w:settings ${word}><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/></w:settings>`,
    },
    { name: "word/_rels/settings.xml.rels", body: relations(template) },
  ]);

const chunk = (name: string, body: string) => {
  const frame = Buffer.alloc(8);
  frame.write(name, 0, "latin1");
  frame.writeUInt32LE(body.length, 4);
  return Buffer.concat([frame, Buffer.from(body + (body.length % 2 ? "\0" : ""), "latin1")]);
};
const webp = (() => {
  const body = Buffer.concat([
    chunk("VP8X", "\x2c\0\0\0\0\0\0\0\0\0"),
    chunk("VP8 ", "drawn!"),
    chunk("EXIF", secret),
    chunk("XMP ", secret),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(4 + body.length);
  return Buffer.concat([Buffer.from("RIFF"), size, Buffer.from("WEBP"), body]);
})();
const gifImage = "\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00";
const gifLoop = "\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00";
const gif = Buffer.from(
  `GIF89a\x01\x00\x01\x00\x80\x00\x00${"\x00".repeat(6)}${gifLoop}\x21\xfe\x11${secret}\x00\x21\xff\x0bXMP DataXMP\x11${secret}\x00${gifImage};`,
  "latin1",
);
/** One table: width, artist, place; then the artist, and the table of the place. */
const tiff = (() => {
  const bytes = Buffer.alloc(100);
  bytes.write("II*\0", 0, "latin1");
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(3, 8);
  const row = (at: number, tag: number, type: number, count: number, value: number) => {
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  };
  row(10, 256, 3, 1, 77);
  row(22, 315, 2, secret.length, 50);
  row(34, 34853, 4, 1, 70);
  bytes.write(secret, 50, "latin1");
  bytes.writeUInt16LE(1, 70);
  row(72, 29, 2, 4, 0x41424344);
  return bytes;
})();

describe("what an Office file carries along", () => {
  it("[PO12] a document of a firm's template is kept without it, and its notes and changes are anybody's", () => {
    const given = document();
    requireTame(given, "given");
    const { bytes, keeps } = cleanFile(given, "docx");
    requireTame(bytes, "cleaned");
    expect(keeps).toBe(false);
    const held = unzip(bytes);
    expect(Object.values(held).join("")).not.toContain(secret);
    expect(held["word/document.xml"]).toContain(
      '<w:ins w:id="1" w:author="Author"><w:r><w:t>8,000 t, author="kept"<',
    );
    expect(held["word/comments.xml"]).toContain('<w:comment w:id="0" w:author="Author" w:initials="A">');
    expect(held["word/settings.xml"]).toMatch(/main" xmlns:r="[^"]+"><w:zoom w:percent="100"\/>/);
    expect(held["word/_rels/settings.xml.rels"]).toMatch(/relationships"><\/Relationships>$/);
    expect(held["_rels/.rels"]).toContain("word/document.xml");
    expect(held["_rels/.rels"]).not.toContain("thumbnail");
    expect(held).not.toHaveProperty("docProps/thumbnail.jpeg");
  });

  it("[FI6] what else a document loads from elsewhere is refused as before, and so is a template that stays", () => {
    const outside = ' TargetMode="External"';
    for (const type of ["image", "frame", "subDocument", "oleObject"]) {
      const given = document(relation("rId1", `${office}/${type}`, "https://x.example/a", outside));
      expect(() => requireTame(given, "given"), type).toThrow();
    }
    const odd = document(`<Relationship Id="a" Type="x/&#97;ttachedTemplate" Target="file:///x"${outside}/>`);
    requireTame(odd, "given");
    expect(() => requireTame(cleanFile(odd, "docx").bytes, "cleaned")).toThrow();
  });

  it("[PO12] a workbook does not tell who noted, refreshed, locked or printed it", () => {
    const printer = Buffer.alloc(300, 7);
    printer.write(secret, 0, "utf16le");
    printer.writeUInt16LE(220, 68);
    printer.write(secret, 250, "latin1");
    const sheet = "openxmlformats-officedocument.spreadsheetml";
    const inner = zipOf([
      types("png", { "word/document.xml": "openxmlformats-officedocument.wordprocessingml.document.main" }),
      { name: "word/document.xml", body: `<w:p ${told}/>` },
    ]);
    const given = zipOf([
      types("png", {
        "xl/workbook.xml": `${sheet}.sheet.main`,
        "xl/notes/a.xml": `${sheet}.comments`,
        "xl/pivotCache/own.xml": `${sheet}.pivotCacheDefinition`,
      }),
      {
        name: "xl/workbook.xml",
        body: `<workbook><fileSharing userName="${secret}"/><x a="userName='kept'"/></workbook>`,
      },
      {
        name: "xl/notes/a.xml",
        body: `<comments><authors><author>${secret}</author><author>tc={1}</author></authors><commentList><comment><text><r><t>${secret}:</t></r><r><t xml:space="preserve"> dear</t></r></text></comment></commentList></comments>`,
      },
      {
        name: "xl/persons/person.xml",
        body: `<person displayName="${secret}" id="{1}" userId="${secret}" providerId="AD"/>`,
      },
      {
        name: "xl/threadedComments/threadedComment1.xml",
        body: '<threadedComment dT="2026-03-04T05:06:07.00" personId="{1}"/>',
      },
      {
        name: "xl/pivotCache/own.xml",
        body: `<pivotCacheDefinition refreshedBy="${secret}" recordCount="2"/>`,
      },
      { name: "xl/printerSettings/printerSettings1.bin", body: printer },
      { name: "xl/embeddings/own.docx", body: inner },
      { name: "xl/media/a.webp", body: webp },
      { name: "xl/media/a.gif", body: gif },
      { name: "xl/media/a.tiff", body: tiff },
    ]);
    const { bytes, keeps } = cleanFile(given, "xlsx");
    expect(keeps).toBe(false);
    const held = unzip(bytes, "latin1");
    const all = Object.values(held).join("").replaceAll("\0", "");
    for (const word of [secret, "2026-03-04", "DCBA"]) expect(all, word).not.toContain(word);
    expect(held["xl/workbook.xml"]).toBe(
      `<workbook><fileSharing userName="Author"/><x a="userName='kept'"/></workbook>`,
    );
    expect(held["xl/notes/a.xml"]).toContain("<author>Author</author><author>tc={1}</author>");
    expect(held["xl/notes/a.xml"]).toContain('<t>Author:</t></r><r><t xml:space="preserve"> dear</t>');
    expect(held["xl/persons/person.xml"]).toBe(
      '<person displayName="Author" id="{1}" userId="" providerId="None"/>',
    );
    expect(held["xl/printerSettings/printerSettings1.bin"]).toHaveLength(220);
    expect(unzip(Buffer.from(held["xl/embeddings/own.docx"] ?? "", "latin1"))["word/document.xml"]).toBe(
      '<w:p w:author="Author"/>',
    );
    expect(held["xl/media/a.webp"]).toContain("VP8X\x0a\0\0\0\x20");
    expect(held["xl/media/a.webp"]).toContain("drawn!");
    expect(held["xl/media/a.gif"]).toMatch(/NETSCAPE2\.0[\s\S]*;$/);
    expect(held["xl/media/a.gif"]).toContain(gifImage);
    const left = Buffer.from(held["xl/media/a.tiff"] ?? "", "latin1");
    expect([left.length, left.readUInt16LE(8), left.readUInt16LE(10), left.readUInt32LE(18)]).toEqual([
      100, 1, 256, 77,
    ]);
  });

  it("[PO12] broken pictures inside are left alone or cleaned, and hold nothing up", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(gif, webp, tiff),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        (whole, hits) => {
          const broken = Buffer.from(whole);
          for (const [at, byte] of hits) broken[at % broken.length] = byte;
          expect((cleanInnerPicture(broken)?.length ?? 0) <= broken.length).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
    const endless = Buffer.alloc(8 + 2 + 65_535 * 12 + 4, Buffer.from("013b0002000c000000000008", "hex"));
    endless.write("MM\0*\0\0\0\x08\xff\xff", 0, "latin1");
    expect(cleanInnerPicture(endless) === null).toBe(true);
  });

  it("[PO12] an attribute is changed in tags alone, each letter of a hostile part being read once", () => {
    for (const body of [
      '<a "'.repeat(200_000),
      "<a".repeat(400_000),
      `<a ${'x="" '.repeat(150_000)}`,
      `<w:ins${" ".repeat(400_000)}author`,
    ]) {
      const parts = [
        types("png", { "word/document.xml": "openxmlformats-officedocument.wordprocessingml.document.main" }),
        { name: "word/document.xml", body: `author${body}` },
      ];
      const start = process.cpuUsage();
      expect(cleanFile(zipOf(parts), "docx").keeps).toBe(false);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(1_000);
    }
  });
});
