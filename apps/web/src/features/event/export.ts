import { toAgenda } from "@lilink/documents";
import { createTranslator, formatDate, type Locale } from "@lilink/i18n";
import { toInstant } from "@lilink/model/event";
import { organizationName } from "#features/organization/view.ts";
import { answerFile } from "#lib/answer-file.ts";
import type { Export } from "#lib/define-export.ts";
import { notThere } from "#lib/define-export.ts";
import { offlinePolicy, toOfflinePage } from "#lib/offline-page.ts";
import { runtime } from "#lib/runtime.ts";
import { readDay } from "./queries.ts";
import { eventTitle, toHours } from "./view.ts";

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

/** The own day as one document without scripts, which the device keeps for when it has no network, with the hour as of which it holds. [EV13] */
export async function offlineDay(id: string, locale: Locale): Promise<Response> {
  const day = await readDay(id).catch(() => null);
  if (!day) return notThere();
  const t = createTranslator(locale, "event.day");
  const { event, slots, meetings, code } = day;
  const html = toOfflinePage({
    lang: locale,
    title: t("title"),
    lead: `${eventTitle(event, locale)} · ${event.venue}`,
    note: t("offline", { time: formatDate(new Date(), locale, "time") }),
    code: code ? { label: t("code"), value: code } : null,
    rows: meetings.map(({ slot, table, zone, partner, person, ownPerson }) => {
      const hours = slots[slot];
      return [
        hours ? `${formatDate(hours.day, locale)} ${toHours(hours)}` : "",
        partner ? organizationName(partner, locale) : "",
        t("at", { table, zone }),
        person ? t("with", { name: person }) : "",
        ownPerson ? t("own", { name: ownPerson }) : "",
      ].filter(Boolean);
    }),
    none: t("noMeeting"),
  });
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": offlinePolicy,
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
}
