import type { PublicError } from "@lilink/api";
import { type ErrorCode, errorCodes } from "@lilink/model/error";

const unknown: PublicError = { code: "INTERNAL", params: {}, faults: [] };

function isCode(value: unknown): value is ErrorCode {
  return errorCodes.some((code) => code === value);
}

/** What the API said of an error that reached the browser; whatever did not come from it is INTERNAL. */
export function readPublicError(error: unknown): PublicError {
  if (typeof error !== "object" || error === null) return unknown;
  if ("data" in error && typeof error.data === "object" && error.data !== null && "lilink" in error.data) {
    return readPublicError(error.data.lilink);
  }
  if ("code" in error && isCode(error.code)) {
    return {
      code: error.code,
      params: "params" in error && error.params ? (error.params as PublicError["params"]) : {},
      faults: "faults" in error && Array.isArray(error.faults) ? error.faults : [],
    };
  }
  // A request that never arrived has no data: the network or the server is away.
  return error instanceof Error && error.name === "TRPCClientError"
    ? { code: "UNAVAILABLE", params: {}, faults: [] }
    : unknown;
}
