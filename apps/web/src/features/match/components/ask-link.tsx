import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { Match } from "../queries.ts";
import { toIntroductionHref } from "../view.ts";

export type AskLinkProps = {
  readonly own: string;
  readonly match: Pick<Match, "other" | "introduction" | "answerBy">;
  readonly variant?: "accent" | "plain";
};

/** Asks for an introduction, or leads to the one that is under way or waits for the own answer. */
export function AskLink({ own, match, variant = "plain" }: AskLinkProps) {
  const { other, introduction, answerBy } = match;
  const t = useTranslations("match.page");
  if (introduction)
    return (
      <ButtonLink size="sm" variant={answerBy ? variant : "plain"} href={`/introductions/${introduction}`}>
        {t(answerBy ? "answer" : "underWay")}
      </ButtonLink>
    );
  return (
    <ButtonLink
      size="sm"
      variant={variant}
      className="max-sm:in-[tfoot]:h-auto max-sm:in-[tfoot]:py-1 max-sm:in-[tfoot]:whitespace-normal"
      href={toIntroductionHref(own, other.publicId)}
    >
      {t("ask")}
    </ButtonLink>
  );
}
