import type { Locale } from "@lilink/i18n";
import { toneColor } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { money as toMoney } from "#features/fund/view.ts";
import type { IncentiveView } from "../queries.ts";
import { type BudgetPart, partsOf } from "../view.ts";

export type BudgetBarProps = { readonly money: IncentiveView["money"]; readonly locale: Locale };

const fills = {
  paid: { fill: toneColor("success"), hatched: false },
  reserved: { fill: toneColor("info"), hatched: true },
  bound: { fill: toneColor("info"), hatched: true },
  left: { fill: "none", hatched: false },
} as const satisfies Record<BudgetPart["name"], object>;

/** A budget as one bar: paid is full, reserved is hatched, what is left is empty; the figures that the reader may know stand below. [IC5] */
export function BudgetBar({ money, locale }: BudgetBarProps) {
  const t = useTranslations("incentive");
  const say = (amount: number) =>
    money.exact ? toMoney(amount, locale) : t("about", { amount: toMoney(amount, locale) });
  const parts = partsOf(money).map((part) => ({ ...part, ...fills[part.name], said: say(part.amount) }));
  const budget = toMoney(money.budget, locale);
  const listed = parts.map(({ name, said }) => `${t(name)} ${said}`).join(locale === "en" ? ", " : "，");
  const text = t("budgetOf", { budget, parts: listed || t("untold") });
  return (
    <div className="flex flex-col gap-2">
      <svg role="img" aria-label={text} viewBox="0 0 100 6" preserveAspectRatio="none" className="h-6 w-full">
        <title>{text}</title>
        <rect x="0" y="0" width="100" height="6" fill="var(--color-sunken)" />
        {parts.map(({ name, share, fill, hatched }, at) => {
          const x = parts.slice(0, at).reduce((sum, before) => sum + before.share, 0);
          return (
            <g key={name}>
              <rect x={x} y="0" width={share} height="6" fill={fill} opacity={hatched ? 0.35 : 1} />
              {hatched ? <rect x={x} y="4.5" width={share} height="1.5" fill={fill} /> : null}
            </g>
          );
        })}
      </svg>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {parts.length === 0 ? (
          <li className="flex flex-wrap gap-x-2">
            <span className="text-muted">{t("budget")}</span>
            <span className="tabular-nums">{budget}</span>
            <span className="text-muted">{t("untold")}</span>
          </li>
        ) : null}
        {parts.map(({ name, said, fill, hatched }) => (
          <li key={name} className="flex items-center gap-2">
            <svg aria-hidden viewBox="0 0 12 12" className="size-3">
              <rect
                x="0.5"
                y="0.5"
                width="11"
                height="11"
                fill={fill}
                opacity={hatched ? 0.35 : 1}
                stroke="var(--color-edge)"
              />
              {hatched ? <rect x="0.5" y="8" width="11" height="3.5" fill={fill} /> : null}
            </svg>
            <span className="text-muted">{t(name)}</span>
            <span className="tabular-nums">{said}</span>
          </li>
        ))}
        {money.takenBack ? (
          <li className="text-muted tabular-nums">{t("takenBack", { amount: say(money.takenBack) })}</li>
        ) : null}
      </ul>
    </div>
  );
}
