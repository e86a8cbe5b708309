import { sheetWords } from "@lilink/model/goals";
import { PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { PhraseBreaks } from "#components/phrase-breaks.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { DefinitionSection } from "#features/definition/components/definition-section.tsx";
import type { DefinitionData } from "#features/definition/queries.ts";
import { FigureSection, LatestFigure } from "#features/figure/components/figure-section.tsx";
import type { Figures } from "#features/figure/queries.ts";
import type { Best } from "#features/figure/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { readIndicator } from "../queries.ts";
import { CrossChecks } from "./cross-checks.tsx";
import { DefinitionSheet } from "./definition-sheet.tsx";
import { EditorNotes } from "./editor-notes.tsx";
import { HeadTargets } from "./head-targets.tsx";
import { SeriesSection } from "./series-section.tsx";

export function IndicatorPage({
  sheet,
  figures,
  definitions,
  best,
  frontier,
  floor,
}: {
  /** From which share of returns a figure is read without care. */
  readonly floor: number;
  readonly best: readonly Best[];
  /** What is reached at home and anywhere, as bars. */
  readonly frontier: ReactNode;
  readonly figures: Figures | null;
  readonly definitions: DefinitionData | null;
  readonly sheet: NonNullable<Awaited<ReturnType<typeof readIndicator>>>;
}) {
  const { indicator, goals, editorNotes, crossChecks, series } = sheet;
  const t = useTranslations("goal");
  const locale = useLocale();
  return (
    <>
      <PageHeader
        up={<TextLink href="/goals">{t("detail.back")}</TextLink>}
        title={<PhraseBreaks>{inLocale(indicator.name, locale)}</PhraseBreaks>}
        badges={
          <>
            <LinkBadge link={indicator.link} />
            <SampleBadge />
          </>
        }
        lead={
          <>
            {figures ? <LatestFigure figures={figures} floor={floor} /> : null}
            <HeadTargets indicator={indicator} />
            {`${indicator.id} · ${sheetWords(indicator, locale === "en" ? "en" : "zh").unit}`}
          </>
        }
      />
      {figures ? <FigureSection figures={figures} best={best} /> : null}
      {frontier}
      <Section id="sheet" title={t("detail.sheet")} fold="" shut>
        <DefinitionSheet indicator={indicator} />
      </Section>
      {definitions ? <DefinitionSection indicator={indicator.id} data={definitions} /> : null}
      <CrossChecks checks={crossChecks} />
      <SeriesSection series={series} />
      {goals.length > 0 ? (
        <Section id="goals" title={t("detail.goals")}>
          <ul className="hairline-list border-y border-line">
            {goals.map((goal) => (
              <li key={goal.id} className="flex gap-3 py-2">
                <span className="text-sm whitespace-nowrap text-muted tabular-nums">{goal.id}</span>
                <TextLink href={`/goals/${goal.id}`}>{inLocale(goal.statement, locale)}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <EditorNotes notes={editorNotes} />
    </>
  );
}
