import { recordWords } from "@lilink/i18n";
import { countFigures, isHatched } from "@lilink/model/chain-health";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { colorOf, type HealthNode, rankText, reasonsOf, swatchOf } from "../view.ts";

const row =
  "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-1 sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)_6.5rem_minmax(0,14rem)]";

/** So many of the ranks stand open; the others are folded. */
const shown = 6;

type ListProps = {
  readonly nodes: readonly HealthNode[];
  readonly chosen: string | null;
  readonly toHref: (concept: string) => string;
};

/** Nodes of one or more standings, each with the ranks between which it stands and why it stands so. */
export function RankList({ nodes, all, chosen, toHref }: ListProps & { readonly all: number }) {
  const t = useTranslations("health.rank");
  const standing = useTranslations("health.standing");
  const locale = useLocale();
  const words = recordWords("weakLink", locale);
  const last = Math.max(2, all);
  const at = (rank: number) => ((rank - 1) / (last - 1)) * 100;
  const reasons = (node: HealthNode) =>
    reasonsOf(node)
      .map(({ factor }) => words.choice("factors", factor))
      .join(locale === "en" ? ", " : "、");
  const [first, rest] = [nodes.slice(0, shown), nodes.slice(shown)];
  const toRow = (node: HealthNode) => (
    <li key={node.concept}>
      <RoutedLink
        href={toHref(node.concept)}
        aria-current={node.concept === chosen ? "true" : undefined}
        className={cn(
          `${row} items-center gap-y-1 py-2 no-underline hover:bg-raised`,
          node.concept === chosen && "bg-raised",
        )}
      >
        <span className="flex min-w-0 items-center gap-2">
          <span
            aria-hidden
            className="inline-block size-3.5 shrink-0 rounded-sm"
            style={swatchOf(node.standing, isHatched(node.factors))}
          />
          <LinkMark link={node.of.link} />
          <span className="min-w-0 text-sm text-link">{asLabel(nameOf(node.of, locale), locale)}</span>
          <span className="sr-only">{standing(node.standing)}</span>
        </span>
        <span aria-hidden className="relative order-last col-span-2 h-4 sm:order-none sm:col-span-1">
          <span className="absolute inset-x-0 top-1/2 border-t border-line" />
          <span
            className="absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full"
            style={{
              backgroundColor: colorOf[node.standing] ?? "var(--color-edge)",
              left: `${at(node.rankLow ?? 1)}%`,
              width: `${Math.max(0.5, at(node.rankHigh ?? last) - at(node.rankLow ?? 1))}%`,
            }}
          />
          <span
            className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full bg-ink"
            style={{ left: `${at(node.rankMid ?? last)}%` }}
          />
        </span>
        <span className="text-right text-sm tabular-nums sm:text-left">
          <span className="sr-only">{t("between")} </span>
          {t("place", { rank: rankText(node) })}
        </span>
        <span className="col-span-2 text-sm text-muted sm:col-span-1">
          {t("because", { standing: node.standing, reasons: reasons(node) })}
        </span>
      </RoutedLink>
    </li>
  );
  return (
    <>
      <div aria-hidden className={`${row} pb-1 text-xs text-muted tabular-nums max-sm:hidden`}>
        <span>{t("node")}</span>
        <span className="relative">
          <span className="absolute left-0">{t("weakest", { rank: 1 })}</span>
          <span className="absolute right-0">{t("soundest", { rank: last })}</span>
        </span>
        <span>{t("rank")}</span>
        <span>{t("reasons")}</span>
      </div>
      <ol className="hairline-list border-y border-line">{first.map(toRow)}</ol>
      {rest.length > 0 ? (
        <details className="mt-1" open={rest.some(({ concept }) => concept === chosen)}>
          <summary className="w-fit py-1 text-sm text-link">
            {t("more", { all: nodes.length, count: rest.length })}
          </summary>
          <ol start={shown + 1} className="hairline-list border-y border-line">
            {rest.map(toRow)}
          </ol>
        </details>
      ) : null}
    </>
  );
}

/** Nodes that too little is known of to rank them: their names, and how many factors have figures. */
export function OpenList({ nodes, chosen, toHref }: ListProps) {
  const t = useTranslations("health.rank");
  const locale = useLocale();
  return (
    <>
      <p className="prose-measure mb-2 text-sm text-muted">
        {[t("openLead", { count: nodes.length }), t("openHint")].join(locale === "en" ? " " : "")}
      </p>
      <ul className="gap-x-8 border-y border-line py-1 sm:columns-2 xl:columns-3">
        {nodes.map(({ concept, of, factors }) => (
          <li key={concept} className="break-inside-avoid">
            <RoutedLink
              href={toHref(concept)}
              aria-current={concept === chosen ? "true" : undefined}
              className={cn(
                "flex items-start gap-2 px-1 py-1.5 text-sm no-underline hover:bg-raised",
                concept === chosen && "bg-raised",
              )}
            >
              <LinkMark link={of.link} />
              <span className="min-w-0 flex-1 text-link">{asLabel(nameOf(of, locale), locale)}</span>
              <span className="text-xs text-muted tabular-nums">{`${countFigures(factors)}/${factors.length}`}</span>
            </RoutedLink>
          </li>
        ))}
      </ul>
    </>
  );
}
