import type { Register, Values } from "./define-register.ts";

/**
 * The step that is due of a record, if one is: the one that a screen stresses. A draft is due to be submitted, a record in review to be
 * decided, a live record what its running duty asks for. A step back to a draft or one that only ends the record is never due. [RG13]
 * @example dueStepOf(deposit, { state: "published", hasDuty: false, steps: ["revise", "withdraw"] }) // null
 */
export function dueStepOf(
  { machine }: Pick<Register, "machine">,
  given: { readonly state: string; readonly hasDuty: boolean; readonly steps: readonly string[] },
): string | null {
  const { state, hasDuty, steps } = given;
  const traits = machine.states[state];
  if (traits?.live && !hasDuty) return null;
  const onward = Object.entries(machine.steps).filter(
    ([name, step]) =>
      steps.includes(name) &&
      step.from.includes(state) &&
      step.to !== machine.start &&
      (traits?.review || !step.reason) &&
      !(step.reason && machine.states[step.to]?.end),
  );
  return onward[0]?.[0] ?? null;
}

/** So many days before its last one a duty begins to remind. */
const nearDays = 90;

/** Whether a duty is near enough that a screen reminds of it and stresses its step. [RG13] */
export function isDutyNear(dueAt: Date, now: Date): boolean {
  return dueAt.getTime() - now.getTime() <= nearDays * 86_400_000;
}

/**
 * Whether a field holds the day of what a record in this state still owes, and that day is over. Days are ISO days; a duty that falls due
 * months after the day of its field has no such field. [RG13]
 * @example isPastDay(publicPolicy, { state: "published", values: { evaluateOn: "2026-10-30" } }, "evaluateOn", "2026-12-01") // true
 */
export function isPastDay(
  { due }: Pick<Register, "due">,
  { state, values }: { readonly state: string; readonly values: Values },
  name: string,
  today: string,
): boolean {
  const owed = due?.[state];
  const day = values[name];
  if (owed === undefined || !("field" in owed) || owed.field !== name || owed.months !== undefined)
    return false;
  return typeof day === "string" && day < today;
}
