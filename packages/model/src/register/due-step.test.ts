import fc from "fast-check";
import { expect, it } from "vitest";
import { openStepsOf, statesOfRegister, stepsOfRegister } from "./define-register.ts";
import { dueStepOf } from "./due-step.ts";
import { deposit, listRegisters, plant, policyComment, publicPolicy, seat, watchItem } from "./index.ts";

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
