import { ancestorsOf, parseUnit } from "../src/chain/index.ts";
import { type ProposedFields, printFigure, proposeFields, takenConcepts } from "../src/matching/index.ts";

/** A figure as a careful person reads it; the unit may be one that the chain does not hold. */
type WantedFigure = {
  readonly attribute: string;
  readonly op: string;
  readonly value: number;
  readonly high?: number | null;
  readonly unit: string;
};

/** A sentence with what the form must propose without a doubt, and what it must not. `notVolumes`: amounts that are none of the posting. */
export type FormSentence = {
  readonly id: string;
  readonly text: string;
  readonly figures: readonly WantedFigure[];
  readonly notAttributes: readonly string[];
  readonly concepts: readonly string[];
  readonly notConcepts: readonly string[];
  readonly window?: string;
  /** The day on which it was written, where its times depend on it. */
  readonly on?: string;
  readonly notVolumes?: readonly { readonly value: number; readonly unit: string }[];
};

/** Every wanted figure, concept and window is right, wrong, asked or missed; what is proposed beyond them without a doubt is wrong. */
export type FormVerdict = {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly asked: readonly string[];
  readonly missed: readonly string[];
  /** Of each field that is not right, what kind of field it is and what went wrong with it. */
  readonly faults: readonly { readonly got: Exclude<Verdict, "right">; readonly cause: Cause }[];
};

/**
 * What went wrong. A thing: no name of it found, one of its family found, doubted, or taken though it is none of the posting. A figure: its number not
 * read, read without its attribute, with another one, doubted, with another limit, value or unit, taken as an amount, or of something else. An
 * amount or a time of something else; a time not read or read otherwise.
 */
export type Cause =
  | `thing: ${"not found" | "near" | "doubted" | "not meant"}`
  | `figure: ${"no number" | "no attribute" | "other attribute" | "doubted" | "limit" | "value" | "unit" | "as an amount" | "not meant"}`
  | "amount: not meant"
  | `time: ${"not read" | "other" | "not meant"}`;

// Came after the sentences were labelled: the labels can say nothing of them.
const unlabelled = new Set("mass_li mass_ni mass_co mass_mn mass_ni_co mass_al mass_cu mass_f".split(" "));

type Bounds = { readonly op: string; readonly low: number; readonly high?: number; readonly kind: string };
type Verdict = "right" | "wrong" | "asked" | "missed";

/** In base units, strictly more as at least, shares of oxide, of moles and points of a share as shares. */
function toBounds(
  op: string,
  value: number | string,
  high: number | string | null | undefined,
  unit: string,
): Bounds {
  // A month of delivery is thirty days.
  const isMonths = unit === "months" || unit === "month";
  const known = parseUnit(isMonths ? "days" : unit);
  const isPoints = known?.dimension === "percentage_points";
  const factor =
    (isMonths ? 30 : 1) * Number(known?.factor ?? 1) * (isPoints ? Number(parseUnit("%")?.factor) : 1);
  const plain = (number: number | string) => Number((Number(number) * factor).toPrecision(7));
  const dimension = known?.dimension ?? "";
  return {
    op: op === ">" ? ">=" : op === "<" ? "<=" : op,
    low: plain(value),
    ...(high === undefined || high === null ? {} : { high: plain(high) }),
    kind: /fraction$|points$/.test(dimension) ? "share" : /^carbon|^$/.test(dimension) ? "" : dimension,
  };
}

function isSame(first: Bounds, second: Bounds): boolean {
  return (
    first.op === second.op &&
    first.low === second.low &&
    first.high === second.high &&
    (first.kind === second.kind || first.kind === "" || second.kind === "")
  );
}

const yearly = /^(?:mass|energy|area|pieces|mass_lce)(?:_rate|_daily)$/;

/**
 * Judges the form that a sentence fills in.
 * @example judgeForm({ id: "X", text: "Na≤20ppm", figures: [], notAttributes: ["na"], concepts: [], notConcepts: [] }).wrong // ["na ≤ 20 ppm"]
 */
export function judgeForm(
  row: FormSentence,
  fields: ProposedFields = proposeFields(row.text, row.on),
): FormVerdict {
  const verdict = {
    right: 0,
    wrong: [] as string[],
    asked: [] as string[],
    missed: [] as string[],
    faults: [] as { got: Exclude<Verdict, "right">; cause: Cause }[],
  };
  const put: Put = (got, what, cause) => {
    if (got === "right" || cause === undefined) verdict.right += 1;
    else {
      verdict[got].push(what);
      verdict.faults.push({ got, cause });
    }
  };
  const extra = judgeFigures(row, fields, put);
  for (const figure of extra) {
    if (unlabelled.has(figure.attribute) && !row.notAttributes.includes(figure.attribute)) continue;
    const isLabelled = row.figures.some(
      ({ attribute, value, high }) =>
        [value, high].includes(Number(figure.value)) && attribute !== figure.attribute,
    );
    put(
      "wrong",
      `${figure.attribute} ${printFigure(figure)}`,
      isLabelled ? "figure: other attribute" : "figure: not meant",
    );
  }
  judgeVolume(row, fields, put);
  judgeConcepts(row, fields, put);
  judgeWindow(row, fields, put);
  return verdict;
}

type Put = (got: Verdict, what: string, cause?: Cause) => void;

