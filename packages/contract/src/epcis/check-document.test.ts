import { epcisContext, isStepVerb, stepVerbs, toEpcis } from "@lilink/model/trace";
import { describe, expect, it } from "vitest";
import { checkEnvelope, checkEvent } from "./index.ts";

const code = "ZZ1PB01A1B2C3DC5H0000001";
const document = (eventList: unknown) => ({
  "@context": epcisContext,
  type: "EPCISDocument",
  schemaVersion: "2.0",
  creationDate: "2026-03-02T00:00:00.000Z",
  epcisBody: { eventList },
});
const written = (verb: string) =>
  toEpcis({
    event: {
      ...({ verb: isStepVerb(verb) ? verb : "make", code, at: "2026-03-01", by: "one", to: "two" } as const),
      ...{ vehicle: "V1", batch: "B1", origins: [code], children: [code], energyShare: 0.7, u: 0.01 },
    },
    province: "36",
    recordedAt: "2026-03-02T00:00:00.000Z",
  });

describe("documents of EPCIS 2.0", () => {
  it.each([...stepVerbs])("[TR32] what is written for %s follows the schema of the standard", (verb) => {
    expect(checkEvent(written(verb))).toBeNull();
  });

  it("[TR33] the envelope is judged without its events, and an event names the field", () => {
    expect(checkEnvelope(document([{ type: "nothing" }]))).toBeNull();
    expect(checkEnvelope({ ...document([]), schemaVersion: 2 })).toMatchObject({ field: "schemaVersion" });
    expect(checkEnvelope(document("none"))).toMatchObject({ field: "epcisBody.eventList" });
    expect(checkEnvelope([])).not.toBeNull();
    const { eventTime: _, ...timeless } = written("collect");
    expect(checkEvent(timeless)).toMatchObject({ field: "eventTime" });
    expect(checkEvent({ ...written("collect"), action: "TAKE" })).toMatchObject({ field: "action" });
    expect(checkEvent({ ...written("collect"), eventTime: "yesterday" })).toMatchObject({
      field: "eventTime",
    });
    expect(checkEvent({ type: "FancyEvent" })).toMatchObject({ field: "type" });
    expect(checkEvent(null)).toMatchObject({ field: "type" });
  });
});
