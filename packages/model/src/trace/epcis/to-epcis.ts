import type { CustodyEvent } from "../life/event.ts";
import { isStepVerb, type StepVerb } from "../life/verb.ts";
import { epcisNamespace, epcisShapes, toUrn } from "./shape.ts";
import type { Json, JsonObject } from "./vocabulary.ts";

/** An event with the public ids of its bodies; `declares` makes it the declaration that it was wrong. */
export type EpcisTelling = {
  readonly event: CustodyEvent;
  readonly province: string | null;
  readonly recordedAt: string;
  readonly declares?: { readonly at: string; readonly reason: string };
};

const ownFields = [
  "chemistry",
  "energyShare",
  "u",
  "step",
  "reason",
  "filed",
  "lost",
  "proof",
  "authority",
] as const;

export const epcisContext = [
  "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
  { lilink: epcisNamespace },
] as const;

/**
 * An event as EPCIS 2.0 writes it. A day without a time is midnight in China. `fromEpcis` reads the same event from it. [TR32]
 * @throws Error for a correction: it is the corrected event with `declares`
 */
export function toEpcis({ event, province, recordedAt, declares }: EpcisTelling): JsonObject {
  const { verb } = event;
  if (!isStepVerb(verb))
    throw new Error("a correction is the event that it corrects, with an error declaration");
  const { type, ...shape } = epcisShapes[verb] as (typeof epcisShapes)[StepVerb] & {
    readonly action?: string;
  };
  const zone = event.zone ?? "+08:00";
  return {
    type,
    eventTime: event.time ?? `${event.at}T00:00:00.000${zone}`,
    eventTimeZoneOffset: zone,
    recordTime: recordedAt,
    ...(declares && { errorDeclaration: { declarationTime: declares.at, reason: declares.reason } }),
    ...subjectOf(event, verb),
    ...shape,
    ...(province !== null && { bizLocation: { id: toUrn("province", province) } }),
    sourceList: [{ type: "possessing_party", source: toUrn("body", event.by) }],
    ...(event.to !== undefined && {
      destinationList: [{ type: "possessing_party", destination: toUrn("body", event.to) }],
    }),
    ...extensionOf(event, verb),
  };
}

function subjectOf(event: CustodyEvent, verb: StepVerb): JsonObject {
  const own = toUrn("battery", event.code);
  const { type } = epcisShapes[verb];
  if (type === "ObjectEvent") return { epcList: [own] };
  if (type === "AssociationEvent")
    return { parentID: toUrn("vehicle", event.vehicle ?? ""), childEPCs: [own] };
  if (type === "AggregationEvent")
    return { parentID: own, childEPCs: (event.children ?? []).map((code) => toUrn("battery", code)) };
  if (verb === "recode")
    return {
      inputEPCList: (event.origins ?? []).map((code) => toUrn("battery", code)),
      outputEPCList: [own],
    };
  return { inputEPCList: [own], transformationID: toUrn("batch", event.batch ?? "") };
}

function extensionOf(event: CustodyEvent, verb: StepVerb): JsonObject {
  const { type } = epcisShapes[verb];
  const fields: Record<string, Json> = {};
  for (const name of ownFields) {
    const value = event[name];
    if (value !== undefined) fields[`lilink:${name}`] = value as Json;
  }
  if (event.vehicle !== undefined && type !== "AssociationEvent") fields["lilink:vehicle"] = event.vehicle;
  const isOfBatch = verb === "batch_in" || verb === "batch_out";
  if (event.batch !== undefined && !isOfBatch) fields["lilink:batch"] = event.batch;
  return fields;
}
