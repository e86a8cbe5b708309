import rows from "./data/skills.json" with { type: "json" };

export const skillKinds = ["knowledge", "skill", "transversal"] as const;
export type SkillKind = (typeof skillKinds)[number];

/** What somebody can do or knows, in zh and en. A skill without a broader one is a field of skills. No ESCO address is known here. [SK1] */
export type Skill = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: SkillKind;
  readonly broader: readonly string[];
  readonly concepts: readonly string[];
};

export const skills = rows as readonly Skill[];
const byId = new Map(skills.map((skill) => [skill.id, skill]));

/** Fields of skills, in their order. */
export const skillFields: readonly Skill[] = skills.filter(({ broader }) => broader.length === 0);
/** What is asked for and taught: skills with a broader one. */
export const skillIds: readonly string[] = skills
  .filter(({ broader }) => broader.length > 0)
  .map(({ id }) => id);

export const findSkill = (id: string): Skill | null => byId.get(id) ?? null;

/** The field that a skill belongs to; a field is its own. */
export const fieldOfSkill = (id: string): string => byId.get(id)?.broader[0] ?? id;

const managing = "management";

/**
 * Whether somebody with these skills, taught for these links, is compound: two links or more, or technology and management. [SK9]
 * @example isCompound(["hydrometallurgy", "project-management"], ["smelting"]) // true
 */
export function isCompound(ids: readonly string[], links: readonly string[]): boolean {
  const fields = new Set(ids.map(fieldOfSkill));
  return new Set(links).size >= 2 || (fields.has(managing) && fields.size >= 2);
}
