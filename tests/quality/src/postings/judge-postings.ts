import { judgePair, type MatchDocument, type ReadPostingFile, rankCandidates } from "@lilink/model/matching";

/** One side of the market in the order in which a posting of the other would be shown it. */
export type Ordered = {
  readonly ids: readonly string[];
  /** The first place among the matches, if there is any match. */
  readonly first: string | undefined;
};

/** Rankings and scores over a file of graded postings. `truth` keeps every field, whatever the matcher may see. */
export class Judge {
  readonly read: ReadPostingFile;
  readonly #truth: ReadPostingFile;
  readonly #grades: ReadonlyMap<string, number>;

  constructor(read: ReadPostingFile, truth: ReadPostingFile) {
    this.read = read;
    this.#truth = truth;
    this.#grades = new Map(
      read.judgements.map(({ need, capability, grade }) => [`${need}/${capability}`, grade]),
    );
  }

  /** The grade of a pair, 0 where nobody judged it. */
  gradeOf(need: string, capability: string): number {
    return this.#grades.get(`${need}/${capability}`) ?? 0;
  }

  scoreOf(need: MatchDocument, capability: MatchDocument): number {
    return judgePair(need, capability, need).score;
  }

  /** Matches, then what narrowly misses or breaks a requirement, then the rest: as a page of matches has it. */
  order(own: MatchDocument, others: readonly MatchDocument[]): Ordered {
    const { matches, nearMisses, broken } = rankCandidates(own, own, others, { limit: others.length });
    const missed = [...nearMisses, ...broken].sort(
      (a, b) => b.result.score - a.result.score || (a.id < b.id ? -1 : 1),
    );
    const shown = [...matches, ...missed].map(({ id }) => id);
    const known = new Set(shown);
    const rest = others.map(({ id }) => id).filter((id) => !known.has(id));
    return { ids: [...shown, ...rest.sort()], first: matches[0]?.id };
  }

  /** Whether, by the fields of the file, a hard figure of the need is broken by the capability. */
  breaksHard(needId: string, capabilityId: string): boolean {
    const need = this.#truth.needs.find(({ id }) => id === needId);
    const capability = this.#truth.capabilities.find(({ id }) => id === capabilityId);
    if (!need || !capability) return false;
    return judgePair(need, capability, need).verdicts.some(({ hard, verdict }) => hard && verdict === "fail");
  }
}
