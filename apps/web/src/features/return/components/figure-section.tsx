"use client";

import { formatQuantity, type Locale } from "@lilink/i18n";
import { type FigurePlace, figureKey } from "@lilink/model/return";
import { Button } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { memo, useMemo, useState } from "react";
import type { ReturnForm } from "../queries.ts";
import { distinct, type FigureGroup, figureName, placeName, type Row } from "../view.ts";
import { AddPlace } from "./add-place.tsx";
import { FigureCell } from "./figure-cell.tsx";
import type { FigureStore } from "./figure-store.ts";

/** Rows of a group that are shown at once; those of a large file follow on demand. */
const rowsAtOnce = 60;

export type FigureSectionProps = {
  readonly group: FigureGroup;
  readonly form: Pick<ReturnForm, "components" | "dimensions" | "earlier">;
  readonly store: FigureStore;
  /** Places with what was typed on this device and not acknowledged; they are shown wherever they are. */
  readonly restored: readonly FigurePlace[];
};

/** The figures of one indicator at the same places: components as rows, places as rows under them. */
export const FigureSection = memo(function FigureSection(props: FigureSectionProps) {
  const { group, form, store, restored } = props;
  const t = useTranslations("return.form");
  const locale = useLocale() as Locale;
  const [added, setAdded] = useState<readonly Row[]>([]);
  const [limit, setLimit] = useState(rowsAtOnce);
  const codes = group.components.map(({ code }) => code);
  const kept = restored.filter(({ component }) => codes.includes(component));
  const all = distinct([...group.rows, ...kept.map(({ site, place }) => ({ site, place })), ...added]);
  const rows = [...all.slice(0, limit), ...added.filter((row) => all.indexOf(row) >= limit)];
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
      {all.length > limit ? (
        <Button size="sm" className="mt-3" onClick={() => setLimit(limit + rowsAtOnce)}>
          {t("more", { shown: limit, total: all.length })}
        </Button>
      ) : null}
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
});
