"use client";

import type { AppRouter } from "@lilink/api";
import { createTRPCContext } from "@trpc/tanstack-react-query";

/**
 * In a client component: `const trpc = useTRPC()`, then
 * `useQuery(trpc.posting.load.queryOptions({ … }))` or `useMutation(trpc.posting.submit.mutationOptions())`.
 */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
