import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Achievements } from "../queries.ts";
import { WordMark } from "./fit-word.tsx";

/** Research results that fit a need, in a group of their own: they are handed on in the relay. [AC7] */
export function AchievementGroup({
  achievements,
  need,
  mayAct,
}: {
  readonly achievements: Achievements;
  /** The own need that they answer. */
  readonly need: string;
  readonly mayAct: boolean;
}) {
  const t = useTranslations("match.achievement");
  const locale = useLocale();
  if (achievements.length === 0) return null;
  return (
    <Section id="achievements" title={t("title")}>
      <p className="prose-measure mb-2 text-muted">{t("lead")}</p>
      <ul className="hairline-list border-y border-line">
        {achievements.map(({ publicId, titleZh, titleEn, readiness, holder, relay, word }) => (
          <li key={publicId} className="flex flex-col gap-1 py-3">
            <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <WordMark word={word} />
              <TextLink href={`/achievements/${publicId}`}>
                <OwnWords>{(locale === "en" ? titleEn : titleZh) ?? titleZh ?? titleEn ?? ""}</OwnWords>
              </TextLink>
            </span>
            <span className="text-sm text-muted">
              {organizationName(holder, locale)} · {t("readiness", { level: readiness })}
            </span>
            <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
              {mayAct ? (
                <ButtonLink
                  size="sm"
                  href={{ pathname: "/introductions/new", query: { achievement: publicId, own: need } }}
                >
                  {t("ask")}
                </ButtonLink>
              ) : null}
              {relay ? <TextLink href={`/fund/relay/${relay}`}>{t("relay")}</TextLink> : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
