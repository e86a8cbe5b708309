import { type CalendarDate, shiftMonths } from "../../calendar/index.ts";
import type { ResearchClass } from "../../register/index.ts";
import {
  type CheckCause,
  type MoveReason,
  type PlanEvent,
  type PlanLine,
  type PlanStage,
  type PlanVerdict,
  planOf,
} from "./plan.ts";

export const planRefusals = [
  "done",
  "order",
  "window",
  "cap",
  "past",
  "noReason",
  "noTokens",
  "noCause",
  "negative",
] as const;
export type PlanRefusal = (typeof planRefusals)[number];
/** What an act comes to: the event to be written, or every reason against it. */
export type PlanAnswer =
  | { readonly event: PlanEvent; readonly isFree: boolean; readonly pushed: readonly PlanLine[] }
  | { readonly refused: readonly PlanRefusal[] };

type Case = {
  readonly of: ResearchClass;
  readonly start: CalendarDate;
  readonly events: readonly PlanEvent[];
  readonly today: CalendarDate;
};

/** The review before a stage, if any, and the stage itself. */
function placeOf({ of, start, events }: Case, stage: PlanStage) {
  const plan = planOf(of, start, events);
  const at = plan.lines.findIndex((line) => line.stage === stage);
  return { plan, line: plan.lines[at] as PlanLine, before: plan.lines[at - 1] };
}

const answer = (
  given: Case,
  event: PlanEvent,
  refused: readonly PlanRefusal[],
  isFree = true,
): PlanAnswer => {
  if (refused.length > 0) return { refused };
  const [old, next] = [
    planOf(given.of, given.start, given.events),
    planOf(given.of, given.start, [...given.events, event]),
  ];
  const own = "stage" in event ? event.stage : null;
  const pushed = next.lines.filter((line, at) => line.stage !== own && line.now !== old.lines[at]?.now);
  return { event, isFree, pushed };
};

/**
 * The leader moves a planned review within its window: once freely, then for a token and with a reason. [FU19]
 * @example moveStage({ of: "basic", start: "2026-09-01", events: [], today: "2027-01-01" }, "mid_term", "2030-08-01", null)
 */
export function moveStage(
  given: Case,
  stage: PlanStage,
  to: CalendarDate,
  reason: MoveReason | null,
): PlanAnswer {
  const { plan, line, before } = placeOf(given, stage);
  const isFree = plan.isFreeMoveLeft;
  const refused: PlanRefusal[] = [
    ...(line.done ? (["done"] as const) : []),
    ...(to < given.today ? (["past"] as const) : []),
    ...(to < line.from || to > line.until ? (["window"] as const) : []),
    ...(before && to <= before.now ? (["order"] as const) : []),
    ...(before && to > before.now && to < shiftMonths(before.now, plan.cap) ? (["cap"] as const) : []),
    ...(!isFree && plan.tokens === 0 ? (["noTokens"] as const) : []),
    ...(!isFree && reason === null ? (["noReason"] as const) : []),
  ];
  return answer(given, { kind: "move", stage, to, reason }, refused, isFree);
}

/** The leader asks for the next review early; it takes the place of the planned one. At any time that the cap allows. [FU19] */
export function askEarly(given: Case, to: CalendarDate): PlanAnswer {
  const plan = planOf(given.of, given.start, given.events);
  const at = plan.lines.findIndex(({ done }) => done === null);
  const [line, before] = [plan.lines[at], plan.lines[at - 1]];
  if (!line) return { refused: ["done"] };
  return answer(given, { kind: "early", stage: line.stage, to }, [
    ...(to < given.today ? (["past"] as const) : []),
    ...(to >= line.now ? (["order"] as const) : []),
    ...(before && to < shiftMonths(before.now, plan.cap) ? (["cap"] as const) : []),
  ]);
}

/** The fund asks for a look beside the plan: on a named cause and only about it. It counts as no review and gives no score. [FU19] */
export function askCheck(given: Case, to: CalendarDate, cause: CheckCause | null): PlanAnswer {
  if (cause !== null) return answer(given, { kind: "check", to, cause }, to < given.today ? ["past"] : []);
  const plan = planOf(given.of, given.start, given.events);
  const isNear = plan.lines.some(
    ({ now }) => to < shiftMonths(now, plan.cap) && now < shiftMonths(to, plan.cap),
  );
  return { refused: [...(isNear ? (["cap"] as const) : []), "noCause"] };
}

/** A review was held. What was honestly found not to work never fails a basic project. [FU19] */
export function endStage(
  given: Case,
  stage: PlanStage,
  to: CalendarDate,
  verdict: PlanVerdict,
  negative: boolean,
): PlanAnswer {
  const { line, before } = placeOf(given, stage);
  return answer(given, { kind: "done", stage, to, verdict, negative }, [
    ...(line.done ? (["done"] as const) : []),
    ...(before && !before.done ? (["order"] as const) : []),
    ...(to > given.today ? (["past"] as const) : []),
    ...(given.of === "basic" && stage === "acceptance" && negative && verdict === "failed"
      ? (["negative"] as const)
      : []),
  ]);
}
