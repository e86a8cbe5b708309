import type { StepVerb } from "../life/verb.ts";

/** How a verb is written as an event of EPCIS 2.0 and CBV 2.0; docs/epcis.md has the same table. [TR32] */
export type EpcisShape = {
  readonly type: "ObjectEvent" | "AssociationEvent" | "AggregationEvent" | "TransformationEvent";
  readonly action?: "ADD" | "OBSERVE" | "DELETE";
  readonly bizStep: string;
  readonly disposition?: string;
};

export const epcisShapes = {
  make: { type: "ObjectEvent", action: "ADD", bizStep: "commissioning", disposition: "active" },
  remove: { type: "AssociationEvent", action: "DELETE", bizStep: "removing" },
  fit: { type: "AssociationEvent", action: "ADD", bizStep: "installing" },
  retire: { type: "ObjectEvent", action: "OBSERVE", bizStep: "decommissioning", disposition: "inactive" },
  vehicle_scrap: { type: "AssociationEvent", action: "OBSERVE", bizStep: "destroying" },
  collect: { type: "ObjectEvent", action: "OBSERVE", bizStep: "collecting" },
  transfer: { type: "ObjectEvent", action: "OBSERVE", bizStep: "shipping" },
  withdraw: { type: "ObjectEvent", action: "OBSERVE", bizStep: "removing" },
  test: { type: "ObjectEvent", action: "OBSERVE", bizStep: "inspecting" },
  recode: { type: "TransformationEvent", bizStep: "commissioning" },
  deploy: { type: "ObjectEvent", action: "OBSERVE", bizStep: "installing" },
  dismantle: { type: "AggregationEvent", action: "DELETE", bizStep: "disassembling" },
  scrap: { type: "ObjectEvent", action: "OBSERVE", bizStep: "decommissioning", disposition: "disposed" },
  batch_in: { type: "TransformationEvent", bizStep: "destroying", disposition: "in_progress" },
  batch_out: { type: "TransformationEvent", bizStep: "destroying", disposition: "destroyed" },
  lose: { type: "ObjectEvent", action: "OBSERVE", bizStep: "stock_taking", disposition: "unknown" },
  export: { type: "ObjectEvent", action: "OBSERVE", bizStep: "departing" },
  destroy: { type: "ObjectEvent", action: "DELETE", bizStep: "destroying", disposition: "destroyed" },
} as const satisfies Readonly<Record<StepVerb, EpcisShape>>;

export type Written = Readonly<Record<"type" | "action" | "bizStep" | "disposition", string | undefined>>;

/** The verb of an event: of those with its type, action and step, the one with its disposition, or the first where it tells none. */
export function findVerb({ type, action, bizStep, disposition }: Written): StepVerb | undefined {
  const alike = (Object.entries(epcisShapes) as [StepVerb, EpcisShape][]).filter(
    ([, shape]) => shape.type === type && shape.action === action && shape.bizStep === bizStep,
  );
  const exact = alike.find(([, shape]) => shape.disposition === disposition);
  return (exact ?? (alike.length === 1 || disposition === undefined ? alike[0] : undefined))?.[0];
}

/** What events say that no field of the standard holds; a document binds a prefix of its choice to it. */
export const epcisNamespace = "urn:lilink:trace:";

/** A thing as a URN of ours, since a battery code has no GS1 key. */
export function toUrn(kind: "battery" | "body" | "vehicle" | "province" | "batch", id: string): string {
  return `urn:lilink:${kind}:${encodeURIComponent(id)}`;
}

/** What a URI names, whatever scheme it is of: its last part. */
export function lastPart(uri: string): string {
  const part = uri.split(/[:/]/).at(-1) ?? "";
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
