import { expect, it } from "vitest";
import { body, isStranded, toContents } from "./to-contents.ts";

const draw = (text: string) => [{ text }];
const table = {
  kind: "table",
  caption: "Output (t)",
  columns: [{ head: "Place" }],
  rows: [["A"], ["B"]],
} as const;

it("makes what heads a table rows of its head, so that they stand on each of its pages and never without a row", () => {
  const [content, ...others] = toContents(
    [{ kind: "heading", text: "RES-01" }, { kind: "note", text: "By place." }, table],
    draw,
  );
  expect(others).toEqual([]);
  expect(content).toMatchObject({
    table: {
      headerRows: 4,
      keepWithHeaderRows: 1,
      body: [
        [{ text: [{ text: "RES-01" }] }],
        [{ text: [{ text: "By place." }] }],
        [{ text: [{ text: "Output (t)" }] }],
        [{ text: [{ text: "Place" }] }],
        [{ text: [{ text: "A" }] }],
        [{ text: [{ text: "B" }] }],
      ],
    },
  });
});

it("tells a heading of a text from the text, and holds no text together that may be longer than a page", () => {
  const contents = toContents(
    [{ kind: "heading", text: "Minutes" }, { kind: "text", text: "Long." }, table],
    draw,
  );
  expect(contents).toMatchObject([{ headlineLevel: 1 }, { style: body }, { table: { headerRows: 2 } }]);
  expect(JSON.stringify(contents)).not.toContain("unbreakable");
});

it("moves a heading to the next page where nothing of its text is left on its own", () => {
  expect(isStranded({ headlineLevel: 1 }, () => [{}, { style: "footer" }])).toBe(true);
  expect(isStranded({ headlineLevel: 1 }, () => [{}, { style: body }])).toBe(false);
  expect(isStranded({}, () => [])).toBe(false);
});

it("keeps a word or two on one line, in heads and in cells, and lets longer ones wrap", () => {
  const columns = [{ head: "出处" }, { head: "Coverage (%)" }];
  const [content] = toContents(
    [{ kind: "table", columns, rows: [["暂不能评估", "数值不公布，凭上下限不能下结论。"]] }],
    draw,
  );
  expect(content).toMatchObject({
    table: {
      body: [
        [{ noWrap: true }, expect.not.objectContaining({ noWrap: true })],
        [{ noWrap: true }, expect.not.objectContaining({ noWrap: true })],
      ],
    },
  });
});
