import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Caller } from "@lilink/test-exchange/call-api";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import type { Exchange } from "@lilink/test-exchange/start-exchange";
import pg from "pg";
import type { FakeProvider } from "./fake-provider.ts";
import { type Planted, plantSecrets } from "./plant.ts";

export type Case = { readonly name: string; readonly run: (world: World) => Promise<void> };

const cast = {
  buyer: "buyer@cathode.example",
  sales: "sales@cathode.example",
  supplier: "admin@salt.example",
  rival: "rival@cathode2.example",
  daughter: "daughter@cathode.example",
  professor: "prof@university.example",
  regulator: "regulator36@gov.example",
  officer: "officer@group.example",
  secretary: "secretary@group.example",
  newcomer: "newcomer@firm.example",
} as const;
export type Role = keyof typeof cast;

/** A running exchange, its cast signed in, and what was planted in it. */
export type World = {
  readonly exchange: Exchange;
  readonly url: string;
  readonly who: Readonly<Record<Role | "visitor", Caller>>;
  readonly planted: Planted;
  /** The provider that the product signs people in by, which says what it is told to. */
  readonly provider: FakeProvider;
  /** The owner of the tables, to set up and to look behind. */
  readonly owner: pg.Client;
  /** A connection of the web's own role, as somebody would hold who took over its address. */
  readonly openApp: () => Promise<pg.Client>;
  readonly signInAgain: (role: Role) => Promise<Caller>;
  /** How many hostile inputs each procedure and operation gets, and from which seed they follow. */
  readonly fuzz: Fuzz;
  readonly close: () => Promise<void>;
};
export type Fuzz = { readonly inputs: number; readonly seed: number };

export async function openWorld(exchange: Exchange, fuzz: Fuzz, provider: FakeProvider): Promise<World> {
  const { url, dataDir, ownerUrl } = exchange;
  const signInAgain = async (role: Role): Promise<Caller> => ({
    url,
    cookie: await signIn(url, findAccount(dataDir, cast[role])),
  });
  const entries: [string, Caller][] = [["visitor", { url, cookie: "" }]];
  for (const role of Object.keys(cast) as Role[]) entries.push([role, await signInAgain(role)]);
  const who = Object.fromEntries(entries) as World["who"];
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return {
    exchange,
    url,
    who,
    owner,
    fuzz,
    provider,
    signInAgain,
    planted: await plantSecrets(who),
    openApp: async () => {
      const { app } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as { app: string };
      const address = new URL(ownerUrl);
      address.username = "lilink_app";
      address.password = app;
      const client = new pg.Client({ connectionString: address.href });
      await client.connect();
      return client;
    },
    close: () => owner.end(),
  };
}
