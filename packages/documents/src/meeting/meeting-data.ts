import type { Standing } from "@lilink/model/goals";
import type {
  BallotChoice,
  BallotConflict,
  PaperKind,
  VoteCount,
  VoteMajority,
  VoteOutcome,
} from "@lilink/model/meeting";

type Body = { readonly nameZh: string; readonly nameEn: string | null };

/** All that the papers of a meeting are made of; instants of the frozen board come as text. */
export type MeetingData = {
  readonly kind: PaperKind;
  readonly madeAt: Date;
  readonly title: string;
  readonly heldAt: Date;
  readonly venue: string | null;
  readonly minutes: string | null;
  /** Its figures stem from invented bodies. */
  readonly sample?: boolean;
  readonly snapshot: {
    readonly at: string;
    readonly release: { readonly period: string; readonly edition: number } | null;
    readonly standings: readonly (Standing & {
      readonly unit: string | null;
      readonly release: { readonly coverage: number | null } | null;
    })[];
    readonly board: {
      readonly postings: readonly { readonly count: number }[];
      readonly matches: { readonly count: number };
      readonly introductions: Readonly<Record<string, number>>;
      readonly outcomes: Readonly<Record<string, number>>;
      readonly organizations: Readonly<Record<string, number>>;
      readonly answerDays: { readonly median: number | null };
      readonly unanswered: readonly {
        readonly concept: string;
        readonly needs: number;
        readonly waitingDays: number;
      }[];
    };
  };
  readonly items: readonly {
    readonly position: number;
    readonly goal: string | null;
    readonly title: string;
    readonly notes: string | null;
    /** The overdue duty for which the clock added the point. */
    readonly duty: { readonly titleZh: string; readonly titleEn: string } | null;
    readonly votes: readonly {
      readonly question: string;
      readonly about: Body | null;
      readonly quorum: number;
      readonly majority: VoteMajority;
      readonly outcome: VoteOutcome | null;
      readonly count: VoteCount;
      readonly ballots: readonly (Body & {
        readonly holder: string | null;
        readonly deputy: string | null;
        readonly byDeputy: boolean;
        readonly conflict: BallotConflict | null;
        readonly choice: BallotChoice | null;
        readonly reason: string | null;
      })[];
    }[];
    readonly decisions: readonly {
      readonly text: string;
      readonly dueOn: string;
      readonly doneAt: Date | null;
      readonly doneNote: string | null;
      readonly owner: Body;
    }[];
  }[];
  readonly seats: readonly Body[];
  readonly views: readonly {
    readonly organization: Body;
    readonly what: string;
    readonly first: Date;
    readonly last: Date;
    readonly times: number;
  }[];
};
