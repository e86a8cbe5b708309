import { caller } from "#lib/trpc/server.ts";

export async function readResidual(series: string | undefined) {
  return (await caller()).residual.load({ ...(series && { series }) });
}

export type Residual = Awaited<ReturnType<typeof readResidual>>;
