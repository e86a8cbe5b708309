import { parseUnit } from "../../chain/index.ts";
import type { Quantity } from "./quantity.ts";

const rated = new Set(["mass", "mass_lce", "energy", "area", "pieces", "volume"]);
// In the first unit of a dimension, more than anything of the trade.
const utmost: Readonly<Record<string, number>> = {
  fraction: 100,
  mass_rate: 1e8,
  energy_rate: 1e5,
  density: 25,
  specific_capacity: 5000,
  specific_energy: 5000,
  energy_per_volume: 5000,
  specific_surface: 5000,
  viscosity: 1e8,
};

/** The dimension of a quantity's unit, empty for a bare number. */
export function dimensionOf({ unit }: Pick<Quantity, "unit">): string {
  return unit === null ? "" : (parseUnit(unit)?.dimension ?? "");
}

/** What can be by a span of time or by the tonne. */
export function isAmount(quantity: Quantity): boolean {
  return rated.has(dimensionOf(quantity));
}

/** Metres that may be by a day: 日供2万米, where 月需6 µm铜箔 is a gauge. */
export function isRunning({ unit }: Quantity): boolean {
  return unit === "m" || unit === "km";
}

/** Money that is not by anything. */
export function isMoney(quantity: Quantity): boolean {
  return dimensionOf(quantity).startsWith("money");
}

/** A length of time that an amount can be by. */
export function isSpan({ unit }: Quantity): boolean {
  return /^(?:s|min|h|days|weeks|months)$/.test(unit ?? "");
}

/** 240 million tonnes a year are nobody's output: the unit was another. [MT52] */
export function isImplausible(quantity: Quantity): boolean {
  const unit = parseUnit(quantity.unit ?? "");
  const most = unit ? utmost[unit.dimension] : undefined;
  const value = Number(quantity.high ?? quantity.value) * Number(unit?.factor ?? 1);
  return most !== undefined && value > most;
}
