import { type FieldFault as EngineFault, type FaultParams, TELLABLE } from "@lilink/engine/error";

/**
 * The closed union of everything that can go wrong for a caller. Text lives in i18n (`error.<code>`);
 * transports map a code once to a status. A row that the actor may not see answers NOT_FOUND.
 */
export const errorCodes = [
  "INVALID_INPUT",
  "NOT_SIGNED_IN",
  "CONFIRM_FIRST",
  "FORBIDDEN",
  "CONFLICT_OF_INTEREST",
  "NOT_FOUND",
  "CONFLICT",
  "WRONG_STATE",
  "LIMIT_REACHED",
  "TOO_LARGE",
  "UNSUPPORTED_TYPE",
  "NO_SPACE",
  "FILE_CHANGED",
  "UNAVAILABLE",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Rules that a field can break; each has a text `error.rule.<rule>` that names the mend. */
export const fieldRules = [
  "required",
  "notChosen",
  "tooShort",
  "tooLong",
  "notANumber",
  "notAText",
  "tooSmall",
  "tooLarge",
  "notPositive",
  "notADate",
  "dateInPast",
  "yearOutOfRange",
  "dateTooFar",
  "endBeforeStart",
  "beforeItsDay",
  "noticeRuns",
  "notInList",
  "badFormat",
  "foreignCursor",
  "badEmail",
  "contactInName",
  "platformName",
  "looksTaken",
  "weakPassword",
  "passwordRun",
  "passwordRepeat",
  "passwordOwn",
  "termsNotAgreed",
  "wrongPassword",
  "wrongCode",
  "passwordClasses",
  "alreadyUsed",
  "openedAlready",
  "notEditable",
  "rangeReversed",
  "runsInCircle",
  "notAnOutline",
  "fewCorners",
  "manyCorners",
  "offTheEarth",
  "crossesItself",
  "unitMismatch",
  "implausible",
  "needsReason",
  "stepNeedsReason",
  "sharesNotWhole",
  "notIndependent",
  "creditCodeStructure",
  "creditCodeCheck",
  "leiCheck",
  "levelTooOpen",
  "duplicate",
  "impossible",
  "notBalanced",
  "notPublic",
  "portClosed",
  "unknownConcept",
  "staysVerified",
  "notOfSeat",
  "noMandate",
  "noSeats",
  "gapOpen",
  "linkNotConfirmed",
  "milderThanAreas",
  "overRedLine",
  "notDecided",
  "unknownAttribute",
  "notAcknowledged",
  "doubtedText",
  "carriesMacros",
  "pointsOutside",
  "unfoldsTooFar",
  "damagedFile",
  "changedTooOften",
  "platformBody",
  "mergedAlready",
  "mergedSince",
  "bothAct",
  "actsItself",
  "claimOpen",
  "contestOpen",
  "termsBroken",
  "otherOfficer",
  "budgetSpent",
  "notAPeriod",
  "mixedPeriods",
  "notTheSum",
  "periodAsAmount",
  "rateByPeriod",
  "ownBody",
  "competes",
  "tornAdviser",
] as const;
export type FieldRule = (typeof fieldRules)[number];

export type { FaultParams };
export type FieldFault = EngineFault<FieldRule>;

/**
 * An error that a caller may see. An engine's InputError counts as one.
 * @example throw new LilinkError("WRONG_STATE", { state: "closed" })
 */
export class LilinkError extends Error {
  readonly code: ErrorCode;
  readonly params: FaultParams;
  readonly faults: readonly FieldFault[];
  readonly [TELLABLE] = true;

  static override [Symbol.hasInstance](value: unknown): value is LilinkError {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this method and must not match every LilinkError.
    if (this !== LilinkError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && TELLABLE in value;
  }

  constructor(
    code: ErrorCode,
    params: FaultParams = {},
    faults: readonly FieldFault[] = [],
    cause?: unknown,
  ) {
    super(code, cause === undefined ? {} : { cause });
    this.name = "LilinkError";
    this.code = code;
    this.params = params;
    this.faults = faults;
  }
}

/** Builds the error of an input that breaks field rules. */
export function toInputError(faults: readonly FieldFault[]): LilinkError {
  return new LilinkError("INVALID_INPUT", {}, faults);
}
