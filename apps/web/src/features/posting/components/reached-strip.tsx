import { useTranslations } from "next-intl";
import { steps } from "./own-list.tsx";

export type ReachedStripProps = {
  readonly reached: Readonly<Record<"published" | (typeof steps)[number], number>>;
};

/** How many of the published postings came to each step, as a row of ever shorter bars. */
export function ReachedStrip({ reached }: ReachedStripProps) {
  const t = useTranslations("posting.own");
  const all = Math.max(1, reached.published);
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-1 gap-y-4 sm:grid-cols-5" aria-label={t("reached")}>
      {(["published", ...steps] as const).map((step) => (
        <div key={step}>
          <dt className="text-sm text-muted">{t(`reachedStep.${step}`)}</dt>
          <dd>
            <span className="text-lg font-semibold tabular-nums">{reached[step]}</span>
            <span aria-hidden className="mt-1 block h-2 bg-sunken">
              <span className="block h-full bg-chain" style={{ width: `${(100 * reached[step]) / all}%` }} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
