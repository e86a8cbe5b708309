import { expect, it } from "vitest";
import { isStillOwed, watchItem } from "./index.ts";
import { shippedRecords } from "./shipped/index.ts";

it("[WA2] what happened more than two years ago is background: no day runs for grading it", () => {
  const { filed } = watchItem.due ?? {};
  if (!filed) throw new Error("grading is no duty");
  const on = (happenedOn: string | null) => isStillOwed(filed, { happenedOn }, "2026-12-03");
  expect(["2019-06-11", "2021-06", "2023", "2024-11", "2024-12-02"].map(on)).toEqual(Array(5).fill(false));
  expect(["2024-12-03", "2024-12", "2024", "2026-11-27", null].map(on)).toEqual(Array(5).fill(true));
  expect(isStillOwed({ duty: "decide", field: "dueOn" }, { happenedOn: "2019" }, "2026-12-03")).toBe(true);
});

it("[WA1] an event that ships as a policy and as a watch item has one date", () => {
  const dayOf = (number: string) => ({
    watch: shippedRecords.watchItem.find(({ values }) => JSON.stringify(values.title).includes(number))
      ?.values.happenedOn,
    policy: shippedRecords.policyEvent
      .filter(({ values }) => String(values.byDocument ?? "").includes(number))
      .map(({ values }) => values.happenedOn),
  });
  const { watch, policy } = dayOf("2023/1542");
  expect(policy).toContain(watch);
});
