import { ledgersSql } from "@lilink/db/plan";
import { defineLedger, type Ledger, type LedgerEvent } from "@lilink/model/ledger";
import { figure, text } from "@lilink/model/register";
import { describe, expect, it } from "vitest";
import { checkLedger, createLedgerStage, createTestKernel } from "../../testing/index.ts";
import { call } from "../kernel/call.ts";
import { toLedgerVerbs } from "./ledger-verbs.ts";

type Held = { readonly holder: string | null; readonly moves: number };

const given = {
  name: "custody",
  account: { max: 24, pattern: /^[0-9A-Z]{4,24}$/ },
  fields: { mass: figure({ units: ["kg", "t"], min: "0" }), place: text({ max: 80 }) },
  kinds: {
    made: { rank: 0, fields: ["place"] },
    handed: { rank: 1, fields: ["mass"], twoSided: true },
  },
  act: { append: "record.edit", read: "record.consult" },
  fold: {
    initial: { holder: null, moves: 0 },
    apply: (state: Held, { kind, by, to }: LedgerEvent) =>
      kind === "made"
        ? { state: { ...state, holder: by } }
        : state.holder === null || state.holder === by
          ? { state: { holder: to, moves: state.moves + 1 } }
          : { state: { holder: to, moves: state.moves + 1 }, conflict: "gap" },
  },
} as const satisfies Ledger<Held>;

/** Who holds a battery: made by one firm, handed to another, each step known to its two sides. */
const custody = defineLedger<Held>(given);
const kernel = await createTestKernel();
await kernel.ownerRows(ledgersSql([custody as Ledger]));
const stage = await createLedgerStage(kernel);
let made = 0;
const accounts = () => `BAT${String(++made).padStart(5, "0")}`;

describe("a ledger that is added by its declaration alone", () => {
  checkLedger(stage, custody as Ledger, accounts);

  it("[LG2] a later holder learns of its own hand-over and of none before it", async () => {
    const verbs = toLedgerVerbs(custody);
    const account = accounts();
    const { giver, taker, stranger } = stage.people;
    const hand = async (by: typeof giver, to: typeof giver, publicId: string, occurredOn: string) => {
      const mass = { value: "12", low: null, high: null, unit: "kg", basis: null };
      const entry = await call(kernel.app, by.principal, verbs.append, {
        ...{ account, kind: "handed", to: publicId, occurredOn, values: { mass } },
      });
      await call(kernel.app, to.principal, verbs.confirm, { publicId: entry.publicId, verdict: "confirmed" });
    };
    await call(kernel.app, giver.principal, verbs.append, {
      ...{ account, kind: "made", occurredOn: "2026-01-01", values: { place: "宁德" } },
    });
    await hand(giver, taker, stage.taker.publicId, "2026-02-01");
    await hand(taker, stranger, stage.stranger.publicId, "2026-03-01");
    const seen = async (who: typeof giver, on?: string) => {
      const { state, entries } = await call(kernel.app, who.principal, verbs.asKnownOn, { account, on });
      return [state, entries.length, entries.filter(({ conflict }) => conflict).length];
    };
    const last = stage.stranger.publicId;
    expect(await seen(stage.people.officer)).toEqual([{ holder: last, moves: 2 }, 3, 0]);
    expect(await seen(stage.people.officer, "2026-02-15")).toEqual([
      { holder: stage.taker.publicId, moves: 1 },
      2,
      0,
    ]);
    expect(await seen(stranger)).toEqual([{ holder: last, moves: 1 }, 1, 0]);
    expect(await seen(giver)).toEqual([{ holder: stage.taker.publicId, moves: 1 }, 2, 0]);
  });

  it("[LG1] a kind of an unknown field, a reference and a taken name are refused at the declaration", () => {
    const wrong = (change: object) => () => defineLedger({ ...given, ...change } as never);
    expect(wrong({ kinds: { made: { rank: 0, fields: ["plaice"] } } })).toThrow("plaice, which is no field");
    expect(wrong({ fields: { ...given.fields, byId: text({ max: 3 }) } })).toThrow("byId is no name");
    expect(wrong({ fields: { ...given.fields, place: text({ max: 3, level: "own" }) } })).toThrow(
      "both sides read an entry whole",
    );
  });
});
