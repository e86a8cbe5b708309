import { relationCodes } from "../document.ts";
import type { MatchWeights } from "../score/weights.ts";

const costs = {
  hard: ["open", "broken", "short"],
  part: ["broken", "short"],
  wish: ["open", "broken", "short"],
  cooperation: ["open", "kindred", "apart"],
  delivery: ["open", "apart"],
  ip: ["open", "weak", "apart"],
  transport: ["open", "apart"],
  certificate: ["open", "apart"],
  place: ["open", "apart"],
} as const;
type CostGroup = keyof typeof costs;

/** Whether the weight of a name counts against a pair: a greater one takes more away. [MT14] @example isCost("hard.open") // true */
export const isCost = (name: string): boolean => name === "excluded" || (name.split(".")[0] ?? "") in costs;

/** The features of a pair, each with one weight; `base` is what every pair starts from, credits included. */
export const featureNames: readonly string[] = [
  "base",
  ...relationCodes.map((code) => `tie.${code}`),
  ...Object.entries(costs).flatMap(([group, steps]) => steps.map((step) => `${group}.${step}`)),
  "sameRegion",
  "text",
  "excluded",
];

function creditOf({ credit }: MatchWeights): number {
  return credit.figures + credit.cooperation + credit.delivery;
}

/** Weights in the order of featureNames. Inverse of fromVector. */
export function toVector(weights: MatchWeights): readonly number[] {
  const groups: Readonly<Record<CostGroup, Readonly<Record<string, number>>>> = weights;
  return [
    weights.base + creditOf(weights),
    ...relationCodes.map((code) => weights.tie[code]),
    ...(Object.keys(costs) as CostGroup[]).flatMap((group) =>
      costs[group].map((step) => groups[group][step] ?? 0),
    ),
    weights.sameRegion,
    weights.text,
    weights.excluded,
  ];
}

/** A vector in the order of featureNames as weights of a version; credits, which only share out the base, and what is only heard are the prior's. */
export function fromVector(vector: readonly number[], prior: MatchWeights, version: string): MatchWeights {
  const at = (name: string) => vector[featureNames.indexOf(name)] ?? 0;
  const group = <Step extends string>(name: CostGroup, steps: readonly Step[]) =>
    Object.fromEntries(steps.map((step) => [step, at(`${name}.${step}`)])) as Record<Step, number>;
  return {
    version,
    base: at("base") - creditOf(prior),
    tie: Object.fromEntries(relationCodes.map((code) => [code, at(`tie.${code}`)])) as MatchWeights["tie"],
    credit: prior.credit,
    hard: group("hard", costs.hard),
    part: group("part", costs.part),
    wish: group("wish", costs.wish),
    cooperation: group("cooperation", costs.cooperation),
    delivery: group("delivery", costs.delivery),
    ip: group("ip", costs.ip),
    transport: group("transport", costs.transport),
    certificate: group("certificate", costs.certificate),
    place: group("place", costs.place),
    sameRegion: at("sameRegion"),
    text: at("text"),
    excluded: at("excluded"),
    ...(prior.heard ? { heard: prior.heard } : {}),
  };
}
