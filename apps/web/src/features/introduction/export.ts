import { createTranslator, toDay } from "@lilink/i18n";
import { organizationName } from "#features/organization/view.ts";
import { listExport } from "#lib/define-export.ts";
import { runtime } from "#lib/runtime.ts";
import { toIntroductionFilter } from "./queries.ts";

/** The inbox of the organization, with the filters of the page. */
export const introductions = listExport({
  most: 2000,
  list: (api, { params }) => {
    const { cursor: _first, ...filter } = toIntroductionFilter(params);
    return (turn) => api.introduction.list({ ...filter, ...turn });
  },
  table: (locale) => {
    const t = createTranslator(locale, "introduction");
    const { publicUrl } = runtime().config;
    return {
      name: t("title"),
      columns: [
        [t("list.posting"), ({ asked }) => asked?.title],
        [t("list.side"), ({ side }) => t(`side.${side}`)],
        [t("list.other"), ({ other }) => other && organizationName(other, locale)],
        [t("list.aim"), ({ aim }) => t(`aim.${aim as "quote"}`)],
        [t("list.state"), ({ state }) => t(`state.${state}`)],
        [t("list.sent"), ({ sentAt }) => toDay(sentAt)],
        [t("list.due"), ({ dueAt }) => toDay(dueAt)],
        [t("list.address"), ({ publicId }) => `${publicUrl}/introductions/${publicId}`],
      ],
    };
  },
});
