import type { FieldFault, FieldRule } from "../../error/index.ts";
import { keptCode } from "../code/explain-code.ts";
import type { CustodyEvent } from "../life/event.ts";
import type { StepVerb } from "../life/verb.ts";
import { canonicalTime } from "./canonical-value.ts";
import { epcisNamespace, findVerb, lastPart } from "./shape.ts";
import { isObject, type Json, type JsonObject, shortWord } from "./vocabulary.ts";

/** What one event of EPCIS says, battery by battery; bodies by their public ids. */
export type EpcisReading = {
  readonly events: readonly Omit<CustodyEvent, "by">[];
  /** Whom it names as giving; it must be the one who sends it. */
  readonly from: string | null;
  readonly province: string | null;
  /** The event is told as wrong: it did not occur, or its data are incorrect. */
  readonly declares: string | null;
};
export type EpcisFault = FieldFault;

const texts = ["chemistry", "reason", "proof", "authority", "vehicle", "batch"] as const;
const numbers = ["energyShare", "u", "step", "filed", "lost"] as const;
const longest = 500;
const most = { u: 1, energyShare: 1, step: 3, filed: 100_000, lost: 100_000 } as const;

/** The prefixes that a document binds to our namespace. */
export function prefixesOf(context: Json | undefined): readonly string[] {
  const all = Array.isArray(context) ? context : [context];
  return all.flatMap((one) =>
    isObject(one)
      ? Object.keys(one)
          .filter((key) => one[key] === epcisNamespace)
          .map((key) => `${key}:`)
      : [],
  );
}

/**
 * Reads an event that the standard's schema has let pass. What has no place in a custody event is left out: sensors, transactions,
 * fields of other namespaces. [TR32]
 */
export function fromEpcis(
  event: JsonObject,
  prefixes: readonly string[],
): EpcisReading | { readonly fault: EpcisFault } {
  const verb = findVerb({
    type: textOf(event.type),
    action: textOf(event.action),
    bizStep: wordOf(event.bizStep),
    disposition: wordOf(event.disposition),
  });
  if (verb === undefined) return faultAt("bizStep", "notInList");
  const moment = readMoment(textOf(event.eventTime) ?? "", textOf(event.eventTimeZoneOffset) ?? "");
  if (moment === null) return faultAt("eventTime", "notADate");
  const own = readOwn(event, [...prefixes, epcisNamespace]);
  if ("fault" in own) return own;
  const subjects = readSubjects(event, verb);
  if ("fault" in subjects) return subjects;
  const to = partyOf(event.destinationList, "destination");
  const base = { verb, ...moment, ...(to !== null && { to }), ...own.fields };
  const declaration = isObject(event.errorDeclaration) ? event.errorDeclaration : null;
  return {
    events: subjects.list.map((subject) => ({ ...base, ...subject })),
    from: partyOf(event.sourceList, "source"),
    province: placeOf(event.bizLocation) ?? placeOf(event.readPoint),
    declares: declaration && (wordOf(declaration.reason) ?? "did_not_occur"),
  };
}

type Moment = Pick<CustodyEvent, "time" | "zone"> & { readonly at: string };

/** The day where it happened; its time too, where it is not midnight in China, as a day alone is written. */
function readMoment(text: string, zone: string): Moment | null {
  const time = canonicalTime(text);
  const epoch = Date.parse(time);
  if (!Number.isFinite(epoch) || !/^[+-]\d{2}:\d{2}$/.test(zone)) return null;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  const local = new Date(epoch + (zone.startsWith("-") ? -1 : 1) * minutes * 60_000).toISOString();
  const at = local.slice(0, 10);
  const isDay = zone === "+08:00" && local.endsWith("T00:00:00.000Z");
  return { at, ...(!isDay && { time }), ...(zone !== "+08:00" && { zone }) };
}

type Subject = Pick<CustodyEvent, "code"> &
  Pick<Partial<CustodyEvent>, "vehicle" | "origins" | "children" | "batch">;
type Subjects = { readonly list: readonly Subject[] } | { readonly fault: EpcisFault };

