import { describe, expect, it } from "vitest";
import { shippedRecords } from "../register/shipped/index.ts";
import { bindingOn, bindingSpans, conditionSets, setsInForce, standingOn, unregisteredOn } from "./index.ts";

const lithiumIon = {
  publicId: "p",
  titleZh: "锂电池行业规范条件（2024年本）",
  adopts: false,
  events: [
    { type: "consultation_opened", on: "2024-05-08" },
    { type: "issued", on: "2024-06" },
  ],
} as const;
const plant = { facts: {}, evidenceUntil: null };

describe("where a text of conditions stands", () => {
  it("[CN11] an issued text without registered clauses is listed as that, from its issue to its repeal", () => {
    expect(unregisteredOn([lithiumIon], "2024-05-31")).toEqual([]);
    expect(unregisteredOn([lithiumIon], "2026-12-03")).toEqual([
      { ...lithiumIon, kind: "lithium_ion", since: "2024-06" },
    ]);
    const repealed = {
      ...lithiumIon,
      events: [...lithiumIon.events, { type: "repealed", on: "2025-01-01" }],
    };
    expect(unregisteredOn([repealed] as never, "2026-12-03")).toEqual([]);
  });

  it("[CN11] a text whose clauses are registered, or that a policy adopts, is not listed twice", () => {
    const registered = {
      ...lithiumIon,
      titleZh: conditionSets.find(({ id }) => id === "cn-recycling-2024")?.policyTitle ?? null,
    };
    expect(unregisteredOn([registered, { ...lithiumIon, adopts: true }], "2026-12-03")).toEqual([]);
  });

  it("[CN11] the policies that ship say that the conditions for lithium-ion batteries are issued", () => {
    const { publicPolicy, policyEvent } = shippedRecords;
    const titleOf = (title: unknown) => (title as { readonly zh: string }).zh;
    const events = policyEvent.filter(({ values }) => titleOf(values.policy) === lithiumIon.titleZh);
    expect(publicPolicy.some(({ values }) => titleOf(values.title) === lithiumIon.titleZh)).toBe(true);
    expect(events.map(({ values }) => ({ type: values.type, on: values.happenedOn }))).toEqual(
      lithiumIon.events,
    );
  });

  it("[CN11] no verdict is given of a plant by a text that is issued and not registered", () => {
    const sets = setsInForce([]);
    expect(bindingOn(sets, "lithium_ion", plant, "2026-12-03").verdict).toBe("free");
    expect(bindingOn(sets, "lithium_ion", plant, "2026-12-03", [lithiumIon]).verdict).toBe("unregistered");
    expect(
      bindingSpans(sets, "lithium_ion", plant, { from: "2024-01-01", to: "2026-01-01" }, [lithiumIon]),
    ).toEqual([
      { from: "2024-01-01", to: "2024-06-01", verdict: "free" },
      { from: "2024-06-01", to: "2026-01-01", verdict: "unregistered" },
    ]);
  });

  it("[CN11] a proposal is never binding, and a text binds on its own days alone", () => {
    expect(standingOn({ reading: "proposal" }, [], "2026-12-03")).toBe("proposal");
    expect(standingOn({ reading: "seen" }, [], "2026-12-03")).toBe("draft");
    const days = [{ from: "2026-07-01", to: "2026-10-01" }];
    expect(standingOn({ reading: "proposal" }, days, "2026-06-30")).toBe("later");
    expect(standingOn({ reading: "proposal" }, days, "2026-07-01")).toBe("binding");
    expect(standingOn({ reading: "proposal" }, days, "2026-10-01")).toBe("ended");
  });
});
