import { cn, Section, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { Portfolio } from "#features/fund/queries.ts";
import { money } from "#features/fund/view.ts";
import { reachTone } from "../view.ts";
import { LaneBoard } from "./lane-board.tsx";

/** On the page of the fund: where results stand, and the money by how far they came. [RY5] */
export function RelayPart({ relay }: { readonly relay: Portfolio["relay"] }) {
  const t = useTranslations("relay");
  return (
    <>
      <Section
        id="relay"
        title={t("section")}
        fold={relay.results.length}
        action={<TextLink href="/fund/relay">{t("sectionMore", { count: relay.results.length })}</TextLink>}
      >
        <p className="mb-4 text-muted">{t("sectionLead")}</p>
        <LaneBoard results={relay.results} most={2} all="/fund/relay" />
      </Section>
      <Reached money={relay.money} />
    </>
  );
}

/** One bar of all money, the farthest first; each part with its amount and its projects. */
function Reached({ money: rows }: { readonly money: Portfolio["relay"]["money"] }) {
  const t = useTranslations("relay");
  const locale = useLocale();
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  if (total === 0) return null;
  const steps = rows.filter(({ amount }) => amount > 0);
  return (
    <Section
      id="reached"
      title={t("money.title")}
      action={<span className="text-muted">{t("money.lead")}</span>}
    >
      <div aria-hidden className="mb-4 flex h-6 w-full gap-0.5">
        {steps.map(({ reach, amount }) => (
          <span
            key={reach}
            className={cn("min-w-1 border", reach === "none" ? "hatched border-edge" : "border-transparent")}
            style={{
              width: `${(amount / total) * 100}%`,
              ...(reach !== "none" && { background: toneColor(reachTone[reach]) }),
            }}
          />
        ))}
      </div>
      <ol className="grid gap-x-6 gap-y-4 sm:grid-cols-3 xl:grid-cols-6">
        {steps.map(({ reach, amount, projects }) => (
          <li key={reach} className="flex flex-col">
            <span className="flex items-center gap-2 text-sm">
              <span
                aria-hidden
                className={cn(
                  "size-3 border",
                  reach === "none" ? "hatched border-edge" : "border-transparent",
                )}
                style={reach === "none" ? undefined : { background: toneColor(reachTone[reach]) }}
              />
              {t(`reach.${reach}`)}
            </span>
            <span className="font-semibold tabular-nums">{money(amount, locale)}</span>
            <span className="text-sm text-muted">{t("money.projects", { count: projects })}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
