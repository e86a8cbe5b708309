import { type IntroductionState, introductionSides, introductionStates } from "@lilink/model/introduction";
import { Button, Field, FilterBar, Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { IntroductionList } from "../queries.ts";
import { countOf } from "../view.ts";

export type InboxFilterProps = {
  readonly filter: {
    readonly side?: "asking" | "asked" | undefined;
    readonly state?: IntroductionState | undefined;
  };
  readonly counts: IntroductionList["counts"];
};

export function InboxFilter({ filter, counts }: InboxFilterProps) {
  const t = useTranslations("introduction");
  const action = useTranslations("common.action");
  return (
    <FilterBar
      label={t("list.filters")}
      actions={
        <>
          <Button type="submit">{action("filter")}</Button>
          <ButtonLink href="/introductions" variant="quiet">
            {action("reset")}
          </ButtonLink>
        </>
      }
    >
      <Field id="side" label={t("list.side")}>
        {(aria) => (
          <Select
            {...aria}
            name="side"
            defaultValue={filter.side ?? ""}
            placeholder={t("list.any")}
            options={introductionSides.map((side) => ({
              value: side,
              label: t("list.option", {
                label: t(`side.${side}`),
                count: countOf(counts, { ...filter, side }),
              }),
            }))}
          />
        )}
      </Field>
      <Field id="state" label={t("list.state")}>
        {(aria) => (
          <Select
            {...aria}
            name="state"
            defaultValue={filter.state ?? ""}
            placeholder={t("list.any")}
            options={introductionStates.map((state) => ({
              value: state,
              label: t("list.option", {
                label: t(`state.${state}`),
                count: countOf(counts, { ...filter, state }),
              }),
            }))}
          />
        )}
      </Field>
    </FilterBar>
  );
}
