import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { toXml } from "./to-xml.ts";

/** The texts of the elements of a name, as a reader of XML finds them. */
function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  let open: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    open = [...open, tag.name];
    if (tag.name === name) texts.push("");
  });
  parser.on("text", (text) => {
    if (open.at(-1) === name) texts.push((texts.pop() ?? "") + text);
  });
  parser.on("closetag", () => {
    open = open.slice(0, -1);
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return texts;
}

const isUnfit = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0;
  const isControl = code < 32 || (code >= 0x7f && code <= 0x9f);
  return (isControl && !"\t\n\r".includes(sign)) || code === 0xfffe || code === 0xffff;
};

describe("a value as XML", () => {
  it("has an element for each name and each part of a list", () => {
    const xml = toXml("project", { id: "a", part: [{ n: 1 }, { n: 2 }] }, "https://lilink.example/cordis");
    expect(xml).toContain('<project xmlns="https://lilink.example/cordis"><id>a</id>');
    expect(textsOf(xml, "n")).toEqual(["1", "2"]);
  });

  it("is well-formed whatever a text holds, and keeps what XML can hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [read = ""] = textsOf(toXml("a", { b: text }), "b");
        const kept = [...text].map((sign) => (isUnfit(sign) ? "\ufffd" : sign)).join("");
        expect(read).toBe(kept.replaceAll(/\r\n?/g, "\n"));
      }),
    );
  });
});
