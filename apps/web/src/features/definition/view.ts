import type { Locale } from "@lilink/i18n";
import {
  type Component,
  type Definition,
  findCodeName,
  findFigureDimension,
} from "@lilink/model/goals/definition";
import { inLocale } from "#lib/in-locale.ts";

/** Dimensions in the reader's words, as a cross. @example namesOf(["province", "lithium_salt"], "en") */
export function namesOf(dimensions: readonly string[], locale: Locale): string {
  return dimensions
    .map((id) => {
      const found = findFigureDimension(id);
      return found ? inLocale(found.name, locale) : id;
    })
    .join(" × ");
}

/** The codes that a term counts, in words. */
export function codesOf(
  definition: Pick<Definition, "terms">,
  dimension: string,
  codes: readonly string[],
  locale: Locale,
): string {
  const names = codes.map((code) => {
    const name = findCodeName(definition, dimension, code);
    return name ? inLocale(name, locale) : code;
  });
  return names.join(locale === "en" ? ", " : "、");
}

/** Whether a version holds now, is proposed, or belongs to another time. */
export function stateOf(
  { definition, adopted }: { readonly definition: Definition; readonly adopted: boolean },
  inForce: number | null,
): "inForce" | "proposed" | "later" | "earlier" {
  if (!adopted) return "proposed";
  if (definition.version === inForce) return "inForce";
  return definition.version > (inForce ?? 0) ? "later" : "earlier";
}

/** Breakdowns as an officer types them: one a line, codes parted by commas, `total` for the total. */
export const breakdownText = (breakdowns: readonly (readonly string[])[]) =>
  breakdowns.map((one) => (one.length === 0 ? "total" : one.join(", "))).join("\n");

/** The breakdowns of a typed text; empty lines are none. */
export function readBreakdowns(text: string): string[][] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) =>
      line === "total"
        ? []
        : line
            .split(/[,，、]/)
            .map((part) => part.trim())
            .filter((part) => part !== ""),
    );
}

/** Components by code: those of a definition and those that it may use. */
export function componentsOf(
  definition: Pick<Definition, "components">,
  usable: readonly { readonly component: Component }[],
): ReadonlyMap<string, Component> {
  return new Map(
    [...definition.components, ...usable.map(({ component }) => component)].map((one) => [one.code, one]),
  );
}

const signs: Readonly<Record<string, string>> = {
  "*": " × ",
  "/": " ÷ ",
  "+": " + ",
  "-": " − ",
  "<=": " ≤ ",
  ">=": " ≥ ",
  "=": " = ",
  "==": " = ",
  "!=": " ≠ ",
  "<": " < ",
  ">": " > ",
};

/**
 * An expression with names in place of its codes, for whoever does not write expressions.
 * @example expressionWords("100 * a / b", (code) => ({ a: "output", b: "capacity" })[code]) // "100 × output ÷ capacity"
 */
export function expressionWords(text: string, nameOf: (code: string) => string | undefined): string {
  const parts = text.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?|[<>=!]=|[^\s]/g) ?? [];
  return parts
    .map((part) => signs[part] ?? (part === "," ? ", " : (nameOf(part) ?? part)))
    .join("")
    .replaceAll(/ +/g, " ")
    .trim();
}