function judgeFigures(row: FormSentence, fields: ProposedFields, put: Put) {
  const left = fields.figures.map(({ value }) => value);
  const open: WantedFigure[] = [];
  for (const wanted of row.figures) {
    const bounds = toBounds(wanted.op, wanted.value, wanted.high, wanted.unit);
    const at = left.findIndex(
      ({ attribute, op, value, high, unit }) =>
        attribute === wanted.attribute && isSame(bounds, toBounds(op, value, high, unit)),
    );
    if (at < 0) open.push(wanted);
    else {
      left.splice(at, 1);
      put("right", "");
    }
  }
  for (const wanted of open) {
    const at = left.findIndex(({ attribute }) => attribute === wanted.attribute);
    const what = `${wanted.attribute} ${wanted.op} ${wanted.value}${wanted.high ? `..${wanted.high}` : ""} ${wanted.unit}`;
    const [taken] = at >= 0 ? left.splice(at, 1) : [];
    if (taken) put("wrong", `${what}: read ${printFigure(taken)}`, otherOf(wanted, taken));
    else if (isVolume(wanted, fields) || isReadiness(wanted, fields)) put("right", what);
    else put(isAsked(wanted, fields) ? "asked" : "missed", what, lostOf(wanted, fields));
  }
  return left;
}

/** What of a figure that has its attribute was read otherwise. */
function otherOf(wanted: WantedFigure, taken: ReadFigure): Cause {
  const [meant, read] = [
    toBounds(wanted.op, wanted.value, wanted.high, wanted.unit),
    toBounds(taken.op, taken.value, taken.high, taken.unit),
  ];
  if (meant.op !== read.op) return "figure: limit";
  return meant.kind === read.kind || meant.kind === "" || read.kind === "" ? "figure: value" : "figure: unit";
}

/** Where a figure that no field holds under its attribute was left. */
function lostOf({ attribute, value, high }: WantedFigure, fields: ProposedFields): Cause {
  const isIt = (number: string | undefined) => number !== undefined && [value, high].includes(Number(number));
  const open = fields.unassigned.find(({ value: one }) => isIt(one.value) || isIt(one.high));
  if (open)
    return open.value.meant === undefined
      ? "figure: no attribute"
      : open.value.meant.attribute === attribute
        ? "figure: doubted"
        : "figure: other attribute";
  if (fields.figures.some(({ value: one }) => isIt(one.value) || isIt(one.high)))
    return "figure: other attribute";
  return isIt(fields.volume?.value.amount) ? "figure: as an amount" : "figure: no number";
}

type ReadFigure = ProposedFields["figures"][number]["value"];

/** A capacity stands in the field of amounts. */
function isVolume({ attribute, value, unit }: WantedFigure, { volume }: ProposedFields): boolean {
  if (!volume || !/^capacity_(?:ta|gwh)$/.test(attribute)) return false;
  const amount = parseUnit(volume.value.unit);
  const wanted = parseUnit(unit);
  return (
    wanted !== null &&
    yearly.test(amount?.dimension ?? "") &&
    Math.abs(Number(volume.value.amount) * Number(amount?.factor) - value * Number(wanted.factor)) < 1e-6
  );
}

/** The form has a field of its own for the readiness level. */
function isReadiness({ attribute, value }: WantedFigure, { trl }: ProposedFields): boolean {
  return attribute === "trl" && trl?.value === value;
}

function isAsked({ value, high }: WantedFigure, { unassigned }: ProposedFields): boolean {
  return unassigned.some(({ value: open }) =>
    [open.value, open.high].some((number) => number !== undefined && [value, high].includes(Number(number))),
  );
}

function judgeVolume(row: FormSentence, { volume }: ProposedFields, put: Put): void {
  if (!volume) return;
  const amount = Number(volume.value.amount);
  const factor = Number(parseUnit(volume.value.unit)?.factor ?? 1);
  const isOther = (row.notVolumes ?? []).some((other) => {
    const known = parseUnit(other.unit);
    return known
      ? Math.abs(amount * factor - other.value * Number(known.factor)) < 1e-9
      : amount === other.value;
  });
  const isOnlyOne = row.notVolumes === undefined && row.notAttributes.includes("capacity");
  if (isOther || isOnlyOne)
    put("wrong", `volume ${volume.value.amount} ${volume.value.unit}`, "amount: not meant");
}

function judgeConcepts(row: FormSentence, fields: ProposedFields, put: Put): void {
  const taken = takenConcepts(fields);
  const named = fields.concepts.flatMap(({ value, alternatives }) => [value, ...alternatives]);
  const isNear = (concept: string) =>
    named.some((one) => ancestorsOf(one).includes(concept) || ancestorsOf(concept).includes(one));
  for (const concept of row.concepts)
    if (taken.includes(concept)) put("right", concept);
    else if (named.includes(concept)) put("asked", concept, "thing: doubted");
    else put("missed", concept, isNear(concept) ? "thing: near" : "thing: not found");
  for (const concept of row.notConcepts)
    if (taken.includes(concept)) put("wrong", `concept ${concept}`, "thing: not meant");
}

function judgeWindow(row: FormSentence, { window }: ProposedFields, put: Put): void {
  const read = window ? `${window.value.from ?? ""}..${window.value.to ?? ""}` : undefined;
  if (row.window && read === row.window) put("right", "");
  else if (read)
    put(
      "wrong",
      `window ${read}${row.window ? ` for ${row.window}` : ""}`,
      row.window ? "time: other" : "time: not meant",
    );
  else if (row.window) put("missed", `window ${row.window}`, "time: not read");
}
