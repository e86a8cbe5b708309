import { toAgenda } from "@lilink/documents";
import { createTranslator } from "@lilink/i18n";
import { toInstant } from "@lilink/model/event";
import { organizationName } from "#features/organization/view.ts";
import { answerFile } from "#lib/answer-file.ts";
import type { Export } from "#lib/define-export.ts";
import { notThere } from "#lib/define-export.ts";
import { runtime } from "#lib/runtime.ts";
import { readDay } from "./queries.ts";
import { eventTitle } from "./view.ts";

/** The meetings of one day at an event, for the calendar of a phone. [EV10] */
export const eventDay: Export = async ({ locale, params }) => {
  const id = params.id ?? "";
  const day = await readDay(id);
  if (!day) return notThere();
  return answerFile(async () => {
    const t = createTranslator(locale, "event.day");
    const { publicUrl } = runtime().config;
    const { event, slots, meetings } = day;
    const title = eventTitle(event, locale);
    const url = new URL(`${locale === "en" ? "/en" : ""}/events/${id}/day`, publicUrl).href;
    const events = meetings.flatMap(({ publicId, slot, table, zone, partner, person }) => {
      const hours = slots[slot];
      if (!hours) return [];
      const name = partner ? organizationName(partner, locale) : title;
      return {
        id: `event:${publicId}@${new URL(publicUrl).host}`,
        start: toInstant(hours.day, hours.from),
        end: toInstant(hours.day, hours.until),
        title: name,
        about: [title, person ? t("with", { name: person }) : null].filter(Boolean).join(" · "),
        place: `${event.venue}, ${t("at", { table, zone })}`,
        url,
      };
    });
    const body = Buffer.from(toAgenda(title, events, new Date()));
    return { name: `${title}.ics`, type: "text/calendar; charset=utf-8", body };
  });
};
