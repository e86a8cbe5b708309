import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { conceptName } from "#features/posting/view.ts";
import type { WeakRow } from "../queries.ts";

const most = 12;

/** Needs to the left of a middle line, offers to the right: where the left reaches further, something is missing. The table below has every number. */
export function BalanceBars({ rows }: { readonly rows: readonly WeakRow[] }) {
  const t = useTranslations("market.weak");
  const locale = useLocale();
  const sides = rows.slice(0, most).map(({ concept, needs, capabilities, projects }) => ({
    concept,
    needs,
    offers: capabilities + projects,
  }));
  const largest = Math.max(1, ...sides.flatMap(({ needs, offers }) => [needs, offers]));
  const widthOf = (count: number) => ({ width: `${(count / largest) * 85}%` });
  const grid = "grid grid-cols-[minmax(6rem,14rem)_1fr_1fr] items-center text-sm";
  return (
    <figure className="mb-6 max-w-4xl">
      <figcaption className={`${grid} mb-1 text-muted`}>
        <span>{t("concept")}</span>
        <span className="pr-2 text-right">{t("needs")}</span>
        <span className="pl-2">{t("offers")}</span>
      </figcaption>
      <ul>
        {sides.map(({ concept, needs, offers }) => (
          <li key={concept} className={grid}>
            <TextLink href={`/chain/${concept}`} className="truncate py-1 pr-2">
              {conceptName(concept, locale)}
            </TextLink>
            <span className="flex h-full items-center justify-end gap-1.5 border-r border-edge py-1 tabular-nums">
              {needs}
              <span aria-hidden className="h-3 bg-resource" style={widthOf(needs)} />
            </span>
            <span className="flex h-full items-center gap-1.5 py-1 tabular-nums">
              <span aria-hidden className="h-3 bg-edge" style={widthOf(offers)} />
              {offers}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
