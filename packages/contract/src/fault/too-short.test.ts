import { expect, it } from "vitest";
import { z } from "zod";
import { groupCreateSchema } from "../organization/organization.ts";
import { faultsOfDraft } from "../posting/draft-faults.ts";
import { newPasswordSchema } from "../session/sign-in.ts";
import { toFaults } from "./to-faults.ts";
import { tooShort } from "./too-short.ts";

const ruleOf = (schema: z.ZodType, input: unknown) => {
  const parsed = schema.safeParse(input);
  return parsed.success ? null : toFaults(parsed.error).map(({ field, rule }) => `${field} ${rule}`);
};

it("[RE4] an empty text is missing and a short one too short, by itself and in a form", () => {
  const schema = z.object({ name: z.string().trim().min(2, tooShort) });
  expect(ruleOf(schema, { name: "" })).toEqual(["name required"]);
  expect(ruleOf(schema, { name: "  \n" })).toEqual(["name required"]);
  expect(ruleOf(schema, {})).toEqual(["name required"]);
  expect(ruleOf(schema, { name: "a" })).toEqual(["name tooShort"]);
  expect(ruleOf(schema, { name: "ab" })).toBeNull();
  expect(ruleOf(z.object({ password: newPasswordSchema }), { password: "" })).toEqual(["password required"]);
  expect(ruleOf(z.object({ password: newPasswordSchema }), { password: "a" })).toEqual([
    "password weakPassword",
  ]);
  expect(ruleOf(groupCreateSchema, { name: " " })).toEqual(["name required"]);
});

it("[PO2] an empty draft lacks its title and summary, once each", () => {
  const faults = faultsOfDraft("need", { title: "", summary: "", concept: "lfp" }, {}, "2026-11-24");
  expect(faults.filter(({ field }) => field === "title" || field === "summary")).toMatchObject([
    { field: "title", rule: "required" },
    { field: "summary", rule: "required" },
  ]);
});
