import { toDecimalText } from "@lilink/contract";
import {
  type Comparator,
  comparators,
  type DisclosureLevel,
  disclosureLevels,
  type LevelChoice,
  type LevelledField,
  levelledFields,
  levelOf,
  type PostingContent,
  type PostingVolume,
  readPeriod,
  spanOfSchedule,
  sumSchedule,
} from "@lilink/model/posting";

/** A figure while it is typed; `level` empty means as for all figures. */
export type FigureValues = {
  attribute: string;
  op: Comparator;
  value: string;
  high: string;
  unit: string;
  hard: boolean;
  condition: string;
  level: DisclosureLevel | "";
};

/** An amount while it is typed; of a schedule amount and span follow from its rows, and a row without an amount is not part of it. */
export type VolumeValues = {
  amount: string;
  unit: string;
  from: string;
  to: string;
  schedule: { period: string; amount: string }[];
};
export const emptyVolume: VolumeValues = { amount: "", unit: "", from: "", to: "", schedule: [] };

/** The form's own values: every control has a string, complete or not, so that nothing typed is lost. */
export type DraftValues = {
  concept: string;
  concepts: string[];
  language: "zh" | "en";
  title: string;
  summary: string;
  description: string;
  figures: FigureValues[];
  volume: VolumeValues;
  price: string;
  customers: string;
  region: string;
  trl: string;
  maturity: string;
  ipStatus: string;
  cooperation: string[];
  budget: string;
  comparison: string;
  evidence: string;
  internalNote: string;
  leftInText: string[];
  attachments: string[];
  validDays: string;
  levels: Record<LevelledField, DisclosureLevel>;
};

const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  value && typeof value === "object" ? (value as Readonly<Record<string, unknown>>) : {};

export const emptyFigure: FigureValues = {
  attribute: "",
  op: ">=",
  value: "",
  high: "",
  unit: "",
  // A wish until somebody says that it must be.
  hard: false,
  condition: "",
  level: "",
};

function toFigureValues(given: unknown, levels: LevelChoice): FigureValues {
  const figure = record(given);
  const attribute = text(figure.attribute);
  const level = levels[`figures.${attribute}`];
  return {
    attribute,
    op: comparators.find((op) => op === figure.op) ?? ">=",
    value: text(figure.value),
    high: text(figure.high),
    unit: text(figure.unit),
    hard: figure.hard !== false,
    condition: text(figure.condition),
    level: disclosureLevels.find((known) => known === level) ?? "",
  };
}

/** The values of a stored draft, whatever it holds: a draft keeps even what no rule would accept. */
export function toDraftValues(content: object, levels: LevelChoice, validDays: number): DraftValues {
  const given = record(content);
  const volume = record(given.volume);
  return {
    concept: text(given.concept),
    concepts: list(given.concepts),
    language: given.language === "en" ? "en" : "zh",
    title: text(given.title),
    summary: text(given.summary),
    description: text(given.description),
    figures: Array.isArray(given.figures)
      ? given.figures.map((figure) => toFigureValues(figure, levels))
      : [],
    volume: {
      amount: text(volume.amount),
      unit: text(volume.unit),
      from: text(volume.from),
      to: text(volume.to),
      schedule: (Array.isArray(volume.schedule) ? volume.schedule : []).map((row) => ({
        period: text(record(row).period),
        amount: text(record(row).amount),
      })),
    },
    price: text(given.price),
    customers: text(given.customers),
    region: text(given.region),
    trl: /^[1-9]$/.test(text(given.trl)) ? text(given.trl) : "",
    maturity: text(given.maturity),
    ipStatus: text(given.ipStatus),
    cooperation: list(given.cooperation),
    budget: text(given.budget),
    comparison: text(given.comparison),
    evidence: text(given.evidence),
    internalNote: text(given.internalNote),
    leftInText: list(given.leftInText),
    attachments: list(given.attachments),
    validDays: String(validDays),
    levels: Object.fromEntries(levelledFields.map((field) => [field, levelOf(field, levels)])) as Record<
      LevelledField,
      DisclosureLevel
    >,
  };
}

const filled = <T extends Record<string, unknown>>(fields: T) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );

