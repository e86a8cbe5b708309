import { batteryKeys, bothWays, ownItemKeys } from "@lilink/contract";
import { isCalendarDate } from "@lilink/model/calendar";
import { batteryProducts, batteryTypes } from "@lilink/model/codes";
import { type CodeReading, type CodeSegment, explainCode } from "@lilink/model/trace/code";
import type { ItemKind } from "@lilink/model/trace/item";
import {
  type CustodyVerb,
  custodyVerbs,
  isStepVerb,
  type LifeState,
  lifeStates,
  ruleOf,
} from "@lilink/model/trace/verb";
import type { BatteryQuery, LifeEvent, OwnWorkQuery } from "./queries.ts";

/** Codes that nobody prints on a battery, one of each kind of fault. */
export const exampleCodes = [
  "ZZ1PE01A1B2C3DC5H0000001",
  "zz1me a1a1b2 c3dc5h 0000012",
  "ZZ2PB07D380004512RP",
  "ZZ1PE01A1B2C3DC2Y0000001",
  "ZZ1PE01A1B2C3DI5H0000001",
  "ZZ1PE01A1B2C3DC5H0000000",
].join("\n");

/** What the address of the list asks; what it cannot ask is left out. */
export function toBatteryQuery(asked: Readonly<Record<string, unknown>>): BatteryQuery {
  const { q, open, cursor } = asked;
  const product = batteryProducts.find((one) => one === asked.product);
  const state = lifeStates.find((one) => one === asked.state);
  const sort = bothWays(batteryKeys).find((one) => one === asked.sort);
  return {
    ...(typeof q === "string" && q !== "" ? { q: q.slice(0, 24) } : {}),
    ...(open === "1" ? { open } : {}),
    ...(product ? { product } : {}),
    ...(state ? { state } : {}),
    ...(sort ? { sort } : {}),
    ...(typeof cursor === "string" ? { cursor } : {}),
  };
}

/** The same for what waits: its order, and whether more than the most urgent are shown. */
export function toOwnWorkQuery(asked: Readonly<Record<string, unknown>>): OwnWorkQuery {
  const by = bothWays(ownItemKeys).find((one) => one === asked.by);
  return { ...(by ? { by } : {}), ...(asked.most === "100" ? { most: "100" } : {}) };
}

export type StripPart = {
  readonly field: Exclude<CodeSegment["field"], "year" | "month" | "day"> | "date";
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isWrong: boolean;
};

/** The fields as a person reads them: year, month and day are one date. */
export function toStrip({ segments }: CodeReading): readonly StripPart[] {
  const parts: StripPart[] = [];
  for (const { field, from, text, isWrong } of segments) {
    const isDate = field === "year" || field === "month" || field === "day";
    const last = parts.at(-1);
    if (isDate && last?.field === "date")
      parts[parts.length - 1] = {
        ...last,
        to: from + text.length - 1,
        text: last.text + text,
        isWrong: last.isWrong || isWrong,
      };
    else parts.push({ field: isDate ? "date" : field, from, to: from + text.length - 1, text, isWrong });
  }
  return parts;
}

/** A code's parts as they are printed, between which a line may break. */
export const groupsOf = (code: string): readonly string[] => {
  const parts = toStrip(explainCode(code)).map(({ text }) => text);
  return parts.join("") === code ? parts : [code];
};

/** The day of making, and null where no calendar has it. */
export function madeOn(reading: CodeReading): string | null {
  return reading.parts?.date ?? null;
}

export function typeName(code: string, locale: string): string | null {
  const type = batteryTypes.find((one) => one.code === code);
  return type ? (locale === "en" ? type.en : type.zh) : null;
}

/** Types of which the letter is only remembered and not confirmed by a source. */
export function isRecalled(code: string): boolean {
  return batteryTypes.find((one) => one.code === code)?.confidence === "recalled";
}

export const codesShown = 100;
export const labelsShown = 480;
export const mostBytes = 20 * 1024 * 1024;

export type UnitRow = {
  /** Place of its line in the text, from 0. */
  readonly line: number;
  readonly unit: {
    readonly code: string;
    readonly parent?: string;
    readonly kwh?: number;
    readonly kg?: number;
  };
  /** What of the line is no number above nought: such a line is not sent. */
  readonly fault: { readonly field: "kwh" | "kg"; readonly rule: "notANumber" | "notPositive" } | null;
};

/** Lines of code, parent, kWh and kg; a heading is no battery. */
export function readUnits(text: string): readonly UnitRow[] {
  return text.split(/\r?\n/).flatMap((row, line) => {
    const [code = "", parent = "", kwh = "", kg = ""] = row.split(/[,;\t，；]/u).map((cell) => cell.trim());
    if (code === "" || (line === 0 && code.length < 17 && !/\d/.test(code))) return [];
    const amounts = { kwh, kg };
    const faults = (["kwh", "kg"] as const).flatMap((field) => {
      const value = Number(amounts[field]);
      if (amounts[field] === "" || value > 0) return [];
      return [{ field, rule: Number.isNaN(value) ? "notANumber" : "notPositive" } as const];
    });
    return [
      {
        line,
        unit: {
          code,
          ...(parent !== "" && { parent }),
          ...(kwh !== "" && { kwh: Number(kwh) }),
          ...(kg !== "" && { kg: Number(kg) }),
        },
        fault: faults[0] ?? null,
      },
    ];
  });
}

export type ReportVerb = Exclude<CustodyVerb, "correct">;
export const reportVerbs = custodyVerbs.filter((verb): verb is ReportVerb => verb !== "correct");

