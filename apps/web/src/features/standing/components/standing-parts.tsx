import { formatDatedTarget, sayStanding } from "@lilink/i18n";
import { findGoal } from "@lilink/model/goals";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { StandingDetail } from "../queries.ts";
import { StandingNow, StandingStatus } from "./marks.tsx";

type Part = StandingDetail["parts"][number];

/** Every measure of a goal that has several, each with where it stands. [PG18] */
export function StandingParts({ standing }: { readonly standing: StandingDetail }) {
  const t = useTranslations("standing.parts");
  const locale = useLocale();
  const year = findGoal(standing.goal)?.horizon ?? 0;
  if (standing.parts.length < 2) return null;
  return (
    <div className="mt-6">
      <h3>{t("title")}</h3>
      <p className="mb-2 text-sm text-muted">{t("worst")}</p>
      <DataTable
        caption={t("title")}
        rows={standing.parts}
        rowKey={({ indicator, measure }) => `${indicator} ${measure}`}
        columns={[
          {
            key: "measure",
            label: t("measure"),
            lead: true,
            cell: ({ indicator, name }) => (
              <TextLink href={`/indicators/${indicator}`}>{inLocale(name, locale)}</TextLink>
            ),
          },
          { key: "now", label: t("now"), cell: (part) => <PartNow part={part} /> },
          {
            key: "target",
            label: t("target"),
            className: "tabular-nums",
            cell: ({ target, method, unit }) =>
              target && method !== "yes_no" ? formatDatedTarget(target, unit, locale) : null,
          },
          {
            key: "status",
            label: t("status"),
            cell: (part) => (
              <span className="flex flex-col items-start gap-1">
                <StandingStatus standing={part} />
                <span className="text-xs text-muted">
                  {sayStanding({ ...part, closed: standing.closed, year }, locale)}
                </span>
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}

/** The figure, or where it would come from. */
function PartNow({ part }: { readonly part: Part }) {
  const t = useTranslations("standing.parts.missing");
  if (part.now || !part.basis) return <StandingNow standing={part} />;
  return <span className="text-xs text-muted">{t(part.basis, { indicator: part.indicator })}</span>;
}
