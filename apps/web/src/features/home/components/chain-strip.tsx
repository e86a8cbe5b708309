import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import type { ChainCount } from "../view.ts";

const kinds = [
  { key: "capabilities", kind: "capability" },
  { key: "needs", kind: "need" },
  { key: "projects", kind: "project" },
] as const;

/** The chain alive: four links in the order of the flow, the services that serve them, and what stands open at each. */
export function ChainStrip({ counts }: { readonly counts: readonly ChainCount[] }) {
  const t = useTranslations("home.chain");
  return (
    <Section id="chain-today" title={t("title")} action={<TextLink href="/chain">{t("open")}</TextLink>}>
      <ol className="grid border-y border-line sm:grid-cols-2 lg:grid-cols-5">
        {counts.map((row, index) => (
          <li
            key={row.link}
            className="relative flex flex-col gap-1 border-line py-2 not-last:border-b sm:gap-2 sm:py-3 sm:px-4 sm:first:pl-0 lg:not-last:border-r lg:not-last:border-b-0"
          >
            <span className="flex h-6 items-center gap-2">
              <LinkBadge link={row.link} />
              {index < 3 ? (
                <span aria-hidden className="ml-auto text-muted max-sm:rotate-90">
                  →
                </span>
              ) : null}
            </span>
            <dl className="flex justify-between gap-x-3 sm:grid sm:grid-cols-[1fr_auto] sm:items-baseline">
              {kinds.map(({ key, kind }) => (
                <div key={key} className="flex items-baseline gap-2 sm:contents">
                  <dt className="text-sm text-muted">{t(key)}</dt>
                  <dd className="text-right tabular-nums">
                    <TextLink
                      href={`/postings?link=${row.link}&kind=${kind}`}
                      className="no-underline hover:underline"
                    >
                      {row[key]}
                    </TextLink>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </Section>
  );
}
