import { linkIds } from "../../chain/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, day, type Figure, figure, organization, text } from "../field.ts";

export const transferModes = [
  "licence",
  "assignment",
  "equity",
  "joint_laboratory",
  "contract_research",
  "spin_out",
] as const;
export const priceBands = ["under_1m", "1m_5m", "5m_20m", "over_20m", "open"] as const;
export const exclusivities = ["exclusive", "sole", "non_exclusive", "open"] as const;

/** What a comparison counts: what one unit costs, or what one unit holds or needs. */
const comparisonUnits = ["CNY/t", "10k CNY/t", "CNY/kWh", "CNY/m2", "%"] as const;

/** A figure for one side that is a thousand times the other's was typed in another unit. [AC2] */
const farthest = 1000;

/**
 * From the laboratory to a partner. Before its rights are cleared an achievement is for its owner alone; a planned publication sets the day
 * by which they must be. What came of a transfer is asked 12 and 36 months after the contract. [AC1] [AC3] [AC5]
 */
export const achievementMachine = machine({
  name: "achievement",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    disclosed: { edit: "draft" },
    ip_cleared: { edit: "draft" },
    offered: { live: true, edit: "live" },
    negotiating: { live: true, edit: "live" },
    transferred: { live: true },
    followed: { live: true },
    closed: { live: true, end: true },
    shelved: { end: true },
  },
  steps: {
    disclose: { from: ["draft"], to: "disclosed", who: "owner", guard: "complete" },
    clear: { from: ["disclosed"], to: "ip_cleared", who: "owner", fields: ["priorityOn"] },
    offer: { from: ["ip_cleared"], to: "offered", who: "owner", guard: "complete", fields: ["offeredOn"] },
    negotiate: { from: ["offered"], to: "negotiating", who: "owner" },
    reopen: { from: ["negotiating"], to: "offered", who: "owner", reason: true },
    transfer: {
      from: ["negotiating"],
      to: "transferred",
      who: "owner",
      fields: ["mode", "contractOn", "contractNumber"],
    },
    follow: { from: ["transferred"], to: "followed", who: "owner", fields: ["afterTwelve"] },
    close: { from: ["followed"], to: "closed", who: "owner", fields: ["afterThirtySix"] },
    shelve: {
      from: ["disclosed", "ip_cleared", "offered", "negotiating"],
      to: "shelved",
      who: "owner",
      reason: true,
    },
  },
});

/** Results that a university, an institute or a firm hands on, for seed 6.4: what is different, and what it costs beside the rival way. [AC1] */
export const achievement = defineRegister({
  name: "achievement",
  owner: "organization",
  level: "everyone",
  fields: {
    title: bilingual({ max: 160, required: true }),
    links: choices(linkIds, { required: true }),
    readiness: count({ min: 1, max: 9, required: true, order: "falling" }),
    teaser: bilingual({ max: 600, long: true, required: true }),
    difference: bilingual({ max: 2000, long: true, required: true }),
    ownCost: figure({ units: [...comparisonUnits], min: "0", required: true }),
    rivalCost: figure({ units: [...comparisonUnits], min: "0", required: true }),
    basis: text({ max: 400, required: true }),
    patents: text({ max: 400, level: "member" }),
    exclusivity: choice(exclusivities, { level: "member" }),
    price: choice(priceBands, { level: "member" }),
    details: text({ max: 8000, long: true, level: "own" }),
    publishOn: day({ level: "own" }),
    embargoUntil: day({ level: "own" }),
    priorityOn: day({ byStep: true, level: "own" }),
    offeredOn: day({ byStep: true }),
    mode: choice(transferModes, { byStep: true }),
    partner: organization({ level: "own" }),
    contractOn: day({ byStep: true, level: "own" }),
    contractNumber: text({ max: 80, byStep: true, level: "own" }),
    afterTwelve: text({ max: 1000, long: true, byStep: true, level: "own" }),
    afterThirtySix: text({ max: 1000, long: true, byStep: true, level: "own" }),
  },
  machine: achievementMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "links", "readiness", "ownCost", "rivalCost", "mode"],
  facets: ["links", "mode"],
  rest: { path: "achievements", scope: "registers:read" },
  check: ({ ownCost, rivalCost, publishOn, embargoUntil, priorityOn, offeredOn, contractOn }) => [
    ...faultsOfComparison(ownCost, rivalCost),
    // What is published first is new to nobody any more.
    ...(priorityOn && publishOn && priorityOn > publishOn
      ? [{ field: "priorityOn", rule: "dateTooFar", params: { max: publishOn } } as const]
      : []),
    ...(offeredOn && embargoUntil && offeredOn < embargoUntil
      ? [{ field: "offeredOn", rule: "endBeforeStart" } as const]
      : []),
    ...(offeredOn && priorityOn && offeredOn < priorityOn
      ? [{ field: "offeredOn", rule: "endBeforeStart" } as const]
      : []),
    ...(contractOn && offeredOn && contractOn < offeredOn
      ? [{ field: "contractOn", rule: "endBeforeStart" } as const]
      : []),
  ],
  due: {
    disclosed: { duty: "protect", field: "publishOn" },
    transferred: { duty: "tellOutcome", field: "contractOn", months: 12 },
    followed: { duty: "tellOutcome", field: "contractOn", months: 36 },
  },
});

const large = "10k ";
const scaleOf = (unit: string) => (unit.startsWith(large) ? 10_000 : 1);

/** A cost in the small unit of its kind, so that two can be compared; null where it has no value. [AC2] */
export function costOf(figure: Figure | null): number | null {
  return figure?.value ? Number(figure.value) * scaleOf(figure.unit) : null;
}

/** Both figures count the same in units that compare, and neither is a unit apart from the other. */
function faultsOfComparison(own: Figure | null, rival: Figure | null) {
  const [a, b] = [costOf(own), costOf(rival)];
  if (!own || !rival || a === null || b === null) return [];
  const kind = (unit: string) => unit.replace(large, "");
  if (kind(own.unit) !== kind(rival.unit)) return [{ field: "rivalCost", rule: "unitMismatch" } as const];
  const isFar = a > 0 && b > 0 && (a / b > farthest || b / a > farthest);
  const inUnit = b / scaleOf(own.unit);
  const range = { min: inUnit / farthest, max: inUnit * farthest };
  return isFar ? [{ field: "ownCost", rule: "implausible", params: range } as const] : [];
}
