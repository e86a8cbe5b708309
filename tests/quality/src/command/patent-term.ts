import { readFile } from "node:fs/promises";
import { type PatentDates, patentTerm } from "@lilink/model/governance";
import { requireFlag } from "../flag.ts";

type Row = {
  readonly no: string;
  readonly office?: string;
  readonly filed?: string;
  readonly earliest_priority?: string;
  readonly priority?: string;
  readonly priority_is_provisional?: boolean;
  readonly first_nonprovisional_filing?: string;
  readonly extension_days?: number;
  readonly terminal_disclaimer?: boolean;
};

/** How the file names what the model asks for. */
const names: Readonly<Record<keyof PatentDates, string>> = {
  office: "office",
  filedOn: "filed",
  priorityOn: "earliest_priority",
  isPriorityProvisional: "priority_is_provisional",
  firstNonprovisionalOn: "first_nonprovisional_filing",
  extensionDays: "extension_days",
  hasTerminalDisclaimer: "terminal_disclaimer",
};

/** --file F: patents with their dates (`term_vectors`, or a list alone); when each ends by the rule of its office, or what is missing. */
export async function run(args: readonly string[]): Promise<unknown> {
  const file = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as
    | readonly Row[]
    | { readonly term_vectors: readonly Row[] };
  const rows = "term_vectors" in file ? file.term_vectors : file;
  return {
    answers: rows.map((row) => {
      const { expiry, missing } = patentTerm(toDates(row));
      return { no: row.no, expiry, ...(missing && { missing: missing.map((field) => names[field]) }) };
    }),
  };
}

/** A day may stand before a note in the same text: "1997-04-21 (recalled)". */
const dayOf = (text: string | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(text ?? "")?.[0] ?? null;

function toDates(row: Row): PatentDates {
  return {
    office: row.office ?? row.no.slice(0, 2).toUpperCase(),
    filedOn: dayOf(row.filed),
    priorityOn: dayOf(row.earliest_priority ?? row.priority),
    isPriorityProvisional: row.priority_is_provisional ?? null,
    firstNonprovisionalOn: dayOf(row.first_nonprovisional_filing),
    extensionDays: row.extension_days ?? null,
    hasTerminalDisclaimer: row.terminal_disclaimer ?? null,
  };
}
