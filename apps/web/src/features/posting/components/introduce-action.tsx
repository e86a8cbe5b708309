import { formatDate } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { toIntroduceStep } from "../view.ts";

export type IntroduceActionProps = {
  readonly publicId: string;
  /** The introduction that the viewer's organization has on this posting. */
  readonly introduction: string | null;
  /** When the own answer to it is due; null where none is. */
  readonly answerBy: Date | null;
  readonly viewer: Parameters<typeof toIntroduceStep>[0];
};

/** The way to an introduction; for who may not ask yet, why and what comes first. */
export function IntroduceAction({ publicId, introduction, answerBy, viewer }: IntroduceActionProps) {
  const t = useTranslations("posting.detail");
  const locale = useLocale();
  if (introduction)
    return (
      <ButtonLink variant="accent" href={`/introductions/${introduction}`}>
        {answerBy ? t("answerIntroduction", { day: formatDate(answerBy, locale) }) : t("openIntroduction")}
      </ButtonLink>
    );
  const step = toIntroduceStep(viewer);
  const hrefs = {
    introduce: { pathname: "/introductions/new", query: { posting: publicId } },
    signInToIntroduce: { pathname: "/signin", query: { next: `/postings/${publicId}` } },
  } as const;
  if (step === "introduce" || step === "signInToIntroduce")
    return (
      <ButtonLink variant="accent" href={hrefs[step]}>
        {t(step)}
      </ButtonLink>
    );
  const organization = viewer?.organization?.publicId;
  return (
    <p className="max-w-xs text-sm text-muted">
      {t(`notYet.${step}`)}{" "}
      {step === "reader" ? null : (
        <TextLink href={organization ? `/organizations/${organization}` : "/organizations"}>
          {t(`notYet.${step}Act`)}
        </TextLink>
      )}
    </p>
  );
}
