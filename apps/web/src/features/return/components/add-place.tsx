"use client";

import { Button, Select } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { ReturnForm } from "../queries.ts";

export type AddPlaceProps = {
  readonly id: string;
  readonly dimensions: ReturnForm["dimensions"];
  readonly order: readonly string[];
  readonly add: (place: readonly string[]) => void;
};

/** Where there are too many places to show all: each is chosen by its codes. */
export function AddPlace({ id, dimensions, order, add }: AddPlaceProps) {
  const t = useTranslations("return.form");
  const common = useTranslations("common.form");
  const locale = useLocale();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const place = order.map((dimension) => chosen[dimension] ?? "");
  return (
    <fieldset className="mt-3 flex flex-wrap items-end gap-2 bg-raised p-3">
      <legend className="sr-only">{t("addPlace")}</legend>
      {order.map((dimension) => {
        const found = dimensions.find((one) => one.id === dimension);
        const field = `add-${id.replaceAll(" ", "-")}-${dimension}`;
        return (
          <div key={dimension} className="min-w-40 flex-1">
            <label htmlFor={field} className="text-sm">
              {locale === "en" ? found?.name.en : found?.name.zh}
            </label>
            <Select
              id={field}
              placeholder={common("choose")}
              value={chosen[dimension] ?? ""}
              onChange={(event) => setChosen({ ...chosen, [dimension]: event.target.value })}
              options={(found?.codes ?? []).map(({ code, name }) => ({
                value: code,
                label: locale === "en" ? name.en : name.zh,
              }))}
            />
          </div>
        );
      })}
      <Button disabled={place.includes("")} onClick={() => add(place)}>
        {t("addPlace")}
      </Button>
    </fieldset>
  );
}
