import { type StandingNeed, toNeedDraft } from "@lilink/model/posting/standing";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { figuresText } from "../view.ts";
import { StartButton } from "./start-button.tsx";

export type StandingNeedListProps = {
  readonly needs: readonly StandingNeed[];
  /** Whoever may not post yet is led to where it begins. */
  readonly mayPost: boolean;
};

/** Standing needs with what they measure; one press opens a draft of one. [PO25] */
export function StandingNeedList({ needs, mayPost }: StandingNeedListProps) {
  const t = useTranslations("posting.standing");
  const locale = useLocale();
  const language = locale === "en" ? "en" : "zh";
  return (
    <ul className="hairline-list border-y border-line">
      {needs.map((need) => {
        const { title, figures } = toNeedDraft(need, language);
        const address = `/postings/new?${new URLSearchParams({ kind: "need", concept: need.concept })}`;
        return (
          <li key={need.id} className="flex items-center gap-3 py-2">
            <span className="min-w-0 flex-1">
              <span className="block">{title}</span>
              <span className="block text-sm text-muted tabular-nums">{figuresText(figures, locale)}</span>
            </span>
            {mayPost ? (
              <StartButton
                kind="need"
                content={toNeedDraft(need, language)}
                text={t("start")}
                label={t("startOf", { title })}
              />
            ) : (
              <ButtonLink size="sm" variant="quiet" href={address} aria-label={t("startOf", { title })}>
                {t("start")}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
