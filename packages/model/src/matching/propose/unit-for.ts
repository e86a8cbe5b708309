import type { Quantity } from "@lilink/engine/quantity";
import { type Attribute, attributes, convertUnit, parseUnit } from "../../chain/index.ts";

import { type NamedThing, typical } from "./head-table.ts";

const percentDimensions = new Set(["fraction", "li2o_fraction", "mole_fraction", "percentage_points"]);

export function dimensionOf(unit: string): string | undefined {
  return parseUnit(unit)?.dimension;
}

/** The unit in which a quantity would be a figure of an attribute, or null where it cannot be one. */
export function unitFor(
  quantity: Quantity,
  attribute: Attribute,
  things: readonly NamedThing[] = [],
): string | null {
  if (quantity.unit === null) return bareUnit(quantity, attribute, things);
  const from = dimensionOf(quantity.unit);
  const to = dimensionOf(attribute.unit);
  const isPercent = quantity.unit === "%" || quantity.unit === "mass %";
  if (from === to)
    return isPercent && parseUnit(attribute.unit)?.factor === "0.01" ? attribute.unit : quantity.unit;
  if (isPercent && to !== undefined && percentDimensions.has(to)) return attribute.unit;
  if (attribute.id === "carbon_footprint" && from?.startsWith("carbon_")) return quantity.unit;
  if (attribute.id === "price" && isOfTonne(quantity, things)) return attribute.unit;
  if (attribute.id === "lead_time" && quantity.unit === "months") return "months";
  // 循环1000周: in the company of 循环 a 周 is a cycle, no week.
  return quantity.unit === "weeks" && attribute.id === "cycle_life" ? attribute.unit : null;
}

// 价格7.05万: what goods of the chain cost by the tonne, and no piece or job of it does.
const perTonne = {
  least: 5_000,
  most: 2_000_000,
  of: /^(?:res|sme|mat\.(?:pre|cat|ano|ele|aux)|rec\.(?:pre|met|dir))\b/,
};

function isOfTonne({ unit, value, high, doubt }: Quantity, things: readonly NamedThing[]): boolean {
  return (
    unit === "CNY" &&
    doubt === "rate_unknown" &&
    [value, high ?? value].every((each) => isBetween(Number(each), perTonne.least, perTonne.most)) &&
    things.some(({ stage, isProduct, isAside }) => isProduct && !isAside && perTonne.of.test(stage))
  );
}

/** The unit that a number without one has where it is one that the attribute usually is: D50 4.5 is in µm. */
function bareUnit(
  { op, value, high }: Quantity,
  attribute: Attribute,
  things: readonly NamedThing[],
): string | null {
  if (attribute.unit === "1") return "1";
  const { bare, from, to, barely = [] } = typical.get(attribute.id) ?? {};
  const isOf = (least?: number, most?: number) =>
    [value, high ?? value].every((each) => isBetween(Number(each), least, most));
  if (bare !== undefined && isOf(from, to)) return bare;
  const goods = things.filter(({ isAside }) => !isAside);
  const row = barely.find(
    ({ of, limit, ...size }) =>
      isOf(size.from, size.to) &&
      (!limit || op === "<=") &&
      goods.length > 0 &&
      goods.every(({ id, stage }) => new RegExp(of).test(stage) || new RegExp(of).test(id)),
  );
  return row?.bare ?? null;
}

export function isBetween(value: number, from = -Infinity, to = Infinity): boolean {
  return value >= from && value <= to;
}

/** Whether an amount is one that the attribute can have at all. */
export function isPlausible(
  { value, high }: Pick<Quantity, "value" | "high">,
  { attribute, unit }: { readonly attribute: string; readonly unit: string },
  things: readonly NamedThing[] = [],
): boolean {
  const usual = typical.get(attribute);
  if (!usual || (usual.least === undefined && usual.most === undefined)) return true;
  const { most } = things.some(({ id, isAside }) => !isAside && usual.big?.of.includes(id))
    ? { ...usual, ...usual.big }
    : usual;
  const base = attributes.find(({ id }) => id === attribute)?.unit ?? unit;
  return [value, high ?? value].every((each) => {
    const share = convertUnit(each, unit, base);
    return !share.ok || isBetween(Number(share.value), usual.least, most);
  });
}
