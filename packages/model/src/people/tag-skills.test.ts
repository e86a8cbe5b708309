import fc from "fast-check";
import { describe, expect, it } from "vitest";
import sentences from "../../testing/golden/skill-sentences.json" with { type: "json" };
import { findConcept } from "../chain/index.ts";
import { fieldOfSkill, findSkill, isCompound, skillFields, skillIds, skills } from "./skill.ts";
import { scoreTags, tagSkills } from "./tag-skills.ts";

describe("skills", () => {
  it("[SK1] have names in zh and en, one field each and concepts of the chain", () => {
    expect(new Set(skills.map(({ id }) => id)).size).toBe(skills.length);
    for (const { id, zh, en, broader, concepts } of skills) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z]/);
      expect(broader.length).toBeLessThanOrEqual(1);
      expect(broader.every((one) => findSkill(one)?.broader.length === 0)).toBe(true);
      expect(concepts.filter((concept) => !findConcept(concept))).toEqual([]);
      expect(skillFields.map((field) => field.id)).toContain(fieldOfSkill(id));
    }
    expect(skillIds.length).toBe(skills.length - skillFields.length);
  });

  it("[SK9] two links are compound, and technology with management", () => {
    expect(isCompound(["hydrometallurgy", "project-management"], ["smelting"])).toBe(true);
    expect(isCompound(["hydrometallurgy"], ["smelting", "recycling"])).toBe(true);
    expect(isCompound(["hydrometallurgy", "residual-value-testing"], ["recycling"])).toBe(false);
    expect(isCompound(["project-management"], ["smelting"])).toBe(false);
  });
});

describe("tags of skills", () => {
  it("[SK2] are the skills that 200 labelled sentences name, in zh and en alike", () => {
    expect(sentences.length).toBe(200);
    for (const lang of ["zh", "en"]) {
      const { f1 } = scoreTags(sentences.filter((one) => one.lang === lang));
      expect(f1).toBeGreaterThan(0.9);
    }
  });

  it("[SK2] take the longer name, deny what is not wanted, and propose each skill once", () => {
    const of = (text: string) => tagSkills(text).map(({ skill }) => skill);
    expect(of("电解液配方")).toEqual(["electrolyte-formulation"]);
    expect(of("无需湿法经验，会焙烧即可")).toEqual(["pyrometallurgy"]);
    expect(of("浮选、浮选、flotation")).toEqual(["ore-dressing"]);
  });

  it("[SK2] never invent a skill and never overlap, whatever the text", () => {
    const piece = fc.constantFrom(...sentences.map(({ text }) => text), "，", " ", "PLCX", "湿法");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const tags = tagSkills(pieces.join(""));
        expect(tags.every(({ skill }) => skillIds.includes(skill))).toBe(true);
        expect(new Set(tags.map(({ skill }) => skill)).size).toBe(tags.length);
        expect(tags.every(({ start }, at) => at === 0 || start >= (tags[at - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });
});
