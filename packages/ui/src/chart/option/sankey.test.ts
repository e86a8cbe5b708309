import { describe, expect, it } from "vitest";
import type { SankeySpec } from "../spec.ts";
import { planSankey } from "./sankey.ts";

const flow = (from: string, to: string, value: number) => ({ from, to, value, text: String(value) });
const calls: SankeySpec = {
  kind: "sankey",
  head: ["From", "To", "Value"],
  nodes: [
    { key: "gap", label: "盐湖卤水镁锂比" },
    { key: "one", label: "2024-01 高镁锂比盐湖吸附提锂与连续化工程验证", short: "2024-01" },
    { key: "two", label: "2026-03 黑粉优先提锂示范", short: "2026-03" },
    { key: "free", label: "尚未资助" },
  ],
  flows: [flow("gap", "one", 90), flow("gap", "two", 1), flow("one", "free", 90), flow("two", "free", 1)],
};
type Drawn = {
  readonly left: number;
  readonly nodeGap: number;
  readonly data: readonly { readonly name: string; readonly label: { readonly position: unknown } }[];
  readonly label: { readonly formatter: (node: { readonly name: string }) => string };
};
const draw = (spec: SankeySpec, width: number): Drawn => {
  const [series] = planSankey(spec, width).option.series as readonly Drawn[];
  if (!series) throw new Error("no series");
  return series;
};
const placeOf = ({ data }: Drawn, key: string) => data.find(({ name }) => name === key)?.label.position;

describe("a flow", () => {
  it("names several nodes between two others above what comes to them, and one alone above it", () => {
    const several = draw(calls, 760);
    expect(["gap", "one", "two", "free"].map((key) => placeOf(several, key))).toEqual([
      "left",
      [10, -4],
      [10, -4],
      "right",
    ]);
    const alone = draw(
      { ...calls, flows: calls.flows.filter(({ from, to }) => from !== "two" && to !== "two") },
      760,
    );
    expect(placeOf(alone, "one")).toBe("top");
  });

  it("takes the short name between where it is narrow, and keeps nodes apart by as many lines as a name has", () => {
    const narrow = draw(calls, 350);
    expect(narrow.label.formatter({ name: "one" })).toBe("2024-01");
    // Above its node, in the room of a line: beside it a number would break in two.
    expect(["one", "two"].map((key) => placeOf(narrow, key))).toEqual(["top", "top"]);
    expect(draw(calls, 760).label.formatter({ name: "one" })).toContain("高镁锂比");
    expect(draw(calls, 760).nodeGap).toBeGreaterThan(16);
  });

  it("leaves more room beside the first nodes where a word of theirs is long", () => {
    const nodes = calls.nodes.map((node) =>
      node.key === "gap" ? { ...node, label: "liquid-electrolyte cells" } : node,
    );
    expect(draw({ ...calls, nodes }, 350).left).toBeGreaterThan(draw(calls, 350).left);
  });

  it("breaks a Chinese name between words, and never within a note in brackets", () => {
    const nodes = calls.nodes.map((node) =>
      node.key === "one" ? { ...node, label: "硫化物固态电解质与正极界面的作用机理(虚构)" } : node,
    );
    for (const width of [560, 640, 700, 760, 900]) {
      const lines: string[] = draw({ ...calls, nodes }, width)
        .label.formatter({ name: "one" })
        .split("\n");
      expect(lines.join("")).toBe("硫化物固态电解质与正极界面的作用机理(虚构)");
      expect(lines.some((line) => line.includes("(虚构)"))).toBe(true);
      expect(lines.every((line) => !/^[)）]/.test(line))).toBe(true);
    }
  });

  it("never breaks within the note in brackets of an English name", () => {
    const label = "Interfaces in sulfide solid electrolytes (fictional)";
    const nodes = calls.nodes.map((node) => (node.key === "one" ? { ...node, label } : node));
    for (const width of [350, 560, 700, 900]) {
      const told: string = draw({ ...calls, nodes }, width).label.formatter({ name: "one" });
      if (told.includes("fictional")) expect(told).toContain("(fictional)");
    }
  });

  it("says the amount of a node in a line of its own, which the nodes make room for", () => {
    const told = { ...calls, nodes: calls.nodes.map((node) => ({ ...node, amount: "9,000 万元" })) };
    const [plain, tall] = [draw(calls, 760), draw(told, 760)];
    expect(tall.label.formatter({ name: "free" })).toBe("尚未资助\n9,000 万元");
    expect(tall.nodeGap).toBeGreaterThan(plain.nodeGap);
  });
});
