import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { toEnvExample } from "./env-example.ts";
import { FIELDS } from "./field.ts";

const file = readFileSync(new URL("../../../../.env.example", import.meta.url), "utf8");

it(".env.example is what the schema says: run npm run env-example after a change", () => {
  expect(file).toBe(toEnvExample());
});

it("every setting says what it means", () => {
  expect(Object.entries(FIELDS).filter(([, field]) => !field.description)).toEqual([]);
});

it("a new setting, another default and a changed meaning are noticed", () => {
  expect(toEnvExample({ ...FIELDS, NEW_PORT: z.string().describe("New.") })).not.toBe(file);
  expect(toEnvExample({ ...FIELDS, HOST: FIELDS.HOST.default("0.0.0.0") })).not.toBe(file);
  expect(toEnvExample({ ...FIELDS, HOST: FIELDS.HOST.describe("Elsewhere.") })).not.toBe(file);
});

it("no setting is set by a copy of the file", () => {
  expect(file.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toEqual([]);
});
