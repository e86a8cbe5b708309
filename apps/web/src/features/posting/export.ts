import { writeWorkbook } from "@lilink/documents";
import { createTranslator, toDay } from "@lilink/i18n";
import { concepts } from "@lilink/model/chain";
import { postingKinds, postingStates } from "@lilink/model/posting";
import { mostPostings } from "@lilink/model/posting/table";
import { answerFile, xlsxType } from "#lib/answer-file.ts";
import { type Export, listExport } from "#lib/define-export.ts";
import { type PostingPath, steps } from "./components/own-list.tsx";
import { conceptName } from "./view.ts";

/** The organization's own postings, with the filter of the page. */
export const ownPostings = listExport({
  most: 2000,
  list: (api, { params }) => {
    const state = postingStates.find((one) => one === params.state);
    return (turn) => api.posting.listOwn({ ...turn, ...(state ? { states: [state] } : {}) });
  },
  table: (locale) => {
    const t = createTranslator(locale, "posting.own");
    const posting = createTranslator(locale, "posting");
    return {
      name: t("title"),
      columns: [
        [t("columns.title"), ({ title }) => title],
        [t("columns.kind"), ({ kind }) => posting(`kind.${kind}`)],
        [t("columns.concept"), ({ concept }) => concept && conceptName(concept, locale)],
        [t("columns.state"), ({ state }) => posting(`state.${state}`)],
        ...steps.map((step) => [t(`step.${step}`), ({ path }: { path: PostingPath }) => path[step]] as const),
        [t("columns.validUntil"), ({ live, validUntil }) => live && validUntil && toDay(validUntil)],
        [t("columns.updated"), ({ updatedAt }) => toDay(updatedAt)],
      ],
    };
  },
});

/** The empty table of several postings, with lists of kinds and concepts and a second sheet that says how. [PO22] */
export const postingTemplate: Export = ({ locale }) =>
  answerFile(async () => {
    const t = createTranslator(locale, "posting.several");
    const posting = createTranslator(locale, "posting");
    const free = [0, mostPostings - 1] as const;
    const headings = [
      "kind",
      "concept",
      "title",
      "summary",
      "description",
      "figure",
      "another",
      "month",
      "nextMonth",
    ] as const;
    return {
      name: `${t("title")}.xlsx`,
      type: xlsxType,
      body: writeWorkbook([
        {
          name: t("title"),
          columns: headings.map((heading) => ({
            header: t(`heading.${heading}`),
            kind: "text",
            width: heading === "description" ? 60 : 22,
            wrap: true,
          })),
          rows: [],
          choices: [
            { column: 0, rows: free, options: postingKinds.map((kind) => posting(`kind.${kind}`)) },
            { column: 1, rows: free, options: concepts.map(({ id }) => conceptName(id, locale)) },
          ],
        },
        {
          name: t("how"),
          columns: [
            { header: t("column"), kind: "text", width: 24, wrap: true },
            { header: t("how"), kind: "text", width: 90, wrap: true },
          ],
          rows: headings.map((heading) => [t(`heading.${heading}`), t(`note.${heading}`)]),
        },
      ]),
    };
  });
