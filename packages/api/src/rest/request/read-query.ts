import { toInputError } from "@lilink/model/error";
import { z } from "zod";
import { problemAt } from "./refuse.ts";

/**
 * The parameters of an address as the input schema wants them: lists by repeating a name, numbers and booleans as
 * such. What is not one of them stays text, and the schema names the fault.
 */
export function readQuery(params: URLSearchParams, input: z.ZodType): Record<string, unknown> {
  const shape = shapeOf(input);
  const read: Record<string, unknown> = {};
  for (const name of new Set(params.keys())) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (schema === undefined) throw problemAt(name, "unknownParameter", "INVALID_INPUT", "notInList");
    const inner = unwrap(schema);
    const values = params.getAll(name);
    if (values.some((value) => value.includes("\0"))) throw problemAt(name, "badText");
    if (inner instanceof z.ZodArray) {
      read[name] = values;
      continue;
    }
    const [value = "", ...more] = values;
    if (more.length > 0) throw problemAt(name, "repeatedParameter", "INVALID_INPUT", "duplicate");
    if (inner instanceof z.ZodNumber && !isNumber(value))
      throw toInputError([{ field: name, rule: "notANumber" }]);
    read[name] = inner instanceof z.ZodNumber ? Number(value) : value;
  }
  return read;
}

/** The fields of an input that is an object, whatever defaults stand around it. */
export function shapeOf(input: z.ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const inner = unwrap(input);
  return inner instanceof z.ZodObject ? inner.shape : {};
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap())
    : schema;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
