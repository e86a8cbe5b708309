import { calendarCoverage, countWorkingDays } from "@lilink/model/calendar";
import { supplyOf } from "@lilink/model/chain";
import type { DeclineReason, IntroductionState, LedgerStep } from "@lilink/model/introduction";
import type { OrganizationKind } from "@lilink/model/organization";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type CubeCell, readCounts } from "../../exchange/search/count-facets.ts";
import { type PostingCount, sumByConcept, sumByKindAndLink } from "../../exchange/search/count-postings.ts";
import { defineQuery } from "../../kernel/define.ts";
import { medianOf } from "./median-of.ts";

/** Reasons and days to answer look back so far. */
export const boardSpanDays = 365;
/** A reason that fewer introductions share is not named. */
export const smallestShownCount = 5;

const dayMilliseconds = 86_400_000;

type Exchange = {
  matches: number;
  /** Absent, like the regions, from sums that were kept before an upgrade, for a minute at most. */
  matched?: number;
  withOutcome?: number;
  matchesAt: string | null;
  introductions: Partial<Record<IntroductionState, number>>;
  answers: [sent: string, answered: string, count: number][];
  declined: number;
  declineReasons: Partial<Record<DeclineReason, number>>;
  outcomes: Partial<Record<LedgerStep, number>>;
  organizations: Partial<Record<OrganizationKind, number>>;
};

export type UnansweredConcept = {
  readonly concept: string;
  readonly link: string;
  readonly needs: number;
  /** When the longest waiting of them was published. */
  readonly oldest: Date;
  readonly waitingDays: number;
};

export type Board = {
  readonly at: Date;
  readonly since: Date;
  readonly postings: readonly PostingCount[];
  /** Live postings by the province (GB/T 2260, two digits) that they name to all members. */
  readonly regions: Readonly<Record<string, number>>;
  /** `needs`: the open needs that have a match at all. */
  readonly matches: { readonly count: number; readonly needs: number; readonly at: Date | null };
  readonly introductions: Exchange["introductions"];
  /** Working days of the Chinese calendar; null while nobody has answered. */
  readonly answerDays: {
    readonly median: number | null;
    readonly answers: number;
    readonly calendarUntil: string;
  };
  readonly declines: {
    readonly total: number;
    readonly reasons: Exchange["declineReasons"];
    readonly unnamed: number;
  };
  readonly outcomes: Exchange["outcomes"];
  /** Introductions of which both sides confirmed an outcome. */
  readonly withOutcome: number;
  readonly organizations: Exchange["organizations"];
  readonly unanswered: readonly UnansweredConcept[];
};

/** What app.board_sums keeps: everything that is added up over the exchange, and when that was. */
type Sums = {
  readonly at: string;
  readonly exchange: Exchange;
  readonly counts: string;
  readonly regions: Board["regions"];
  readonly needs: readonly { concept: string; link: string; needs: number; oldest: string }[];
};

/**
 * The exchange as the coordination group sees it: sums over all firms ([BO1]–[BO3]). They are kept for a minute and say
 * when they were made ([BO4]).
 */
export const loadBoard = defineQuery({
  name: "board.load",
  input: z.object({}),
  authorize: { action: "board.read" },
  run: async (ctx): Promise<Board> => {
    const span = boardSpanDays * dayMilliseconds;
    const from = new Date(ctx.now.getTime() - span);
    const { rows } = await ctx.db.execute<{ sums: Sums }>(
      sql`select app.board_sums(${from.toISOString()}::timestamptz, ${ctx.now.toISOString()}::timestamptz) as sums`,
    );
    const sums = rows[0]?.sums;
    if (!sums) throw new Error("the board's function answers one row");
    const { exchange } = sums;
    const at = new Date(sums.at);
    const cube = readCounts(sums.counts).cube;
    const named = Object.values(exchange.declineReasons).reduce((sum, count) => sum + count, 0);
    const days = exchange.answers.flatMap(([sent, answered, count]) =>
      Array<number>(count).fill(countWorkingDays(noonOf(sent), noonOf(answered))),
    );
    return {
      at,
      since: new Date(at.getTime() - span),
      postings: sumByKindAndLink(cube),
      regions: sums.regions ?? {},
      matches: {
        count: exchange.matches,
        needs: exchange.matched ?? 0,
        at: exchange.matchesAt ? new Date(exchange.matchesAt) : null,
      },
      introductions: exchange.introductions,
      answerDays: { median: medianOf(days), answers: days.length, calendarUntil: calendarCoverage.to },
      declines: {
        total: exchange.declined,
        reasons: exchange.declineReasons,
        unnamed: exchange.declined - named,
      },
      outcomes: exchange.outcomes,
      withOutcome: exchange.withOutcome ?? 0,
      organizations: exchange.organizations,
      unanswered: listUnanswered(sums.needs, cube, at),
    };
  },
});

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}

/**
 * Concepts that are needed and not offered, by the rule of the chain and of the market. A score would tell of what a need hides. Most needs
 * first, then the longest waiting ([BO2], [CH11]).
 */
function listUnanswered(needs: Sums["needs"], cube: readonly CubeCell[], at: Date): UnansweredConcept[] {
  const counts = sumByConcept(cube);
  return needs
    .filter(({ concept }) => supplyOf(concept, counts) === "weak")
    .map(({ oldest, ...row }): UnansweredConcept => {
      const since = new Date(oldest);
      const waitingDays = Math.floor((at.getTime() - since.getTime()) / dayMilliseconds);
      return { ...row, oldest: since, waitingDays };
    })
    .sort((a, b) => b.needs - a.needs || a.oldest.getTime() - b.oldest.getTime());
}
