import { LilinkError } from "../../error/index.ts";
import { canonicalTime, canonicalValue } from "./canonical-value.ts";
import { collectTerms, isObject, type Json, type JsonObject } from "./vocabulary.ts";

/** An element as the XML of EPCIS would have it: the hash is defined over that shape. */
type Node = { readonly name: string; readonly text: string; children: readonly Node[] };
type Order = readonly (readonly [string, Order | null])[];

const leaf = (...names: readonly string[]): Order => names.map((name) => [name, null] as const);
const quantities: Order = [["quantityElement", leaf("epcClass", "quantity", "uom")]];
const epcs = leaf("epc");
const metadata = leaf(
  ..."time startTime endTime deviceID deviceMetadata rawData dataProcessingMethod bizRules".split(" "),
);
const report = leaf(
  ..."type exception deviceID deviceMetadata rawData dataProcessingMethod time microorganism chemicalSubstance value component stringValue booleanValue hexBinaryValue uriValue minValue maxValue meanValue sDev percRank percValue uom coordinateReferenceSystem".split(
    " ",
  ),
);
/** CBV 2.0, section 8.9. What is named nowhere here follows in alphabetical order. */
const order: Order = [
  ...leaf("eventTime", "eventTimeZoneOffset", "certificationInfo", "parentID"),
  ["epcList", epcs],
  ["inputEPCList", epcs],
  ["childEPCs", epcs],
  ["quantityList", quantities],
  ["childQuantityList", quantities],
  ["inputQuantityList", quantities],
  ["outputEPCList", epcs],
  ["outputQuantityList", quantities],
  ...leaf("action", "transformationID", "bizStep", "disposition"),
  ["persistentDisposition", leaf("set", "unset")],
  ["readPoint", leaf("id")],
  ["bizLocation", leaf("id")],
  [
    "sensorElementList",
    [
      [
        "sensorElement",
        [
          ["sensorMetadata", metadata],
          ["sensorReport", report],
        ],
      ],
    ],
  ],
];
const unhashed = ["recordTime", "eventID", "type", "errorDeclaration"];
const pairs: Readonly<Record<string, string>> = {
  bizTransactionList: "bizTransaction",
  sourceList: "source",
  destinationList: "destination",
};
const itemNames: Readonly<Record<string, string>> = {
  epcList: "epc",
  inputEPCList: "epc",
  outputEPCList: "epc",
  quantityList: "quantityElement",
  childQuantityList: "quantityElement",
  inputQuantityList: "quantityElement",
  outputQuantityList: "quantityElement",
};

/**
 * The text over which the hash of each event is taken, in the order of the document: CBV 2.0 as its reference implementation
 * writes it. Record time, event id and error declaration stay out, so an event and its withdrawal are alike. [TR31]
 * @throws LilinkError INVALID_INPUT where there is no list of events
 */
export function preHashes(document: unknown): readonly string[] {
  const root = document as Json;
  const body = isObject(root) ? root.epcisBody : undefined;
  const events = isObject(root) && isObject(body) ? eventsOf(body) : null;
  if (!isObject(root) || !events)
    throw new LilinkError("INVALID_INPUT", { field: "epcisBody", rule: "required" });
  const prefixes = prefixesOf(root["@context"]);
  const terms = collectTerms(events, prefixes.get("gs1") ?? "https://gs1.org/voc/");
  const context = { prefixes, terms };
  return events.filter(isObject).map((event) => preHash(event, context));
}

function eventsOf(body: JsonObject): readonly Json[] | null {
  if (Array.isArray(body.eventList)) return body.eventList;
  const results = isObject(body.queryResults) ? body.queryResults.resultsBody : undefined;
  if (isObject(results) && Array.isArray(results.eventList)) return results.eventList;
  return isObject(body.event) ? [body.event] : null;
}

type Context = {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly terms: ReadonlyMap<string, string>;
};

function prefixesOf(context: Json | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of Array.isArray(context) ? context : [context])
    if (isObject(one))
      for (const [prefix, uri] of Object.entries(one)) if (typeof uri === "string") found.set(prefix, uri);
  return found;
}

