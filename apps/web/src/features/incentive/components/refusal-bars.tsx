import { refusalCodes } from "@lilink/model/incentive";
import { toneColor } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { IncentiveView } from "../queries.ts";

/** Refusals by code as bars, the most frequent first; codes of few bodies are left out by the database. [IC5] */
export function RefusalBars({ refused }: { readonly refused: IncentiveView["counts"]["refused"] }) {
  const t = useTranslations("incentive");
  const rows = refusalCodes
    .map((code) => ({ code, count: refused[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <figure className="mt-6">
      <figcaption className="mb-2 font-medium">{t("refusals")}</figcaption>
      <ul className="grid max-w-xl grid-cols-[max-content_1fr_max-content] items-center gap-x-3 gap-y-1">
        {rows.map(({ code, count }) => (
          <li key={code} className="contents">
            <span>{t(`code.${code}`)}</span>
            <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-3 w-full">
              <rect x="0" y="0" width={(count / most) * 100} height="8" fill={toneColor("warning")} />
            </svg>
            <span className="text-right tabular-nums">{count}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-muted">{t("refusalsNote")}</p>
    </figure>
  );
}
