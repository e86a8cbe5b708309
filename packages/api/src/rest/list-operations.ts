import type { RestOperation } from "@lilink/contract/rest";
import { type ApiScope, apiScopes } from "@lilink/model/policy";
import { recordVerbList } from "@lilink/services";
import * as verbs from "@lilink/services/verbs";
import { type AnyVerb, listVerbs } from "../kernel/to-rooms.ts";

/** One operation of the face: a verb that programs reach, under the verb's own name. */
export type Operation = Omit<RestOperation, "open" | "input"> & {
  readonly name: string;
  readonly kind: AnyVerb["kind"];
  /** What a key must hold; null where none is asked for. The policy decides, this tells. */
  readonly scope: ApiScope | null;
  /** Whether a visitor without a key may call it. */
  readonly open: boolean;
  readonly input: AnyVerb["input"];
  /** What it answers when all went well: 201 where it made something that has an address. */
  readonly status: 200 | 201;
  readonly verb: AnyVerb;
};

const operations: readonly Operation[] = [...listVerbs(verbs), ...listVerbs(recordVerbList)].flatMap(
  (verb) => {
    const { name, kind, rest } = verb;
    if (!rest) return [];
    const made = rest.method === "POST" && !rest.path.includes("{");
    const wanted = `${rest.tag}:${kind === "query" ? "read" : "write"}`;
    return [
      {
        ...rest,
        name,
        kind,
        scope: apiScopes.find((scope) => scope === wanted) ?? null,
        open: rest.open ?? false,
        input: rest.input ?? verb.input,
        status: made ? 201 : 200,
        verb,
      },
    ];
  },
);

export function listOperations(): readonly Operation[] {
  return operations;
}