function preHash(event: JsonObject, context: Context): string {
  const root: Node = { name: "", text: "", children: toNodes(event, context) };
  const type = typeof event.type === "string" ? event.type : "";
  const ordered = writeOrdered(root, order, true);
  const rest = root.children.filter(({ name }) => !unhashed.includes(name));
  return `eventType=${type}${ordered}${writeRest(rest)}`;
}

function toNodes(value: JsonObject, context: Context): readonly Node[] {
  const nodes: Node[] = [];
  for (const [key, field] of Object.entries(value)) {
    if (key === "rdfs:comment" || key === "comment" || field === undefined) continue;
    nodes.push(...fieldNodes(expandKey(key, context), field, context));
  }
  return nodes;
}

function fieldNodes(name: string, value: Json, context: Context): readonly Node[] {
  if (!Array.isArray(value)) return [toNode(name, value, context)];
  if (name in pairs || name === "childEPCs" || name.endsWith("List")) {
    const item = name === "childEPCs" ? "epc" : (itemNames[name] ?? name.slice(0, -4));
    return [{ name, text: "", children: value.map((one) => toNode(item, one, context)) }];
  }
  return value.map((one) => toNode(name, one, context));
}

function toNode(name: string, value: Json, context: Context): Node {
  if (isObject(value)) return { name, text: "", children: toNodes(value, context) };
  return { name, text: textOf(value, context), children: [] };
}

function textOf(value: Json, { prefixes, terms }: Context): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const known = terms.get(value);
  if (known !== undefined) return known;
  const [prefix = "", ...rest] = value.split(":");
  const uri = rest.length > 0 ? prefixes.get(prefix) : undefined;
  return uri === undefined ? value : `${uri}${rest.join(":")}`;
}

function expandKey(key: string, { prefixes }: Context): string {
  const [prefix = "", ...rest] = key.split(":");
  const uri = rest.length > 0 ? prefixes.get(prefix) : undefined;
  return uri === undefined ? key : `{${uri}}${rest.join(":")}`;
}

/** Writes what the order names and takes it out of the node; what is left is written after it. */
function writeOrdered(node: Node, names: Order, isEvent: boolean): string {
  const isOwn = ({ name }: Node) =>
    !isEvent && node.children.length > 1 && name.startsWith("{") && name.includes("/}");
  const own = node.children.filter(isOwn);
  node.children = node.children.filter((child) => !own.includes(child));
  let text = "";
  for (const [name, inner] of names) {
    const values: string[] = [];
    for (const child of node.children.filter((one) => one.name === name)) {
      const below = inner ? writeOrdered(child, inner, false) : "";
      const said = child.text.trim();
      const value = said === "" ? "" : `=${isTime(name) ? canonicalTime(said) : canonicalValue(said)}`;
      if (value !== "" || below !== "") values.push(`${name}${value}${below}`);
      if (child.children.length === 0) node.children = node.children.filter((one) => one !== child);
    }
    const written = values.sort(compareText).join("");
    text += written;
  }
  return text + writeRest(own);
}

function isTime(name: string): boolean {
  const low = name.toLowerCase();
  return low.includes("time") && !low.includes("offset");
}

function writeRest(nodes: readonly Node[]): string {
  const values = nodes.map(({ name, text, children }) => {
    const said = text.trim();
    const below = name in pairs ? children.map(writePair).sort(compareText).join("") : writeRest(children);
    return `${name}${said === "" ? "" : `=${canonicalValue(said)}`}${below}`;
  });
  return values.sort(compareText).join("");
}

/** The type before what it is the type of. */
function writePair({ children }: Node): string {
  const isType = ({ name }: Node) => name === "type";
  return [...children.filter(isType), ...children.filter((one) => !isType(one))]
    .map(({ name, text }) => `${name}=${canonicalValue(text.trim())}`)
    .join("");
}

/** By code points, as the reference sorts; UTF-16 order differs beyond the basic plane. */
function compareText(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
