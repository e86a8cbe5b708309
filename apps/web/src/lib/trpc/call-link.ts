import type { AppRouter } from "@lilink/api";
import { httpBatchLink, type TRPCLink } from "@trpc/client";
import superjson from "superjson";
import { confirmLink } from "./confirm-link.ts";

/** Calls, several of one moment in one request. */
const callLink: TRPCLink<AppRouter> = (runtime) => {
  const confirm = confirmLink(runtime);
  const send = httpBatchLink<AppRouter>({ url: "/api/trpc", transformer: superjson, maxItems: 10 })(runtime);
  return ({ op, next }) => confirm({ op, next: (one) => send({ op: one, next }) });
};

export default callLink;
