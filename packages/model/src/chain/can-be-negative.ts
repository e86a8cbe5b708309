import { findAttribute } from "./find-concept.ts";

/** On these scales zero is a convention: values lie on both sides of it. All others count or measure an amount. */
const scalesPastZero: ReadonlySet<string> = new Set(["°C", "% points"]);

/**
 * Whether a value of an attribute may lie below zero: temperatures and differences do, contents and amounts never. [CH9]
 * @example canBeNegative("na") // false
 */
export function canBeNegative(attributeId: string): boolean {
  const attribute = findAttribute(attributeId);
  return attribute === null || scalesPastZero.has(attribute.unit);
}
