import { call, type Mutation, type Query } from "@lilink/services";
import { z } from "zod";
import { procedure, router } from "../kernel/trpc.ts";
import { listOperations, type Operation } from "./list-operations.ts";

/** The REST face: the verbs that a program of an organization may call, each under its own name. */
export const restRouter = restOf(listOperations());

function restOf(operations: readonly Operation[]) {
  const rooms: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const operation of operations) {
    const [room = "", act = ""] = operation.name.split(".");
    rooms[room] = { ...rooms[room], [act]: operationOf(operation) };
  }
  return router(rooms);
}

/** What is answered passes through the output shape: fields that it does not name stay inside. */
function operationOf({ method, path, tag, input, output, verb }: Operation) {
  const face = procedure
    .meta({ openapi: { method, path, tags: [tag], protect: true, errorResponses: {} } })
    .input(input)
    .output(z.unknown().pipe(output));
  return verb.kind === "query"
    ? face.query(({ ctx, input: given }) =>
        call(ctx.kernel, ctx.principal, verb as Query<z.ZodType, unknown>, given, ctx.terms),
      )
    : face.mutation(({ ctx, input: given }) =>
        call(ctx.kernel, ctx.principal, verb as Mutation<z.ZodType, unknown>, given, ctx.terms),
      );
}