function readSubjects(event: JsonObject, verb: StepVerb): Subjects {
  if (verb === "dismantle") {
    const parent = readCodes([event.parentID ?? null]);
    const children = readCodes(event.childEPCs);
    if (!parent?.[0]) return faultAt("parentID", "badFormat");
    if (!children) return faultAt("childEPCs", "badFormat");
    return { list: [{ code: parent[0], ...(children.length > 0 && { children }) }] };
  }
  if (verb === "recode") {
    const [code, ...more] = readCodes(event.outputEPCList) ?? [];
    const origins = readCodes(event.inputEPCList);
    if (code === undefined || more.length > 0) return faultAt("outputEPCList", "badFormat");
    return origins ? { list: [{ code, origins }] } : faultAt("inputEPCList", "badFormat");
  }
  const field =
    verb === "batch_in" || verb === "batch_out"
      ? "inputEPCList"
      : "epcList" in event
        ? "epcList"
        : "childEPCs";
  const codes = readCodes(event[field]);
  if (!codes || codes.length === 0) return faultAt(field, "badFormat");
  const vehicle = textOf(event.type === "AssociationEvent" ? event.parentID : undefined);
  const batch = textOf(event.transformationID);
  return {
    list: codes.map((code) => ({
      code,
      ...(vehicle !== undefined && lastPart(vehicle) !== "" && { vehicle: lastPart(vehicle) }),
      ...(batch !== undefined && lastPart(batch) !== "" && { batch: lastPart(batch) }),
    })),
  };
}

/** Battery codes at the ends of URIs; null where one is none. */
function readCodes(value: Json | undefined): readonly string[] | null {
  const read = (Array.isArray(value) ? value : []).map((one) =>
    keptCode(typeof one === "string" ? lastPart(one) : ""),
  );
  return read.includes(null) ? null : read.filter((code) => code !== null);
}

function readOwn(
  event: JsonObject,
  prefixes: readonly string[],
): { readonly fields: Partial<CustodyEvent> } | { readonly fault: EpcisFault } {
  const fields: Record<string, Json> = {};
  const findOwn = (name: string) => {
    const prefix = prefixes.find((one) => event[`${one}${name}`] !== undefined);
    return prefix === undefined ? undefined : { key: `${prefix}${name}`, value: event[`${prefix}${name}`] };
  };
  for (const name of texts) {
    const found = findOwn(name);
    if (!found) continue;
    if (typeof found.value !== "string") return faultAt(found.key, "notAText");
    if (found.value.length > longest) return faultAt(found.key, "tooLong", { max: longest });
    fields[name] = found.value;
  }
  for (const name of numbers) {
    const found = findOwn(name);
    if (!found) continue;
    const value = typeof found.value === "string" ? Number(found.value) : found.value;
    if (typeof value !== "number" || !Number.isFinite(value)) return faultAt(found.key, "notANumber");
    if (value < 0) return faultAt(found.key, "tooSmall", { min: 0 });
    if (value > most[name]) return faultAt(found.key, "tooLarge", { max: most[name] });
    fields[name] = value;
  }
  return { fields: fields as Partial<CustodyEvent> };
}

function partyOf(list: Json | undefined, field: "source" | "destination"): string | null {
  for (const one of Array.isArray(list) ? list : []) {
    const uri = isObject(one) ? one[field] : undefined;
    const kind = isObject(one) ? wordOf(one.type) : undefined;
    if (typeof uri === "string" && (kind === "possessing_party" || kind === "owning_party"))
      return lastPart(uri);
  }
  return null;
}

function placeOf(value: Json | undefined): string | null {
  const uri = isObject(value) ? textOf(value.id) : undefined;
  const match = /^urn:lilink:province:(\d{2})$/.exec(uri ?? "");
  return match?.[1] ?? null;
}

function wordOf(value: Json | undefined): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : shortWord(text);
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function faultAt(
  field: string,
  rule: FieldRule,
  params?: FieldFault["params"],
): { readonly fault: EpcisFault } {
  return { fault: { field, rule, ...(params && { params }) } };
}
