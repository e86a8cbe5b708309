import { type FieldFault, type FieldRule, fieldRules } from "@lilink/model/error";
import type { z } from "zod";

const rules: ReadonlySet<string> = new Set(fieldRules);

/** A schema names its rule as the message; what zod says of its own accord is mapped here, once. */
export function toFaults(error: z.ZodError): FieldFault[] {
  return error.issues.map((issue) => {
    const field = issue.path.map(String).join(".");
    const params = paramsOf(issue);
    const rule = rules.has(issue.message) ? (issue.message as FieldRule) : ruleOf(issue);
    return params ? { field, rule, params } : { field, rule };
  });
}

function ruleOf(issue: z.core.$ZodIssue): FieldRule {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? "required"
        : issue.expected === "number"
          ? "notANumber"
          : issue.expected === "string"
            ? "notAText"
            : "badFormat";
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? issue.minimum === 1
          ? "required"
          : "tooShort"
        : "tooSmall";
    case "too_big":
      return issue.origin === "string" || issue.origin === "array" ? "tooLong" : "tooLarge";
    case "invalid_value":
      return "notInList";
    default:
      return "badFormat";
  }
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, string | number> | undefined {
  if (issue.code === "too_small") return { min: Number(issue.minimum) };
  if (issue.code === "too_big") return { max: Number(issue.maximum) };
  if (issue.code === "custom" && issue.params) return issue.params as Record<string, string | number>;
  return undefined;
}
