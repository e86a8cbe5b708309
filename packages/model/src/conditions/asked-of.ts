import type { Facts } from "@lilink/engine/dated-rules";
import type { PlantType, Values } from "../register/index.ts";
import { claimFacts, factsOfClaim } from "./claim-facts.ts";
import { type ConditionKind, kindsOfPlant } from "./condition-sets.ts";
import { factsOfPlant, plantFacts } from "./plant-facts.ts";
import { fieldBy } from "./stated-facts.ts";

/** The registers whose records are judged by conditions. */
export const judgedRegisters = ["plant", "conformityClaim"] as const;
export type JudgedRegister = (typeof judgedRegisters)[number];

export const isJudged = (register: string): register is JudgedRegister =>
  judgedRegisters.some((name) => name === register);

export type Asked = {
  readonly facts: Facts;
  readonly kinds: readonly ConditionKind[];
  /** The last day on which its evidence holds. */
  readonly evidenceUntil: string | null;
};

/** What a plant or recycler states, and which kinds of conditions are asked of it; of cascade use none are known. [CN3] */
export function askedOf(register: JudgedRegister, values: Values): Asked {
  const evidenceUntil = typeof values.evidenceUntil === "string" ? values.evidenceUntil : null;
  if (register === "plant")
    return {
      facts: factsOfPlant(values),
      kinds: kindsOfPlant[values.type as PlantType] ?? [],
      evidenceUntil,
    };
  const kinds: readonly ConditionKind[] = values.qualification === "recycling" ? ["recycling"] : [];
  return { facts: factsOfClaim(values), kinds, evidenceUntil };
}

/** The field of a judged record that states a fact: its source is the evidence of the condition. [CN9] */
export const fieldOfFact = (register: JudgedRegister, fact: string): string | null =>
  fieldBy(register === "plant" ? plantFacts : claimFacts, fact);
