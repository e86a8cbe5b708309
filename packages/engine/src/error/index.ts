export type FaultParams = Readonly<Record<string, string | number>>;

/** One field that breaks one rule. `field` is a dotted path into the input, e.g. `contributions.0.value`. */
export type FieldFault<Rule extends string = string> = {
  readonly field: string;
  readonly rule: Rule;
  readonly params?: FaultParams;
};

/** What an engine says of a field of its input. */
export type InputRule =
  | "notInList"
  | "notANumber"
  | "tooSmall"
  | "tooLarge"
  | "implausible"
  | "duplicate"
  | "rangeReversed"
  | "badFormat";

/** Marks errors that a caller may be told about. A bundler can load this module twice; both copies share the mark. */
export const TELLABLE = Symbol.for("lilink.error");

/**
 * The input breaks a rule of the engine. `params` says which; `faults` names fields.
 * @example throw new InputError({ rule: "length" })
 */
export class InputError extends Error {
  readonly code = "INVALID_INPUT";
  readonly params: FaultParams;
  readonly faults: readonly FieldFault<InputRule>[];
  readonly [TELLABLE] = true;

  constructor(params: FaultParams = {}, faults: readonly FieldFault<InputRule>[] = []) {
    super("INVALID_INPUT");
    this.name = "InputError";
    this.params = params;
    this.faults = faults;
  }
}

/** Builds the error of an input that breaks field rules. */
export function toInputError(faults: readonly FieldFault<InputRule>[]): InputError {
  return new InputError({}, faults);
}
