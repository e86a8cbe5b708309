import { relayLanes } from "@lilink/model/fund/life";
import { Badge, cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { KeptNote } from "#components/kept-note.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { NotedWords } from "#components/noted-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { AboutLine } from "#features/posting/components/made-title.tsx";
import type { RelayResult } from "../queries.ts";
import { linkOf, monthText, titleOf, waitTone } from "../view.ts";

type Given = {
  readonly results: readonly RelayResult[];
  /** So many cards of a lane; what is more is counted. */
  readonly most: number;
  /** Where all of them stand. */
  readonly all?: string;
};

/** The hand-over of results as lanes; in each what is there longest comes first. [RY4] */
export function LaneBoard({ results, most, all }: Given) {
  const t = useTranslations("relay");
  return (
    <ul className="grid gap-x-4 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
      {relayLanes.map((lane) => {
        const own = results.filter((result) => result.lane === lane);
        return (
          <li key={lane} className="min-w-0">
            <h3 className="flex items-baseline justify-between font-medium">
              {t(`lane.${lane}`)}
              <span className="text-muted tabular-nums">{own.length}</span>
            </h3>
            <p className="border-b-2 border-line pb-1 text-sm text-muted sm:min-h-[calc(2lh+0.375rem)]">
              {t(`laneNote.${lane}`)}
            </p>
            <ul className="mt-3 flex flex-col gap-3">
              {own.slice(0, most).map((result) => (
                <li key={result.publicId}>
                  <Card result={result} />
                </li>
              ))}
            </ul>
            {own.length > most ? (
              <p className="mt-2 text-sm">
                {all ? (
                  <TextLink href={all}>{t("board.more", { count: own.length - most })}</TextLink>
                ) : (
                  <span className="text-muted">{t("board.more", { count: own.length - most })}</span>
                )}
              </p>
            ) : null}
            {own.length === 0 ? <p className="mt-2 text-sm text-muted">{t("board.none")}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Card({ result }: { readonly result: RelayResult }) {
  const t = useTranslations("relay");
  const locale = useLocale();
  const { publicId, holder, lane, rung, clock, since, users, waits, returned, node } = result;
  const title = titleOf(result, locale);
  const link = linkOf(node);
  const names = users.map((user) => organizationName(user, locale)).join(locale === "en" ? ", " : "、");
  return (
    <RoutedLink
      href={`/fund/relay/${publicId}`}
      className="flex flex-col gap-1 rounded-md border border-line p-3 text-ink no-underline hover:border-edge"
    >
      <span className="flex items-start gap-2">
        {link ? <LinkMark link={link} /> : null}
        <span className="font-medium wrap-anywhere">
          <NotedWords>{title}</NotedWords>
          <AboutLine title={title} concept={node} />
        </span>
      </span>
      <span className="text-sm text-muted">
        <KeptNote>{organizationName(holder, locale)}</KeptNote>
      </span>
      <span className="flex flex-col text-sm">
        <span className="text-muted">
          {lane === "in_product" ? <KeptNote>{names || t("board.unnamed")}</KeptNote> : t(`rung.${rung}`)}
        </span>
        {lane === "waits" ? (
          <span className={cn("font-medium tabular-nums", waitTone(clock.months))}>
            {t("board.waits", { months: clock.months })}
          </span>
        ) : (
          <span className="text-muted tabular-nums">
            {t("board.since", { month: monthText(since, locale) })}
          </span>
        )}
      </span>
      {returned > 0 && lane !== "returned" ? (
        <span className="text-sm text-muted">{t("board.returnedTimes", { count: returned })}</span>
      ) : null}
      {waits ? (
        <span>
          <Badge tone={waits === "own" ? "warning" : "neutral"}>
            {t(waits === "own" ? "board.ownWaits" : "board.otherWaits")}
          </Badge>
        </span>
      ) : null}
    </RoutedLink>
  );
}
