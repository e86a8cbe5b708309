import { introductionStates, ledgerSteps } from "@lilink/model/introduction";
import { Section } from "@lilink/ui";
import type { Bar } from "@lilink/ui/chart";
import { useTranslations } from "next-intl";
import { Chart } from "#components/chart.tsx";
import type { BoardData } from "../queries.ts";
import { toRanked } from "../view.ts";
import { OriginLine } from "./origin-line.tsx";

/** What became of introductions: states, confirmed outcomes, reasons for declining, and who takes part. */
export function BoardOutcomes({ board }: { readonly board: BoardData }) {
  const t = useTranslations("board.exchange");
  const introduction = useTranslations("introduction");
  const kind = useTranslations("organization.kind");
  const bar = (key: string, label: string, count: number) => ({
    key,
    label,
    value: count,
    text: String(count),
  });
  const head = [t("chartName"), t("chartCount")];
  const toSpec = (bars: readonly Bar[]) => ({ kind: "bar", head, bars }) as const;
  const reasons = [
    ...toRanked(board.declines.reasons).map(({ key, count }) =>
      bar(key, introduction(`decline.${key}`), count),
    ),
    ...(board.declines.unnamed > 0 ? [bar("unnamed", t("unnamed"), board.declines.unnamed)] : []),
  ];
  const outcomes = ledgerSteps.map((step) =>
    bar(step, introduction(`ledger.steps.${step}`), board.outcomes[step] ?? 0),
  );
  return (
    <>
      <div className="keep-together">
        <Section id="introductions" title={t("introductions")} fold={sumOf(board.introductions)}>
          <Chart
            room="column"
            title={t("introductionsCaption")}
            spec={toSpec(
              introductionStates.map((state) =>
                bar(state, introduction(`state.${state}`), board.introductions[state] ?? 0),
              ),
            )}
          />
          <OriginLine at={board.at} />
        </Section>
      </div>
      <div className="keep-together">
        <Section id="outcomes" title={t("outcomes")} fold={sumOf(board.outcomes)}>
          <Chart room="column" title={t("outcomesCaption")} spec={toSpec(outcomes)} />
          <OriginLine at={board.at} />
        </Section>
      </div>
      <div className="keep-together">
        <Section id="declines" title={t("declines")} fold={board.declines.total}>
          {reasons.length > 0 ? (
            <Chart room="column" hideTitle title={t("declines")} spec={toSpec(reasons)} />
          ) : (
            <p className="text-muted">{t("declinesNone")}</p>
          )}
          <p className="mt-2 text-xs text-muted">{t("declinesNote")}</p>
        </Section>
      </div>
      <div className="keep-together">
        <Section id="organizations" title={t("organizations")} fold={sumOf(board.organizations)}>
          <Chart
            room="column"
            title={t("organizationsCaption")}
            spec={toSpec(toRanked(board.organizations).map(({ key, count }) => bar(key, kind(key), count)))}
          />
          <OriginLine at={board.at} />
        </Section>
      </div>
    </>
  );
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
