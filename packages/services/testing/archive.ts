import assert from "node:assert/strict";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

export type Part = { readonly name: string; readonly body: string | Buffer };
export type ZipOptions = {
  /** What stands behind the end mark. */
  readonly comment?: string;
  /** With the sizes and places in 64 bits, as some programs write them. */
  readonly wide?: boolean;
  /** What the list says of each part, whatever it is. */
  readonly size?: number;
};

const text = (value: string) => Buffer.from(value, "latin1");

/** An archive as an office program writes it: packed, in the order given. */
export function zipOf(parts: readonly Part[], { comment = "", wide = false, size }: ZipOptions = {}): Buffer {
  const rows: Buffer[] = [];
  const bodies: Buffer[] = [];
  let at = 0;
  for (const { name, body } of parts) {
    const raw = Buffer.from(body);
    const packed = deflateRawSync(raw);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? raw.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const row = Buffer.from(fields);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(wide ? 0xffffffff : at, 10);
    const extra = Buffer.alloc(wide ? 28 : 0);
    if (wide) {
      row.writeUInt32LE(0xffffffff, 14);
      row.writeUInt32LE(0xffffffff, 18);
      row.writeUInt16LE(28, 24);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      for (const [index, value] of [size ?? raw.length, packed.length, at].entries())
        extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
    }
    rows.push(text("PK\u0001\u0002"), Buffer.from([20, 0]), row, place, text(name), extra);
    bodies.push(text("PK\u0003\u0004"), fields, text(name), packed);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(rows);
  const wideEnd = wide ? endIn64(parts.length, directory.length, at) : Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(wide ? 0xffff : parts.length, 8);
  end.writeUInt16LE(wide ? 0xffff : parts.length, 10);
  end.writeUInt32LE(wide ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(wide ? 0xffffffff : at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, directory, wideEnd, end, text(comment)]);
}

function endIn64(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(76);
  end.write("PK\u0006\u0006", 0, "latin1");
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.write("PK\u0006\u0007", 56, "latin1");
  end.writeBigUInt64LE(BigInt(start + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

const mains = {
  docx: ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  xlsx: ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
} as const;

/** The parts of an Office file: its lists, its main part, and others with the types that are given. */
export function officeParts(
  kind: keyof typeof mains,
  more: readonly (Part & { readonly type?: string })[] = [],
  body = "<main/>",
): Part[] {
  const [main, type] = mains[kind];
  const overrides = [{ name: main, type: `${type}.main+xml` }, ...more].flatMap((part) =>
    part.type ? [`<Override PartName="/${part.name}" ContentType="${part.type}"/>`] : [],
  );
  return [
    { name: "[Content_Types].xml", body: `<Types xmlns="x">${overrides.join("")}</Types>` },
    { name: main, body },
    ...more.map((part) => ({ name: part.name, body: part.body })),
  ];
}

/** What an archive holds, by its directory, each entry checked against its sum. */
export function unzip(bytes: Uint8Array, encoding: "utf8" | "latin1" = "utf8"): Record<string, string> {
  const raw = Buffer.from(bytes);
  const tail = raw.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  assert.equal(tail + 22, raw.length);
  const held: Record<string, string> = {};
  let at = raw.readUInt32LE(tail + 16);
  for (let index = 0; index < raw.readUInt16LE(tail + 10); index += 1) {
    const place = raw.readUInt32LE(at + 42);
    const length = raw.readUInt16LE(at + 28);
    const name = raw.toString("latin1", at + 46, at + 46 + length);
    assert.equal(raw.toString("latin1", place + 30, place + 30 + length), name);
    const from = place + 30 + length;
    const packed = raw.subarray(from, from + raw.readUInt32LE(at + 20));
    const body = raw.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    assert.equal(crc32(body), raw.readUInt32LE(at + 16));
    held[name] = body.toString(encoding);
    at += 46 + length;
  }
  return held;
}
