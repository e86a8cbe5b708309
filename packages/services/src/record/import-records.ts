import { setImmediate } from "node:timers/promises";
import { sourceSchema, toFaults, toValuesSchema } from "@lilink/contract";
import type { FieldFault } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import { checkValues, missingOf, type Register, type Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { toKey } from "./cells.ts";
import { type Head, toHead } from "./find-record.ts";
import { judgeBlocks } from "./judge-blocks.ts";
import { readVersions } from "./read-version.ts";
import { headOf } from "./record-tables.ts";
import { createRecords, type Save, saveVersions, stateToEdit } from "./save-versions.ts";
import { importerOf } from "./start-import.ts";
import { type Provenance, resolveManyRefs } from "./write-version.ts";

/** One row of a file as text by field: `values` is what the form would send. */
export type ImportRow = {
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  readonly readings: Provenance["readings"];
  /** What its reader could not make out. */
  readonly faults?: readonly FieldFault[];
};
export type FaultyRecordRow = { readonly row: number; readonly faults: readonly FieldFault[] };
export type ImportOutcome = {
  readonly state: "done" | "faulty" | "cancelled";
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly faults: readonly FaultyRecordRow[];
};

export type ImportInput = {
  readonly pieces: AsyncIterable<readonly ImportRow[]>;
  /** Told how many rows are done; answers false to stop. */
  readonly step: (rows: number) => boolean | Promise<boolean>;
  /** Told in the same transaction that all rows are in; answers false to take none of them. */
  readonly keep?: (ctx: Context, outcome: ImportOutcome) => Promise<boolean>;
};

const batch = 1000;
const breath = 100;
/** More faults than this tell a person nothing new; reading goes on to count them no further. */
const mostFaults = 5000;

type Parsed = Provenance & {
  readonly row: number;
  readonly key: string | null;
  readonly values: Values;
};
const sourcesSchema = z.array(sourceSchema).max(20, "tooLong");

/**
 * Takes a file of records in: all rows or none. New ones become drafts, or live where the register edits live; one that is
 * known by its unique fields gets a new version. Rows pass through in batches; only their keys are held to the end, to find doubles. [RG8]
 */
export function importRecords(register: Register) {
  return defineMutation({
    name: `${register.name}.import`,
    input: z.custom<ImportInput>((given) => typeof given === "object" && given !== null && "pieces" in given),
    authorize: importerOf(register),
    run: async (ctx, { pieces, step, keep }): Promise<ImportOutcome> => {
      await ctx.db.execute(sql`set local idle_in_transaction_session_timeout = '600s'`);
      await ctx.db.execute(sql`savepoint before_import`);
      let outcome = await takeRows(ctx, register, pieces, step);
      if (outcome.state === "done" && keep && !(await keep(ctx, outcome)))
        outcome = { ...outcome, state: "cancelled" };
      if (outcome.state !== "done") await ctx.db.execute(sql`rollback to savepoint before_import`);
      return outcome;
    },
    // The worker notes what it does under its own name, beside the file that a person sent.
    audit: ({ keep }, { state, created, updated }) =>
      state === "done" && !keep
        ? { subjectKind: register.name, subjectId: null, detail: { created, updated } }
        : null,
  });
}

async function takeRows(
  ctx: Context,
  register: Register,
  pieces: ImportInput["pieces"],
  step: ImportInput["step"],
): Promise<ImportOutcome> {
  const schema = toValuesSchema(register);
  const seen = new Map<string, number>();
  const faults: FaultyRecordRow[] = [];
  const counts = { rows: 0, created: 0, updated: 0, unchanged: 0 };
  let waiting: Parsed[] = [];
  let writing: Promise<Written> | null = null;
  const settle = async () => {
    const done = await writing;
    writing = null;
    if (!done) return;
    faults.push(...done.faults);
    counts.created += done.created;
    counts.updated += done.updated;
    counts.unchanged += done.unchanged;
  };
  const flush = async () => {
    await settle();
    // A file with a fault changes nothing, so nothing more is written; the rest is read for its faults.
    if (faults.length === 0 && waiting.length > 0) writing = writeBatch(ctx, register, waiting);
    waiting = [];
  };
  try {
    // While the database writes one batch, the next is read.
    for await (const piece of pieces) {
      for (const given of piece) {
        counts.rows += 1;
        const parsed = parseRow(register, schema, given, seen);
        if ("faults" in parsed) {
          if (faults.length < mostFaults) faults.push(parsed);
        } else waiting.push(parsed);
        if (waiting.length >= batch) await flush();
        // Answers of the database are heard, so that it is not left waiting.
        if (counts.rows % breath === 0) await setImmediate();
      }
      if (!(await step(counts.rows))) return { state: "cancelled", ...counts, faults: [] };
    }
    await flush();
    await settle();
  } finally {
    // Nothing may write after the transaction has ended.
    await Promise.allSettled([writing]);
  }
  return { state: faults.length > 0 ? "faulty" : "done", ...counts, faults };
}

function parseRow(
  register: Register,
  schema: z.ZodType,
  { row, values, sources, readings, faults: unread = [] }: ImportRow,
  seen: Map<string, number>,
): Parsed | FaultyRecordRow {
  const parsed = schema.safeParse(values);
  const from = sourcesSchema.safeParse(sources);
  if (!parsed.success || !from.success) {
    const ofSources = from.success ? [] : toFaults(from.error);
    const faults = [
      ...unread,
      ...(parsed.success ? [] : toFaults(parsed.error)),
      ...ofSources.map((fault) => ({ ...fault, field: `source.${fault.field.replace(/^\d+\./, "")}` })),
    ];
    return { row, faults };
  }
  const read = parsed.data as Values;
  const faults: FieldFault[] = [
    ...unread,
    ...missingOf(register, read).map((field): FieldFault => ({ field, rule: "required" })),
    ...checkValues(register, read),
  ];
  const key = toKey(register, read);
  const first = key === null ? undefined : seen.get(key);
  if (first !== undefined)
    faults.push({ field: register.unique[0] ?? "", rule: "duplicate", params: { row: String(first) } });
  if (faults.length > 0) return { row, faults };
  if (key !== null) seen.set(key, row);
  return { row, key, values: read, sources: from.data, readings };
}

type Written = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly faults: readonly FaultyRecordRow[];
};

