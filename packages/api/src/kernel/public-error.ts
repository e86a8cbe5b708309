import { toFaults } from "@lilink/contract";
import { type ErrorCode, type FaultParams, type FieldFault, LilinkError } from "@lilink/model/error";
import { TRPCError } from "@trpc/server";
import { z } from "zod";

/** What a caller learns of an error: a code, its parameters and the fields at fault. An unknown error says nothing. */
export type PublicError = {
  readonly code: ErrorCode;
  readonly params: FaultParams;
  readonly faults: readonly FieldFault[];
};

const trpcCodes = {
  INVALID_INPUT: "BAD_REQUEST",
  NOT_SIGNED_IN: "UNAUTHORIZED",
  CONFIRM_FIRST: "FORBIDDEN",
  FORBIDDEN: "FORBIDDEN",
  CONFLICT_OF_INTEREST: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  WRONG_STATE: "PRECONDITION_FAILED",
  LIMIT_REACHED: "TOO_MANY_REQUESTS",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  UNSUPPORTED_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  // tRPC has no 507.
  NO_SPACE: "SERVICE_UNAVAILABLE",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
  FILE_CHANGED: "INTERNAL_SERVER_ERROR",
  INTERNAL: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<ErrorCode, TRPCError["code"]>;

export function toPublicError(error: unknown): PublicError {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    // What a verb answered and its own schema refuses is our fault, never the caller's.
    if (at instanceof TRPCError && at.code === "INTERNAL_SERVER_ERROR" && at.cause instanceof z.ZodError)
      break;
    if (at instanceof LilinkError) return { code: at.code, params: at.params, faults: at.faults };
    if (at instanceof z.ZodError) return { code: "INVALID_INPUT", params: {}, faults: toFaults(at) };
  }
  if (error instanceof TRPCError && error.code === "BAD_REQUEST")
    return { code: "INVALID_INPUT", params: {}, faults: [] };
  if (error instanceof TRPCError && error.code === "NOT_FOUND")
    return { code: "NOT_FOUND", params: {}, faults: [] };
  return { code: "INTERNAL", params: {}, faults: [] };
}

/** The one place where a service error becomes a transport error. */
export function toTrpcError(error: unknown): TRPCError {
  const { code } = toPublicError(error);
  const cause = error instanceof TRPCError ? error.cause : error;
  return new TRPCError({ code: trpcCodes[code], message: code, cause });
}
