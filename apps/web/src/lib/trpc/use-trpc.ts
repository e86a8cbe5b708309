"use client";

import type { AppRouter } from "@lilink/api";
import { useQueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { useMemo } from "react";
import { useTRPCClient } from "./client.ts";

/**
 * In a client component that keeps what it asks for: `const trpc = useTRPC()`, then
 * `useQuery(trpc.posting.load.queryOptions({ … }))`. Apart from the client, which every page carries.
 */
export function useTRPC() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  return useMemo(() => createTRPCOptionsProxy<AppRouter>({ client, queryClient }), [client, queryClient]);
}
