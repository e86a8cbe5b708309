import type { PostingFilter } from "@lilink/contract";
import { linkIds } from "@lilink/model/chain";
import { postingKinds } from "@lilink/model/posting";
import { Badge, cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { toExploreHref, toggleFacet } from "../view.ts";
import { useFacetText } from "./facet-text.ts";

export type FacetChipsProps = {
  readonly filter: PostingFilter;
  readonly counts: {
    readonly kind: Readonly<Record<string, number>>;
    readonly link: Readonly<Record<string, number>>;
  };
};

/** Kinds and links as switches, each with how many postings it would leave. */
export function FacetChips({ filter, counts }: FacetChipsProps) {
  const t = useTranslations("search");
  const letter = useTranslations("common.linkLetter");
  const text = useFacetText();
  const chip = (facet: "kind" | "link", value: (typeof postingKinds)[number] | (typeof linkIds)[number]) => {
    const chosen = filter[facet].some((other) => other === value);
    const label = text(facet, value);
    return (
      <li key={value}>
        <RoutedLink
          href={toExploreHref(toggleFacet(filter, facet, value))}
          aria-current={chosen ? "true" : undefined}
          title={t(chosen ? "take" : "add", {
            label: t("option", { label, count: counts[facet][value] ?? 0 }),
          })}
          className={cn(
            "inline-flex h-8 items-center gap-2 rounded-md border px-1.5 text-sm no-underline hover:border-edge",
            chosen ? "border-ink bg-sunken font-medium" : "border-line",
          )}
        >
          {facet === "link" ? (
            <Badge
              tone={value as (typeof linkIds)[number]}
              letter={letter(value as "resource")}
              className="border-0 bg-transparent pr-0"
            >
              {label}
            </Badge>
          ) : (
            <span className="pl-1">{label}</span>
          )}
          <span className="pr-1 text-muted tabular-nums">{counts[facet][value] ?? 0}</span>
        </RoutedLink>
      </li>
    );
  };
  return (
    <div className="no-print flex flex-wrap gap-x-6 gap-y-2">
      <ul aria-label={t("kind")} className="flex flex-wrap gap-2">
        {postingKinds.map((kind) => chip("kind", kind))}
      </ul>
      <ul aria-label={t("link")} className="flex flex-wrap gap-2">
        {linkIds.map((link) => chip("link", link))}
      </ul>
    </div>
  );
}
