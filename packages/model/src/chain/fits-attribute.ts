import type { Attribute } from "./concept.ts";
import { convertUnit, listUnitsNear, parseUnit, type Unit, units } from "./convert-unit.ts";

/** A footprint is told by the piece, the kilogram or the kilowatt-hour, which do not convert. */
const isFootprint = ({ dimension }: Unit): boolean => dimension.startsWith("carbon_");

/**
 * Whether an attribute may be told in a unit: one that converts to its own, any unit of a carbon footprint for that, months for a lead time. [CH7]
 * @example fitsAttribute("kgCO2e/kg", footprint) // true
 */
export function fitsAttribute(unit: string, { id, unit: own }: Pick<Attribute, "id" | "unit">): boolean {
  if (convertUnit("1", unit, own).ok) return true;
  const told = parseUnit(unit);
  if (!told) return false;
  return (id === "carbon_footprint" && isFootprint(told)) || (id === "lead_time" && told.id === "months");
}

/** The units in which an attribute is told, its own first. */
export function unitsOfAttribute({ id, unit }: Pick<Attribute, "id" | "unit">): readonly Unit[] {
  const near = listUnitsNear(unit);
  const others = units.filter((one) => !near.some(({ id }) => id === one.id));
  const besides = others.filter(
    (one) => (id === "carbon_footprint" && isFootprint(one)) || (id === "lead_time" && one.id === "months"),
  );
  return [...near, ...besides];
}
