import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedRecords } from "../register/shipped/index.ts";
import { patentTerm, readPatentNumber } from "./patent-term.ts";
import {
  lifeOf,
  type PolicyEvent,
  type PolicyEventType,
  policyEventTypes,
  statusOn,
  toldStatusOn,
} from "./status-on.ts";

const event = (type: PolicyEventType, on: string, until?: string): PolicyEvent => ({
  type,
  on,
  ...(until === undefined ? {} : { until }),
});

describe("the state of a policy", () => {
  const announcement58 = [
    event("in_force", "2025-11-08"),
    event("suspended", "2025-11-07", "2026-11-10"),
    event("issued", "2025-10-09"),
  ];

  it.each([
    ["2025-10-08", null],
    ["2025-10-09", "issued_not_in_force"],
    ["2025-10-20", "issued_not_in_force"],
    ["2025-11-07", "suspended"],
    ["2025-11-08", "suspended"],
    ["2026-05-01", "suspended"],
    ["2026-11-10", "suspended"],
    ["2026-11-11", "effect_unconfirmed"],
    ["2026-11-27", "effect_unconfirmed"],
  ] as const)("[PY1] [PY2] of announcement 58 of 2025 on %s is %s", (on, status) => {
    expect(statusOn(announcement58, on)).toBe(status);
  });

  it("[PY1] goes from draft through consultation to issue, and what is repealed is no longer in force", () => {
    const events = [
      event("proposed", "2024-01-10"),
      event("consultation_opened", "2024-02-01"),
      event("consultation_closed", "2024-03-01"),
      event("issued", "2024-05-01"),
      event("in_force", "2024-06-01"),
      event("amended", "2024-07-01"),
      event("repealed", "2025-01-01"),
    ];
    const on = ["2024-01-15", "2024-02-15", "2024-04-01", "2024-05-15", "2024-08-01", "2025-02-01"];
    expect(on.map((day) => statusOn(events, day))).toEqual([
      "draft",
      "consultation",
      "consultation",
      "issued_not_in_force",
      "in_force",
      "repealed",
    ]);
  });

  it("[PY1] what is adopted is neither proposed any more nor issued yet", () => {
    const act = [
      event("proposed", "2024-11-01"),
      event("adopted", "2025-03-21"),
      event("issued", "2025-07-04"),
      event("in_force", "2025-07-24"),
    ];
    const on = ["2025-01-01", "2025-03-21", "2025-07-04", "2025-07-24"];
    expect(on.map((day) => statusOn(act, day))).toEqual([
      "draft",
      "adopted",
      "issued_not_in_force",
      "in_force",
    ]);
    expect(statusOn([...act, event("adopted", "2025-08-01")], "2025-08-02")).toBe("in_force");
  });

  it("[PY2] a word of the issuer after a suspension settles it, also before the day of force", () => {
    const resumed = [...announcement58, event("resumed", "2026-11-20")];
    expect(statusOn(resumed, "2026-11-15")).toBe("effect_unconfirmed");
    expect(statusOn(resumed, "2026-11-20")).toBe("in_force");
    const early = [
      event("issued", "2025-01-01"),
      event("suspended", "2025-02-01"),
      event("resumed", "2025-03-01"),
    ];
    expect(statusOn(early, "2025-03-02")).toBe("issued_not_in_force");
    const longer = [...announcement58, event("suspended", "2026-11-09", "2027-11-10")];
    expect(statusOn(longer, "2027-01-01")).toBe("suspended");
  });

  const days = fc
    .integer({ min: 0, max: 700 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  const events = fc.array(
    fc
      .record({
        type: fc.constantFrom(...policyEventTypes),
        on: days,
        span: fc.integer({ min: 0, max: 300 }),
      })
      .map(({ type, on, span }) =>
        type === "suspended" && span > 50
          ? event(type, on, new Date(Date.parse(on) + span * 86_400_000).toISOString().slice(0, 10))
          : event(type, on),
      ),
    { maxLength: 8 },
  );

  it("[PY1] of two suspensions of one day the longer one holds", () => {
    const short = event("suspended", "2025-01-05", "2025-02-25");
    const endless = event("suspended", "2025-01-05");
    for (const told of [
      [short, endless],
      [endless, short],
    ])
      expect(statusOn(told, "2025-02-26")).toBe("suspended");
  });

  it("[PY1] does not depend on the order in which events are told, and its stretches say the same as each day", () => {
    fc.assert(
      fc.property(events, days, fc.integer(), (given, on, seed) => {
        const turned = given.toSorted((a, b) => (a.on + seed < b.on + seed ? 1 : -1));
        expect(statusOn(turned, on)).toBe(statusOn(given, on));
        const span = lifeOf(given).findLast(({ from }) => from <= on);
        expect(span?.status ?? null).toBe(toldStatusOn(given, on));
        if (span?.to) expect(span.to > on).toBe(true);
      }),
    );
  });

  it("[PY1] is told as not in force only where a day of force is on file, past or to come", () => {
    const issued = [event("issued", "2025-05-01")];
    expect(toldStatusOn(issued, "2025-05-15")).toBe("force_day_unknown");
    expect(toldStatusOn([...issued, event("in_force", "2025-06-01")], "2025-05-15")).toBe(
      "issued_not_in_force",
    );
    fc.assert(
      fc.property(events, days, (given, on) => {
        const [told, computed] = [toldStatusOn(given, on), statusOn(given, on)];
        if (told !== computed) expect([computed, told]).toEqual(["issued_not_in_force", "force_day_unknown"]);
        expect(told === "force_day_unknown" && given.some(({ type }) => type === "in_force")).toBe(false);
      }),
    );
  });

  it("[PY2] a suspension that ended is never said to hold or to have gone without a later event", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (on, length, later) => {
          const shift = (by: number) => new Date(Date.parse(on) + by * 86_400_000).toISOString().slice(0, 10);
          const given = [event("in_force", on), event("suspended", shift(1), shift(1 + length))];
          expect(statusOn(given, shift(1 + length))).toBe("suspended");
          expect(statusOn(given, shift(1 + length + later))).toBe("effect_unconfirmed");
        },
      ),
    );
  });
});

