import { introductionStates, ledgerSteps } from "@lilink/model/introduction";
import { BarList, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
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
    valueText: String(count),
  });
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
        <Section id="introductions" title={t("introductions")}>
          <BarList
            label={t("introductionsCaption")}
            bars={introductionStates.map((state) =>
              bar(state, introduction(`state.${state}`), board.introductions[state] ?? 0),
            )}
          />
          <OriginLine source="exchange" at={board.at} />
        </Section>
      </div>
      <div className="keep-together">
        <Section id="outcomes" title={t("outcomes")}>
          <BarList label={t("outcomesCaption")} bars={outcomes} />
          <OriginLine source="exchange" at={board.at} />
        </Section>
      </div>
      <div className="keep-together">
        <Section id="declines" title={t("declines")}>
          {reasons.length > 0 ? (
            <BarList label={t("declines")} bars={reasons} />
          ) : (
            <p className="text-muted">{t("declinesNone")}</p>
          )}
          <p className="mt-2 text-xs text-muted">{t("declinesNote")}</p>
        </Section>
      </div>
      <div className="keep-together">
        <Section id="organizations" title={t("organizations")}>
          <BarList
            label={t("organizationsCaption")}
            bars={toRanked(board.organizations).map(({ key, count }) => bar(key, kind(key), count))}
          />
          <OriginLine source="exchange" at={board.at} />
        </Section>
      </div>
    </>
  );
}
