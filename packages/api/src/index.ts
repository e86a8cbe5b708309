export { type PageReader, RoleError } from "@lilink/services";
// The one copy of tRPC that knows the errors of these calls.
export { TRPCError } from "@trpc/server";
export { fetchRequestHandler } from "@trpc/server/adapters/fetch";
export { getHTTPStatusCodeFromError } from "@trpc/server/http";
export { epcisEndpoint, handleEpcis } from "./epcis/handle-epcis.ts";
export { type Api, openApi } from "./kernel/open-api.ts";
export { type PublicError, toPublicError, toTrpcError } from "./kernel/public-error.ts";
export { rateHeaders } from "./kernel/rate-headers.ts";
export { requireTameJson, spendChange, takeBody } from "./kernel/take-body.ts";
export type { ApiContext } from "./kernel/trpc.ts";
export { writeAnswer } from "./kernel/write-answer.ts";
export { openApiDocument } from "./rest/document/open-api-document.ts";
export { chooseLocale } from "./rest/request/choose-locale.ts";
export { handleRest } from "./rest/request/handle-rest.ts";
export {
  type AppRouter,
  appRouter,
  createCaller,
  createMeasuredCaller,
  measuredRouter,
} from "./router/app.ts";
export type { LiveHint } from "./router/live.ts";
