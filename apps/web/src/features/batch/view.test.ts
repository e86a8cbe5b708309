import type { BatchRow } from "@lilink/model/trace/batch";
import { describe, expect, it } from "vitest";
import { emptyDraft, readAssay, readDraft, readPasted, toDraft, toFlows, writeAssay } from "./view.ts";

describe("rows as they are typed", () => {
  it("contents are read as people write them, and what is no element is said", () => {
    expect(readAssay("Li 4.30， Ni: 18 %；Co=6")).toEqual({ Li: 0.043, Ni: 0.18, Co: 0.06 });
    expect(readAssay("")).toEqual({});
    expect(readAssay("Xx 4")).toBeNull();
    expect(readAssay("Li 104")).toBeNull();
    expect(writeAssay({ Ni: 0.18, Li: 0.043 })).toBe("Li 4.3, Ni 18");
  });

  it("lines of a sheet become rows; a battery code is known by its shape", () => {
    const rows = readPasted("BM-1\t1000\tLi 4.2\nZZ1PB01A1B2C3DA5H0000213, 375\n\n", "input", String);
    expect(rows.map(({ kind, name, kg, assay }) => [kind, name, kg, assay])).toEqual([
      ["lot", "BM-1", "1000", "Li 4.2"],
      ["code", "ZZ1PB01A1B2C3DA5H0000213", "375", ""],
    ]);
  });

  it("a row goes out and comes back the same; what is missing is named", () => {
    const row: BatchRow = {
      side: "waste",
      kind: "electrolyte",
      name: "E-1",
      kg: 40,
      assay: { Li: 0.001, P: 0.02 },
      treatment: "handed_over",
      licenceUntil: "2027-01-01",
    };
    expect(readDraft(toDraft(row, "a")).row).toEqual(row);
    expect(readDraft(emptyDraft("input", "b")).faults).toEqual(["badName", "badKg"]);
  });
});

describe("the flows of an element", () => {
  const rows: readonly BatchRow[] = [
    { side: "input", kind: "lot", name: "A", kg: 100, assay: { Li: 0.05 } },
    { side: "product", kind: "product", name: "P", kg: 20, assay: { Li: 0.2 } },
    { side: "waste", kind: "slag", name: "S", kg: 50, assay: { Li: 0.01 } },
  ];
  const words = { work: "w", open: "open", over: "over", kindOf: (kind: string) => kind, kg: String };
  it("what is neither product nor waste has a node of its own, and what goes in goes out", () => {
    const { nodes, flows } = toFlows(rows, "Li", words);
    expect(nodes.slice(1).every(({ label, amount }) => amount !== undefined && !label.includes(amount))).toBe(
      true,
    );
    const sum = (end: "from" | "to") =>
      flows.reduce((all, flow) => all + (flow[end] === "work" ? (flow.value ?? 0) : 0), 0);
    expect(sum("to")).toBeCloseTo(sum("from"), 9);
    expect(flows.at(-1)).toMatchObject({ from: "work", to: "open" });
    expect(toFlows(rows, "Ni", words).flows).toEqual([]);
  });
});
