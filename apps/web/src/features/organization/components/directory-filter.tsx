import { findProvince } from "@lilink/model/codes";
import { Button, Field, FilterBar, Select, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { conceptName } from "#features/posting/view.ts";

type Facet = readonly { readonly value: string; readonly count: number }[];
export type DirectoryFilterProps = {
  readonly filters: Readonly<Record<string, string>>;
  readonly facets: Readonly<Record<"kind" | "link" | "province" | "status" | "concept", Facet>>;
};

export function DirectoryFilter({ filters, facets }: DirectoryFilterProps) {
  const t = useTranslations("organization");
  const common = useTranslations("common");
  const locale = useLocale();
  const labels = {
    kind: (value: string) => t(`kind.${value as "enterprise"}`),
    link: (value: string) => common(`link.${value as "resource"}`),
    province: (value: string) => findProvince(value)?.[locale === "en" ? "en" : "zh"] ?? value,
    concept: (value: string) => conceptName(value, locale),
    status: (value: string) => t(`status.${value as "verified"}`),
  };
  return (
    <FilterBar
      label={t("list.filters")}
      actions={
        <>
          <Button type="submit">{common("action.search")}</Button>
          <ButtonLink href="/organizations" variant="quiet">
            {common("action.reset")}
          </ButtonLink>
        </>
      }
    >
      <Field id="q" label={t("list.search")}>
        {(aria) => (
          <TextInput
            {...aria}
            name="q"
            type="search"
            placeholder={t("list.searchHelp")}
            defaultValue={filters.q}
          />
        )}
      </Field>
      {(["kind", "link", "concept", "province", "status"] as const).map((name) => (
        <Field key={name} id={name} label={t(`list.${name}`)}>
          {(aria) => (
            <Select
              {...aria}
              name={name}
              defaultValue={filters[name] ?? ""}
              placeholder={t("list.any")}
              options={facets[name].map(({ value, count }) => ({
                value,
                label: t("list.option", { label: labels[name](value), count }),
              }))}
            />
          )}
        </Field>
      ))}
    </FilterBar>
  );
}
