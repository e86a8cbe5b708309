import { concepts, linkIds } from "../../chain/index.ts";
import { indicators } from "../../indicator/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, figure, flag, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

export const gapComparisons = [
  "comparable",
  "other_method",
  "other_conditions",
  "other_level",
  "undated",
] as const;

export const betterWays = ["higher", "lower"] as const;

/**
 * What is reached at home beside what is reached anywhere, measured how and on what level, for seed 3.2, 3.3 and 5.2.2. Two figures are only
 * set off against each other where they are comparable; else the reason stands there. A frontier that is behind is no gap, and none lies below its
 * floor. [GP1] [WL6]
 */
export const gapRecord = defineRegister({
  name: "gapRecord",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 240, required: true }),
    links: choices(linkIds, { required: true }),
    node: choice(concepts.map(({ id }) => id)),
    indicator: choice(indicators.map(({ id }) => id)),
    measure: text({ max: 160, required: true }),
    unit: text({ max: 40, required: true }),
    domestic: figure({ units: ["1"], required: true }),
    domesticYear: count({ min: 1990, max: 2100 }),
    domesticHolder: text({ max: 160 }),
    frontier: figure({ units: ["1"] }),
    frontierYear: count({ min: 1990, max: 2100 }),
    frontierHolder: text({ max: 160 }),
    better: choice(betterWays),
    floor: figure({ units: ["1"] }),
    /** An ore body or a brine is no achievement: it is compared, and is no gap. */
    isNatural: flag(),
    method: text({ max: 240 }),
    conditions: text({ max: 240 }),
    comparison: choice(gapComparisons, { required: true }),
    reason: bilingual({ max: 1000, long: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "measure", "domestic", "frontier", "unit", "comparison", "links"],
  facets: ["links", "comparison", "indicator"],
  rest: { path: "gaps", scope: "registers:read" },
  check: ({ comparison, domestic, frontier, better, floor }) => [
    ...(comparison === "comparable" && !frontier ? [{ field: "frontier", rule: "required" } as const] : []),
    ...(better && isBehind(frontier, domestic, better)
      ? [{ field: "frontier", rule: "rangeReversed" } as const]
      : []),
    ...(better && floor && [domestic, frontier].some((one) => isBehind(one, floor, better))
      ? [{ field: "floor", rule: "rangeReversed" } as const]
      : []),
  ],
});

type Told = { readonly value: string | null } | null;

/** Whether one figure is on the worse side of another. */
function isBehind(one: Told, other: Told, better: (typeof betterWays)[number]): boolean {
  if (!one?.value || !other?.value) return false;
  return better === "higher"
    ? Number(one.value) < Number(other.value)
    : Number(one.value) > Number(other.value);
}
