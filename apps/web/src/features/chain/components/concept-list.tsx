import { Badge } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { asLabel } from "#features/posting/view.ts";
import { type ConceptRow, nameOf, supplyTones } from "../view.ts";
import { CountLine } from "./count-line.tsx";

/** The concepts of a stage for a narrow page: one line each. */
export function ConceptList({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly ConceptRow[];
}) {
  const t = useTranslations("chain.supplyShort");
  const locale = useLocale();
  return (
    <ul aria-label={label} className="hairline-list border-l-2 border-line pl-3">
      {rows.map(({ concept, supply, ...counts }) => (
        <li
          key={concept.id}
          className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-0.5 py-1.5"
        >
          <TextLink href={`/chain/${concept.id}`} className="min-w-0">
            {asLabel(nameOf(concept, locale), locale)}
          </TextLink>
          {supply === "quiet" ? null : (
            <span className="flex items-center gap-3 text-sm">
              <CountLine {...counts} />
              <Badge tone={supplyTones[supply]}>{t(supply)}</Badge>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
