import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import schema from "./data/epcis-schema.json" with { type: "json" };

/** Where a document breaks the standard's schema, as a path within it, and what the schema says. */
export type SchemaFault = { readonly field: string; readonly message: string };

const types = [
  "ObjectEvent",
  "AggregationEvent",
  "TransactionEvent",
  "TransformationEvent",
  "AssociationEvent",
];

type Checks = { readonly envelope: ValidateFunction; readonly events: ReadonlyMap<string, ValidateFunction> };
let made: Checks | undefined;

/** The schema of GS1, compiled once in a process: half a second that a process without EPCIS does not spend. */
function checks(): Checks {
  if (made) return made;
  const ajv = new Ajv({ strict: false, allErrors: false, logger: false });
  addFormats.default(ajv, { mode: "fast" });
  ajv.addSchema(schema, "epcis");
  const at = (name: string) => ajv.compile({ $ref: `epcis#/definitions/${name}` });
  made = { envelope: at("epcisDocument"), events: new Map(types.map((type) => [type, at(type)])) };
  return made;
}

/** What is wrong with a document beside its events. Null where it is one of EPCIS 2.0. [TR33] */
export function checkEnvelope(document: unknown): SchemaFault | null {
  const { envelope } = checks();
  const body = isObject(document) && isObject(document.epcisBody) ? document.epcisBody : {};
  const list = body.eventList;
  const bare = isObject(document)
    ? { ...document, epcisBody: { ...body, ...(Array.isArray(list) && { eventList: [] }) } }
    : document;
  return envelope(bare) ? null : toFault(envelope.errors, "");
}

/** What the schema says against one event of a document. An event of another type than the five is none of the standard's. [TR33] */
export function checkEvent(event: unknown): SchemaFault | null {
  const type = isObject(event) ? event.type : undefined;
  const check = typeof type === "string" ? checks().events.get(type) : undefined;
  if (!check) return { field: "type", message: `must be one of ${types.join(", ")}` };
  return check(event) ? null : toFault(check.errors, "");
}

/** The deepest error is the one that says where. */
function toFault(errors: readonly ErrorObject[] | null | undefined, base: string): SchemaFault {
  const deepest = [...(errors ?? [])].sort((a, b) => depthOf(b) - depthOf(a))[0];
  const path = `${base}${deepest?.instancePath ?? ""}`.slice(1).replaceAll("/", ".");
  const missing = deepest?.keyword === "required" ? String(deepest.params.missingProperty) : "";
  const name = deepest?.propertyName ?? missing;
  return {
    field: [path, name].filter((part) => part !== "").join(".") || "document",
    message: deepest?.message ?? "must follow the schema of EPCIS 2.0",
  };
}

const depthOf = ({ instancePath, keyword }: ErrorObject) =>
  instancePath.split("/").length + (keyword === "anyOf" || keyword === "propertyNames" ? 0 : 1) / 2;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
