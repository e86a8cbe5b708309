import type { CrossCheck } from "@lilink/model/goals";
import { DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#lib/in-locale.ts";

/** What other sources say of the figures that the paper prints: side by side, neither corrected by the other. */
export function CrossChecks({ checks }: { readonly checks: readonly CrossCheck[] }) {
  const t = useTranslations("goal.crossCheck");
  const locale = useLocale();
  if (checks.length === 0) return null;
  return (
    <Section id="cross-checks" title={t("title")}>
      <p className="prose-measure mb-2 text-muted">{t("lead")}</p>
      <DataTable
        caption={t("title")}
        rows={checks}
        rowKey={({ fact }) => fact}
        columns={[
          {
            key: "printed",
            label: t("printed"),
            lead: true,
            cell: ({ printed }) => inLocale(printed, locale),
          },
          { key: "other", label: t("other"), cell: ({ other }) => inLocale(other, locale) },
          {
            key: "source",
            label: t("source"),
            cell: ({ source, address }) =>
              address ? (
                <a className="text-link" href={address} rel="noreferrer">
                  {inLocale(source, locale)}
                </a>
              ) : (
                inLocale(source, locale)
              ),
          },
        ]}
      />
    </Section>
  );
}
