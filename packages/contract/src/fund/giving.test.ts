import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, it } from "vitest";
import schema from "./data/360-giving-schema.json" with { type: "json" };
import { type GivenAward, toGivingFile } from "./giving.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// The standard names draft 2020-12 by an address of its own.
const { $schema: _draft, ...rest } = schema;
const isGrant = ajv.compile(rest);

const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString());
const award: fc.Arbitrary<GivenAward> = fc.record({
  publicId: fc.stringMatching(/^[0-9A-Za-z]{12}$/),
  title: fc.string({ minLength: 1 }),
  description: fc.string(),
  asked: fc.integer({ min: 1, max: 1e9 }),
  amount: fc.integer({ min: 1, max: 1e9 }),
  paid: fc.integer({ min: 0, max: 1e9 }),
  awardedAt: day,
  startsOn: day.map((at) => at.slice(0, 10)),
  endsOn: day.map((at) => at.slice(0, 10)),
  months: fc.integer({ min: 1, max: 240 }),
  lead: fc.record({ publicId: fc.constant("leadlead"), name: fc.string({ minLength: 1 }) }),
  call: fc.record({ publicId: fc.constant("callcall"), name: fc.string() }),
  researchClass: fc.constantFrom("basic", "applied", "development"),
});
const funder = { publicId: "groupgroup", name: "The group" };

it("[FU21] every award is a grant of the 360Giving standard, whatever its texts hold", () => {
  fc.assert(
    fc.property(fc.array(award, { minLength: 1, maxLength: 5 }), (awards) => {
      for (const grant of toGivingFile(awards, funder, "360G-LiLink", "https://lilink.example").grants)
        expect([isGrant(grant), isGrant.errors]).toEqual([true, null]);
    }),
  );
});

it("[FU21] the schema refuses what lacks a recipient or writes an amount as text", () => {
  const [one] = fc.sample(award, { numRuns: 1, seed: 7 });
  const [grant] = toGivingFile(one ? [one] : [], funder, "360G-LiLink", "https://lilink.example").grants;
  expect(isGrant({ ...grant, recipientOrganization: undefined })).toBe(false);
  expect(isGrant({ ...grant, amountAwarded: "12" })).toBe(false);
});
