import type { Caller } from "@lilink/test-exchange/call-api";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import type { Exchange } from "@lilink/test-exchange/start-exchange";
import type { Author } from "./journey.ts";

export type Cast = { readonly authors: readonly Author[]; readonly officer: Caller };

/** A buyer and a seller who write and ask each other, and the officer who publishes. */
export async function gatherCast({ url, dataDir }: Pick<Exchange, "url" | "dataDir">): Promise<Cast> {
  const sign = async (email: string): Promise<Caller> => ({
    url,
    cookie: await signIn(url, findAccount(dataDir, email)),
  });
  const buyer = await sign("buyer@cathode.example");
  const seller = await sign("admin@salt.example");
  return {
    authors: [
      { name: "buyer", kind: "need", caller: buyer, asker: seller },
      { name: "seller", kind: "capability", caller: seller, asker: buyer },
    ],
    officer: await sign("officer@group.example"),
  };
}
