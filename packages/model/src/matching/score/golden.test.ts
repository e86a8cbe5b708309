import { describe, expect, it } from "vitest";
import golden from "../../../testing/golden/postings.json" with { type: "json" };
import heldOut from "../../../testing/golden/postings-held-out.json" with { type: "json" };
import { fromPostingFile } from "../adapt/from-posting-file.ts";
import type { MatchDocument } from "../document.ts";
import { createIndex } from "../search/create-index.ts";
import { type Ranking, rankCandidates } from "./rank-candidates.ts";

const structured = fromPostingFile(golden);
const textOnly = fromPostingFile(golden, { textOnly: true });
const gradeOf = new Map(
  golden.judgements.map(({ need, capability, grade }) => [`${need}/${capability}`, grade]),
);

function rank(own: MatchDocument, others: readonly MatchDocument[]): Ranking {
  const index = createIndex();
  for (const other of others) index.put(other);
  const found = new Map(others.map((other) => [other.id, other]));
  const candidates = index.search(own, { k: 20 }).flatMap(({ id }) => found.get(id) ?? []);
  return rankCandidates(own, own, candidates, { limit: 10 });
}

function firstGrades({ needs, capabilities }: typeof structured): readonly string[] {
  const hasRight = (id: string) =>
    [...gradeOf].some(([pair, grade]) => grade === 3 && pair.startsWith(`${id}/`));
  return needs.flatMap((need) => {
    if (!hasRight(need.id)) return [];
    const [first] = rank(need, capabilities).matches;
    return gradeOf.get(`${need.id}/${first?.id}`) === 3 ? [] : [`${need.id}: ${first?.id}`];
  });
}

describe("golden set", { timeout: 30_000 }, () => {
  it("is large enough, of both languages, and all of its bodies are invented", () => {
    expect(golden.needs.length).toBeGreaterThanOrEqual(60);
    expect(golden.capabilities.length).toBeGreaterThanOrEqual(60);
    const postings = [golden, heldOut].flatMap(({ needs, capabilities }) => [...needs, ...capabilities]);
    expect(new Set(postings.map(({ lang }) => lang))).toEqual(new Set(["zh", "en"]));
    for (const { organisation } of postings)
      expect(organisation.name).toMatch(/[(（](?:虚构|fictional)[)）]$/);
  });

  it("[MT17] the first place of every need is a right one, across languages", () => {
    expect(firstGrades(structured)).toEqual([]);
  });

  it("[MT17] from title and body alone, at most one need in thirty gets a wrong first place", () => {
    expect(firstGrades(textOnly).length).toBeLessThanOrEqual(2);
  });

  it("[MT17] the first place of every capability is a need that it meets", () => {
    const wrong = structured.capabilities.flatMap((capability) => {
      const [first] = rank(capability, structured.needs).matches;
      const best = Math.max(
        ...structured.needs.map((need) => gradeOf.get(`${need.id}/${capability.id}`) ?? 0),
      );
      return best < 3 || gradeOf.get(`${first?.id}/${capability.id}`) === 3
        ? []
        : [`${capability.id}: ${first?.id}`];
    });
    expect(wrong).toEqual([]);
  });

  it("[MT17] no match breaks a hard figure; hard negatives are near misses or broken", () => {
    for (const need of structured.needs) {
      const { matches, nearMisses, broken } = rank(need, structured.capabilities);
      for (const { result } of matches) {
        expect(result.verdicts.some(({ hard, verdict }) => hard && verdict === "fail")).toBe(false);
      }
      for (const { id, result } of [...nearMisses, ...broken]) {
        expect(result.breaksHard, `${need.id}/${id}`).toBe(true);
        expect(gradeOf.get(`${need.id}/${id}`) ?? 0).toBeLessThan(3);
      }
    }
  });

  it("[MT17] a hard negative never ranks before a right one", () => {
    for (const need of structured.needs) {
      const { matches } = rank(need, structured.capabilities);
      const rights = matches.map(({ id }) => Number(gradeOf.get(`${need.id}/${id}`) === 3));
      expect(rights, need.id).toEqual([...rights].sort((a, b) => b - a));
    }
  });

  it("[MT17] what misses one limit narrowly is a near miss, never a match", () => {
    const need = structured.needs.find(({ id }) => id === "N18");
    const ranking = need && rank(need, structured.capabilities);
    expect(ranking?.nearMisses.map(({ id }) => id)).toContain("C18");
    expect(ranking?.matches.map(({ id }) => id)).not.toContain("C18");
  });
});
