import { Decimal } from "decimal.js";
import type { Spec } from "./concept.ts";
import { convertUnit } from "./convert-unit.ts";
import { loadAttribute } from "./find-concept.ts";
import { specs } from "./tables.ts";
import { ancestorsOf } from "./walk-family.ts";

/** `unknown`: no range is on record, which says nothing about the value. `spec` tells range, source and confidence. */
export type Plausibility =
  | { readonly verdict: "unknown" }
  | { readonly verdict: "inside" | "below" | "above"; readonly spec: Spec };

/** The plausibility ranges of a concept, its own only. */
export function specsOf(conceptId: string): readonly Spec[] {
  return specs.filter((spec) => spec.concept === conceptId);
}

/**
 * Whether a value is believable for a concept: its own range, else that of the nearest is_a ancestor. A value outside
 * is asked about, never refused: half of the ranges are recalled. A value that is no number or a unit of another
 * dimension is `unknown` here; the form's own rules speak of it. [CH9]
 * @param unit defaults to the attribute's unit
 * @throws LilinkError NOT_FOUND for an unknown concept or attribute
 * @example checkPlausible("spodumene-ore", "li2o_grade", "12").verdict // "above"
 */
export function checkPlausible(
  conceptId: string,
  attributeId: string,
  value: Decimal | string,
  unit?: string,
): Plausibility {
  const attribute = loadAttribute(attributeId);
  const family = [conceptId, ...ancestorsOf(conceptId)];
  const spec = family
    .map((id) => specs.find((row) => row.concept === id && row.attribute === attributeId))
    .find((row) => row !== undefined);
  const converted = convertUnit(value, unit ?? attribute.unit, attribute.unit);
  if (!spec || !converted.ok) return { verdict: "unknown" };
  if (converted.value.lt(new Decimal(spec.min))) return { verdict: "below", spec };
  return { verdict: converted.value.gt(new Decimal(spec.max)) ? "above" : "inside", spec };
}
