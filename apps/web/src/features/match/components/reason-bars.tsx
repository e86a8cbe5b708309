import type { MatchResult } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { type ReasonBar, toReasonBars, toReasonParams, weightText } from "../view.ts";

/** The reasons in words, each with its weight; together they decide the order. */
export function ReasonBars({ result }: { readonly result: MatchResult }) {
  const t = useTranslations("match.page");
  const locale = useLocale();
  const { bars, sum } = toReasonBars(result.reasons);
  return (
    <details className="group">
      <summary className="w-fit text-sm text-muted hover:text-ink">{t("why")}</summary>
      <p className="mt-2 mb-2 text-sm text-muted">{t("whyLead")}</p>
      <ul className="hairline-list text-sm">
        {bars.map((bar) => (
          <Row key={bar.key} bar={bar} verdicts={result.verdicts} />
        ))}
      </ul>
      <p className="border-t border-edge pt-1.5 text-sm font-medium tabular-nums">
        {t("sum", { sum: weightText(sum, locale) })}
      </p>
    </details>
  );
}

type RowProps = { readonly bar: ReasonBar; readonly verdicts: MatchResult["verdicts"] };

function Row({ bar, verdicts }: RowProps) {
  const t = useTranslations("match.reason");
  const locale = useLocale();
  const style = { "--share": `${Math.round(bar.length * 100)}%` } as CSSProperties;
  return (
    <li className="weight-row" data-against={bar.weight > 0 ? undefined : ""} style={style}>
      {t(bar.reason.code, toReasonParams(bar.reason, verdicts, locale))}
      <b>{weightText(bar.weight, locale)}</b>
    </li>
  );
}
