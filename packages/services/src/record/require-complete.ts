import { toShanghaiDate } from "@lilink/model/calendar";
import { toInputError } from "@lilink/model/error";
import {
  checkValues,
  isEmpty,
  isHeldByNotice,
  isTimely,
  missingOf,
  noticeEndOf,
  type Register,
  unmetOf,
  type Values,
} from "@lilink/model/register";

/** @throws INVALID_INPUT naming every required field that is empty */
export function requireComplete(register: Register, values: Values): void {
  const missing = missingOf(register, values);
  if (missing.length > 0)
    throw toInputError(missing.map((field) => ({ field: `values.${field}`, rule: "required" as const })));
}

/** @throws INVALID_INPUT naming each field that breaks a rule of the register */
export function requireRules(register: Register, values: Values): void {
  const faults = checkValues(register, values);
  if (faults.length > 0)
    throw toInputError(faults.map((fault) => ({ ...fault, field: `values.${fault.field}` })));
}

/** The condition of a right that is granted: it says who holds it and since when. [MR3] @throws INVALID_INPUT naming what is empty */
export function requireHeld(values: Values): void {
  const missing = ["holder", "grantedOn"].filter((name) => isEmpty(values[name]));
  if (missing.length > 0)
    throw toInputError(missing.map((field) => ({ field: `values.${field}`, rule: "required" as const })));
}

/** @throws INVALID_INPUT naming every field that a step needs and that holds nothing [RG16] */
export function requireNeeds(register: Register, step: string, values: Values): void {
  const unmet = unmetOf(register, step, values);
  if (unmet.length > 0)
    throw toInputError(unmet.map((field) => ({ field: `values.${field}`, rule: "required" as const })));
}

/** @throws INVALID_INPUT naming the day before which a step is not taken [RG16] */
export function requireTimely(register: Register, step: string, values: Values, today: string): void {
  const field = register.machine.steps[step]?.notBefore;
  if (field !== undefined && !isTimely(register, step, values, today))
    throw toInputError([
      { field: `values.${field}`, rule: "beforeItsDay", params: { day: String(values[field]) } },
    ]);
}

/** @throws INVALID_INPUT naming the last day of the public notice that holds the step up [TR71] */
export function requireNoticeOver(register: Register, step: string, since: Date, now: Date): void {
  if (isHeldByNotice(register, step, since, now))
    throw toInputError([
      { field: "step", rule: "noticeRuns", params: { day: toShanghaiDate(noticeEndOf(since)) } },
    ]);
}
