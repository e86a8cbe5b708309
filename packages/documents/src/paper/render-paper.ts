import pdfmake from "pdfmake";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces";
import type { Paper, PaperBlock, PaperColumn } from "./paper.ts";
import { commonFace, type Run, Typeface } from "./typeface.ts";

const ink = "#1a1a1a";
const faint = "#5f6368";
const line = "#c9ccd1";
const ground = "#f3f4f6";
const alarm = "#a3420a";

/** Files in memory that fonts are read from; the published types leave it out. */
const memory = (pdfmake as unknown as { virtualfs: { writeFileSync(name: string, bytes: Buffer): void } })
  .virtualfs;

let typeface: Promise<Typeface> | undefined;

// Nothing is fetched: a paper is made of what it is given.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => path.endsWith(".face"));

/**
 * A paper as PDF on A4, Chinese and Latin in one embedded typeface. A table repeats its heading, caption and head on each
 * page, none of them stands without a row, and no row is cut. The same paper gives the same bytes.
 */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  typeface ??= Typeface.open();
  const type = await typeface;
  const fonts = new Set<string>();
  const draw = (text: string): Content[] =>
    type.toRuns(text).map(({ text: drawn, font }: Run) => {
      fonts.add(font);
      return { text: drawn, font };
    });
  const footer = draw(paper.footer);
  const warning = paper.warning ? draw(paper.warning) : null;
  // The page's number is worded while the pages are laid out, so its signs are counted beforehand.
  draw(paper.page(1234567890, 1234567890));
  const document: TDocumentDefinitions = {
    pageSize: "A4",
    pageOrientation: paper.landscape ? "landscape" : "portrait",
    pageMargins: [48, 52, 48, 56],
    info: {
      title: paper.title,
      creationDate: paper.madeAt,
      modDate: paper.madeAt,
      producer: "LiLink",
      creator: "LiLink",
    },
    defaultStyle: {
      font: commonFace,
      fontSize: 9.5,
      color: ink,
      lineHeight: paper.language === "en" ? 1.25 : 1.4,
    },
    content: [
      { text: draw(paper.title), fontSize: 18, bold: true, margin: [0, 0, 0, 4] },
      ...(paper.subtitle
        ? [{ text: draw(paper.subtitle), color: faint, margin: [0, 0, 0, 12] } as Content]
        : []),
      ...toContents(paper.blocks, draw),
      ...(paper.seal ? [sealOf(draw(paper.seal))] : []),
    ],
    ...(warning
      ? {
          header: {
            text: warning,
            fontSize: 9,
            bold: true,
            color: alarm,
            alignment: "center",
            margin: [48, 22, 48, 0],
          },
        }
      : {}),
    footer: (page: number, pages: number) => ({
      columns: [
        { text: footer, width: "*" },
        { text: draw(paper.page(page, pages)), width: "auto", alignment: "right" },
      ],
      fontSize: 8,
      color: faint,
      margin: [48, 16, 48, 0],
    }),
  };
  await addFaces(type, fonts);
  return new Uint8Array(await pdfmake.createPdf(document).getBuffer());
}

type Draw = (text: string) => Content[];

type Lead = Exclude<PaperBlock, { kind: "table" | "list" | "text" }>;
type Table = Extract<PaperBlock, { kind: "table" }>;

/** What heads a table becomes rows of its head; what heads a text stays on one page with it. */
function toContents(blocks: readonly PaperBlock[], draw: Draw): Content[] {
  const contents: Content[] = [];
  let leads: Lead[] = [];
  const flush = (...after: Content[]) => {
    const held = [...leads.map((lead) => toContent(lead, draw)), ...after];
    if (held.length > 0) contents.push(leads.length > 0 ? { stack: held, unbreakable: true } : held);
    leads = [];
  };
  for (const block of blocks) {
    if (block.kind === "table") {
      contents.push(toTable(block, leads, draw));
      leads = [];
    } else if (block.kind === "heading") {
      flush();
      leads.push(block);
    } else if (block.kind === "note" && leads.length > 0) leads.push(block);
    else flush(toContent(block, draw));
  }
  flush();
  return contents;
}

function toContent(block: Exclude<PaperBlock, Table>, draw: Draw): Content {
  switch (block.kind) {
    case "heading":
      return { text: draw(block.text), fontSize: 12.5, bold: true, margin: [0, 14, 0, 5] };
    case "text":
      return { text: draw(block.text), margin: [0, 0, 0, 6] };
    case "note":
      return { text: draw(block.text), fontSize: 8, color: faint, margin: [0, 2, 0, 6] };
    case "list":
      return { ul: block.items.map((item) => ({ text: draw(item) })), margin: [0, 0, 0, 6] };
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
      widths: columns.map(({ width }) => width ?? "auto"),
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

function cellOf(text: string, { number }: PaperColumn, draw: Draw, head: boolean): TableCell {
  const place = number ? ({ alignment: "right", noWrap: !head } as const) : {};
  return { text: draw(text), ...place, ...(head ? { bold: true, fillColor: ground } : {}) };
}

/** Room of the size of a company seal, 4 cm across. */
function sealOf(words: Content[]): Content {
  return {
    unbreakable: true,
    margin: [0, 24, 0, 0],
    alignment: "right",
    stack: [
      { text: " ", margin: [0, 0, 0, 100] },
      { text: words, color: faint },
    ],
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

async function addFaces(type: Typeface, fonts: ReadonlySet<string>): Promise<void> {
  for (const { name, normal, bold } of await type.faces(fonts)) {
    memory.writeFileSync(`${name}-normal.face`, normal);
    memory.writeFileSync(`${name}-bold.face`, bold);
    pdfmake.addFonts({ [name]: { normal: `${name}-normal.face`, bold: `${name}-bold.face` } });
  }
}
