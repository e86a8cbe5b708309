import { can } from "@lilink/model/policy";
import { type ComboboxOption, EmptyState, PageHeader, Section, StatRow } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { FundStat } from "#features/fund/components/fund-stat.tsx";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";
import type { RelayBoard } from "../queries.ts";
import { ClockBars } from "./clock-bars.tsx";
import { LaneBoard } from "./lane-board.tsx";
import { OfferForm } from "./offer-form.tsx";

type Given = {
  readonly board: RelayBoard;
  readonly viewer: Viewer | null;
  readonly concepts: readonly ComboboxOption[];
  /** The output that the reader came from. */
  readonly chosen: string | undefined;
};

/** The board of the relay: who waits, how long, and what came into a product. [RY4] */
export function RelayPage({ board, viewer, concepts, chosen }: Given) {
  const t = useTranslations("relay");
  const { results, clock, sources } = board;
  const offers = can(actorOf(viewer), "fund.apply", { owner: true });
  const inProduct = results.filter(({ lane }) => lane === "in_product").length;
  const returned = results.reduce((sum, one) => sum + one.returned, 0);
  const count = { taken: clock.taken, all: results.length };
  return (
    <>
      <PageHeader
        up={<TextLink href="/fund">{t("up")}</TextLink>}
        title={t("title")}
        lead={t("lead")}
        badges={<SampleBadge />}
        actions={offers ? <ButtonLink href="#offer">{t("board.toOffer")}</ButtonLink> : null}
      />
      {results.length === 0 ? (
        <EmptyState
          title={t("board.noneTitle")}
          body={t("board.noneBody")}
          action={<ButtonLink href="/achievements">{t("source.achievement")}</ButtonLink>}
        />
      ) : (
        <>
          <StatRow>
            <FundStat
              label={t("board.median")}
              value={
                clock.median === null ? t("board.medianNone") : t("board.months", { months: clock.median })
              }
              note={t(clock.median === null ? "board.medianNoneOf" : "board.medianOf", count)}
            />
            <FundStat
              label={t("board.waiting")}
              value={
                clock.longest === null ? t("board.waitingNone") : t("board.months", { months: clock.longest })
              }
              note={clock.waiting > 0 ? t("board.waitingOf", { count: clock.waiting }) : null}
            />
            <FundStat label={t("board.inProduct")} value={String(inProduct)} note={t("board.inProductOf")} />
            <FundStat label={t("board.returned")} value={String(returned)} note={t("board.returnedOf")} />
          </StatRow>
          <div className="mt-8">
            <Section
              id="lanes"
              title={t("board.lanes")}
              action={<span className="text-muted">{t("board.lanesLead")}</span>}
            >
              <LaneBoard results={results} most={12} />
            </Section>
            <Section
              id="clock"
              title={t("board.clock")}
              fold={results.length}
              shut
              action={<span className="text-muted">{t("board.clockLead")}</span>}
            >
              <ClockBars results={results} clock={clock} />
            </Section>
          </div>
        </>
      )}
      {offers ? (
        <Section id="offer" title={t("offer.title")}>
          <p className="prose-measure mb-4 text-muted">{t("offer.lead")}</p>
          {sources.length === 0 ? (
            <p className="text-muted">{t("offer.none")}</p>
          ) : (
            <OfferForm sources={sources} concepts={concepts} chosen={chosen} />
          )}
        </Section>
      ) : null}
    </>
  );
}
