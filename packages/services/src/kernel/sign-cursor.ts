import { LilinkError } from "@lilink/model/error";
import { type Actor, organizationOf, personOf } from "@lilink/model/policy";
import { z } from "zod";
import type { Context } from "./context.ts";

/** Pages of one list may be of other lengths; `section` and `apart` choose among lists whose cursors name their own. */
const free: ReadonlySet<string> = new Set(["cursor", "limit", "section", "apart"]);

type Asked = Pick<Context, "actor" | "identity">;
type Paged = { readonly name: string; readonly input: z.ZodType };

/** The input with the cursor as the verb wrote it. One that this caller did not get for this question is refused. [RA4] */
export function openCursor<I>(ctx: Asked, verb: Paged, input: I): I {
  const given = cursorIn(input);
  if (given === null) return input;
  const at = given.lastIndexOf(".");
  const cursor = given.slice(0, Math.max(at, 0));
  if (given.slice(at + 1) !== markOf(ctx, verb.name, input, cursor))
    throw new LilinkError("INVALID_INPUT", {}, [{ field: "cursor", rule: "foreignCursor" }]);
  return { ...input, cursor };
}

/** The answer of a list with its cursors signed: `nextCursor`, or one for each section under `next`. */
export function signCursors<O>(ctx: Asked, verb: Paged, input: unknown, output: O): O {
  if (typeof output !== "object" || output === null) return output;
  const sign = (cursor: string) => `${cursor}.${markOf(ctx, verb.name, input, cursor)}`;
  if ("nextCursor" in output && typeof output.nextCursor === "string")
    return { ...output, nextCursor: sign(output.nextCursor) };
  if (
    !("next" in output) ||
    !takesCursor(verb.input) ||
    typeof output.next !== "object" ||
    output.next === null
  )
    return output;
  const next = Object.entries(output.next).map(([name, one]: [string, unknown]) => [
    name,
    typeof one === "string" ? sign(one) : one,
  ]);
  return { ...output, next: Object.fromEntries(next) };
}

function takesCursor(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && "cursor" in schema.shape;
}

function cursorIn(input: unknown): string | null {
  if (typeof input !== "object" || input === null || !("cursor" in input)) return null;
  return typeof input.cursor === "string" ? input.cursor : null;
}

function markOf({ actor, identity }: Asked, verb: string, input: unknown, cursor: string): string {
  const asked = Object.entries(input ?? {})
    .filter(([name, value]) => value !== undefined && !free.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return identity.mark(JSON.stringify([verb, callerOf(actor), asked, cursor]));
}

function callerOf(actor: Actor): readonly (string | null)[] {
  return [actor.kind === "apiKey" ? actor.keyId : personOf(actor), organizationOf(actor)];
}
