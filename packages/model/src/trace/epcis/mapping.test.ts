import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustodyEvent, fromEpcis, preHashes, stepVerbs, toEpcis } from "../index.ts";
import { epcisContext } from "./to-epcis.ts";

const codes = ["ZZ1PB01A1B2C3DC5H0000001", "ZZ1MB01A1B2C3DC5H0000002", "ZZ2PB07G720000031RP"] as const;
const anyText = fc.string({ minLength: 1, maxLength: 20 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anyDay = fc
  .date({ min: new Date("2012-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** An event with what its verb has a place for. */
const anyEvent = fc
  .record({
    verb: fc.constantFrom(...stepVerbs),
    code: fc.constantFrom(...codes),
    at: anyDay,
    by: fc.constant("body-one"),
    to: maybe(fc.constant("body-two")),
    vehicle: maybe(anyText),
    energyShare: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    u: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    step: maybe(fc.integer({ min: 1, max: 3 })),
    filed: maybe(fc.nat(100)),
    lost: maybe(fc.nat(100)),
    reason: maybe(anyText),
    chemistry: maybe(anyText),
    batch: maybe(anyText),
    proof: maybe(anyText),
    authority: maybe(anyText),
    origins: fc.subarray([...codes], { minLength: 1 }),
    children: fc.subarray([...codes], { minLength: 1 }),
  })
  .map(({ origins, children, ...event }): CustodyEvent => {
    const all = {
      ...event,
      ...(event.verb === "recode" && { origins }),
      ...(event.verb === "dismantle" && { children }),
    };
    return JSON.parse(JSON.stringify(all)) as CustodyEvent;
  });

describe("custody events as EPCIS 2.0", () => {
  it("[TR32] whatever is written is read as the same event, for every verb", () => {
    fc.assert(
      fc.property(anyEvent, maybe(fc.constantFrom("36", "63")), (event, province) => {
        const written = toEpcis({
          event,
          province: province ?? null,
          recordedAt: "2026-01-01T00:00:00.000Z",
        });
        const read = fromEpcis(written, ["lilink:"]);
        const { by, ...told } = event;
        expect(read).toEqual({ events: [told], from: by, province: province ?? null, declares: null });
      }),
      { numRuns: 500 },
    );
  });

  it("[TR31] [TR32] an event and the declaration that it was wrong have one exchange id", () => {
    const event = { verb: "collect", code: codes[0], at: "2026-03-01", by: "one" } as const;
    const told = { event, province: "36", recordedAt: "2026-03-02T00:00:00.000Z" };
    const declared = { ...told, declares: { at: "2026-04-01T00:00:00.000Z", reason: "did_not_occur" } };
    const [first, second] = [told, declared].map((one) =>
      preHashes({ "@context": epcisContext, epcisBody: { eventList: [toEpcis(one)] } }),
    );
    expect(first).toEqual(second);
    expect(fromEpcis(toEpcis(declared), [])).toMatchObject({ declares: "did_not_occur" });
  });

  it("[TR32] a time and an offset of elsewhere are kept, and the day is the day there", () => {
    const written = {
      type: "ObjectEvent",
      action: "OBSERVE",
      bizStep: "https://ref.gs1.org/cbv/BizStep-collecting",
      eventTime: "2026-03-01T23:30:00.000-05:00",
      eventTimeZoneOffset: "-05:00",
      epcList: [`https://id.example.com/battery/${codes[0].toLowerCase()}`, `urn:x:${codes[1]}`],
    };
    expect(fromEpcis(written, [])).toMatchObject({
      events: [
        {
          verb: "collect",
          code: codes[0],
          at: "2026-03-01",
          time: "2026-03-02T04:30:00.000Z",
          zone: "-05:00",
        },
        { code: codes[1] },
      ],
    });
  });

  it("[TR32] says which field has no place in a custody event", () => {
    const good = toEpcis({
      event: { verb: "collect", code: codes[0], at: "2026-03-01", by: "one" },
      province: null,
      recordedAt: "2026-03-02T00:00:00.000Z",
    });
    const faultOf = (changed: object) => fromEpcis({ ...good, ...changed } as never, ["lilink:"]);
    expect(faultOf({ bizStep: "retail_selling" })).toEqual({
      fault: { field: "bizStep", rule: "notInList" },
    });
    expect(faultOf({ epcList: ["urn:epc:id:sgtin:1.2.3"] })).toEqual({
      fault: { field: "epcList", rule: "badFormat" },
    });
    expect(faultOf({ "lilink:energyShare": 1.04 })).toEqual({
      fault: { field: "lilink:energyShare", rule: "tooLarge", params: { max: 1 } },
    });
    expect(faultOf({ eventTimeZoneOffset: "" })).toEqual({ fault: { field: "eventTime", rule: "notADate" } });
  });
});
