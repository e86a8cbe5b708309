import { toCalendar } from "@lilink/documents";
import { createTranslator, toDay } from "@lilink/i18n";
import { answerFile } from "#lib/answer-file.ts";
import type { Export } from "#lib/define-export.ts";
import { runtime } from "#lib/runtime.ts";
import { caller } from "#lib/trpc/server.ts";
import { dutyWords, titleOf } from "./view.ts";

/** What of the desk has a due day, as a file for a calendar. [DU7] */
export const dueDays: Export = ({ locale }) =>
  answerFile(async () => {
    const t = createTranslator(locale, "desk");
    const { items } = await (await caller()).desk.load({});
    const { publicUrl } = runtime().config;
    const prefix = locale === "en" ? "/en" : "";
    const events = items.flatMap((item) => {
      if (!item.due) return [];
      const { kind, count, duty, path } = item;
      return {
        id: `${kind}:${path}@${new URL(publicUrl).host}`,
        day: toDay(item.due),
        title: t(`item.${kind}.what`, { count, duty: duty ? dutyWords(duty, locale) : "" }),
        about: titleOf(item, locale) ?? "",
        url: new URL(`${prefix}${path}`, publicUrl).href,
      };
    });
    const body = Buffer.from(toCalendar(t("title"), events, new Date()));
    return { name: `${t("title")}.ics`, type: "text/calendar; charset=utf-8", body };
  });
