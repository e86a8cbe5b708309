import fc from "fast-check";
import { expect, it } from "vitest";
import { type DraftValues, toDraftValues } from "./draft-values.ts";
import { touchedBy } from "./use-changes.ts";

it("[PO18] undoing changes one by one, the last first, brings back each text, and what was typed elsewhere stays", () => {
  const texts = ["title", "summary", "description", "price", "evidence"] as const;
  const step = fc.record({ field: fc.constantFrom(...texts), text: fc.string() });
  fc.assert(
    fc.property(fc.array(step), fc.string(), (steps, typed) => {
      const first = toDraftValues({ title: "LFP", description: "120 t" }, {}, 180);
      let values: DraftValues = first;
      const made = steps.map(({ field, text }) => {
        const after = { ...values, [field]: text };
        const before = touchedBy(values, after);
        values = after;
        return before;
      });
      let back: DraftValues = { ...values, customers: typed };
      for (const before of made.toReversed()) back = { ...back, ...before };
      expect(back).toEqual({ ...first, customers: typed });
    }),
  );
});
