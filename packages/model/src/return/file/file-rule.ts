import { cellRules, refusalRules } from "../../file/rule.ts";
import { machine, statesOf } from "../../state/index.ts";
import { figureRules } from "../read-figure.ts";

/** Why a whole file of a return is refused; each has a text with its mend in i18n `file.refusal.<rule>`. [RT11] */
export const returnFileRefusals = [
  ...refusalRules,
  "noHeading",
  "headingTwice",
  "noFigures",
  "otherReturn",
  "otherVersion",
  "movedOn",
  "notFiler",
] as const;
export type ReturnFileRefusal = (typeof returnFileRefusals)[number];

/** Why a row is at fault; each has a text with its mend in i18n `file.row.<rule>`, those of figures in `return.rule`, `range` in `return.check`. [RT12] */
export const rowRules = [
  "componentMissing",
  "componentUnknown",
  "codeMissing",
  "codeUnknown",
  "codeNotAsked",
  "tooLong",
  "range",
  "duplicate",
  "differs",
] as const;

export const rowFaultRules = [...cellRules, ...figureRules, ...rowRules] as const;
export type RowFaultRule = (typeof rowFaultRules)[number];

/** One fault of one row, by the column from 0 at which it is mended. */
export type RowFault = {
  readonly column: number;
  readonly rule: RowFaultRule;
  readonly params: Readonly<Record<string, string>>;
};

/** A row with its faults, by sheet from 0 and row from 1. */
export type FaultyRow = {
  readonly sheet: number;
  readonly row: number;
  readonly faults: readonly RowFault[];
};

/**
 * What becomes of a file: `waiting` and `running` until it is `done` (all figures taken), `faulty` (none taken, its rows
 * marked), `refused` (not read) or `cancelled` by a person. [RT13]
 */
export const importMachine = machine({
  name: "return_import",
  start: "waiting",
  states: {
    waiting: {},
    running: {},
    done: { end: true },
    faulty: { end: true },
    refused: { end: true },
    cancelled: { end: true },
  },
  steps: {
    run: { from: ["waiting", "running"], to: "running", who: "job" },
    take: { from: ["waiting", "running"], to: "done", who: "job" },
    mark: { from: ["waiting", "running"], to: "faulty", who: "job" },
    refuse: { from: ["waiting", "running"], to: "refused", who: "job", reason: true },
    cancel: { from: ["waiting", "running"], to: "cancelled", who: "owner" },
  },
});
export const importStates = statesOf(importMachine);
export type ImportState = (typeof importStates)[number];
export const openImportStates = importMachine.steps.cancel.from;
