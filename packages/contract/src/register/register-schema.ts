import {
  type Field,
  type Register,
  readings,
  statesOfRegister,
  stepsOfRegister,
} from "@lilink/model/register";
import { z } from "zod";
import { pageInput, publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";
import { partialDay, toFieldSchema } from "./field-schema.ts";

export const sourceSchema = z.object({
  title: plainLine().min(1, "required").max(300, "tooLong"),
  url: z
    .url({ protocol: /^https?$/, error: "badFormat" })
    .max(600, "tooLong")
    .nullish(),
  date: partialDay.nullish(),
  licence: plainLine().max(80, "tooLong").nullish(),
});
export type Source = z.output<typeof sourceSchema>;

/** Which values a person fills in: by the form, or by a step. */
export type FilledBy = "form" | readonly string[];

const isFilledBy = (by: FilledBy, name: string, field: Field) =>
  by === "form" ? !field.byStep : by.includes(name);

/** @returns the schema of a record's values; what is left out is null */
export function toValuesSchema({ fields }: Pick<Register, "fields">, by: FilledBy = "form") {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(fields))
    if (isFilledBy(by, name, field)) shape[name] = toFieldSchema(field);
  return z.object(shape);
}

/** Where values come from: the sources, and for a field how it was read and in which source. */
const provenance = (fields: readonly string[]) => ({
  sources: z.array(sourceSchema).max(20, "tooLong").default([]),
  readings: z
    .partialRecord(
      z.enum(fields as [string, ...string[]]),
      z.object({ reading: z.enum(readings), source: z.number().int().min(0).max(19).nullable() }),
    )
    .default({}),
});

/** Saves a new record, or the draft of one that exists. `revision` is the one that was seen; another in between is a conflict. */
export function toSaveSchema(register: Register) {
  return z.object({
    publicId: publicIdSchema.optional(),
    revision: z.number().int().min(0).default(0),
    values: toValuesSchema(register),
    note: plainLine().max(300, "tooLong").nullish(),
    ...provenance(Object.keys(register.fields)),
  });
}

/** Takes a step with what it asks for. Whether it is open, and who may take it, is decided by the machine. */
export function toStepSchema(register: Register) {
  const steps = stepsOfRegister(register);
  return z.object({
    publicId: publicIdSchema,
    step: z.enum(steps as [string, ...string[]]),
    revision: z.number().int().min(0),
    reason: plainText().max(2000, "tooLong").nullish(),
    values: toValuesSchema(
      register,
      steps.flatMap((step) => register.machine.steps[step]?.fields ?? []),
    )
      .partial()
      .default({}),
  });
}

/** As many records as a page may show. */
const recordIds = z.array(publicIdSchema).min(1).max(100);
export const openStepsSchema = z.object({ ids: recordIds });

/** A list's query as its address holds it: text, facets, state, order. Several values of one facet are alternatives. */
export function toListSchema(register: Register) {
  const facets = Object.fromEntries(
    register.facets.map((name) => [name, z.array(z.string().max(80)).max(40).default([])]),
  );
  const columns = [...register.list, "updatedAt", ...(register.due ? ["due"] : [])].flatMap((name) => [
    name,
    `-${name}`,
  ]);
  return pageInput.extend({
    q: plainLine().max(200, "tooLong").optional(),
    state: z.enum(statesOfRegister(register) as [string, ...string[]]).optional(),
    /** "true": what a step can still move; "false": what has ended. */
    open: z.enum(["true", "false"]).optional(),
    own: z.enum(["true"]).optional(),
    /** These records alone. */
    ids: recordIds.optional(),
    /** "false": no total and no facets, for whoever reads on after the first page or needs the rows alone. */
    counts: z.enum(["false"]).optional(),
    sort: z.enum(columns as [string, ...string[]]).optional(),
    /** The language by whose alphabet names stand in order. */
    lang: z.enum(["zh-CN", "en"]).optional(),
    ...facets,
  });
}

/** What was typed into a picker of records, as far as it goes. */
export const lookupSchema = z.object({
  text: plainLine().max(200, "tooLong").default(""),
  limit: z.number().int().min(1).max(20).default(8),
});

export const recordRefSchema = z.object({
  publicId: publicIdSchema,
  version: z.coerce.number().int().optional(),
});
