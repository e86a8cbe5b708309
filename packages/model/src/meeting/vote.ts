/** What a seat says to a question. Whoever is recused has no vote and is not counted for the quorum. [VO2] */
export const ballotChoices = ["for", "against", "abstain", "recused"] as const;
export type BallotChoice = (typeof ballotChoices)[number];

/** Why a seat cannot vote: the question is about its own body, or about a competitor of it. Both are found by the database. [VO3] */
export const ballotConflicts = ["own", "competitor"] as const;
export type BallotConflict = (typeof ballotConflicts)[number];

/** Of what a majority is more than a half: of the votes for and against, or of all seats that may vote. [VO4] */
export const voteMajorities = ["votes", "seats"] as const;
export type VoteMajority = (typeof voteMajorities)[number];

export const voteOutcomes = ["carried", "rejected", "no_quorum"] as const;
export type VoteOutcome = (typeof voteOutcomes)[number];

export type VoteRule = { readonly quorum: number; readonly majority: VoteMajority };
export type VoteCount = Readonly<Record<BallotChoice, number>> & {
  /** Seats that said nothing. */
  readonly absent: number;
  /** Seats that may vote: all but the recused. */
  readonly entitled: number;
  /** Seats that must vote for the quorum. */
  readonly needed: number;
  readonly outcome: VoteOutcome;
};

/**
 * Counts the ballots of a question by the rule of the mandate; `null` is a seat that said nothing. The quorum is a share in percent of
 * the seats that may vote; who abstains is present. [VO2] [VO4]
 * @example countVote(["for", "for", null], { quorum: 60, majority: "votes" }).outcome // "carried"
 */
export function countVote(
  choices: readonly (BallotChoice | null)[],
  { quorum, majority }: VoteRule,
): VoteCount {
  const of = (choice: BallotChoice | null) => choices.filter((one) => one === choice).length;
  const counts = { for: of("for"), against: of("against"), abstain: of("abstain"), recused: of("recused") };
  const absent = of(null);
  const entitled = choices.length - counts.recused;
  const needed = Math.max(1, Math.ceil((quorum * entitled) / 100));
  const isQuorate = entitled - absent >= needed;
  const base = majority === "seats" ? entitled : counts.for + counts.against;
  const outcome = !isQuorate ? "no_quorum" : counts.for * 2 > base ? "carried" : "rejected";
  return { ...counts, absent, entitled, needed, outcome };
}
