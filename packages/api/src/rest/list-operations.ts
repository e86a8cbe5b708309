import type { ApiScope } from "@lilink/model/policy";
import type { z } from "zod";
import type { RestMeta } from "../kernel/rest-meta.ts";
import { restRouter } from "./router/app.ts";

/** One operation of the face. `name` is the path of its procedure and the name of its verb. */
export type Operation = {
  readonly name: string;
  readonly kind: "query" | "mutation";
  readonly method: string;
  readonly path: string;
  readonly scope: ApiScope | null;
  readonly open: boolean;
  readonly input: z.ZodType;
  /** What it answers when all went well: 201 where it made something that has an address. */
  readonly status: 200 | 201;
};

type Known = {
  readonly meta?: RestMeta & { openapi?: { method: string; path: string } };
  readonly type: string;
};

/** Every operation, read off the procedures that carry one. */
export function listOperations(): Operation[] {
  // At run time tRPC keeps them flat, by their dotted path.
  const procedures = restRouter._def.procedures as unknown as Readonly<Record<string, { _def: Known }>>;
  return Object.entries(procedures).flatMap(([name, { _def: known }]) => {
    const { meta, type } = known;
    if (!meta?.openapi || !meta.rest) return [];
    const { method, path } = meta.openapi;
    return [
      {
        name,
        kind: type === "query" ? "query" : "mutation",
        method,
        path,
        ...meta.rest,
        status: method === "POST" && !path.includes("{") ? 201 : 200,
      },
    ];
  });
}
