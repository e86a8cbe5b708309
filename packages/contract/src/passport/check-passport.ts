import { Ajv, type ValidateFunction } from "ajv";
import schema from "./data/battery-pass-6.1.0.json" with { type: "json" };

/** Where the form of a passport comes from; a passport carries it. */
export const passportForm = {
  model: schema["x-samm-aspect-model-urn"],
  licence: "CC-BY-4.0",
  attribution: "Catena-X Automotive Network e.V. and contributors, eclipse-tractusx/sldt-semantic-models",
} as const;

export type PassportCheck = {
  /** Required paths that are absent, each the highest of its branch. */
  readonly missing: readonly string[];
  /** Paths that are there and not as the schema wants them. */
  readonly wrong: readonly string[];
};

let made: ValidateFunction | undefined;

/** Judges a passport by the schema: what is absent, and whether what is there holds. It conforms where both are empty. [TR24] */
export function checkPassport(passport: unknown): PassportCheck {
  made ??= new Ajv({ strict: false, allErrors: true, logger: false }).compile(toPresentDraft(schema));
  if (made(passport)) return { missing: [], wrong: [] };
  const paths = (made.errors ?? []).map(({ keyword, instancePath, params }) => {
    const isMissing = keyword === "required";
    const parts = [
      ...instancePath.split("/").slice(1),
      ...(isMissing ? [String(params.missingProperty)] : []),
    ];
    return { isMissing, path: parts.join(".") };
  });
  const pick = (wanted: boolean) => [
    ...new Set(paths.filter(({ isMissing }) => isMissing === wanted).map(({ path }) => path)),
  ];
  return { missing: pick(true).sort(), wrong: pick(false).sort() };
}

/** Draft 4 writes an exclusive bound as a flag beside it, later drafts as a number. */
function toPresentDraft(given: object): object {
  const text = JSON.stringify(given, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const { $schema: _, exclusiveMinimum, exclusiveMaximum, ...rest } = value as Record<string, unknown>;
    return {
      ...rest,
      ...(exclusiveMinimum === true && { exclusiveMinimum: rest.minimum }),
      ...(exclusiveMaximum === true && { exclusiveMaximum: rest.maximum }),
    };
  });
  return JSON.parse(text) as object;
}
