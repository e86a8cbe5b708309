import { countryName, formatDate, type Locale } from "@lilink/i18n";
import { type Span, spans } from "@lilink/model/supply";
import { type TradeProductId, tradeProductIds } from "@lilink/model/supply/trade";

export type SupplyQuery = {
  readonly product: TradeProductId | "lithium";
  readonly span: Span;
  /** How much more each source may give, as a share. */
  readonly growth: number;
};

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

export const products = ["lithium", ...tradeProductIds] as const;
const growths = [0.25, 0.5, 1, 2] as const;

/** What the address asks for; anything else is the first choice. */
export function readQuery(params: Params): SupplyQuery {
  const pick = <T extends string>(name: string, all: readonly T[], usual: T): T =>
    all.find((one) => one === params[name]) ?? usual;
  return {
    product: pick("product", products, "lithium"),
    span: pick("span", spans, "twelve"),
    growth: growths.find((one) => String(one) === params.growth) ?? 1,
  };
}

/** A month in the words of a language; a year as it is. @example periodName("2026-09", "en") // "September 2026" */
export const periodName = (period: string, locale: Locale): string =>
  /^\d{4}-\d{2}$/.test(period) ? formatDate(`${period}-01`, locale, "month") : period;

/** The name of a country in a language, for servers; what nobody is named for has words of its own. */
export function sourceName(code: string, locale: string, rest: string): string {
  return code === "OTHER" ? rest : countryName(code, locale);
}
