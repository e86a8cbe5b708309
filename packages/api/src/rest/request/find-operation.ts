import { LilinkError } from "@lilink/model/error";
import { TRPCError } from "@trpc/server";
import { listOperations, type Operation } from "../list-operations.ts";

export type FoundOperation = {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
};

type Route = Operation & { readonly pattern: RegExp };

let routes: readonly Route[] | undefined;

/** The operation of a method and path below the endpoint, with what the path carries; else NOT_FOUND or 405. */
export function findOperation(method: string, path: string): FoundOperation {
  const wanted = method === "HEAD" ? "GET" : method;
  const here = routesAt(path);
  const found = here.find((route) => route.method === wanted);
  if (found) return { operation: found, params: { ...found.pattern.exec(path)?.groups } };
  const cause = new LilinkError("NOT_FOUND");
  throw here.length > 0
    ? new TRPCError({ code: "METHOD_NOT_SUPPORTED", message: "NOT_FOUND", cause })
    : cause;
}

/** The methods that a path answers to, for the header `Allow`. */
export function methodsAt(path: string): string {
  return routesAt(path)
    .map((route) => route.method)
    .sort()
    .join(", ");
}

function routesAt(path: string): readonly Route[] {
  routes ??= listOperations().map((operation) => ({
    ...operation,
    pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
  }));
  return routes.filter((route) => route.pattern.test(path));
}
