import { type CalendarDate, shiftMonths } from "../../calendar/index.ts";
import { type ResearchClass, researchClasses } from "../../register/index.ts";

export const planStages = ["mid_term", "acceptance", "follow_up"] as const;
export type PlanStage = (typeof planStages)[number];
/** On these alone the fund asks for a look beside the plan, and only about them. */
export const checkCauses = ["integrity", "safety", "money_stopped", "consortium_broken"] as const;
export type CheckCause = (typeof checkCauses)[number];
export const moveReasons = ["equipment", "partner", "people", "field_work", "result_open", "other"] as const;
export type MoveReason = (typeof moveReasons)[number];
export const planVerdicts = ["passed", "passed_with_conditions", "failed"] as const;
export type PlanVerdict = (typeof planVerdicts)[number];

type PlanRule = {
  readonly id: string;
  readonly from: CalendarDate;
  readonly months: Readonly<Record<ResearchClass, Readonly<Record<PlanStage, number>>>>;
  /** At most one full review within so many months. */
  readonly cap: Readonly<Record<ResearchClass, number>>;
  readonly window: { readonly before: number; readonly after: number };
  readonly tokens: number;
};

/** When a project is looked at, by class. A proposal; a later rule is added with its first day and old plans keep theirs. [FU19] */
export const planRules: readonly PlanRule[] = [
  {
    id: "semi-elastic-2026",
    from: "2020-01-01",
    months: {
      basic: { mid_term: 36, acceptance: 60, follow_up: 36 },
      applied: { mid_term: 24, acceptance: 48, follow_up: 24 },
      development: { mid_term: 18, acceptance: 36, follow_up: 12 },
    },
    cap: { basic: 18, applied: 12, development: 12 },
    window: { before: 6, after: 12 },
    tokens: 2,
  },
];

/** What happened to a plan, in the order in which it happened. */
export type PlanEvent =
  | {
      readonly kind: "move";
      readonly stage: PlanStage;
      readonly to: CalendarDate;
      readonly reason: MoveReason | null;
    }
  | { readonly kind: "early"; readonly stage: PlanStage; readonly to: CalendarDate }
  | { readonly kind: "check"; readonly to: CalendarDate; readonly cause: CheckCause }
  | {
      readonly kind: "done";
      readonly stage: PlanStage;
      readonly to: CalendarDate;
      readonly verdict: PlanVerdict;
      readonly negative: boolean;
    };

export type PlanLine = {
  readonly stage: PlanStage;
  /** As it was promised at the start; it never changes. */
  readonly promised: CalendarDate;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly now: CalendarDate;
  readonly done: { readonly verdict: PlanVerdict; readonly negative: boolean } | null;
  /** Why it stands elsewhere than promised. */
  readonly why: "moved" | "early" | "cap" | "followed" | null;
};
export type Plan = {
  readonly rule: string;
  readonly cap: number;
  readonly lines: readonly PlanLine[];
  readonly isFreeMoveLeft: boolean;
  readonly tokens: number;
  readonly checks: readonly { readonly on: CalendarDate; readonly cause: CheckCause }[];
};

export const planRuleOn = (start: CalendarDate): PlanRule =>
  planRules.filter(({ from }) => from <= start).at(-1) ?? (planRules[0] as PlanRule);

/**
 * The plan of a project as it stands: promised days from class and start, moved by its events. Whatever comes nearer to the review before
 * it than the cap allows is moved on and says so. [FU19]
 * @example planOf("basic", "2026-09-01", []).lines.map(({ now }) => now) // ["2029-09-01", "2031-09-01", "2034-09-01"]
 */
export function planOf(of: ResearchClass, start: CalendarDate, events: readonly PlanEvent[]): Plan {
  const rule = planRuleOn(start);
  const { mid_term: mid, acceptance, follow_up: after } = rule.months[of];
  const promised: Readonly<Record<PlanStage, CalendarDate>> = {
    mid_term: shiftMonths(start, mid),
    acceptance: shiftMonths(start, acceptance),
    follow_up: shiftMonths(start, acceptance + after),
  };
  let last: CalendarDate | null = null;
  const lines: PlanLine[] = [];
  for (const stage of planStages) {
    const own = events.filter((event) => event.kind !== "check" && event.stage === stage);
    const set = own.findLast(({ kind }) => kind === "move" || kind === "early");
    const done = own.find((event) => event.kind === "done");
    const before = lines.at(-1);
    const isFollowed = stage === "follow_up" && before !== undefined && before.now !== before.promised;
    const base = done?.to ?? set?.to ?? (isFollowed ? shiftMonths(before.now, after) : promised[stage]);
    const least: CalendarDate | null = last === null ? null : shiftMonths(last, rule.cap[of]);
    const isCapped = done === undefined && least !== null && base < least;
    const now: CalendarDate = isCapped ? least : base;
    lines.push({
      stage,
      promised: promised[stage],
      from: shiftMonths(promised[stage], -rule.window.before),
      until: shiftMonths(promised[stage], rule.window.after),
      now,
      done: done?.kind === "done" ? { verdict: done.verdict, negative: done.negative } : null,
      why: isCapped
        ? "cap"
        : set
          ? set.kind === "early"
            ? "early"
            : "moved"
          : isFollowed && done === undefined
            ? "followed"
            : null,
    });
    last = now;
  }
  const moves = events.filter(({ kind }) => kind === "move").length;
  return {
    rule: rule.id,
    cap: rule.cap[of],
    lines,
    isFreeMoveLeft: moves === 0,
    tokens: rule.tokens - Math.max(0, moves - 1),
    checks: events.flatMap((event) => (event.kind === "check" ? [{ on: event.to, cause: event.cause }] : [])),
  };
}

/**
 * Reviews that projects of a class have within some years, beside as many a year as before. A follow-up comes later and is counted where
 * it falls. [FU19]
 * @example loadRemoved(Array(40).fill("basic"), 40, 5) // { reviews: 80, before: 200, removed: 0.6 }
 */
export function loadRemoved(
  classes: readonly ResearchClass[],
  yearlyBefore: number,
  years: number,
): { readonly reviews: number; readonly before: number; readonly removed: number | null } {
  const { months } = planRules.at(-1) as PlanRule;
  const reviewsOf = new Map(
    researchClasses.map((of) => {
      const { mid_term: mid, acceptance, follow_up: after } = months[of];
      return [of, [mid, acceptance, acceptance + after].filter((month) => month <= years * 12).length];
    }),
  );
  const reviews = classes.reduce((sum, of) => sum + (reviewsOf.get(of) ?? 0), 0);
  const before = yearlyBefore * years;
  return { reviews, before, removed: before > 0 ? 1 - reviews / before : null };
}
