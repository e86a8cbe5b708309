import { isInForce } from "@lilink/engine/dated-rules";
import { type PolicyEvent, type PolicyStatus, statusOn } from "../governance/status-on.ts";
import { type ConditionKind, type ConditionSet, conditionSets } from "./condition-sets.ts";

/**
 * Where a text stands on a day. `unregistered`: it was issued, and its clauses are not registered here, so nobody is judged by it;
 * `draft` and `proposal` bind nobody on any day.
 */
export const textStandings = ["binding", "later", "ended", "unregistered", "draft", "proposal"] as const;
export type TextStanding = (typeof textStandings)[number];

/** A policy about conditions, with its events. */
export type ConditionPolicy = {
  readonly publicId: string;
  readonly titleZh: string | null;
  readonly events: readonly PolicyEvent[];
  /** Whether it puts a set into force, so that its clauses are registered. */
  readonly adopts: boolean;
};

type Days = { readonly from: string; readonly to?: string | null };

/**
 * Where a set stands on an ISO day, by the days on which it binds; a draft or proposal without any binds nobody. [CN1] [CN11]
 * @example standingOn({ reading: "proposal" }, [], "2026-12-03") // "proposal"
 */
export function standingOn(
  { reading }: Pick<ConditionSet, "reading">,
  days: readonly Days[],
  on: string,
): TextStanding {
  if (days.length === 0) return reading === "proposal" ? "proposal" : "draft";
  if (days.some(({ from, to }) => isInForce({ from, to: to ?? null }, on))) return "binding";
  return days.some(({ from }) => from > on) ? "later" : "ended";
}

/** A text that stands issued; a repealed one, or one that is still consulted on, does not. */
const issuedStatuses: ReadonlySet<PolicyStatus | null> = new Set<PolicyStatus>([
  "issued_not_in_force",
  "force_day_unknown",
  "in_force",
  "suspended",
  "effect_unconfirmed",
]);

/** An issued policy of which no clause is registered: of which kind, and since when it is issued, as its source prints it. */
export type UnregisteredText = ConditionPolicy & {
  readonly kind: ConditionKind | null;
  readonly since: string;
};

/**
 * The policies about conditions that are issued on an ISO day and whose clauses are not registered: what binds by them is not known
 * here, which is not the same as nothing. Its draft, where one is registered, says of which kind it is. [CN11]
 */
export function unregisteredOn<Policy extends ConditionPolicy>(
  policies: readonly Policy[],
  on: string,
): readonly (Policy & UnregisteredText)[] {
  return policies.flatMap((policy) => {
    if (policy.adopts) return [];
    const texts = conditionSets.filter(
      ({ policyTitle }) => policyTitle !== undefined && policyTitle === policy.titleZh,
    );
    if (texts.some(({ from }) => from !== null) || !issuedStatuses.has(statusOn(policy.events, on)))
      return [];
    const since = policy.events
      .filter(({ type }) => type === "issued" || type === "in_force")
      .map((event) => event.on)
      .sort()[0];
    return since === undefined ? [] : [{ ...policy, kind: texts[0]?.kind ?? null, since }];
  });
}