/** What a form for a battery in this state begins with: the first event that leads on from it; once it has ended, that its vehicle was scrapped. */
export function nextVerbOf(state: LifeState): ReportVerb {
  return verbsFrom(state)[0] ?? "vehicle_scrap";
}

/** Whether anything leads on from a state; from a battery that has ended nothing does. */
export const leadsOn = (state: LifeState): boolean => verbsFrom(state).length > 0;

const verbsFrom = (state: LifeState): readonly ReportVerb[] =>
  reportVerbs.filter(
    (verb) => isStepVerb(verb) && ruleOf(verb).to !== "same" && ruleOf(verb).from.includes(state),
  );

export type ReportStart = { readonly verb: ReportVerb; readonly on: string };

/** The event and its day that an address asks to report; null where it names none, or a day that has not come. */
export function toReportStart(
  { verb, on }: Readonly<Record<string, unknown>>,
  today: string,
): ReportStart | null {
  const known = reportVerbs.find((one) => one === verb);
  return known && typeof on === "string" && isCalendarDate(on) && on <= today ? { verb: known, on } : null;
}

export type ReportField =
  | "to"
  | "province"
  | "vehicle"
  | "energyShare"
  | "u"
  | "step"
  | "reason"
  | "batch"
  | "proof"
  | "authority"
  | "code"
  | "origins"
  | "children"
  | "filed"
  | "lost";
export type ReportValues = Partial<Readonly<Record<ReportField, string>>>;

const asked: Partial<Readonly<Record<ReportVerb, readonly ReportField[]>>> = {
  fit: ["vehicle"],
  remove: ["vehicle"],
  retire: ["vehicle"],
  vehicle_scrap: ["vehicle"],
  transfer: ["to"],
  test: ["energyShare", "u"],
  recode: ["code", "origins", "reason"],
  deploy: ["step", "reason"],
  dismantle: ["children", "filed", "lost"],
  scrap: ["reason"],
  batch_in: ["batch"],
  batch_out: ["batch"],
  lose: ["proof", "reason"],
  export: ["authority", "proof"],
  destroy: ["proof", "reason"],
};

/** What an event asks for beside its day; where it was, every event may say. */
export function fieldsOfVerb(verb: ReportVerb): readonly ReportField[] {
  return [...(asked[verb] ?? []), "province"];
}

const listOf = (text: string | undefined) => (text ?? "").split(/[\s,;，；]+/u).filter((one) => one !== "");
const asText: readonly ReportField[] = ["to", "province", "vehicle", "reason", "batch", "proof", "authority"];
const asShare: readonly ReportField[] = ["energyShare", "u"];
const asCount: readonly ReportField[] = ["step", "filed", "lost"];

/** The event as it is sent: a recode is told of the new code and names this one, and others, as its origins. */
export function toReport(code: string, verb: ReportVerb, at: string, values: ReportValues) {
  const fields = fieldsOfVerb(verb);
  const given = (of: readonly ReportField[]) =>
    of.flatMap((field) => {
      const value = fields.includes(field) ? (values[field]?.trim() ?? "") : "";
      return value === "" ? [] : [[field, value] as const];
    });
  // What is no number is sent as none, so that the answer says so.
  const shareOf = (value: string) => Number((Number(value.replace("%", "")) / 100).toFixed(6));
  return {
    verb,
    code: verb === "recode" ? (values.code?.trim() ?? "") : code,
    at,
    ...Object.fromEntries(given(asText)),
    ...Object.fromEntries(given(asShare).map(([field, value]) => [field, shareOf(value)])),
    ...Object.fromEntries(given(asCount).map(([field, value]) => [field, Number(value)])),
    ...(verb === "deploy" && { step: Number(values.step ?? "1") }),
    ...(verb === "recode" && { origins: [...new Set([code, ...listOf(values.origins)])] }),
    ...(verb === "dismantle" && { children: listOf(values.children) }),
  };
}

/** What an event said, as somebody would have typed it: a correction starts from it. */
export function valuesOf(
  event: Pick<LifeEvent, "said" | "energyShare" | "reason" | "province" | "to" | "code">,
): ReportValues {
  const { said, energyShare, reason, province, to, code } = event;
  const { origins, children, lost, ...facts } = said ?? {};
  const share = (value: number | null | undefined) =>
    value == null ? null : String(Number((value * 100).toFixed(4)));
  const given: Partial<Record<ReportField, string | number | null | undefined>> = {
    ...facts,
    // The first origin is the battery from which the recode is told.
    ...(origins && { code, origins: origins.slice(1).join("\n") }),
    ...(children && { children: children.join("\n") }),
    ...(typeof lost === "number" && { lost }),
    ...{ reason, province, to: to?.publicId, energyShare: share(energyShare), u: share(said?.u) },
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([field, value]) => (value == null ? [] : [[field, String(value)]])),
  );
}

type Count = {
  readonly province: string | null;
  readonly kind: ItemKind;
  readonly late: number;
  readonly running: number;
};

/** What is open, by kind: late, and beside it the hand-overs whose last day is still to come. */
export function countByKind(counts: readonly Count[], province?: string) {
  const late: Partial<Record<ItemKind, number>> = {};
  let running = 0;
  for (const count of counts) {
    if (province !== undefined && count.province !== province) continue;
    late[count.kind] = (late[count.kind] ?? 0) + count.late;
    running += count.running;
  }
  return { late, running };
}

/** What is open, by province. */
export function countByProvince(counts: readonly Count[], kind?: ItemKind): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const count of counts)
    if (count.province !== null && (kind === undefined || count.kind === kind))
      found[count.province] = (found[count.province] ?? 0) + count.late;
  return found;
}
