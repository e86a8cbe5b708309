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

  /**
   * All others, best score first; but what breaks a hard requirement never stands before the first match, as it would not
   * among the matches of a posting.
   */
  order(own: MatchDocument, others: readonly MatchDocument[]): Ordered {
    const first = rankCandidates(own, own, others, { limit: 1 }).matches[0]?.id;
    const scored = others.map((other) => ({ id: other.id, score: judgePair(own, other, own).score }));
    scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const ids = scored.map(({ id }) => id);
    return { ids: first === undefined ? ids : [first, ...ids.filter((id) => id !== first)], first };
  }

  /** Whether, by the fields of the file, a hard figure of the need is broken by the capability; readiness is no figure. */
  breaksHard(needId: string, capabilityId: string): boolean {
    const need = this.#truth.needs.find(({ id }) => id === needId);
    const capability = this.#truth.capabilities.find(({ id }) => id === capabilityId);
    if (!need || !capability) return false;
    return judgePair(need, capability, need).verdicts.some(
      ({ attribute, hard, verdict }) => attribute !== "trl" && hard && verdict === "fail",
    );
  }
}
