import fc from "fast-check";
import { expect, it } from "vitest";
import {
  asksFirst,
  isTimely,
  openStepsOf,
  statesOfRegister,
  stepsOfRegister,
  unmetOf,
} from "./define-register.ts";
import { dueStepOf, isDutyNear, isPastDay } from "./due-step.ts";
import {
  conformityClaim,
  deposit,
  listRegisters,
  plant,
  policyComment,
  publicPolicy,
  seat,
  watchItem,
} from "./index.ts";
import { isHeldByNotice, noticeDays } from "./notice.ts";

it("[RG13] nothing is due of a published record without a duty", () => {
  expect(dueStepOf(deposit, { state: "published", hasDuty: false, steps: ["revise", "withdraw"] })).toBe(
    null,
  );
  expect(dueStepOf(publicPolicy, { state: "published", hasDuty: false, steps: ["evaluate", "revise"] })).toBe(
    null,
  );
});

it("[RG13] a draft is due to be submitted, a record in review to be decided", () => {
  expect(dueStepOf(deposit, { state: "draft", hasDuty: false, steps: ["submit", "withdraw"] })).toBe(
    "submit",
  );
  expect(dueStepOf(deposit, { state: "in_review", hasDuty: false, steps: ["publish", "return"] })).toBe(
    "publish",
  );
  expect(dueStepOf(plant, { state: "in_review", hasDuty: true, steps: ["return", "announce"] })).toBe(
    "announce",
  );
});

it("[RG13] of one's own comment in review nothing is due", () => {
  expect(dueStepOf(policyComment, { state: "in_review", hasDuty: true, steps: ["recall", "withdraw"] })).toBe(
    null,
  );
});

it("[RG13] a running duty makes its step due, but no revision and no order against the owner", () => {
  expect(dueStepOf(watchItem, { state: "filed", hasDuty: true, steps: ["triage", "merge"] })).toBe("triage");
  expect(dueStepOf(seat, { state: "published", hasDuty: true, steps: ["revise", "withdraw"] })).toBe(null);
  expect(dueStepOf(plant, { state: "listed", hasDuty: true, steps: ["watch", "strike"] })).toBe(null);
});

it("[RG13] what is due is one of the open steps, whatever the register and its state", () => {
  const places = listRegisters().flatMap((register) =>
    statesOfRegister(register).map((state) => ({ register, state })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.boolean(), ({ register, state }, hasDuty) => {
      const due = dueStepOf(register, { state, hasDuty, steps: stepsOfRegister(register) });
      expect(due === null || openStepsOf(register, state).includes(due)).toBe(true);
      if (due) expect(register.machine.steps[due]?.to).not.toBe(register.machine.start);
    }),
  );
});

it("[RG16] a step that waits for a day of its record is open from that day on", () => {
  const term = { termTo: "2027-03-31" };
  expect(["2027-03-30", "2027-03-31", "2028-01-01"].map((day) => isTimely(seat, "end", term, day))).toEqual([
    false,
    true,
    true,
  ]);
  expect(isTimely(seat, "revise", term, "2026-01-01")).toBe(true);
  expect(isTimely(seat, "end", {}, "2026-01-01")).toBe(true);
});

it("[TR71] [CN7] a declaration is listed once the last day of its notice is over, and struck off or revised at any time", () => {
  const since = new Date("2026-12-01T02:00:00Z");
  const isHeld = (step: string, now: string) =>
    [conformityClaim, plant].map((register) => isHeldByNotice(register, step, since, new Date(now)));
  // The tenth working day is 15 December, which ends at 16:00 in UTC.
  expect(isHeld("list", "2026-12-15T15:59:59.999Z")).toEqual([true, true]);
  expect(isHeld("list", "2026-12-15T16:00:00Z")).toEqual([false, false]);
  for (const step of ["strike", "revise"])
    expect(isHeld(step, "2026-12-02T02:00:00Z")).toEqual([false, false]);
  // Its duty leaves days to decide in after the notice.
  for (const { due } of [conformityClaim, plant])
    expect(due?.notice).toMatchObject({ duty: "conclude", workingDays: noticeDays + 5 });
});

it("[RG16] a step that needs fields names those that hold nothing", () => {
  const planned = { indicator: "RES-01", windowFrom: "2026-01-01", evaluateOn: "2026-10-30" };
  expect(unmetOf(publicPolicy, "evaluate", planned)).toEqual([]);
  expect(unmetOf(publicPolicy, "evaluate", { ...planned, windowFrom: null })).toEqual(["windowFrom"]);
  expect(unmetOf(publicPolicy, "revise", {})).toEqual([]);
});

it("[RG16] a day that a step waits for is a required day of the register", () => {
  for (const { fields, machine, name } of listRegisters())
    for (const { notBefore } of Object.values(machine.steps))
      if (notBefore !== undefined)
        expect(fields[notBefore], name).toMatchObject({ kind: "day", required: true });
});

it("[RG16] what changes for readers is asked once more, and handing in, deciding and revising are not", () => {
  for (const register of listRegisters())
    for (const step of stepsOfRegister(register)) {
      const about = register.machine.steps[step];
      const target = register.machine.states[about?.to ?? ""];
      if (target?.edit === "draft" || target?.review) expect(asksFirst(register, step), step).toBe(false);
      if (target?.end && about?.from.some((state) => register.machine.states[state]?.live))
        expect(asksFirst(register, step), `${register.name} ${step}`).toBe(true);
    }
  expect(asksFirst(deposit, "publish")).toBe(false);
  expect(asksFirst(deposit, "discard")).toBe(true);
});

it("[RG13] a duty reminds from ninety days before its last one on, and after it", () => {
  const now = new Date("2026-12-01T00:00:00Z");
  const isNear = (day: string) => isDutyNear(new Date(`${day}T00:00:00Z`), now);
  expect(["2026-01-01", "2027-03-01", "2027-03-02", "2029-01-01"].map(isNear)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it("[RG13] a day that is over is told of what is still owed in this state, and of no other day", () => {
  const isPast = (state: string, name: string, evaluateOn: string | null = "2026-10-30") =>
    isPastDay(publicPolicy, { state, values: { evaluateOn, windowTo: "2026-01-01" } }, name, "2026-12-01");
  expect(isPast("published", "evaluateOn")).toBe(true);
  expect(isPast("published", "evaluateOn", "2026-12-01")).toBe(false);
  expect(isPast("published", "evaluateOn", null)).toBe(false);
  expect(isPast("published", "windowTo")).toBe(false);
  expect(isPast("evaluated", "evaluateOn")).toBe(false);
});
