import { Badge, EmptyState, ProgressBar, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { Figure } from "#components/figure.tsx";
import type { GoalTeaser } from "../view.ts";

/** A few goals with their progress; one without a figure says so. */
export function GoalStrip({ goals }: { readonly goals: readonly GoalTeaser[] }) {
  const t = useTranslations("home.goals");
  return (
    <Section id="goals-today" title={t("title")} action={<TextLink href="/goals">{t("open")}</TextLink>}>
      {goals.length === 0 ? (
        <EmptyState
          title={t("empty")}
          body={t("lead")}
          action={<ButtonLink href="/goals">{t("emptyStep")}</ButtonLink>}
        />
      ) : (
        <ul className="hairline-list border-y border-line">
          {goals.map((goal) => (
            <li key={goal.id} className="grid items-center gap-x-6 gap-y-1 py-2 sm:grid-cols-[1fr_14rem]">
              <span className="flex min-w-0 items-start gap-2">
                <Badge>{goal.horizon}</Badge>
                <TextLink href={`/goals/${goal.id}`}>{goal.title}</TextLink>
              </span>
              {goal.progress === null ? (
                <Figure value={null} />
              ) : (
                <ProgressBar label={goal.title} value={goal.progress} valueText={goal.progressText} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