describe("the term of a patent", () => {
  it.each([
    [
      "US7972728",
      {
        office: "US",
        filedOn: "2010-08-20",
        priorityOn: "1996-04-23",
        isPriorityProvisional: true,
        firstNonprovisionalOn: "1997-04-21",
        hasTerminalDisclaimer: true,
      },
      "2017-04-21",
    ],
    [
      "US7498100",
      { office: "US", filedOn: "2003-08-08", priorityOn: "2003-08-08", extensionDays: 512 },
      "2025-01-01",
    ],
    ["a Chinese one", { office: "CN", filedOn: "2008-02-29", priorityOn: "2007-03-01" }, "2028-02-29"],
    ["a European one", { office: "EP", filedOn: "2080-02-29" }, "2100-02-28"],
    ["a Canadian one", { office: "CA", filedOn: "2001-04-27" }, "2021-04-27"],
    [
      "filed within a year of a provisional one",
      { office: "US", filedOn: "2013-07-19", priorityOn: "2012-07-20", isPriorityProvisional: true },
      "2033-07-19",
    ],
  ])("[PT1] of %s follows the rule of its office", (_name, dates, expiry) => {
    expect(patentTerm(dates).expiry).toBe(expiry);
  });

  it("[PT2] is not guessed: it says what is missing", () => {
    expect(patentTerm({ office: "US", filedOn: "2016-07-29", priorityOn: "2012-07-20" })).toEqual({
      expiry: null,
      missing: ["isPriorityProvisional", "firstNonprovisionalOn"],
    });
    expect(patentTerm({ office: "US" }).missing).toEqual(["filedOn"]);
    expect(patentTerm({ office: "XX", filedOn: "2001-01-01" }).missing).toEqual(["office"]);
  });

  it("[PT2] an extension lengthens it by its days and a disclaimer takes them away", () => {
    const filed = fc
      .integer({ min: 0, max: 9000 })
      .map((n) => new Date(Date.UTC(1995, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(filed, fc.integer({ min: 0, max: 3000 }), (filedOn, extensionDays) => {
        const plain = patentTerm({ office: "US", filedOn }).expiry ?? "";
        const longer = patentTerm({ office: "US", filedOn, extensionDays }).expiry ?? "";
        expect(Date.parse(longer) - Date.parse(plain)).toBe(extensionDays * 86_400_000);
        expect(patentTerm({ office: "US", filedOn, extensionDays, hasTerminalDisclaimer: true }).expiry).toBe(
          plain,
        );
      }),
    );
  });

  it("[PT3] a number has the form of its office", () => {
    expect(readPatentNumber("7,078,128")).toEqual({ office: "US", number: "US7078128", kind: null });
    expect(readPatentNumber("US9601771B2")?.kind).toBe("B2");
    expect(readPatentNumber("EP 1 234 567 B1")?.number).toBe("EP1234567");
    expect(readPatentNumber("US12")).toBeNull();
    for (const { values } of shippedRecords.patent)
      expect(readPatentNumber(String(values.number))?.number).toBe(values.number);
  });
});
