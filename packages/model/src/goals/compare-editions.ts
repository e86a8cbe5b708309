import { Decimal } from "decimal.js";
import type { Observation, Series } from "./series.ts";

/** A published series with its figures; two editions of a statistic bear one name and unit. */
export type Edition = Pick<Series, "name" | "unit" | "source" | "vintage"> & {
  readonly figures: readonly Pick<Observation, "region" | "period" | "value">[];
};

/** A place where editions give different values, each with where it stands. */
export type EditionConflict = {
  readonly name: Series["name"];
  readonly unit: string;
  readonly region: string;
  readonly period: string;
  readonly values: readonly { readonly source: string; readonly vintage: string; readonly value: string }[];
};

/**
 * Where editions of one statistic, alike in name and unit, disagree over a region and period. Neither is taken for the true
 * one, and 1.0 does not disagree with 1. [GO10]
 * @example compareEditions([usgs, energyInstitute])[0]?.values.map(({ value }) => value) // ["86000", "91700"]
 */
export function compareEditions(editions: readonly Edition[]): readonly EditionConflict[] {
  const places = new Map<
    string,
    EditionConflict & { readonly values: EditionConflict["values"][number][] }
  >();
  for (const { name, unit, source, vintage, figures } of editions)
    for (const { region, period, value } of figures) {
      const key = JSON.stringify([name.en, unit, region, period]);
      const place = places.get(key) ?? { name, unit, region, period, values: [] };
      place.values.push({ source, vintage, value });
      places.set(key, place);
    }
  return [...places.values()].filter(({ values: [first, ...others] }) =>
    others.some(({ value }) => !new Decimal(value).eq(first?.value ?? 0)),
  );
}
