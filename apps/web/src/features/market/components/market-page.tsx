import { EmptyState, PageHeader, StatRow } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { FigureStat } from "#components/figure.tsx";
import { OriginLine } from "#features/board/components/origin-line.tsx";
import type { MarketData } from "../queries.ts";
import { ChainBalance } from "./chain-balance.tsx";
import { CongestionSection } from "./congestion-section.tsx";
import { WeakLinks } from "./weak-links.tsx";

/** Who is over-asked and who gets nobody, and where the chain is weak: for the coordination group. */
export function MarketPage({
  market,
  concept,
}: {
  readonly market: MarketData | null;
  readonly concept: unknown;
}) {
  const t = useTranslations("market.board");
  const weak = useTranslations("market.weak");
  const engine = useTranslations("engine");
  const machine = useTranslations("machine");
  const header = (
    <PageHeader
      up={<TextLink href="/board">{t("up")}</TextLink>}
      title={t("title")}
      lead={t("lead")}
      actions={
        <>
          <TextLink href="/chain/health">{t("toHealth")}</TextLink>
          <TextLink href="/board/engine">{engine("link")}</TextLink>
          <TextLink href="/board/states">{machine("link")}</TextLink>
        </>
      }
    />
  );
  if (!market) {
    return (
      <>
        {header}
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={<ButtonLink href="/postings">{t("noneStep")}</ButtonLink>}
        />
      </>
    );
  }
  const { sums, weakLinks, balance, at } = market;
  // Where asking one's best leads to the same number, there is nothing to compare.
  const beside = (own: number, plain: number) => (own === plain ? {} : { note: t("beside", { plain }) });
  // The same number twice looks like one that was copied.
  const areAllShown = sums.shown === sums.pairs;
  return (
    <>
      {header}
      <div className="mb-8">
        <StatRow>
          <FigureStat
            label={t("pairs")}
            value={sums.pairs}
            note={t(areAllShown ? "pairsAllShown" : "pairsNote", {
              postings: sums.postings,
              places: sums.places,
            })}
          />
          {areAllShown ? null : (
            <FigureStat
              label={t("shown")}
              value={sums.shown}
              note={t("shownNote", { places: sums.places })}
            />
          )}
          <FigureStat
            label={t("overAsked")}
            value={sums.shared.overAsked}
            {...beside(sums.shared.overAsked, sums.plain.overAsked)}
          />
          <FigureStat label={t("needsAlone")} value={sums.shared.needsAlone} note={t("aloneNote")} />
          <FigureStat
            label={t("capabilitiesAlone")}
            value={sums.shared.capabilitiesAlone}
            {...beside(sums.shared.capabilitiesAlone, sums.plain.capabilitiesAlone)}
          />
        </StatRow>
        <OriginLine at={at} />
        <details className="mt-2 text-sm text-muted">
          <summary className="w-fit cursor-pointer hover:text-ink">{weak("how")}</summary>
          <p className="prose-measure mt-2">{t("pairsDiffer")}</p>
        </details>
      </div>
      <WeakLinks rows={weakLinks} />
      <ChainBalance rows={balance} concept={concept} />
      <CongestionSection sums={sums} />
    </>
  );
}
