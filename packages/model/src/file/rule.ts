/** Why a whole file is refused; each has a text with its mend in i18n `file.refusal.<rule>`. [FI6] */
export const refusalRules = [
  "empty",
  "tooLarge",
  "unknownKind",
  "noPatents",
  "renamed",
  "oldKind",
  "encrypted",
  "macros",
  "externalLinks",
  "unfoldsTooFar",
  "entities",
  "damaged",
  "encoding",
  "tooManyRows",
  "tooManyColumns",
  "openQuote",
  "tooSlow",
] as const;
export type RefusalRule = (typeof refusalRules)[number];

/** Why one cell cannot be read; each has a text with its mend in i18n `file.cell.<rule>`. [FI5] */
export const cellRules = ["formulaWithoutValue", "errorValue", "cellTooLong", "controlCharacter"] as const;
export type CellRule = (typeof cellRules)[number];

export type RuleParams = Readonly<Record<string, string | number>>;

/** A cell of a row, by its column from 0, that cannot be read. */
export type CellFault = { readonly column: number; readonly rule: CellRule };

/** One row with something in it, as it is shown to whoever opens the file: every cell as text, "" where there is none. */
export type TableRow = {
  /** Place among the sheets, from 0; a CSV is one sheet. */
  readonly sheet: number;
  /** As the program that made the file numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
};

export type TableSheet = { readonly name: string; readonly hidden: boolean };

/** A file that may be read: its sheets, about how many rows it holds (for a progress bar), and its rows in pieces. */
export type Table = {
  readonly kind: "xlsx" | "csv" | "xml" | "json";
  readonly sheets: readonly TableSheet[];
  readonly rowsAbout: number;
  readonly pieces: AsyncIterable<readonly TableRow[]>;
};

/**
 * A file that is not read at all. Nothing of it has been used when this is thrown.
 * @example throw new FileRefusal("tooManyRows", { max: 200_000 })
 */
export class FileRefusal<Rule extends string = RefusalRule> extends Error {
  readonly rule: Rule;
  readonly params: RuleParams;

  constructor(rule: Rule, params: RuleParams = {}, cause?: unknown) {
    super(rule, cause === undefined ? {} : { cause });
    this.name = "FileRefusal";
    this.rule = rule;
    this.params = params;
  }
}
