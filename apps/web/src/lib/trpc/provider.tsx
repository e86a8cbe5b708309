"use client";

import type { AppRouter } from "@lilink/api";
import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, splitLink } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { ClientContext } from "./client.ts";
import { lateLink } from "./late-link.ts";
import { createQueryClient } from "./query-client.ts";

function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: lateLink(() => import("./live-link.ts")),
        false: lateLink(() => import("./call-link.ts")),
      }),
    ],
  });
}

export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(createClient);
  return (
    <QueryClientProvider client={queryClient}>
      <ClientContext value={trpcClient}>{children}</ClientContext>
    </QueryClientProvider>
  );
}
