import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLastAdmin } from "./last-admin.ts";

const member = fc.record({
  publicId: fc.uuid(),
  role: fc.constantFrom("admin", "editor", "viewer"),
  active: fc.boolean(),
});

describe("the last administrator", () => {
  it("[OR5] is named exactly where taking that one away would leave none", () => {
    fc.assert(
      fc.property(fc.uniqueArray(member, { selector: ({ publicId }) => publicId }), (members) => {
        const manages = (rows: typeof members) => rows.some(({ role, active }) => role === "admin" && active);
        for (const { publicId } of members) {
          const without = members.filter((one) => one.publicId !== publicId);
          expect(findLastAdmin(members) === publicId).toBe(manages(members) && !manages(without));
        }
      }),
    );
  });
});
