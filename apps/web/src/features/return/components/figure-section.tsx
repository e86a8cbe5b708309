"use client";

import { formatQuantity, type Locale } from "@lilink/i18n";
import { figureKey } from "@lilink/model/return";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { ReturnForm } from "../queries.ts";
import { distinct, type FigureGroup, figureName, placeName, type Row } from "../view.ts";
import { AddPlace } from "./add-place.tsx";
import { FigureCell } from "./figure-cell.tsx";
import type { FigureStore } from "./figure-store.ts";

export type FigureSectionProps = {
  readonly group: FigureGroup;
  readonly form: Pick<ReturnForm, "components" | "dimensions" | "earlier">;
  readonly store: FigureStore;
};

/** The figures of one indicator at the same places: components as rows, places as rows under them. */
export function FigureSection({ group, form, store }: FigureSectionProps) {
  const t = useTranslations("return.form");
  const locale = useLocale() as Locale;
  const [added, setAdded] = useState<readonly Row[]>([]);
  const rows = distinct([...group.rows, ...added]);
  const earlier = useMemo(
    () => new Map(form.earlier.map(({ value, ...place }) => [figureKey(place), value])),
    [form.earlier],
  );
  const words = locale === "en" ? "en" : "zh";
  const { indicator } = group;
  const heading = `group-${group.id.replaceAll(" ", "-")}`;
  return (
    <section aria-labelledby={heading} className="min-w-0 border-t border-line pt-4">
      <h3 id={heading} className="text-base font-medium">
        {indicator.name[words]} <span className="text-sm font-normal text-muted">{indicator.indicator}</span>
      </h3>
      {indicator.terms.length > 0 ? (
        <details className="text-sm text-muted">
          <summary className="cursor-pointer">{t("definition")}</summary>
          {indicator.terms.map(({ code, name, text }) => (
            <p key={code}>
              <strong>{name[words]}</strong>: {text[words]}
            </p>
          ))}
        </details>
      ) : null}
      {group.components.map((component) => (
        <div key={component.code} className="mt-3">
          {group.dimensions.length > 0 ? (
            <p className="mb-1 text-sm text-muted">{component.name[words]}</p>
          ) : null}
          {rows.map(({ site, place }) => {
            const at = { component: component.code, site, place };
            const before = earlier.get(figureKey(at));
            const where = placeName(form, group.dimensions, at, locale);
            const plant = site === "" ? "" : t("site", { site });
            return (
              <FigureCell
                key={figureKey(at)}
                store={store}
                component={component}
                at={at}
                label={[plant, where].filter(Boolean).join(" · ") || component.name[words]}
                name={figureName(form, at, locale)}
                earlier={
                  before === undefined ? null : formatQuantity(before, component.unit, locale, "exact")
                }
              />
            );
          })}
        </div>
      ))}
      {group.open ? (
        <AddPlace
          id={group.id}
          dimensions={form.dimensions.filter(({ id }) => group.dimensions.includes(id))}
          order={group.dimensions}
          add={(place) => setAdded((known) => [...known, { site: "", place }])}
        />
      ) : null}
    </section>
  );
}
