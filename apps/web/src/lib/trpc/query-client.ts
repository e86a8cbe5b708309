import { QueryClient } from "@tanstack/react-query";

const freshFor = 30_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // What the server read moments ago is not asked for again on arrival.
      queries: { staleTime: freshFor, retry: 1, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}
