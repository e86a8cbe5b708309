import { dueGroups, type Field, type Register, readings } from "@lilink/model/register";
import { z } from "zod";
import { moment, pageOf } from "./basic.ts";

const figureValue = z
  .object({
    value: z.string().nullable(),
    low: z.string().nullable(),
    high: z.string().nullable(),
    unit: z.string(),
    basis: z.string().nullable(),
  })
  .meta({ id: "RecordFigure" });
const named = z
  .object({ publicId: z.string(), zh: z.string().nullable(), en: z.string().nullable() })
  .meta({ id: "RecordReference" });
const words = z.object({ zh: z.string().nullable(), en: z.string().nullable() }).meta({ id: "RecordText" });
const place = z.object({ lon: z.number(), lat: z.number() }).meta({ id: "RecordPlace" });

function toOutput(field: Field): z.ZodType {
  switch (field.kind) {
    case "bilingual":
      return words.nullable();
    case "choice":
      return z.enum(field.choices).nullable();
    case "choices":
      return z.array(z.enum(field.choices)).nullable();
    case "count":
      return z.number().int().nullable();
    case "flag":
      return z.boolean().nullable();
    case "point":
      return place.nullable();
    case "figure":
      return figureValue.nullable();
    case "organization":
    case "record":
      return named.nullable();
    default:
      return z.string().nullable();
  }
}

const pascal = (name: string) => name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
const reading = z
  .object({ reading: z.enum(readings), source: z.number().int().nullable() })
  .meta({ id: "RecordReading" });
const source = z
  .object({
    title: z.string(),
    url: z.string().nullish(),
    date: z.string().nullish(),
    licence: z.string().nullish(),
  })
  .meta({ id: "RecordSource" });
const duty = z.object({ kind: z.string(), dueAt: moment }).nullable();

const duties = z
  .object(Object.fromEntries(dueGroups.map((group) => [group, z.number().int()])))
  .meta({ id: "RecordDuties" });

type RecordShapes = ReturnType<typeof makeShapes>;

// A shape with an id may stand in a document once, so every operation of a register shares the same one.
const made = new WeakMap<Register, RecordShapes>();

/** What leaves of a register: its values as the declaration has them, each null where nothing is known or it is not for the caller. */
export function toRecordShapes(register: Register): RecordShapes {
  const shapes = made.get(register) ?? makeShapes(register);
  made.set(register, shapes);
  return shapes;
}

function makeShapes({ name, fields }: Register) {
  const values = z
    .object(Object.fromEntries(Object.entries(fields).map(([field, one]) => [field, toOutput(one)])))
    .meta({ id: `${pascal(name)}Values` });
  const item = z
    .object({
      publicId: z.string(),
      state: z.string(),
      stateSince: moment,
      updatedAt: moment,
      values,
      readings: z.record(z.string(), reading),
      sources: z.array(source),
      duty,
      /** What binds instead of what the record states, by field: filters and counts go by it. */
      binding: z.record(z.string(), z.string()).optional(),
    })
    .meta({ id: `${pascal(name)}Item` });
  const facet = z.object({
    value: z.string(),
    count: z.number().int(),
    /** Of a value that is a record's public id. */
    name: z.object({ zh: z.string().nullable(), en: z.string().nullable() }).optional(),
  });
  return {
    list: pageOf(item).extend({
      total: z.number().int().nullable(),
      facets: z.record(z.string(), z.array(facet)),
      duties: duties.nullable(),
    }),
    load: z
      .object({
        publicId: z.string(),
        state: z.string(),
        stateSince: moment,
        revision: z.number().int(),
        createdAt: moment,
        updatedAt: moment,
        liveVersion: z.number().int().nullable(),
        shown: z.object({
          version: z.number().int(),
          values,
          sources: z.array(source),
          readings: z.record(z.string(), reading),
          savedAt: moment,
        }),
        missing: z.array(z.string()),
        steps: z.array(z.string()),
        duty,
      })
      .meta({ id: pascal(name) }),
    save: z.object({ publicId: z.string(), revision: z.number().int(), missing: z.array(z.string()) }),
    step: z.object({ publicId: z.string(), state: z.string(), revision: z.number().int() }),
  };
}
