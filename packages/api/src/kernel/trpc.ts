import type { ErrorCode } from "@lilink/model/error";
import {
  type CallTerms,
  call,
  type Hint,
  type Kernel,
  type Mutation,
  type PageReader,
  type Principal,
  type Query,
} from "@lilink/services";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import type { OpenApiMeta } from "trpc-to-openapi";
import type { z } from "zod";
import { toPublicError, toTrpcError } from "./public-error.ts";
import { writeAnswer } from "./write-answer.ts";

/** What a transport knows of a request: its principal, and how to hear live events. */
export type ApiContext = {
  readonly kernel: Kernel;
  readonly principal: Principal;
  /** Events as they are announced, until the signal ends. */
  readonly listen: (signal: AbortSignal | undefined) => AsyncIterable<Hint>;
  /** Tells the operator's log of an error that the caller is told nothing about. */
  readonly report: (error: unknown, path: string) => void;
  readonly terms?: CallTerms | undefined;
  /** Reads of one page, which share a transaction. */
  readonly read?: PageReader | undefined;
};

const trpc = initTRPC
  .context<ApiContext>()
  .meta<OpenApiMeta>()
  .create({
    transformer: { input: superjson, output: { serialize: writeAnswer, deserialize: superjson.deserialize } },
    // A tab whose connection died unseen notices by the missing ping and comes back.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter: ({ shape, error }) => {
      const publicError = toPublicError(error);
      return {
        ...shape,
        message: publicError.code,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, lilink: publicError },
      };
    },
  });

export const { router, createCallerFactory } = trpc;
export type ErrorShape = (typeof trpc)["_config"]["$types"]["errorShape"];

/** What the operator has to hear of. */
const told: readonly ErrorCode[] = ["INTERNAL", "FILE_CHANGED"];

/** Errors leave through one door; what is unknown is reported and says nothing. */
export const procedure = trpc.procedure.use(async ({ next, ctx, path }) => {
  const result = await next();
  if (!result.ok) {
    if (told.includes(toPublicError(result.error).code)) ctx.report(result.error.cause ?? result.error, path);
    return { ...result, error: toTrpcError(result.error) };
  }
  return result;
});

/** A procedure that is one read of the services. */
export function fromQuery<S extends z.ZodType, O>(verb: Query<S, O>) {
  return procedure
    .input(verb.input)
    .query(({ ctx, input }) =>
      ctx.read
        ? ctx.read(verb, input as z.input<S>)
        : call(ctx.kernel, ctx.principal, verb, input as z.input<S>, ctx.terms),
    );
}

/** A procedure that is one change by the services. */
export function fromMutation<S extends z.ZodType, O>(verb: Mutation<S, O>) {
  return procedure
    .input(verb.input)
    .mutation(({ ctx, input }) => call(ctx.kernel, ctx.principal, verb, input as z.input<S>, ctx.terms));
}
