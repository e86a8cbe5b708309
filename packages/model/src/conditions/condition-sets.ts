import { chooseSet, type RuleSet } from "@lilink/engine/dated-rules";
import { lifeOf, type PolicyEvent } from "../governance/status-on.ts";
import { recoverySets } from "../recovery/judge-recovery.ts";
import type { PlantType } from "../register/index.ts";
import setsJson from "./data/condition-sets.json" with { type: "json" };

export const conditionKinds = ["recycling", "lithium_salt", "lithium_salt_green", "lithium_ion"] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** How a text is known. A proposal is the platform's own and binds nobody until the group adopts it. */
export const conditionReadings = ["reported", "seen", "proposal"] as const;

/** Conditions of one kind, as they stood on the days of `[from, to)`; without `from` a draft or proposal, which binds nobody. */
export type ConditionSet = RuleSet & {
  readonly kind: ConditionKind;
  readonly issued?: string;
  /** The Chinese title of the policy of which this is the text, or a draft. [CN10] */
  readonly policyTitle?: string;
  readonly reading: (typeof conditionReadings)[number];
  readonly note: string;
  readonly sources: readonly string[];
};

/** Every set of every kind: what recyclers must meet [TR1], and what is asked of plants. [CN1] */
export const conditionSets: readonly ConditionSet[] = [
  ...recoverySets.map((set) => ({ ...set, kind: "recycling" as const })),
  ...(setsJson as readonly ConditionSet[]),
];

/** A policy that puts a set into force, with its events. */
export type Adoption = {
  readonly set: string;
  readonly policy: string;
  readonly events: readonly PolicyEvent[];
};

/** A set on the days of `[from, to)`, and the policy that put it into force; null: the text itself says from when. */
export type SetInForce = ConditionSet & { readonly from: string; readonly policy: string | null };

/**
 * Every set with the days on which it binds: its own, and those on which a policy that names it is in force. A suspension ends the
 * days, and what is unconfirmed after one binds nobody. [CN2]
 */
export function setsInForce(adoptions: readonly Adoption[]): readonly SetInForce[] {
  const own = conditionSets.flatMap((set) =>
    set.from === null ? [] : [{ ...set, from: set.from, policy: null }],
  );
  const adopted = adoptions.flatMap(({ set: id, policy, events }) => {
    const set = conditionSets.find((one) => one.id === id);
    if (!set) return [];
    return lifeOf(events)
      .filter(({ status }) => status === "in_force")
      .map(({ from, to }) => ({ ...set, from, to, policy }));
  });
  return [...own, ...adopted];
}

/**
 * The set of a kind that binds on an ISO day: of several the one that began last; null where none does. [CN2]
 * @throws InputError (duplicate) where two began on the same day
 */
export const setOn = (sets: readonly SetInForce[], kind: ConditionKind, on: string): SetInForce | null =>
  chooseSet(
    sets.filter((set) => set.kind === kind),
    on,
  );

/** Which kinds of conditions are asked of a plant. */
export const kindsOfPlant: Readonly<Record<PlantType, readonly ConditionKind[]>> = {
  lithium_salt: ["lithium_salt", "lithium_salt_green"],
  lithium_ion: ["lithium_ion"],
};
