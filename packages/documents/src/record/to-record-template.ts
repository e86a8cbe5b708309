import { createTranslator, type Locale, locales, recordWords } from "@lilink/i18n";
import type { Register } from "@lilink/model/register";
import type { Cell, Sheet } from "../workbook/sheet.ts";
import { type RecordColumn, recordColumns } from "./record-columns.ts";

const freeRows = 500;

/** The empty workbook of a register: a column for each part of a field, lists for what is chosen, notes in both languages. */
export function toRecordTemplate(register: Register, locale: Locale): readonly Sheet[] {
  const t = createTranslator(locale, "register.file");
  const columns = recordColumns(register, locale).filter(({ isReadOnly }) => !isReadOnly);
  const refusal = { title: t("listTitle"), text: t("listText") };
  return [
    {
      name: recordWords(register.name, locale).title,
      columns: columns.map(({ header }) => ({ header, kind: "decimal", width: 22, wrap: true })),
      rows: [],
      choices: columns.flatMap(({ options, kind }, column) =>
        options.length === 0
          ? []
          : [
              {
                column,
                rows: [0, freeRows - 1] as const,
                options: options.map(({ code, words }) => words[0] ?? code),
                // Several at once are typed, which a list would refuse.
                ...(kind === "choices" ? {} : { refusal }),
              },
            ],
      ),
    },
    ...[locale, ...locales.filter((one) => one !== locale)].map((one) => toNotes(register, one)),
  ];
}

function toNotes(register: Register, locale: Locale): Sheet {
  const t = createTranslator(locale, "register.file");
  const words = recordWords(register.name, locale);
  const columns = recordColumns(register, locale).filter(({ isReadOnly }) => !isReadOnly);
  const rows: Cell[][] = [
    [words.lead, null],
    [t("intro"), null],
    ...columns.map((column): Cell[] => [column.header, toNote(column, t)]),
  ];
  return {
    name: t("notes"),
    columns: [
      { header: words.title, kind: "text", width: 40, wrap: true },
      { header: t("how"), kind: "text", width: 90, wrap: true },
    ],
    rows,
  };
}

function toNote(
  { kind, isRequired, help, options }: RecordColumn,
  t: ReturnType<typeof createTranslator<"register.file">>,
): string {
  const how = kind === "choices" || kind === "country" || kind === "day" ? t(`kind.${kind}`) : null;
  const isName = kind === "organization" || kind === "record";
  const list = options.map(({ words }) => words[0]).join("; ");
  return [isRequired ? t("required") : null, help, how, isName ? t("kind.named") : null, list]
    .filter(Boolean)
    .join(" ");
}
