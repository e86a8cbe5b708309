import type { Locale } from "@lilink/i18n";
import {
  ancestorsOf,
  attributes,
  findAttribute,
  findConcept,
  fitsAttribute,
  labelsOfAttribute,
  listUnitsNear,
  specsOf,
  units,
  unitsOfAttribute,
} from "@lilink/model/chain";
import type { Comparator, PostingKind } from "@lilink/model/posting";
import type { ComboboxOption, SelectOption } from "@lilink/ui";
import { asLabel, attributeName, comparatorKeys, unitName } from "../view.ts";

export const comparatorOptions = (Object.keys(comparatorKeys) as Comparator[]).map((value) => ({
  value,
  key: comparatorKeys[value],
}));

type Words = { readonly usual: string; readonly others: string };

/**
 * The attributes on record for a concept or its family come first, then all others. Where a unit is known, those that it measures
 * stand above a line, and the others below it.
 */
export function attributeOptions(
  concept: string,
  locale: Locale,
  words: Words,
  unit: string,
  kind?: PostingKind,
): ComboboxOption[] {
  const family = findConcept(concept) ? [concept, ...ancestorsOf(concept)] : [];
  const known = new Set(family.flatMap((id) => specsOf(id).map((spec) => spec.attribute)));
  const fits = (own: string) => unit !== "" && listUnitsNear(own).some(({ id }) => id === unit);
  const isAny = attributes.some((attribute) => fits(attribute.unit));
  const options = attributes.map((attribute) => ({
    value: attribute.id,
    label: asLabel(attributeName(attribute.id, locale, kind), locale),
    keywords: labelsOfAttribute(attribute),
    hint: known.has(attribute.id) ? words.usual : unitName(attribute.unit, locale),
    ...(isAny && !fits(attribute.unit) ? { group: words.others } : {}),
  }));
  return [
    ...options.filter(({ value }) => known.has(value)),
    ...options.filter(({ value }) => !known.has(value)),
  ];
}

const mostUsual = 8;

/** Attributes on record for a concept or its family that no row has yet. */
export function usualAttributes(concept: string, had: readonly string[]): readonly string[] {
  const family = findConcept(concept) ? [concept, ...ancestorsOf(concept)] : [];
  const usual = new Set(family.flatMap((id) => specsOf(id).map((spec) => spec.attribute)));
  return [...usual].filter((id) => !had.includes(id)).slice(0, mostUsual);
}

/** The units that measure an attribute; one that was typed elsewhere stays in the list until it is changed. */
export function unitOptions(attribute: string, current: string, locale: Locale): SelectOption[] {
  const own = findAttribute(attribute);
  const fitting = own ? unitsOfAttribute(own).map((unit) => unit.id) : [];
  const ids = current === "" || fitting.includes(current) ? fitting : [...fitting, current];
  return ids.map((id) => ({ value: id, label: unitName(id, locale) || id }));
}

/** The unit and comparison to begin with; a unit that still fits stays. */
export function startOf(attribute: string, unit: string): { unit: string; op: Comparator } {
  const found = findAttribute(attribute);
  if (!found) return { unit: "", op: ">=" };
  const op = found.higherIsBetter === null ? "=" : found.higherIsBetter ? ">=" : "<=";
  return { unit: fitsAttribute(unit, found) ? unit : found.unit, op };
}

const small = new Set(["g", "mg"]);
const amounts = new Set([
  "mass",
  "mass_rate",
  "mass_lce",
  "energy",
  "energy_rate",
  "area",
  "area_rate",
  "pieces",
  "pieces_rate",
]);

/** Units of an amount in all, by the month or by the year; machines and packs are counted. */
export function amountOptions(locale: Locale): SelectOption[] {
  return units
    .filter(({ id, dimension }) => amounts.has(dimension) && !small.has(id))
    .map(({ id }) => ({ value: id, label: unitName(id, locale) }));
}
