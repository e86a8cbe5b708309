import { batteryProducts } from "@lilink/model/codes";
import { lifeStates } from "@lilink/model/trace/verb";
import { Button, Checkbox, Field, FilterBar, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { BatteryQuery } from "../queries.ts";

/** The own batteries by a part of their code, by what they are, by where they stand, and those alone that wait for something. */
export function BatteryFilter({ asked }: { readonly asked: BatteryQuery }) {
  const t = useTranslations("battery.list");
  const common = useTranslations("common.action");
  const states = useTranslations("battery.state");
  const products = useTranslations("battery.lab.product");
  return (
    <FilterBar
      label={t("title")}
      actions={
        <>
          <Button type="submit">{common("search")}</Button>
          <ButtonLink href="/batteries" variant="quiet">
            {common("reset")}
          </ButtonLink>
        </>
      }
    >
      {asked.sort ? <input type="hidden" name="sort" value={asked.sort} /> : null}
      <Field id="q" label={t("find")}>
        {(aria) => <TextInput {...aria} name="q" type="search" defaultValue={asked.q} maxLength={24} />}
      </Field>
      <Field id="product" label={t("product")}>
        {(aria) => (
          <Select
            {...aria}
            name="product"
            defaultValue={asked.product ?? ""}
            placeholder={t("anyProduct")}
            options={batteryProducts.map((value) => ({ value, label: products(value) }))}
          />
        )}
      </Field>
      <Field id="state" label={t("inState")}>
        {(aria) => (
          <Select
            {...aria}
            name="state"
            defaultValue={asked.state ?? ""}
            placeholder={t("anyState")}
            options={lifeStates.map((value) => ({ value, label: states(value) }))}
          />
        )}
      </Field>
      <Checkbox
        className="py-2 max-sm:col-span-2"
        name="open"
        value="1"
        label={t("openOnly")}
        defaultChecked={asked.open === "1"}
      />
    </FilterBar>
  );
}
