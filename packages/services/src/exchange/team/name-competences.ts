import { familyOf } from "@lilink/model/chain";
import { analyzeText, type MatchDocument } from "@lilink/model/matching";

/** What a project needs: a concept that it states, or one that its readable text names. */
export type Competence = { readonly concept: string; readonly from: "stated" | "text" };

const most = 10;

/**
 * The competences of a project, the stated first, then those of its text in their order; excluded ones are left out, and
 * so is what is only a wider or narrower word of the family of another. What the project itself stands on is not sought
 * where it names anything else.
 */
export function nameCompetences(project: MatchDocument): readonly Competence[] {
  const { mentions } = analyzeText(`${project.title}\n${project.body}`);
  const named: readonly Competence[] = [
    ...project.concepts.map((concept) => ({ concept, from: "stated" as const })),
    ...mentions.filter(({ negated }) => !negated).map(({ concept }) => ({ concept, from: "text" as const })),
  ];
  const kept: Competence[] = [];
  for (const one of named) {
    const family = new Set(familyOf(one.concept));
    const isSame = ({ concept }: Competence) =>
      concept === one.concept || (one.from === "text" && family.has(concept));
    if (!kept.some(isSame)) kept.push(one);
  }
  const sought = kept.slice(1);
  return (sought.length > 0 ? sought : kept).slice(0, most);
}