async function writeBatch(ctx: Context, register: Register, rows: readonly Parsed[]): Promise<Written> {
  const { refs, faults } = await resolveManyRefs(ctx, register, rows);
  if (faults.length > 0) return { created: 0, updated: 0, unchanged: 0, faults };
  const known = await findKnown(ctx, register, rows);
  const contradicted = await judgeBlocks(
    ctx,
    register,
    rows.map((row) => ({ ...row, state: row.key === null ? undefined : known.get(row.key)?.state })),
  );
  if (contradicted.length > 0) return { created: 0, updated: 0, unchanged: 0, faults: contradicted };
  const fresh = rows.filter(({ key }) => key === null || !known.has(key));
  const versions = await readVersions(ctx, register, [...known.values()]);
  const changed = rows.flatMap((row): (Save & { readonly row: number })[] => {
    const head = row.key === null ? undefined : known.get(row.key);
    const kept = head && versions.get(head.id);
    const provenance = kept ? joinProvenance(kept, row) : row;
    if (!head || (kept && isSame(register, kept.values, row.values) && isSameProvenance(kept, provenance)))
      return [];
    const { sources, readings } = provenance;
    return [{ row: row.row, head, content: { values: row.values, sources, readings } }];
  });
  const closed = changed.filter(({ head }) => stateToEdit(register, head, true) === null);
  if (closed.length > 0)
    return { created: 0, updated: 0, unchanged: 0, faults: closed.map(toClosed(register)) };
  await createRecords(ctx, register, fresh, refs);
  await saveVersions(ctx, register, changed, refs, true);
  const [created, updated] = [fresh.length, changed.length];
  return { created, updated, unchanged: rows.length - created - updated, faults: [] };
}

/** A row whose record takes no change: it waits for review or has ended. */
const toClosed =
  (register: Register) =>
  ({ row }: { readonly row: number }): FaultyRecordRow => ({
    row,
    faults: [{ field: register.unique[0] ?? "", rule: "notEditable" }],
  });

async function findKnown(
  ctx: Context,
  register: Register,
  rows: readonly Parsed[],
): Promise<ReadonlyMap<string, Head>> {
  const keys = rows.flatMap(({ key }) => (key === null ? [] : [key]));
  const owner =
    register.owner === "organization" ? sql` and organization_id = ${organizationOf(ctx.actor)}` : sql``;
  const found = await ctx.db.execute<Parameters<typeof toHead>[0] & { key: string }>(
    sql`select * from ${headOf(register)} where key = any (${sql.param(keys)}::text[])${owner}`,
  );
  return new Map(found.rows.map((row) => [row.key, toHead(row)]));
}

/** Whether a row says what the record holds; steps fill in fields that no file has. */
function isSame(register: Register, kept: Values, given: Values): boolean {
  return Object.entries(register.fields).every(
    ([name, field]) =>
      field.byStep || JSON.stringify(toPlain(kept[name])) === JSON.stringify(toPlain(given[name])),
  );
}

/** A file that names no source says nothing about those that are known. */
function joinProvenance(kept: Provenance, given: Provenance): Provenance {
  if (given.sources.length > 0) return given;
  return Object.keys(given.readings).length > 0 ? { ...given, sources: kept.sources } : kept;
}

function isSameProvenance(kept: Provenance, given: Provenance): boolean {
  const plain = ({ sources, readings }: Provenance) =>
    JSON.stringify([
      sources.map(({ title, url, date, licence }) => [title, url ?? null, date ?? null, licence ?? null]),
      Object.keys(readings)
        .sort()
        .map((name) => [name, readings[name]?.reading, readings[name]?.source]),
    ]);
  return kept === given || plain(kept) === plain(given);
}

/** A reference is compared by its public id, a figure's decimals as numbers. */
function toPlain(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object" || Array.isArray(value)) return value;
  if ("publicId" in value) return value.publicId;
  if (!("unit" in value)) return value;
  const { value: amount, low, high, unit, basis } = value as Record<string, string | null>;
  return [amount, low, high]
    .map((decimal) => (decimal == null ? null : Number(decimal)))
    .concat([unit, basis] as never[]);
}
