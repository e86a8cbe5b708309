import { convertFigure, type Field, type FigureField, readOutline, toWkt } from "@lilink/model/register";
import { z } from "zod";
import { decimalString, isoDay, publicIdSchema, toDecimalText } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

/** An empty box of a form says that nothing is known. */
const orNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((given) => (given === "" || given === undefined ? null : given), schema.nullable());

const words = ({ max, long }: { readonly max: number; readonly long?: true }) =>
  (long ? plainText() : plainLine()).max(max, "tooLong");
const decimal = z.preprocess(
  (given) =>
    typeof given === "string" ? toDecimalText(given) : typeof given === "number" ? String(given) : given,
  decimalString,
);

/** A year, a month or a day, as far as it is known. */
export const partialDay = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, "notADate")
  .refine((given) => given.length < 10 || isoDay.safeParse(given).success, "notADate");

const webAddress = z.url({ protocol: /^https?$/, error: "badFormat" }).max(600, "tooLong");

/** @returns the schema of what a field may hold; null where nothing is known */
export function toFieldSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case "text":
      return orNull(words(field));
    case "bilingual":
      return orNull(z.object({ zh: orNull(words(field)), en: orNull(words(field)) }));
    case "choice":
      return orNull(z.enum(field.choices));
    case "choices":
      return orNull(z.array(z.enum(field.choices)).max(field.choices.length, "tooLong"));
    case "day":
      return orNull(field.partial ? partialDay : isoDay);
    case "count":
      return orNull(z.coerce.number("notANumber").int("notANumber").min(field.min).max(field.max));
    case "flag":
      return orNull(z.boolean());
    case "link":
      return orNull(webAddress);
    case "country":
      return orNull(z.string().regex(/^[A-Z]{2}$/, "notInList"));
    case "point":
      return orNull(
        z.object({
          lon: z.coerce.number("notANumber").min(-180).max(180),
          lat: z.coerce.number("notANumber").min(-90).max(90),
        }),
      );
    case "outline":
      return orNull(outlineSchema);
    case "figure":
      return orNull(figureSchema(field));
    case "organization":
    case "record":
      return orNull(z.preprocess(toRef, z.object({ publicId: publicIdSchema })));
  }
}

/** GeoJSON, WKT or lines of corners; what is kept is WKT. */
const outlineSchema = z.unknown().transform((given, issues) => {
  const read = readOutline(given);
  if (read.ok) return toWkt(read.ring);
  issues.addIssue({ code: "custom", message: read.rule });
  return z.NEVER;
});

/** A row that is named by its public id alone, as a form or a file sends it. */
const toRef = (given: unknown) => (typeof given === "string" ? { publicId: given.trim() } : given);

/** A bound of the base unit in each of the field's units. */
function boundsOf({ units }: FigureField, bound: string | undefined): ReadonlyMap<string, number> {
  const bounds = new Map<string, number>();
  for (const unit of bound === undefined ? [] : units) {
    const converted = convertFigure(bound ?? "", units[0], unit);
    if (converted.ok) bounds.set(unit, converted.value.toNumber());
  }
  return bounds;
}

function figureSchema(field: FigureField) {
  const [least, most] = [boundsOf(field, field.min), boundsOf(field, field.max)];
  return z
    .object({
      value: orNull(decimal),
      low: orNull(decimal),
      high: orNull(decimal),
      unit: z.enum(field.units),
      basis: orNull(field.basis ? z.enum(field.basis) : z.null()),
    })
    .partial({ value: true, low: true, high: true, basis: true })
    .superRefine(({ value, low, high, unit, basis }, issues) => {
      const fail = (name: string, message: string, params?: Record<string, string>) =>
        issues.addIssue({ code: "custom", path: [name], message, ...(params ? { params } : {}) });
      if (value == null && low == null && high == null) fail("value", "required");
      // A cost without its basis compares with nothing.
      if (field.basis && basis == null) fail("basis", "required");
      if (low != null && high != null && Number(low) > Number(high)) fail("low", "rangeReversed");
      for (const [name, given] of Object.entries({ value, low, high })) {
        if (typeof given !== "string") continue;
        const number = Number(given);
        if (number < (least.get(unit) ?? -Infinity)) fail(name, "tooSmall", { min: field.min ?? "" });
        if (number > (most.get(unit) ?? Infinity)) fail(name, "tooLarge", { max: field.max ?? "" });
      }
    })
    .transform(({ value = null, low = null, high = null, unit, basis = null }) => ({
      value,
      low,
      high,
      unit,
      basis,
    }));
}
