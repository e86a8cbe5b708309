import { type FeedFormat, feedTypes, toCalendar, toFeed } from "@lilink/documents";
import { createTranslator, policyEventWords } from "@lilink/i18n";
import { linkIds } from "@lilink/model/chain";
import { ownText } from "#features/record/view.ts";
import { answerFile } from "#lib/answer-file.ts";
import type { Asked, Export } from "#lib/define-export.ts";
import { runtime } from "#lib/runtime.ts";
import { caller } from "#lib/trpc/server.ts";

/** What happened to policies, newest first, as a feed; `link` leaves one link of the chain. [PY8] */
export async function policyFeed({ params, locale }: Asked, format: FeedFormat): Promise<Response> {
  const t = createTranslator(locale, "governance.feed");
  const link = linkIds.find((id) => id === params.link);
  const { items } = await (await caller()).policy.news(link ? { link } : {});
  const { publicUrl } = runtime().config;
  const prefix = locale === "en" ? "/en" : "";
  const at = (path: string) => new URL(`${prefix}${path}`, publicUrl).href;
  const query = new URLSearchParams({ locale, ...(link ? { link } : {}) });
  const word = locale === "en" ? 1 : 0;
  const body = toFeed(
    {
      title: t("title"),
      about: t("about"),
      language: locale,
      home: at("/policies"),
      self: new URL(`/api/feed/${format}?${query}`, publicUrl).href,
      items: items.map(({ publicId, titleZh, titleEn, type, on, byDocument, publishedAt }) => ({
        id: at(`/policy-events/${publicId}`),
        title: `${ownText({ zh: titleZh, en: titleEn }, locale)}: ${policyEventWords[type][word]}`,
        about: [on, byDocument].filter(Boolean).join(" · "),
        at: publishedAt,
      })),
    },
    format,
  );
  return new Response(body, {
    headers: { "content-type": feedTypes[format], "cache-control": "private, max-age=300" },
  });
}

/** The days on which patents end, from today on, as a file for a calendar. [PT7] */
export const patentTerms: Export = ({ locale }) =>
  answerFile(async () => {
    const t = createTranslator(locale, "governance.patent");
    const { on, patents } = await (await caller()).barrier.load({});
    const { publicUrl } = runtime().config;
    const prefix = locale === "en" ? "/en" : "";
    const events = patents.flatMap(
      ({ publicId, number, titleZh, titleEn, holder, term, printedExpiry, standing }) => {
        const day = term.expiry ?? printedExpiry;
        if (!day || day < on || standing === "over") return [];
        return {
          id: `patent:${publicId}@${new URL(publicUrl).host}`,
          day,
          title: t(term.expiry ? "endsOn" : "endsAsPrinted", { number }),
          about: [ownText({ zh: titleZh, en: titleEn }, locale), holder, t("noAdvice")].join(" · "),
          url: new URL(`${prefix}/patents/${publicId}`, publicUrl).href,
        };
      },
    );
    const body = Buffer.from(toCalendar(t("calendar"), events, new Date()));
    return { name: `${t("calendar")}.ics`, type: "text/calendar; charset=utf-8", body };
  });
