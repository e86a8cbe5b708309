import { appRouter } from "@lilink/api";
import { z } from "zod";

type Known = { readonly type: "query" | "mutation" | "subscription"; readonly inputs: readonly z.ZodType[] };
export type Shape = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
};

export function procedures(): [string, Known][] {
  const all = appRouter._def.procedures as unknown as Readonly<Record<string, { _def: Known }>>;
  return Object.entries(all).map(([name, { _def }]) => [name, _def]);
}

/** An input that the schema takes, with the id in every place that could hold one. */
export function fill(shape: Shape, id: string): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choice = shape.anyOf?.[0] ?? shape.oneOf?.[0];
  if (choice) return fill(choice, id);
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((one) => fill(one, id) as object));
  if (shape.type === "object")
    return Object.fromEntries(
      fieldsOf(shape)
        .filter(
          ([key, inner]) =>
            shape.required?.includes(key) || isId(inner) || (inner.items && isId(inner.items)),
        )
        .map(([key, inner]) => [key, fill(inner, id)]),
    );
  if (shape.type === "array") return shape.items ? [fill(shape.items, id)] : [];
  if (shape.type === "integer" || shape.type === "number") return Math.max(1, shape.minimum ?? 1);
  if (shape.type === "boolean") return true;
  if (isId(shape)) return id;
  if (shape.pattern?.includes("\\d{4}-\\d{2}-\\d{2}")) return "2026-01-15";
  return "ten letters and more".padEnd(shape.minLength ?? 0, "x");
}

/** A cursor is where a page of one's own list ended, whatever id it holds. */
export const fieldsOf = ({ properties = {} }: Shape) =>
  Object.entries(properties).filter(([key]) => key !== "cursor");

export const isId = (shape: Shape) => shape.format === "uuid" || shape.pattern?.includes("{8,32}") === true;

export function toShape(input: z.ZodType | undefined): Shape {
  return input ? (z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Shape) : {};
}
