import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { officeParts, type Part, unzip, zipOf } from "../../../testing/index.ts";
import { cleanFile } from "./clean-file.ts";
import { sniffFile } from "./sniff-file.ts";

const secret = "MAKER-OF-THE-FILE";
const cleaned = (bytes: Uint8Array, extension: Parameters<typeof cleanFile>[1]) =>
  Buffer.from(cleanFile(bytes, extension).bytes);

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
const text = (value: string) => Buffer.from(value, "latin1");
/** An EXIF block in the given order of bytes: which way the picture is turned, and who made it. */
function exif(turn: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(22);
  tiff.write(little ? "II" : "MM", 0, "latin1");
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  short(42, 2);
  long(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(turn, 18);
  return Buffer.concat([text("Exif\0\0"), tiff, text(secret)]);
}
const drawn = [
  segment(0xdb, Buffer.alloc(65, 1)),
  segment(0xda, Buffer.alloc(10, 2)),
  Buffer.from([1, 0xff, 0, 7, 0xff, 0xd3, 9]),
  segment(0xc4, Buffer.alloc(20, 3)),
  segment(0xda, Buffer.alloc(10, 4)),
  Buffer.from([5, 5]),
];
const jpeg = (turn: number, little = true) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, text("JFIF\0")),
    segment(0xe1, exif(turn, little)),
    segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`)),
    segment(0xe2, text("ICC_PROFILE\0colours")),
    segment(0xed, text(`Photoshop 3.0\0${secret}`)),
    segment(0xee, text("Adobe\0")),
    segment(0xfe, text(secret)),
    ...drawn,
    Buffer.from([0xff, 0xd9]),
    text(secret),
  ]);

const chunk = (name: string, body: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, text(name), body, Buffer.alloc(4)]);
};

const office: readonly Part[] = officeParts(
  "docx",
  [
    { name: "docProps/core.xml", body: `<dc:creator>${secret}</dc:creator>` },
    { name: "docProps/app.xml", body: `<Company>${secret}</Company>` },
  ],
  "<w:document>8,000 t</w:document>",
);
const zip = (parts: readonly Part[]) => zipOf(parts, { comment: secret });

describe("what a file carries along", () => {
  it("[PO12] a JPEG keeps how it is drawn and turned, and neither maker nor place", () => {
    for (const little of [true, false]) {
      const left = cleaned(jpeg(6, little), "jpg");
      expect(left.includes(secret)).toBe(false);
      expect(left.includes(Buffer.concat(drawn))).toBe(true);
      for (const word of ["JFIF", "ICC_PROFILE", "Adobe\0"]) expect(left.includes(word)).toBe(true);
      expect(left.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
      expect(left.readUInt16LE(left.indexOf("Exif\0\0") + 6 + 18)).toBe(6);
      expect(cleaned(left, "jpg")).toEqual(left);
    }
    expect(cleaned(jpeg(1), "jpg").includes("Exif")).toBe(false);
  });

  it("[PO12] a PNG keeps its picture, and no text, time or EXIF", () => {
    const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const pictured = ["IHDR", "gAMA", "IDAT", "IEND"].map((name) => chunk(name, text(name)));
    const [first, colours, points, end] = pictured as [Buffer, Buffer, Buffer, Buffer];
    const told = ["tEXt", "iTXt", "zTXt", "eXIf", "tIME", "sPLT"].map((name) => chunk(name, text(secret)));
    const given = Buffer.concat([head, first, ...told, colours, points, ...told, end, text(secret)]);
    expect(cleaned(given, "png")).toEqual(Buffer.concat([head, ...pictured]));
    const profile = chunk("iCCP", text(`${secret}\0\0packed`));
    const left = cleaned(Buffer.concat([head, first, profile, points, end]), "png");
    expect(left.includes("iCCPi\0\0packed")).toBe(true);
    const at = left.indexOf("iCCP");
    expect(left.readUInt32BE(at + 13)).toBe(crc32(left.subarray(at, at + 13)));
    expect(left.includes(secret)).toBe(false);
    expect(cleaned(left, "png")).toEqual(left);
  });

  it("[PO12] a picture that breaks off is kept as far as it goes, without what tells of its maker", () => {
    const whole = jpeg(6);
    const open = cleaned(whole.subarray(0, whole.length - 2 - secret.length), "jpg");
    expect(open.includes(secret)).toBe(false);
    expect(open.includes(Buffer.concat(drawn))).toBe(true);
    const odd = Buffer.concat([whole.subarray(0, 2), segment(0xe0, text(secret)), whole.subarray(2)]);
    expect(cleaned(odd, "jpg")).toEqual(cleaned(whole, "jpg"));
    const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const png = Buffer.concat([head, chunk("tEXt", text(secret)), chunk("IDAT", text("points"))]);
    for (const cut of [0, 1, 6]) {
      const left = cleaned(png.subarray(0, png.length - cut), "png");
      expect(left.includes(secret)).toBe(false);
      expect(left.includes("IDATp")).toBe(true);
    }
  });

  it("[PO12] a picture of countless small pieces costs no object for each", () => {
    const many = (piece: Buffer, head: Buffer) => Buffer.concat([head, ...Array(20_000).fill(piece)]);
    const given = [
      ["jpg", many(Buffer.from([0xff, 0xdb, 0, 2]), Buffer.from([0xff, 0xd8]))],
      ["png", many(chunk("IDAT", Buffer.alloc(1)), Buffer.from("89504e470d0a1a0a", "hex"))],
    ] as const;
    for (const [extension, raw] of given) {
      const spy = vi.spyOn(Buffer.prototype, "subarray");
      expect(cleanFile(raw, extension).keeps).toBe(true);
      expect(spy.mock.calls.length).toBeLessThan(25_000);
      spy.mockRestore();
    }
    const few = Buffer.concat([
      Buffer.from("89504e470d0a1a0a", "hex"),
      ...Array(9_000).fill(chunk("IDAT", Buffer.alloc(1))),
    ]);
    const spy = vi.spyOn(Buffer, "concat");
    expect(cleaned(few, "png")).toEqual(few);
    expect(spy.mock.calls.map(([parts]) => parts.length)).toEqual([1]);
    spy.mockRestore();
  });

  it("[PO12] a document keeps its parts byte for byte, with empty properties", () => {
    const left = cleaned(zip(office), "docx");
    expect(left.includes(secret)).toBe(false);
    const held = unzip(left);
    expect(Object.keys(held)).toEqual(office.map(({ name }) => name));
    expect(held["word/document.xml"]).toBe("<w:document>8,000 t</w:document>");
    expect(held["docProps/core.xml"]).toMatch(/<cp:coreProperties [^>]+\/>$/);
    expect(sniffFile(left, "x")?.extension).toBe("docx");
    expect(unzip(cleaned(left, "docx"))).toEqual(held);
  });

  it("[PO12] finds properties, labels and paths by what they are, whatever they are called", () => {
    const core = "application/vnd.openxmlformats-package.core-properties+xml";
    const told = [
      { name: "package/services/metadata/core-properties/1.psmdcp", type: core, body: secret },
      { name: "docProps\\app.xml", body: secret },
      { name: "/docProps/core.xml", body: secret },
      { name: "my/own.xml", type: core, body: secret },
      { name: "docMetadata/LabelInfo.xml", body: secret },
      { name: "xl/media/a.jpg", body: jpeg(6) },
      { name: "xl/media/b.png", body: jpeg(1) },
    ];
    const path = `<x15ac:absPath url="C:\\${secret}\\" xmlns:x15ac="y"/>`;
    for (const wide of [false, true]) {
      const given = zipOf(officeParts("xlsx", told, `<workbook>${path}<sheets/></workbook>`), { wide });
      const { bytes, keeps } = cleanFile(given, "xlsx");
      expect(keeps).toBe(false);
      const held = unzip(Buffer.from(bytes));
      expect(Object.values(held).join()).not.toContain(secret);
      expect(held["xl/workbook.xml"]).toContain("<sheets/>");
      expect(held["xl/media/a.jpg"]).toContain("ICC_PROFILE");
      expect(Object.keys(held)).toHaveLength(told.length + 2);
    }
  });

  it("[PO12] tells what it leaves, and loses nothing to a mark in a comment", () => {
    const keeps = (name: string) => cleanFile(zip([...office, { name, body: secret }]), "docx").keeps;
    for (const name of [
      "customXml/item1.xml",
      "word/media/a.emf",
      "word/embeddings/a.xlsx",
      "xl/revisions/userNames.xml",
    ])
      expect(keeps(name), name).toBe(true);
    expect(keeps("word/styles.xml")).toBe(false);
    const empty = Buffer.alloc(22);
    empty.write("PK\u0005\u0006", 0, "latin1");
    const trap = zipOf(office, { comment: `${empty.toString("latin1")}x` });
    expect(Object.keys(unzip(cleaned(trap, "docx")))).toHaveLength(4);
    const closed = zipOf(office, { comment: empty.toString("latin1") });
    expect(Object.keys(unzip(cleaned(closed, "docx")))).toHaveLength(4);
  });

  it("[PO12] leaves alone what is signed, and what it cannot read", () => {
    const signed = zip([...office, { name: "_xmlsignatures/sig1.xml", body: text("<Signature/>") }]);
    expect(cleaned(signed, "docx")).toEqual(signed);
    expect(cleanFile(signed, "docx").keeps).toBe(true);
    const pdf = text(`%PDF-1.7 /Author (${secret})`);
    expect(cleaned(pdf, "pdf")).toEqual(pdf);
    expect(cleanFile(pdf, "pdf").keeps).toBe(true);
    const wholes = [jpeg(6), zip(office)] as const;
    fc.assert(
      fc.property(fc.constantFrom(...wholes), fc.nat(), fc.nat(255), fc.nat(), (whole, at, byte, cut) => {
        const broken = Buffer.from(whole.subarray(0, whole.length - (cut % 40)));
        broken[at % broken.length] = byte;
        for (const extension of ["jpg", "png", "docx"] as const)
          expect(cleaned(broken, extension).length).toBeLessThan(broken.length + 1000);
      }),
      { numRuns: 2000 },
    );
  });
});
