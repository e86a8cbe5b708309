import { createTranslator, toDay } from "@lilink/i18n";
import { postingStates } from "@lilink/model/posting";
import { listExport } from "#lib/define-export.ts";
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
