import { linkIds } from "../../chain/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, day, link, record, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

export const standardBodies = ["GB", "GB/T", "YS/T", "QC/T", "T", "ISO", "IEC"] as const;
export const standardStages = ["planned", "draft", "issued", "in_force", "superseded", "withdrawn"] as const;

/**
 * The subjects for which the chain requires a standard. The paper or its sources name one for the first eleven; the
 * last five are a proposal of what is missing. [ST1]
 */
export const standardSubjects = [
  "battery_code",
  "residual_energy_test",
  "removal",
  "cascade_requirements",
  "cascade_marking",
  "cascade_design",
  "dismantling",
  "material_recovery",
  "packing_transport",
  "project_evaluation",
  "chain_of_custody",
  "residual_value",
  "health_online",
  "black_mass",
  "recycled_content",
  "solid_electrolyte_test",
] as const;
export type StandardSubject = (typeof standardSubjects)[number];

/** Standards that the chain works by, for seed 5.2.1: their stage, what they replace and what they cover. [ST1] */
export const standard = defineRegister({
  name: "standard",
  owner: "group",
  level: "everyone",
  fields: {
    number: text({ max: 60, required: true }),
    title: bilingual({ max: 240, required: true }),
    body: choice(standardBodies, { required: true }),
    stage: choice(standardStages, { required: true }),
    issuedOn: day({ partial: true }),
    inForceOn: day({ partial: true }),
    replaces: record("standard"),
    adopts: text({ max: 120 }),
    covers: choices(standardSubjects),
    links: choices(linkIds),
    text: link(),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["number"],
  list: ["title", "number", "stage", "inForceOn", "covers", "links"],
  facets: ["stage", "body", "covers", "links"],
  rest: { path: "standards", scope: "registers:read" },
  check: ({ issuedOn, inForceOn, stage }) => [
    ...(issuedOn && inForceOn && inForceOn < issuedOn.slice(0, inForceOn.length)
      ? [{ field: "inForceOn", rule: "endBeforeStart" } as const]
      : []),
    ...(stage === "planned" && issuedOn ? [{ field: "stage", rule: "implausible" } as const] : []),
  ],
});

/** One subject of the chain and whether a standard in force covers it. */
export type Coverage = {
  readonly subject: StandardSubject;
  readonly inForce: number;
  readonly other: number;
};

/**
 * Coverage of the chain: for each subject, how many standards in force and how many of another stage name it.
 * @param rows stage and subjects of each live standard
 * @example coverageOf([{ stage: "in_force", covers: ["removal"] }])[2] // { subject: "removal", inForce: 1, other: 0 }
 */
export function coverageOf(
  rows: readonly { readonly stage: string | null; readonly covers: readonly string[] | null }[],
): readonly Coverage[] {
  return standardSubjects.map((subject) => {
    const naming = rows.filter(({ covers }) => covers?.includes(subject));
    const inForce = naming.filter(({ stage }) => stage === "in_force").length;
    return { subject, inForce, other: naming.length - inForce };
  });
}
