import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributes, listConcepts } from "../chain/index.ts";
import { readPostings } from "./read-postings.ts";

const read = (text: string, kind: "need" | null = null) =>
  readPostings(
    text.split("\n").map((line) => line.split("|")),
    kind,
  );

describe("a table of postings", () => {
  it("[PO22] reads columns in any order and language, figures by the name of their attribute", () => {
    const rows = read(
      "D50 (µm)|Product|类型|说明|水分/ppm\n≤ 1.5|磷酸铁锂|求购|月用 300 吨，≥ 2.5 g/cm³|200\n||||\n0.8-1.2 mm|LFP|supply||",
    );
    expect(rows).toHaveLength(2);
    expect(rows?.[0]).toMatchObject({
      row: 2,
      kind: "need",
      concept: "lfp",
      description: "月用 300 吨，≥ 2.5 g/cm³",
      faults: [],
      figures: [
        { attribute: "d50", op: "<=", value: "1.5", unit: "µm" },
        { attribute: "moisture", op: "=", value: "200", unit: "ppm" },
      ],
    });
    expect(rows?.[1]).toMatchObject({
      row: 4,
      kind: "capability",
      figures: [{ attribute: "d50", op: "range", value: "0.8", high: "1.2", unit: "mm", condition: "" }],
    });
  });

  it("[PO27] a column named by a month or a week holds an amount of it", () => {
    const [row] = read("品类|2027-01 (t)|2027年2月|2027-W10|说明\n磷酸铁锂|1,200|–|80|长单", "need") ?? [];
    expect(row).toMatchObject({
      scheduleUnit: "t",
      schedule: [
        { period: "2027-01", amount: "1200" },
        { period: "2027-W10", amount: "80" },
      ],
      description: "长单",
    });
  });

  it("[PO22] keeps what no heading names, and a concept that it does not know, as lines of the description", () => {
    const [row] = read("品类|说明|交货地\n某某粉|每月两批|宜春", "need") ?? [];
    expect(row).toMatchObject({
      concept: "",
      description: "每月两批\n品类：某某粉\n交货地：宜春",
      unknownConcept: "某某粉",
    });
  });

  it("[PO22] says what keeps a row from becoming a draft", () => {
    const rows = read("类型|品类|说明\n租赁|LFP|\n|LFP|\n需求||");
    expect(rows?.map(({ faults }) => faults)).toEqual([
      [{ field: "kind", rule: "unknown", typed: "租赁" }],
      [{ field: "kind", rule: "required", typed: "" }],
      [{ field: "description", rule: "required", typed: "" }],
    ]);
  });

  it("[PO22] a cell that is no amount stays in the text, and is named", () => {
    const [row] =
      read("品类|D50 (µm)|水分/ppm|2027-01 (t)|2027-02 (t)|说明\n磷酸铁锂|abc|200|-3|80|长单", "need") ?? [];
    expect(row).toMatchObject({
      figures: [{ attribute: "moisture", value: "200" }],
      schedule: [{ period: "2027-02", amount: "80" }],
      description: "长单\nD50 (µm)：abc\n2027-01 (t)：-3",
      unread: [
        { heading: "D50 (µm)", typed: "abc" },
        { heading: "2027-01 (t)", typed: "-3" },
      ],
      faults: [],
    });
    const [empty] = read("品类|D50 (µm)|2027-01 (t)\n磷酸铁锂|–|n/a", "need") ?? [];
    expect(empty).toMatchObject({ figures: [], schedule: [], description: "", unread: [] });
  });

  it("is none without a heading", () => {
    expect(read("求购磷酸铁锂|300 吨\n求购石墨|20 吨")).toBeNull();
    expect(readPostings([])).toBeNull();
  });

  it("[PO22] loses no cell, whatever stands in the table", () => {
    const word = fc.oneof(
      fc.stringMatching(/^[甲乙丙丁戊]{1,6}$/),
      fc.integer({ min: 1, max: 999 }).map(String),
    );
    const heading = fc.oneof(
      word,
      fc.constantFrom("标题", "summary", "说明", "D50 (µm)", ...attributes.map(({ zh }) => zh)),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(heading, { maxLength: 5 }),
        fc.array(word, { minLength: 5, maxLength: 5 }),
        (more, cells) => {
          const head = ["描述", ...more];
          const [row] = readPostings([head, cells.slice(0, head.length)], "need") ?? [];
          const told = JSON.stringify(row).replaceAll(",", "");
          for (const cell of cells.slice(0, head.length)) expect(told).toContain(cell);
        },
      ),
    );
  });

  it("knows every concept by its Chinese name", () => {
    for (const { id, zh } of listConcepts()) {
      const [row] = readPostings([["品类"], [zh]], "need") ?? [];
      expect(row?.concept).toBe(id);
    }
  });
});
