import { checkEnvelope, checkEvent } from "@lilink/contract/epcis";
import { FileRefusal } from "@lilink/model/file";
import { type EpcisReading, fromEpcis, type JsonObject, prefixesOf } from "@lilink/model/trace";
import type { NamedFault } from "./answer.ts";

export type ReadEvent = { readonly at: number } & (
  | { readonly reading: EpcisReading }
  | { readonly fault: NamedFault }
);

/** The events of a document of EPCIS 2.0, each read or with its fault. @throws FileRefusal where it is no such document [TR33] */
export function readDocument(bytes: Uint8Array): readonly ReadEvent[] {
  const document = parse(bytes);
  const wrong = checkEnvelope(document);
  if (wrong) throw new FileRefusal("damaged", { field: wrong.field });
  const { epcisBody, "@context": context } = document as {
    readonly epcisBody: { readonly eventList: readonly JsonObject[] };
    readonly "@context": JsonObject;
  };
  const prefixes = prefixesOf(context);
  return epcisBody.eventList.map((event, at) => {
    const broken = checkEvent(event);
    if (broken) return { at, fault: { at, ...broken, rule: "badFormat" } };
    const reading = fromEpcis(event, prefixes);
    return "fault" in reading ? { at, fault: { at, ...reading.fault } } : { at, reading };
  });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new FileRefusal("damaged", {});
  }
}
