import { type Column, DataTable, EmptyState, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { Figure } from "#components/figure.tsx";
import { LinkBadge } from "#features/chain/components/link-badge.tsx";
import type { ChainCount } from "../view.ts";

/** The chain alive: what stands published at each link. */
export function ChainStrip({ counts }: { readonly counts: readonly ChainCount[] }) {
  const t = useTranslations("home.chain");
  const number = (key: "capabilities" | "needs" | "projects"): Column<ChainCount> => ({
    key,
    label: t(key),
    align: "end",
    cell: (row) => <Figure value={row[key]} />,
  });
  return (
    <Section id="chain-today" title={t("title")} action={<TextLink href="/chain">{t("open")}</TextLink>}>
      <DataTable
        caption={t("caption")}
        columns={[
          { key: "link", label: t("link"), lead: true, cell: (row) => <LinkBadge link={row.link} /> },
          number("capabilities"),
          number("needs"),
          number("projects"),
        ]}
        rows={counts}
        rowKey={(row) => row.link}
        empty={
          <EmptyState title={t("empty")} action={<ButtonLink href="/chain">{t("emptyStep")}</ButtonLink>} />
        }
      />
    </Section>
  );
}
