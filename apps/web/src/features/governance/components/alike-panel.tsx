import { recordWords } from "@lilink/i18n";
import { NoticeBox, Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ownText } from "#features/record/view.ts";
import { readAlike } from "../queries.ts";
import { MergeButton } from "./merge-button.tsx";

export type AlikePanelProps = {
  readonly id: string;
  readonly revision: number;
  /** The reader may merge the item into another one. */
  readonly mayMerge: boolean;
};

/** Which nodes a watch item touches by its text, what else may tell of the same event, and what was merged into it. [WA3] [WA4] */
export async function AlikePanel({ id, revision, mayMerge }: AlikePanelProps) {
  const [t, given, { alike, merged, concepts, linksMissing }] = await Promise.all([
    getTranslations("governance.watch"),
    getLocale(),
    readAlike(id),
  ]);
  const locale = given === "en" ? "en" : "zh-CN";
  const words = recordWords("watchItem", locale);
  const comma = locale === "en" ? ", " : "、";
  return (
    <>
      {concepts.length > 0 ? (
        <Section id="nodes" title={t("nodes")}>
          <p className="flex flex-wrap gap-x-3 gap-y-1">
            {concepts.map(({ concept, zh, en }) => (
              <TextLink key={concept} href={`/chain/${concept}`}>
                {locale === "en" ? en : zh}
              </TextLink>
            ))}
          </p>
          {linksMissing.length > 0 && mayMerge ? (
            <NoticeBox tone="info" className="mt-3">
              {t("linksMissing", {
                links: linksMissing.map((link) => words.choice("links", link)).join(comma),
              })}
            </NoticeBox>
          ) : null}
        </Section>
      ) : null}
      {merged.length > 0 ? (
        <Section id="merged" title={t("merged", { count: merged.length })}>
          <ul className="hairline-list border-y border-line">
            {merged.map(({ publicId, titleZh, titleEn, sources }) => (
              <li key={publicId} className="py-2">
                <TextLink href={`/watch-items/${publicId}`}>
                  {ownText({ zh: titleZh, en: titleEn }, locale)}
                </TextLink>
                <span className="block text-sm text-muted">
                  {sources.map(({ title }) => title).join(comma) || t("noSource")}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {mayMerge && alike.length > 0 ? (
        <Section id="alike" title={t("alike")}>
          <p className="prose-measure mb-3 text-sm text-muted">{t("alikeLead")}</p>
          <ClientMessages namespaces={["governance"]}>
            <ul className="hairline-list border-y border-line">
              {alike.map(({ publicId, titleZh, titleEn, score, shared, days }) => (
                <li key={publicId} className="flex flex-wrap items-start justify-between gap-3 py-3">
                  <span className="min-w-0 grow basis-64">
                    <TextLink href={`/watch-items/${publicId}`}>
                      {ownText({ zh: titleZh, en: titleEn }, locale)}
                    </TextLink>
                    <span className="block text-sm text-muted">
                      {[
                        t("likeness", { percent: Math.round(score * 100) }),
                        shared.length > 0 ? t("shared", { words: shared.join(comma) }) : "",
                        days === null ? "" : t("apart", { days }),
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </span>
                  <MergeButton id={id} revision={revision} into={publicId} />
                </li>
              ))}
            </ul>
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}
