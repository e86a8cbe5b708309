import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findContacts } from "./find-contacts.ts";
import { takeOut } from "./take-out.ts";

const told = (text: string) => findContacts(text, []).map(({ doubt, quote }) => [doubt, quote]);
const mail =
  "We need 300 t per month.\nPlease answer by Friday.\n\nBest regards,\nAnna Keller\nHead of Purchasing\nTel. +49 30 5557 1234\nanna.keller@cathode.example\nHauptstrasse 5, 10115 Berlin";

describe("who signed a text", () => {
  it("[PO11] the end of a mail is one hint, from its greeting to its address, and one press takes it out", () => {
    const found = findContacts(mail, []);
    expect(found.map(({ doubt }) => doubt)).toEqual(["signature"]);
    expect(found[0]?.quote).toMatch(/^Best regards,\nAnna Keller\n.*Berlin$/s);
    const rest = takeOut(mail, found[0]?.quote ?? "");
    expect(rest).toBe("We need 300 t per month.\nPlease answer by Friday.");
    expect(findContacts(rest, [])).toEqual([]);
  });

  it("[PO11] a greeting, a name and a number may stand in one line", () => {
    const text = "We have NMC black mass available.\n\nCheers, Marieke de Vries, +31 6 1122 3344";
    expect(findContacts(text, []).map(({ quote }) => quote)).toEqual([
      "Cheers, Marieke de Vries, +31 6 1122 3344",
    ]);
    expect(findContacts("Best, Ni 21 %, LFP 120 t", [])).toEqual([]);
  });

  it("[PO11] a person with a number and a street behind is one hint, and its clause goes whole", () => {
    const text = "三、质保期 24 个月。\n四、联系人：李建国，电话 0979-8412345，地址：格尔木市昆仑路 18 号。";
    expect(told(text)).toEqual([["signature", "联系人:李建国,电话 0979-8412345,地址:格尔木市昆仑路 18 号"]]);
    expect(takeOut(text, told(text)[0]?.[1] ?? "")).toBe("三、质保期 24 个月。");
    expect(told("Contact: Prof. Li Wei, liwei@university.example.")[0]?.[0]).toBe("signature");
  });

  it.each([
    ["求购碳酸锂 200 吨。\n此致\n敬礼\n李建国", "signature"],
    ["求购碳酸锂。\n谢谢！\n王磊\n采购部", "signature"],
    ["LFP wanted. Thanks\nBest regards, Anna Keller", "signature"],
    ["LFP wanted.\n\nRgds,\nChen Lei", "signature"],
    ["LFP wanted.\n\nKind regards / Mit freundlichen Grüßen\nJulia Brandt\nStrategic Sourcing", "signature"],
    ["LFP wanted.\n\nAnna Keller\nCathode Materials\nTel. +49 30 5557 1234", "signature"],
    ["四、联系人：李建国，电话另询", "person"],
    ["详情请联系王经理。", "person"],
    ["Contact: Prof. Li Wei", "person"],
    ["as agreed with Dr. Müller", "person"],
    ["地址：青海省格尔木市昆仑路 18 号", "address"],
  ])("[PO11] hints at it in %j", (text, doubt) => {
    expect(told(text).map(([kind]) => kind)).toContain(doubt);
  });

  it.each([
    "联系方式：对接后提供",
    "项目负责人：须有 5 年经验",
    "2 号线路 3 号反应釜，管路 5 号阀",
    "Contact resistance: below 5 mΩ",
    "Best Available Technology",
    "thanks to Dry Coating",
    "谢谢",
    "Thanks\nwe also need a sample of 5 kg for the first test",
    "找张家港的仓库",
    "Argyrodite Electrolyte\nD50 2-4 µm",
  ])("[PO11] raises nothing in %j", (text) => expect(told(text)).toEqual([]));

  it("[PO11] reads any text, and quotes only what stands in it", () => {
    const piece = fc.constantFrom(
      "Best regards,",
      "Anna Keller",
      "\n",
      "\n\n",
      "联系人：",
      "李建国",
      "路 18 号",
      "@",
      " ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        for (const { quote } of findContacts(text, [])) expect(text.normalize("NFKC")).toContain(quote);
      }),
    );
  });

  it("[PO11] its work grows with the length of the text alone", () => {
    const started = performance.now();
    for (const text of [
      "Best regards,\n".repeat(1400),
      "Dr. Aa ".repeat(2800),
      "路".repeat(20_000),
      "A a".repeat(6000),
    ])
      findContacts(text, []);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
