import type { ChainCase, LinkSupply } from "./stress-chain.ts";

/** A year of a link: t LCE. */
export type LinkYear = {
  readonly imports: Readonly<Record<string, number>>;
  readonly exports: number;
};

export const stressLinks = ["resource", "smelting", "materials", "products"] as const;
export type StressLink = (typeof stressLinks)[number];

/** What nobody measures here and the reader may change; each is a proposal and is shown as one. */
export type StressAssumptions = {
  /** t LCE a year from own mines and brines, and from recycling into salts. */
  readonly mined: number;
  readonly recycled: number;
  /** Of lithium that goes into smelting, the share that comes out as salt. */
  readonly recovery: number;
  /** Weeks of its demand that a link has in store. */
  readonly stockWeeks: Readonly<Record<StressLink, number>>;
};

const weeksOfYear = 52;

/**
 * An ordinary week of the chain from a year of trade: ore from own mines and imports goes to the smelters, salt from them, from imports and
 * from recycling to the makers of materials, and on into cells. Exports are taken off what goes on. In t LCE. [SU8]
 */
export function baseCaseOf(
  trade: { readonly ore: LinkYear; readonly salt: LinkYear },
  { mined, recycled, recovery, stockWeeks }: StressAssumptions,
): Pick<ChainCase, "links"> {
  const perWeek = (year: number) => year / weeksOfYear;
  const weekly = (imports: LinkYear["imports"]) =>
    Object.fromEntries(Object.entries(imports).map(([source, amount]) => [source, perWeek(amount)]));
  const sum = (imports: LinkYear["imports"]) => Object.values(imports).reduce((all, one) => all + one, 0);
  const ore = perWeek(mined + sum(trade.ore.imports) - trade.ore.exports);
  const made = ore * recovery;
  const salt = made + perWeek(recycled + sum(trade.salt.imports) - trade.salt.exports);
  const link = (name: StressLink, demand: number, rest: Partial<LinkSupply>): LinkSupply => ({
    link: name,
    demand: Math.max(0, demand),
    domestic: 0,
    recycled: 0,
    upstream: 0,
    sources: {},
    stock: Math.max(0, demand) * stockWeeks[name],
    ...rest,
  });
  return {
    links: [
      link("resource", ore, {
        domestic: perWeek(mined - trade.ore.exports),
        sources: weekly(trade.ore.imports),
      }),
      link("smelting", salt, {
        recycled: perWeek(recycled),
        upstream: made - perWeek(trade.salt.exports),
        sources: weekly(trade.salt.imports),
      }),
      link("materials", salt, { upstream: salt }),
      link("products", salt, { upstream: salt }),
    ],
  };
}
