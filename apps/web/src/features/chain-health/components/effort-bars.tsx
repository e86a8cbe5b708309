import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { type EffortPoint, shareText } from "../view.ts";

const row =
  "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-1 sm:grid-cols-[minmax(0,17rem)_minmax(0,1fr)_4rem_4rem]";
/** So many stand open; the others are folded. */
const shown = 6;
const dot = "absolute top-1/2 size-2.5 -translate-1/2 rounded-full";

/** Of each node its share of the gap as a ring and its share of the effort as a dot, on one scale, with the line that parts them. */
export function EffortBars({ points }: { readonly points: readonly EffortPoint[] }) {
  const t = useTranslations("health.effort");
  const locale = useLocale();
  const most = Math.max(0.02, ...points.flatMap(({ gap, effort }) => [gap, effort]));
  const at = (share: number) => `${(share / most) * 100}%`;
  const [first, rest] = [points.slice(0, shown), points.slice(shown)];
  const toRow = ({ node, gap, effort, verdict }: EffortPoint) => (
    <li key={node.concept}>
      <RoutedLink
        href={`/chain/${node.concept}`}
        className={`${row} items-center gap-y-1 py-1.5 text-inherit no-underline hover:bg-raised`}
      >
        <span className="flex min-w-0 items-center gap-2">
          <LinkMark link={node.of.link} />
          <span className="min-w-0 text-link">{asLabel(nameOf(node.of, locale), locale)}</span>
        </span>
        <span aria-hidden className="relative order-last col-span-2 mx-1.5 h-4 sm:order-none sm:col-span-1">
          <span className="absolute inset-x-0 top-1/2 border-t border-line" />
          <span
            className={cn("absolute top-1/2 h-1 -translate-y-1/2", effort < gap ? "bg-edge" : "bg-line")}
            style={{ left: at(Math.min(gap, effort)), width: at(Math.abs(gap - effort)) }}
          />
          <span className={cn(dot, fillOf(verdict))} style={{ left: at(effort) }} />
          <span className={cn(dot, "border-2 border-ink bg-ground")} style={{ left: at(gap) }} />
        </span>
        <span className="text-right tabular-nums max-sm:hidden">{shareText(gap, locale)}</span>
        <span className="text-right tabular-nums max-sm:hidden">{shareText(effort, locale)}</span>
        <span className="text-right text-muted tabular-nums sm:hidden">
          {t("both", { gap: shareText(gap, locale), effort: shareText(effort, locale) })}
        </span>
      </RoutedLink>
    </li>
  );
  return (
    <>
      <p className="mt-4 mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
        <Sign className="border-2 border-ink bg-ground">{t("gap")}</Sign>
        <Sign className="bg-danger">{t("orphan")}</Sign>
        <Sign className="bg-warning">{t("crowdedOne")}</Sign>
        <Sign className="bg-muted">{t("otherEffort")}</Sign>
      </p>
      <div aria-hidden className={`${row} pb-1 text-xs text-muted tabular-nums max-sm:hidden`}>
        <span>{t("node")}</span>
        <span className="flex justify-between">
          <span>0%</span>
          <span>{shareText(most, locale)}</span>
        </span>
        <span className="text-right">{t("gapShort")}</span>
        <span className="text-right">{t("effortShort")}</span>
      </div>
      <ol className="hairline-list mb-4 border-y border-line text-sm">{first.map(toRow)}</ol>
      {rest.length > 0 ? (
        <details className="-mt-3 mb-4">
          <summary className="w-fit py-1 text-sm text-link">
            {t("more", { all: points.length, count: rest.length })}
          </summary>
          <ol start={shown + 1} className="hairline-list border-y border-line text-sm">
            {rest.map(toRow)}
          </ol>
        </details>
      ) : null}
    </>
  );
}

const fillOf = (verdict: EffortPoint["verdict"]) =>
  verdict === "orphan" ? "bg-danger" : verdict === "crowded" ? "bg-warning" : "bg-muted";

function Sign({ className, children }: { readonly className: string; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={cn("size-2.5 rounded-full", className)} />
      {children}
    </span>
  );
}
