import { type ComboboxOption, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { EmptyAbove } from "#components/empty-above.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { PublicFigureItem } from "../queries.ts";
import { RemoveFigureButton } from "./remove-figure-button.tsx";

/** Figures that everybody knows, with where they stand. */
export function PublicFigureTable({
  figures,
  components,
}: {
  readonly figures: readonly PublicFigureItem[];
  readonly components: readonly ComboboxOption[];
}) {
  const nameOf = new Map(components.map(({ value, label }) => [value, label]));
  const t = useTranslations("release.known");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={figures}
      rowKey={({ organization, component, period }) => `${organization.publicId} ${component} ${period}`}
      empty={<EmptyAbove title={t("empty")} form="note" step={t("emptyStep")} />}
      columns={[
        {
          key: "organization",
          label: t("organization"),
          lead: true,
          cell: ({ organization }) => <OwnWords whole>{organizationName(organization, locale)}</OwnWords>,
        },
        {
          key: "component",
          label: t("component"),
          cell: ({ component }) => nameOf.get(component) ?? <code>{component}</code>,
        },
        { key: "period", label: t("period"), cell: ({ period }) => period },
        {
          key: "source",
          label: t("source"),
          className: "text-sm",
          cell: ({ source }) => <OwnWords>{source}</OwnWords>,
        },
        {
          key: "remove",
          label: t("remove"),
          cell: ({ organization, component, period }) => (
            <RemoveFigureButton figure={{ organization: organization.publicId, component, period }} />
          ),
        },
      ]}
    />
  );
}
