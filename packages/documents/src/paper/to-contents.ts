import type { Content, TableCell } from "pdfmake/interfaces";
import { faint, fill, ground, line } from "./colour.ts";
import type { PaperBlock, PaperColumn } from "./paper.ts";

/** A text as runs of faces that hold its signs. */
export type Draw = (text: string) => Content[];

type Lead = Exclude<PaperBlock, { kind: "table" | "list" | "text" }>;
type Table = Extract<PaperBlock, { kind: "table" }>;

/** The style of what stands under a heading. */
export const body = "body";

/** Whether a node is a heading under which nothing of its text is left on its page. What follows is costly, so it is asked for. */
export function isStranded(
  node: { readonly headlineLevel?: number | undefined },
  following: () => readonly { readonly style?: unknown }[],
): boolean {
  return node.headlineLevel !== undefined && !following().some(({ style }) => style === body);
}

/**
 * What heads a table becomes rows of its head: it stands on each page of the table and never without a row. Any other heading
 * is known by its level, and goes to the next page where nothing of its text is left on its own.
 */
export function toContents(blocks: readonly PaperBlock[], draw: Draw): Content[] {
  const contents: Content[] = [];
  let leads: Lead[] = [];
  for (const block of blocks) {
    if (block.kind === "table") {
      contents.push(toTable(block, leads, draw));
      leads = [];
    } else if (block.kind === "heading" || (block.kind === "note" && leads.length > 0)) leads.push(block);
    else {
      contents.push(...leads.map((one) => toHead(one, draw)), toContent(block, draw));
      leads = [];
    }
  }
  return [...contents, ...leads.map((one) => toHead(one, draw))];
}

function toHead(lead: Lead, draw: Draw): Content {
  const content = toContent(lead, draw);
  return lead.kind === "heading" ? ({ ...(content as object), headlineLevel: 1 } as Content) : content;
}

function toContent(block: Exclude<PaperBlock, Table>, draw: Draw): Content {
  switch (block.kind) {
    case "heading":
      return { text: draw(block.text), fontSize: 12.5, bold: true, margin: [0, 14, 0, 5] };
    case "text":
      return { text: draw(block.text), margin: [0, 0, 0, 6], style: body };
    case "note":
      return { text: draw(block.text), fontSize: 8, color: faint, margin: [0, 2, 0, 6], style: body };
    case "list":
      return { ul: block.items.map((item) => ({ text: draw(item) })), margin: [0, 0, 0, 6], style: body };
  }
}

function toTable({ caption, columns, rows }: Table, leads: readonly Lead[], draw: Draw): Content {
  const heads: Content[] = [
    ...leads.map((lead) => toContent(lead, draw)),
    ...(caption ? [{ text: draw(caption), fontSize: 9.5, bold: true, margin: [0, 6, 0, 3] } as Content] : []),
  ];
  const span = (content: Content): TableCell[] =>
    columns.map(
      (_, at) => (at === 0 ? { ...(content as object), colSpan: columns.length } : {}) as TableCell,
    );
  return {
    table: {
      headerRows: heads.length + 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: columns.map(({ width, bar }) => (bar ? barRoom : (width ?? "auto"))),
      body: [
        ...heads.map(span),
        columns.map((column) => cellOf(column.head, column, draw, true)),
        ...rows.map((row) => columns.map((column, at) => cellOf(row[at] ?? "", column, draw, false))),
      ],
    },
    layout: { ...hairlines, hLineWidth: (at: number) => (at < heads.length ? 0 : 0.5) },
    fontSize: 8.5,
    margin: [0, 2, 0, 8],
  };
}

const barRoom = 120;

/** A Chinese word or two: broken, it would stand as a column of single signs. */
const isShort = (text: string) => text.length <= 8 && !text.includes(" ");

function cellOf(text: string, { number, bar }: PaperColumn, draw: Draw, head: boolean): TableCell {
  if (bar && !head && text !== "") {
    const w = Math.max(0.5, barRoom * Number(text));
    return { canvas: [{ type: "rect", x: 0, y: 2, w, h: 6, color: fill }], margin: [0, 0, 0, 2] };
  }
  const place = number ? ({ alignment: "right" } as const) : {};
  const noWrap = isShort(text) || (number && !head);
  return {
    text: draw(text),
    ...place,
    ...(noWrap ? { noWrap } : {}),
    ...(head ? { bold: true, fillColor: ground } : {}),
  };
}

const hairlines = {
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingTop: () => 4,
  paddingBottom: () => 1,
  paddingLeft: () => 4,
  paddingRight: () => 4,
};
