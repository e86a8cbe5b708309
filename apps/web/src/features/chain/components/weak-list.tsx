import { loadStage } from "@lilink/model/chain";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { asLabel } from "#features/posting/view.ts";
import { type ConceptRow, nameOf } from "../view.ts";

const shown = 8;

/** Concepts that are needed and not offered, most needs first. */
export function WeakList({ rows }: { readonly rows: readonly ConceptRow[] }) {
  const t = useTranslations("chain.weak");
  const locale = useLocale();
  return (
    <Section id="weak" title={t("title")}>
      <p className="prose-measure mb-2 text-muted">
        {rows.length === 0 ? t("none") : t("lead", { count: rows.length })}
      </p>
      {rows.length === 0 ? null : (
        <ul className="hairline-list border-y border-line">
          {rows.slice(0, shown).map(({ concept, needs }) => (
            <li key={concept.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="sm:w-40">
                <LinkBadge link={concept.link} />
              </span>
              <TextLink
                href={`/chain/${concept.id}`}
                className="min-w-0 flex-1 basis-44 max-sm:order-first max-sm:basis-full"
              >
                {asLabel(nameOf(concept, locale), locale)}
              </TextLink>
              <span className="text-sm text-muted">{nameOf(loadStage(concept.stage), locale)}</span>
              <TextLink
                href={{ pathname: "/postings", query: { concept: concept.id, kind: "need" } }}
                className="text-sm tabular-nums"
              >
                {t("needs", { count: needs })}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      {rows.length > shown ? (
        <p className="mt-2 text-sm text-muted">{t("more", { count: rows.length - shown })}</p>
      ) : null}
    </Section>
  );
}
