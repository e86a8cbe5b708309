import { captureFields } from "@lilink/contract";
import {
  epcisContext,
  type JsonObject,
  type SimulatedEvent,
  type SimulatedRole,
  toEpcis,
} from "@lilink/model/trace";

/** The public ids of the bodies that play the parts of the invented trade. */
export type PlayerIds = Partial<Readonly<Record<SimulatedRole, string>>>;

type Kind = keyof typeof captureFields;

export const toHeading = (kind: Kind): string => toLine(captureFields[kind]);

/** A row of a file of batteries or of events. */
export function toRow(kind: Kind, values: Readonly<Record<string, unknown>>): string {
  return toLine(captureFields[kind].map((field) => cellOf(values[field])));
}

export function toEventRow(event: SimulatedEvent, ids: PlayerIds): string {
  return toRow("event", { ...event, to: event.to && ids[event.to] });
}

/** An event as EPCIS writes it. A body without an id is not named: the sender is who holds the key. */
export function toEpcisEvent({ by, to, province, ...event }: SimulatedEvent, ids: PlayerIds): JsonObject {
  const [sender, receiver] = [ids[by], to && ids[to]];
  const { sourceList, ...rest } = toEpcis({
    event: { ...event, by: sender ?? "", ...(receiver !== undefined && { to: receiver }) },
    province,
    recordedAt: `${event.at}T12:00:00.000Z`,
  });
  return sender === undefined ? rest : { ...rest, sourceList: sourceList ?? [] };
}

const head = JSON.stringify({
  "@context": epcisContext,
  type: "EPCISDocument",
  schemaVersion: "2.0",
  creationDate: "2026-11-01T00:00:00Z",
});

/** What stands before, between and after the events of a document. */
export const epcisDocument = {
  head: `${head.slice(0, -1)},"epcisBody":{"eventList":[\n`,
  between: ",\n",
  foot: "\n]}}\n",
} as const;

/** Invented values hold no comma and no quotation mark. */
const toLine = (cells: readonly string[]) => `${cells.join(",")}\r\n`;

function cellOf(value: unknown): string {
  return Array.isArray(value) ? value.join(";") : value === undefined ? "" : String(value);
}
