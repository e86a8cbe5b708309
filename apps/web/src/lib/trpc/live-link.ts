import type { AppRouter } from "@lilink/api";
import { httpSubscriptionLink, type TRPCLink } from "@trpc/client";

/** Hints are plain JSON, so that what follows a page's changes needs nothing of what reads whole answers. */
const plain = {
  serialize: (json: unknown) => ({ json }),
  deserialize: ({ json }: { readonly json: unknown }) => json,
};

const liveLink: TRPCLink<AppRouter> = httpSubscriptionLink({ url: "/api/trpc", transformer: plain });

export default liveLink;
