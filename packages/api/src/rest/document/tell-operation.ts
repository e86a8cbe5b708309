import { catalog, type Locale, recordWords } from "@lilink/i18n";
import { findRegister } from "@lilink/model/register";
import type { Operation } from "../list-operations.ts";
import { acceptsBody } from "../request/read-body.ts";
import { idempotencyHeader } from "../request/read-once.ts";

type Described = { description?: string };
type Parameter = Described & { readonly name: string; readonly in?: string; readonly schema?: object };
export type OperationObject = Described & {
  operationId?: string;
  summary?: string;
  security?: Record<string, readonly string[]>[];
  parameters?: Parameter[];
  responses?: Record<string, unknown>;
};
type Texts = { readonly [key: string]: string | Texts };

export const securityScheme = "organizationKey";

const onceParameter = {
  name: idempotencyHeader,
  in: "header",
  schema: { type: "string", minLength: 1, maxLength: 255 },
} as const;

/** Puts into an operation what the generator cannot know: texts, the scope of its key, and the errors of the house. */
export function tellOperation(target: OperationObject, operation: Operation, locale: Locale): void {
  const texts = catalog[locale].api;
  const [noun = "", verb = ""] = operation.name.split(".");
  const register = findRegister(noun);
  const words = register && recordWords(register.name, locale);
  // One text serves the same operation of every register.
  const own = pick(pick(texts.operation, register ? "record" : noun), verb);
  target.operationId = operation.name;
  target.summary = say(own, "summary").replace("{title}", words?.title ?? "");
  target.description = say(own, "description");
  const withKey = { [securityScheme]: operation.scope ? [operation.scope] : [] };
  target.security = operation.open ? [withKey, {}] : [withKey];
  if (operation.kind === "mutation") target.parameters = [...(target.parameters ?? []), { ...onceParameter }];
  for (const parameter of target.parameters ?? [])
    parameter.description =
      register && parameter.name in register.fields
        ? (words?.field(parameter.name) ?? "")
        : say(texts.parameter, parameter.name);
  const { 200: success } = target.responses ?? {};
  const errors = statusesOf(operation).map((status) => [
    status,
    { $ref: `#/components/responses/${status}` },
  ]);
  target.responses = {
    [operation.status]: { ...(success as object), description: texts.document.done },
    ...Object.fromEntries(errors),
  };
}

/** The errors that an operation can answer with; those of a body only where it takes one. */
function statusesOf({ method }: Operation): string[] {
  const always = ["400", "401", "403", "404", "422", "429", "500", "503"];
  const changing = method === "GET" ? [] : ["409"];
  return [...always, ...changing, ...(acceptsBody(method) ? ["413", "415"] : [])].sort();
}

function pick(texts: Texts | undefined, key: string): Texts | undefined {
  const found = texts?.[key];
  return typeof found === "object" ? found : undefined;
}

function say(texts: Texts | undefined, key: string): string {
  const found = texts?.[key];
  return typeof found === "string" ? found : "";
}
