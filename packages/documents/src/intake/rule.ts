/** Why a whole file is refused; each has a text with its mend in i18n `file.refusal.<rule>`. */
export const refusalRules = [
  "empty",
  "tooLarge",
  "unknownKind",
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

export type RefusalParams = Readonly<Record<string, string | number>>;

/** Why one cell cannot be read; each has a text with its mend in i18n `file.cell.<rule>`. */
export const cellRules = ["formulaWithoutValue", "errorValue", "cellTooLong", "controlCharacter"] as const;
export type CellRule = (typeof cellRules)[number];

/** A file that is not read at all. Nothing of it has been used when this is thrown. */
export class FileRefusal extends Error {
  readonly rule: RefusalRule;
  readonly params: RefusalParams;

  constructor(rule: RefusalRule, params: RefusalParams = {}, cause?: unknown) {
    super(rule, cause === undefined ? {} : { cause });
    this.name = "FileRefusal";
    this.rule = rule;
    this.params = params;
  }
}
