import { formatPeriod, formatQuantity, toReading } from "@lilink/i18n";
import { goalsBeside, listPrintedFacts } from "@lilink/model/goals";
import { DescriptionList, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { LinkedText } from "#components/linked-text.tsx";
import { PhraseBreaks } from "#components/phrase-breaks.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { Follow } from "#features/search/components/follow.tsx";
import { StandingSection } from "#features/standing/components/standing-section.tsx";
import { releasedBase } from "#features/standing/view.ts";
import { PrintedFacts } from "#features/target/components/printed-facts.tsx";
import { BaselineFigure, HorizonBadge, TargetFigure } from "#features/target/components/target-marks.tsx";
import { baselineText, headed, sourceKeyOf } from "#features/target/view.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { readGoal } from "../queries.ts";
import { CrossChecks } from "./cross-checks.tsx";
import { DefinitionSheet } from "./definition-sheet.tsx";
import { EditorNotes } from "./editor-notes.tsx";
import { SeriesSection } from "./series-section.tsx";

type Card = NonNullable<Awaited<ReturnType<typeof readGoal>>>;

export type GoalPageProps = { readonly card: Card };

/** One goal: what is printed, what is proposed, where it stands. */
export function GoalPage({ card }: GoalPageProps) {
  const { goal, indicator, further, standing } = card;
  const t = useTranslations("goal");
  const locale = useLocale();
  return (
    <>
      <PageHeader
        up={<TextLink href="/goals">{t("detail.back")}</TextLink>}
        title={<PhraseBreaks>{inLocale(goal.statement, locale)}</PhraseBreaks>}
        badges={
          <>
            <LinkBadge link={goal.link} />
            <HorizonBadge state={card.state} year={String(goal.horizon)} />
            <SampleBadge />
          </>
        }
        actions={<Follow kind="goal" id={goal.id} name={`${goal.id} ${inLocale(goal.statement, locale)}`} />}
        lead={[
          goal.id,
          t(`horizon.${goal.horizon}`),
          t("section", { section: goal.section }),
          t(`direction.${goal.direction}`),
        ].join(" · ")}
      />
      <StandingSection standing={standing} horizon={goal.horizon} direction={goal.direction} />
      <Section id="figures" title={t("column.target")}>
        <GoalFigures card={card} />
      </Section>
      <CrossChecks checks={card.crossChecks} />
      <PrintedFacts facts={listPrintedFacts({ goal: goal.id })} />
      <SeriesSection series={card.series} />
      {indicator ? (
        <Section
          id="sheet"
          fold=""
          shut
          title={t("labelled", { label: t("detail.sheet"), text: inLocale(indicator.name, locale) })}
          action={<TextLink href={`/indicators/${indicator.id}`}>{indicator.id}</TextLink>}
        >
          <DefinitionSheet indicator={indicator} />
        </Section>
      ) : null}
      {further.length > 0 ? (
        <Section id="further" title={t("detail.further")}>
          <ul className="hairline-list border-y border-line">
            {further.map((one) => (
              <li key={one.id} className="py-2">
                <span className="mr-3 text-sm text-muted tabular-nums">{one.id}</span>
                <TextLink href={`/indicators/${one.id}`}>{inLocale(one.name, locale)}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <EditorNotes notes={card.editorNotes} />
    </>
  );
}

function GoalFigures({ card: { goal, target, standing } }: { readonly card: Card }) {
  const t = useTranslations("goal");
  const locale = useLocale();
  const { baseline } = goal;
  const source = (text: string) => {
    const found = sourceKeyOf(text);
    return found ? t(found.key, found.params) : text;
  };
  const second = baseline?.alternative;
  const beside = goalsBeside(goal);
  return (
    <DescriptionList
      items={[
        {
          key: "baseline",
          // A published figure beside the released one that the goal is judged from.
          term: t(
            baseline && standing.baseline?.origin === "released"
              ? "detail.baselineBeside"
              : "detail.baseline",
          ),
          detail: baseline ? (
            <>
              <BaselineFigure baseline={baseline} />
              <span className="block text-sm text-muted">{source(baseline.source)}</span>
              {baseline.confidence === "seed" && releasedBase(standing) ? (
                <span className="block text-sm text-muted">{t("detail.baselinePrinted")}</span>
              ) : null}
            </>
          ) : (
            <NoBaseline standing={standing} />
          ),
        },
        ...(second
          ? [
              {
                key: "alternative",
                term: t("detail.alternative"),
                detail: (
                  <>
                    <span className="tabular-nums">{baselineText(second, locale)}</span>
                    <span className="ml-2 text-xs text-muted">{formatPeriod(second.period, locale)}</span>
                    <span className="block text-sm text-muted">{`${source(second.source)} · ${t("detail.alternativeHelp")}`}</span>
                  </>
                ),
              },
            ]
          : []),
        ...(baseline?.others
          ? [
              {
                key: "others",
                term: t("detail.others"),
                detail: <LinkedText text={inLocale(baseline.others, locale)} />,
              },
            ]
          : []),
        {
          key: "target",
          term: t("detail.target"),
          detail: (
            <>
              <TargetFigure target={target} />
              {target?.origin === "proposal" ? (
                <span className="block text-sm text-muted">
                  <LinkedText
                    text={[
                      t("proposalHelp"),
                      ...(target.why
                        ? [t("labelled", { label: t("detail.why"), text: inLocale(target.why, locale) })]
                        : []),
                    ].join(" ")}
                  />
                </span>
              ) : null}
              {goal.note ? (
                <span className="block text-sm text-muted">
                  <LinkedText text={headed(inLocale(goal.note, locale))} />
                </span>
              ) : null}
            </>
          ),
        },
        ...(beside.length > 0
          ? [
              {
                key: "beside",
                term: t("detail.beside"),
                detail: (
                  <>
                    {beside.map((one) => (
                      <span key={one.id} className="block">
                        <TextLink href={`/goals/${one.id}`}>
                          {`${one.id} ${inLocale(one.statement, locale)}`}
                        </TextLink>
                      </span>
                    ))}
                    <span className="block text-sm text-muted">{t("detail.besideHelp")}</span>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The paper has none: a release stands for it, once there is one. */
function NoBaseline({ standing }: Pick<Card, "standing">) {
  const t = useTranslations("goal.detail");
  const locale = useLocale();
  const base = releasedBase(standing);
  if (base) {
    const value = formatQuantity(toReading(base.value), standing.unit, locale);
    return t("baselineReleased", { value, year: String(base.year) });
  }
  return (
    <>
      <BaselineFigure baseline={null} />
      <span className="block text-sm text-muted">{t("baselineNone")}</span>
    </>
  );
}
