import { formatDate, formatNumber, formatShare, type Locale } from "@lilink/i18n";
import { type TensionPart, tensionPosts } from "@lilink/model/supply";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { Reserve } from "../queries.ts";

type Tension = Reserve["tension"];
type Part = Tension["parts"][number];

/** A band from easy to tight on one line; its ends are told in words beside it. */
function Band({
  low,
  high,
  tall = false,
}: {
  readonly low: number;
  readonly high: number;
  readonly tall?: boolean;
}) {
  return (
    <span aria-hidden className={`relative block w-full min-w-24 bg-sunken ${tall ? "h-6" : "h-3"}`}>
      <span
        className="absolute inset-0 bg-linear-to-r from-success via-warning to-danger"
        style={{ clipPath: `inset(0 ${100 - Math.max(high, low + 0.01) * 100}% 0 ${low * 100}%)` }}
      />
    </span>
  );
}

/** How tight supply is: one band, and under it each part with what it read, as of when and from where. [TG1] */
export function TensionGauge({ tension }: { readonly tension: Tension }) {
  const t = useTranslations("supply.reserve");
  const locale = useLocale() as Locale;
  const two = (value: number) => formatNumber(Math.round(value * 100) / 100, locale);
  // Ends that read alike are one figure.
  const bandOf = ({ low, high }: Pick<Part, "low" | "high">, show: (value: number) => string) =>
    show(low) === show(high) ? show(low) : t("tensionBand", { low: show(low), high: show(high) });
  // The ends of a band are as exact as one another: 0.31 to 0.60.
  const exact = (value: number) => value.toFixed(2);
  const told = (part: TensionPart) => (value: number) =>
    part === "cover"
      ? t("postDays", { days: value })
      : part === "utilization" || part === "price"
        ? formatShare(value, locale, 1)
        : two(value);
  const readingOf = ({ part, fact }: Part) => {
    if (fact === null) return t("missing");
    const [low, high] = [two(fact.low), two(fact.high)];
    return part === "cover" && low !== high ? t("bandDays", { low, high }) : bandOf(fact, told(part));
  };
  const postsOf = (part: TensionPart) => {
    const [easy, tight] = tensionPosts[part];
    return t("posts", { easy: told(part)(easy), tight: told(part)(tight) });
  };
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <span className="text-3xl font-semibold tabular-nums">{bandOf(tension, exact)}</span>
        <span className="text-sm text-muted">{t("tensionLead")}</span>
      </figcaption>
      <Band low={tension.low} high={tension.high} tall />
      <p aria-hidden className="mt-1 mb-4 flex justify-between text-xs text-muted tabular-nums">
        {[0, 0.25, 0.5, 0.75, 1].map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
      <p className="mb-4 text-sm text-muted">
        {t("otherTension")} <TextLink href="/indicators/RES-15">RES-15</TextLink>
      </p>
      <DataTable
        caption={t("tension")}
        rows={tension.parts}
        rowKey={({ part }) => part}
        columns={[
          { key: "part", label: t("part"), lead: true, cell: ({ part }) => t(`parts.${part}`) },
          {
            key: "reading",
            label: t("reading"),
            align: "end",
            className: "whitespace-nowrap",
            cell: readingOf,
          },
          {
            key: "tight",
            label: t("tight"),
            className: "w-48",
            cell: ({ part, low, high }) => (
              <span className="block min-w-40">
                <Band low={low} high={high} />
                <span className="text-sm text-muted tabular-nums">
                  {bandOf({ low, high }, exact)}
                  <span className="block text-xs">{postsOf(part)}</span>
                </span>
              </span>
            ),
          },
          {
            key: "asOf",
            label: t("asOf"),
            className: "whitespace-nowrap",
            cell: ({ fact }) => (fact ? formatDate(fact.asOf, locale) : ""),
          },
          {
            key: "source",
            label: t("source"),
            cell: ({ part, fact }) =>
              fact ? t(`sources.${fact.source as "trade"}`) : part === "price" ? t("priceMissing") : "",
          },
        ]}
      />
    </figure>
  );
}
