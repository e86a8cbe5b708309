import cues from "./data/skill-cues.json" with { type: "json" };

export type SkillTag = { readonly skill: string; readonly start: number; readonly end: number };

/** An abbreviation in a Chinese cue stands by itself. */
const abbreviation = /[A-Z]{2,}/g;

const patterns = Object.entries(cues as Readonly<Record<string, { zh: string; en: string }>>).map(
  ([skill, { zh, en }]) => ({
    skill,
    pattern: new RegExp(
      `${zh.replaceAll(abbreviation, "(?<![A-Za-z])$&(?![A-Za-z])")}|(?<![A-Za-z])(?:${en})`,
      "giu",
    ),
  }),
);

/** What is not wanted or only told of is no tag: "no experience in … needed", 无需…经验. */
const denied = /(?:无需|不需要?|不要求|无须|不限)[^,，。;；\n]{0,6}$|\b(?:no|not|without)\b[^,.;:\n]{0,24}$/i;

/**
 * The skills that a text names, each once, in their order; of two that overlap the longer name is taken. They are proposals: a text never makes
 * a new skill. [SK2]
 * @example tagSkills("招聘湿法冶金工程师，会萃取优先").map(({ skill }) => skill) // ["hydrometallurgy"]
 */
export function tagSkills(text: string): readonly SkillTag[] {
  const found = patterns
    .flatMap(({ skill, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({
        skill,
        start: match.index,
        end: match.index + match[0].length,
      })),
    )
    .filter(({ start, end }) => end > start && !denied.test(text.slice(Math.max(0, start - 30), start)))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: SkillTag[] = [];
  for (const one of found)
    if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one);
  kept.sort((a, b) => a.start - b.start);
  return kept.filter(({ skill }, at) => kept.findIndex((other) => other.skill === skill) === at);
}

/** How well proposed tags agree with labels: every pair of sentence and skill counts once. */
export function scoreTags(
  labelled: readonly { readonly text: string; readonly skills: readonly string[] }[],
): { readonly precision: number; readonly recall: number; readonly f1: number } {
  let [hits, proposed, wanted] = [0, 0, 0];
  for (const { text, skills } of labelled) {
    const tags = tagSkills(text).map(({ skill }) => skill);
    hits += tags.filter((tag) => skills.includes(tag)).length;
    proposed += tags.length;
    wanted += skills.length;
  }
  const precision = proposed > 0 ? hits / proposed : 1;
  const recall = wanted > 0 ? hits / wanted : 1;
  return { precision, recall, f1: hits > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}
