import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { type Paper, renderPaper } from "./index.ts";
import { Typeface } from "./typeface.ts";

const paper: Paper = {
  title: "锂链通 2026年第三季度",
  language: "zh-CN",
  madeAt: new Date("2026-11-01T00:00:00Z"),
  footer: "协调小组",
  page: (number, of) => `第 ${number} 页,共 ${of} 页`,
  seal: "(盖章处)",
  blocks: [
    { kind: "heading", text: "目标" },
    { kind: "text", text: "D50 ≥ 3.5 µm,≤ 8 ℃,Li₂CO₃" },
    {
      kind: "table",
      columns: [
        { head: "指标", width: "*" },
        { head: "值", number: true },
      ],
      rows: Array.from({ length: 120 }, (_, row) => [`指标 ${row}`, "12,345.60 t LCE"]),
    },
  ],
};

describe("a paper", () => {
  it("is a PDF of several pages with its typeface inside, and the same bytes each time", async () => {
    const first = Buffer.from(await renderPaper(paper));
    const text = first.toString("latin1");
    expect(text.startsWith("%PDF-1.")).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
    expect(text).toMatch(/\/FontFile[23]/);
    expect(Buffer.from(await renderPaper(paper)).equals(first)).toBe(true);
  });

  it("loses no line of a text that is longer than a page", async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `Minute ${at} of the meeting.`);
    const pagesOf = async (blocks: Paper["blocks"]) =>
      Buffer.from(await renderPaper({ ...paper, seal: "", blocks }))
        .toString("latin1")
        .match(/\/Type \/Page\b/g)?.length;
    const long = { kind: "text", text: lines(600).join(" ") } as const;
    const alone = await pagesOf([long]);
    expect(alone).toBeGreaterThan(2);
    expect(await pagesOf([{ kind: "heading", text: "Minutes" }, long])).toBeGreaterThanOrEqual(alone ?? 0);
  });

  it("draws every sign with a face that holds it, and what none holds as 〓", async () => {
    const type = await Typeface.open();
    const runs = type.toRuns("锂 ≥ 95 %,Li₂CO₃ 25 ℃ → 䶮\u{10FFFF}");
    expect(runs.map(({ text }) => text).join("")).toContain("〓");
    expect(runs.at(-1)?.text.endsWith("〓")).toBe(true);
    const { create } = createRequire(import.meta.url)("fontkit") as {
      create: (bytes: Buffer) => { characterSet: number[] };
    };
    for (const { text, font } of runs) {
      const [face] = await type.faces([font]);
      const held = new Set(face ? create(face.normal).characterSet : []);
      for (const sign of text) expect(held.has(sign.codePointAt(0) ?? 0), sign).toBe(true);
    }
  });
});
