import { useTranslations } from "next-intl";
import type { BoardData } from "../queries.ts";
import { type FunnelStep, toFunnel } from "../view.ts";

/** The part of the page that says more of a step. */
const leads: Readonly<Record<FunnelStep["key"], string>> = {
  needs: "#postings",
  matched: "#unanswered",
  introduced: "#introductions",
  accepted: "#introductions",
  confirmed: "#outcomes",
};

/** What becomes of needs, as bars of one scale; beside a bar its share of the one above, where it is a part of it. */
export function ExchangeFunnel({ board }: { readonly board: BoardData }) {
  const t = useTranslations("board.funnel");
  const steps = toFunnel(board);
  const widest = Math.max(1, ...steps.map(({ count }) => count));
  const { median } = board.answerDays;
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {steps.map(({ key, count, share }) => {
        return (
          <li key={key}>
            <div className="flex items-baseline justify-between gap-3">
              <span className="flex flex-wrap gap-x-2">
                {t(key)}
                {key === "accepted" && median !== null ? (
                  <span className="text-xs whitespace-nowrap text-muted">
                    {t("median", { days: median })}
                  </span>
                ) : null}
              </span>
              <span className="whitespace-nowrap tabular-nums">
                {share === null ? null : <span className="mr-2 text-xs text-muted">{`${share}%`}</span>}
                <a href={leads[key]} className="text-link font-semibold">
                  {count}
                </a>
              </span>
            </div>
            <div aria-hidden className="mt-1 h-2.5 bg-sunken">
              <div className="h-full bg-chain" style={{ width: `${(100 * count) / widest}%` }} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