export function isEmptyFigure(figure: FigureValues): boolean {
  return figure.attribute === "" && figure.value.trim() === "" && figure.condition.trim() === "";
}

/** A row that nobody has filled, whether its name was chosen or proposed: it is left out of what is handed in. [PO16] */
export const isUnfilled = ({ value, high, condition }: FigureValues): boolean =>
  [value, high, condition].every((typed) => typed.trim() === "");

const none: ReadonlySet<number> = new Set();

/** The form as it is handed in; `read`: rows that the text filled, which stay where somebody emptied them. */
export const withoutUnfilled = (values: DraftValues, read = none): DraftValues => ({
  ...values,
  figures: values.figures.filter((figure, row) => read.has(row) || !isUnfilled(figure)),
});

/** Whether the table of figures begins with the row of the volume; an empty one stands there while it is filled in. */
export function hasVolume({ volume }: Pick<DraftValues, "volume">, open: number | "volume" | null): boolean {
  const { amount, from, to, schedule } = volume;
  return amount !== "" || from !== "" || to !== "" || schedule.length > 0 || open === "volume";
}

/** The rows of a schedule that say something, with their places in the form. */
function listFilledRows({ schedule }: VolumeValues): { at: number; period: string; amount: string }[] {
  return schedule.flatMap(({ period, amount }, at) =>
    amount.trim() === ""
      ? []
      : [{ at, period: readPeriod(period) ?? period.trim(), amount: toDecimalText(amount) }],
  );
}

/** The amount, span and schedule as they are saved, null where nothing is filled in. [PO26] */
export function toVolume(volume: VolumeValues): Partial<PostingVolume> | null {
  const schedule = listFilledRows(volume).map(({ period, amount }) => ({ period, amount }));
  const { amount, unit, from, to } = volume;
  if (schedule.length > 0)
    return {
      ...filled({ unit }),
      amount: sumSchedule(schedule) ?? "",
      ...spanOfSchedule(schedule),
      schedule,
    };
  if (amount.trim() === "" && from === "" && to === "") return null;
  return filled({ amount: toDecimalText(amount), unit, from, to });
}

/** How many rows the table of figures has, that of the volume with them. */
export function countRows(
  values: Pick<DraftValues, "figures" | "volume">,
  open: number | "volume" | null,
): number {
  return values.figures.length + (hasVolume(values, open) ? 1 : 0);
}

/** What is saved: the content with empty fields left out. Its shape is checked only at submission. */
export function toContent(values: DraftValues): Partial<PostingContent> {
  const { levels: _levels, validDays: _validDays, volume, figures, trl, ...rest } = values;
  const told = toVolume(volume);
  const content: Record<string, unknown> = {
    ...filled(rest),
    language: values.language,
    figures: figures
      .filter((figure) => !isEmptyFigure(figure))
      .map(({ level: _level, high, hard, value, ...figure }) => ({
        ...filled({
          ...figure,
          value: toDecimalText(value),
          high: figure.op === "range" ? toDecimalText(high) : "",
        }),
        hard,
      })),
    ...(trl === "" ? {} : { trl: Number(trl) }),
    ...(told ? { volume: told } : {}),
  };
  return content as Partial<PostingContent>;
}

/** Faults of what is handed in at the rows of the form, where unfilled figures and months still stand between the others. */
export function toPlaces<F extends { readonly field: string }>(
  { figures, volume }: Pick<DraftValues, "figures" | "volume">,
  faults: readonly F[],
  read = none,
): F[] {
  const rows = {
    figures: figures.flatMap((figure, row) => (isUnfilled(figure) && !read.has(row) ? [] : [row])),
    "volume.schedule": listFilledRows(volume).map(({ at }) => at),
  };
  return faults.map((fault) => ({
    ...fault,
    field: fault.field.replace(
      /^(figures|volume\.schedule)\.(\d+)\./,
      (_, list: keyof typeof rows, at: string) => `${list}.${rows[list][Number(at)] ?? at}.`,
    ),
  }));
}

export function toLevels(values: DraftValues): LevelChoice {
  const figures = values.figures.flatMap(({ attribute, level }) =>
    attribute && level ? [[`figures.${attribute}`, level] as const] : [],
  );
  return { ...values.levels, ...Object.fromEntries(figures) };
}
