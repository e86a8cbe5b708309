"use client";

import type { AppRouter } from "@lilink/api";
import type { TRPCClient } from "@trpc/client";
import { createContext, useContext } from "react";

export const ClientContext = createContext<TRPCClient<AppRouter> | null>(null);

/** The API in a client component: `await useTRPCClient().posting.load.query({ … })`. */
export function useTRPCClient(): TRPCClient<AppRouter> {
  const client = useContext(ClientContext);
  if (!client) throw new Error("the layout gives each page its client");
  return client;
}
