import type { Locale } from "@lilink/i18n";
import { Button, Field, FilterBar, Select, TextInput } from "@lilink/ui";
import { useLocale, useMessages, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { PickedOrganization } from "#features/organization/components/organization-pick.tsx";
import { type EntryFilters, toActOptions } from "../view.ts";
import { OrganizationFilter } from "./organization-filter.tsx";

export type EntryFilterProps = {
  readonly pathname: string;
  readonly filters: EntryFilters;
  /** The acts that were done; without them all are offered. */
  readonly acts?: readonly string[];
  /** The organization that is chosen, where the filter is by organization. */
  readonly organization?: PickedOrganization | null;
  /** Who may be chosen; without them the filter is by organization. */
  readonly people?: readonly { readonly publicId: string; readonly name: string }[];
};

export function EntryFilter({ pathname, filters, people, acts, organization = null }: EntryFilterProps) {
  const t = useTranslations("audit.filter");
  const common = useTranslations("common.action");
  const { act } = useMessages();
  const locale = useLocale() as Locale;
  return (
    <FilterBar
      label={t("label")}
      actions={
        <>
          <Button type="submit">{common("search")}</Button>
          <ButtonLink href={pathname} variant="quiet">
            {common("reset")}
          </ButtonLink>
        </>
      }
    >
      <Field id="action" label={t("action")}>
        {(aria) => (
          <Select
            {...aria}
            name="action"
            defaultValue={filters.action ?? ""}
            placeholder={t("anyAct")}
            options={toActOptions(act, locale, filters.action, acts)}
          />
        )}
      </Field>
      {people ? (
        <Field id="person" label={t("person")}>
          {(aria) => (
            <Select
              {...aria}
              name="person"
              defaultValue={filters.person ?? ""}
              placeholder={t("any")}
              options={people.map(({ publicId, name }) => ({ value: publicId, label: name }))}
            />
          )}
        </Field>
      ) : (
        <OrganizationFilter chosen={organization} />
      )}
      {(["from", "to"] as const).map((name) => (
        <Field key={name} id={name} label={t(name)}>
          {(aria) => <TextInput {...aria} name={name} type="date" defaultValue={filters[name]} />}
        </Field>
      ))}
    </FilterBar>
  );
}
