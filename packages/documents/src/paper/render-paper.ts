import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { alarm, faint, ink } from "./colour.ts";
import type { Paper } from "./paper.ts";
import { isStranded, toContents } from "./to-contents.ts";
import { commonFace, type Run, Typeface } from "./typeface.ts";

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
    pageBreakBefore: (node, { getFollowingNodesOnPage }) => isStranded(node, getFollowingNodesOnPage),
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

async function addFaces(type: Typeface, fonts: ReadonlySet<string>): Promise<void> {
  for (const { name, normal, bold } of await type.faces(fonts)) {
    memory.writeFileSync(`${name}-normal.face`, normal);
    memory.writeFileSync(`${name}-bold.face`, bold);
    pdfmake.addFonts({ [name]: { normal: `${name}-normal.face`, bold: `${name}-bold.face` } });
  }
}
