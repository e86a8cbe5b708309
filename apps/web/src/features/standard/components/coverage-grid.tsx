import type { Locale, RecordWords } from "@lilink/i18n";
import { coverageOf } from "@lilink/model/register";
import { cn } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { caller } from "#lib/trpc/server.ts";

/** Each subject of the chain, and whether a standard in force covers it: filled, half or empty, with its count. */
export async function CoverageGrid({ words }: { readonly words: RecordWords; readonly locale: Locale }) {
  const [t, api] = await Promise.all([getTranslations("register.coverage"), caller()]);
  const [{ items }, asked] = await Promise.all([
    api.standard.list({ limit: 100 }),
    api.standardProposal.list({ limit: 1 }),
  ]);
  const askedOf = (subject: string) =>
    asked.facets.covers?.find(({ value }) => value === subject)?.count ?? 0;
  const coverage = coverageOf(
    items.map(({ values }) => ({
      stage: values.stage as string | null,
      covers: values.covers as readonly string[] | null,
    })),
  );
  const covered = coverage.filter(({ inForce }) => inForce > 0).length;
  return (
    <figure className="mb-6">
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{t("title", { covered, all: coverage.length })}</span>
        <span className="text-sm text-muted">{t("legend")}</span>
      </figcaption>
      <ul className="grid grid-cols-2 gap-px border border-line bg-line sm:grid-cols-4">
        {coverage.map(({ subject, inForce, other }) => {
          const state = inForce > 0 ? "inForce" : other > 0 ? "other" : "none";
          return (
            <li key={subject} className="bg-ground">
              <RoutedLink
                href={{ pathname: "/standards", query: { covers: subject } }}
                className="flex items-baseline gap-2 px-3 py-2 no-underline hover:bg-raised"
              >
                <span aria-hidden className={cn("text-sm", state !== "inForce" && "text-muted")}>
                  {state === "inForce" ? "●" : state === "other" ? "◐" : "○"}
                </span>
                <span className="min-w-0">
                  <span className="block">{words.choice("covers", subject)}</span>
                  <span className="text-xs text-muted">{t(state, { count: inForce + other })}</span>
                </span>
              </RoutedLink>
              {askedOf(subject) > 0 ? (
                <TextLink
                  href={{ pathname: "/standard-proposals", query: { covers: subject } }}
                  className="block px-3 pb-2 text-xs"
                >
                  {t("asked", { count: askedOf(subject) })}
                </TextLink>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-sm">
        <TextLink href="/standard-proposals">{t("proposals")}</TextLink>
      </p>
    </figure>
  );
}
