import { convertUnit, findAttribute, parseUnit, units } from "../../chain/index.ts";
import type { Figure } from "../document.ts";

/** A closed interval on the scale of an attribute's own unit; open sides are infinite. */
export type Interval = { readonly low: number; readonly high: number };

/** Wider of a figure that is "about" something, and of an exact one where neither direction is better. */
const tolerance = { about: 0.1, exact: 0.02, statedAbout: 0.05 };

/** Capacities are chosen up to their size: what counts is the upper end. */
const choosable = new Set(["capacity_ta", "capacity_gwh", "throughput", "batch", "persons", "volume"]);
const volumes = new Set(["capacity_ta", "capacity_gwh", "volume"]);

/** Whether an attribute is an amount of which a part may do. */
export function isVolume(attribute: string): boolean {
  return volumes.has(attribute);
}

/** Direction in which an attribute gets better; null for a corridor and for an attribute that the chain does not know. */
export function directionOf(attribute: string): boolean | null {
  if (attribute === "volume") return true;
  return findAttribute(attribute)?.higherIsBetter ?? null;
}

/** The unit of a dimension that has no factor: m2/a for 10k m2/a. */
function baseUnitOf(unit: string): string | undefined {
  const dimension = parseUnit(unit)?.dimension;
  return (
    units.find((other) => other.dimension === dimension && Number(other.factor) === 1)?.id ??
    parseUnit(unit)?.id
  );
}

/** The value in the attribute's unit; exact in decimal before it becomes a number. Null when the units do not meet. */
export function toScale(attribute: string, value: string, unit: string): number | null {
  const target = findAttribute(attribute)?.unit ?? baseUnitOf(unit);
  if (target === undefined) return null;
  const converted = convertUnit(value, unit, target);
  return converted.ok ? converted.value.toNumber() : null;
}

/**
 * What a requirement accepts. Where a direction is better, "=" and a range are read as "no worse than". [MT11]
 * @returns null when the figure cannot be put on the attribute's scale
 */
export function acceptedBy(figure: Figure): Interval | null {
  const value = toScale(figure.attribute, figure.value, figure.unit);
  const high = figure.high === undefined ? value : toScale(figure.attribute, figure.high, figure.unit);
  if (value === null || high === null) return null;
  const better = directionOf(figure.attribute);
  const width = Math.abs(value) * (figure.op === "about" ? tolerance.about : tolerance.exact);
  if (figure.op === ">=") return { low: value, high: Infinity };
  if (figure.op === "<=") return { low: -Infinity, high: value };
  const isExactBound = figure.op === "range" || figure.op === "=";
  if (better === true) return { low: isExactBound ? value : value - width, high: Infinity };
  if (better === false) return { low: -Infinity, high: isExactBound ? high : value + width };
  return figure.op === "range" ? { low: value, high } : { low: value - width, high: value + width };
}

/**
 * What an offer states. A bound in the good direction is what is guaranteed: at least 99.0 % promises 99.0 %. [MT11]
 */
export function statedBy(figure: Figure): Interval | null {
  const value = toScale(figure.attribute, figure.value, figure.unit);
  const high = figure.high === undefined ? value : toScale(figure.attribute, figure.high, figure.unit);
  if (value === null || high === null) return null;
  if (choosable.has(figure.attribute)) return { low: high, high };
  const better = directionOf(figure.attribute);
  const width = Math.abs(value) * tolerance.statedAbout;
  if (figure.op === "range") return { low: value, high };
  if (figure.op === "about") return { low: value - width, high: value + width };
  if (figure.op === ">=") return { low: value, high: better === true ? value : Infinity };
  if (figure.op === "<=") return { low: better === false ? value : -Infinity, high: value };
  return { low: value, high: value };
}

/**
 * What a one-sided bound guarantees to a demand for the same side, where neither direction is better: a film of at most
 * 25 µm promises 25 to who wants at most 12. Null for other figures. [MT11]
 */
export function promisedBy(figure: Figure): Interval | null {
  if (directionOf(figure.attribute) !== null || (figure.op !== ">=" && figure.op !== "<=")) return null;
  const value = toScale(figure.attribute, figure.value, figure.unit);
  return value === null ? null : { low: value, high: value };
}
