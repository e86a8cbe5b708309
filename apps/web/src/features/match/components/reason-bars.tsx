import type { MatchResult } from "@lilink/model/matching";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { percentText, type ReasonBar, toReasonBars, toReasonParams, weightText } from "../view.ts";

/** The reasons in words, each with its weight; together they are the score. */
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
        {t("sum", { sum: weightText(sum, locale), percent: percentText(result.score, locale) })}
      </p>
    </details>
  );
}

type RowProps = { readonly bar: ReasonBar; readonly verdicts: MatchResult["verdicts"] };

function Row({ bar, verdicts }: RowProps) {
  const t = useTranslations("match.reason");
  const locale = useLocale();
  const width = `${bar.length * 50}%`;
  const isFor = bar.weight > 0;
  return (
    <li className="grid grid-cols-[1fr_3rem] items-center gap-x-3 py-1 sm:grid-cols-[1fr_8rem_3rem]">
      <span className="min-w-0">{t(bar.reason.code, toReasonParams(bar.reason, verdicts, locale))}</span>
      <span aria-hidden className="relative hidden h-2 bg-sunken sm:block">
        <span className="absolute inset-y-0 left-1/2 w-px bg-edge" />
        <span
          className={cn("absolute inset-y-0", isFor ? "left-1/2 bg-success" : "right-1/2 bg-danger")}
          style={{ width }}
        />
      </span>
      <span className="text-right tabular-nums">{weightText(bar.weight, locale)}</span>
    </li>
  );
}
