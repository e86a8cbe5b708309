import { formatShare, type Locale, recordWords } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { ownHalf } from "#lib/in-locale.ts";
import type { SupplyEcology } from "../queries.ts";
import { areaColumns } from "./area-columns.tsx";

/** The layer of the map as a table: each area with the blocks that it meets and what is to be judged again. [EP5] */
export function AreaTable({ areas, blocks, locale }: SupplyEcology & { readonly locale: Locale }) {
  const t = useTranslations("supply.ecology");
  const words = recordWords("protectedArea", locale);
  const percent = (share: number) => formatShare(Math.max(0.001, share), locale, 1);
  return (
    <DataTable
      caption={t("areas", { count: areas.length })}
      showCaption
      moreOnPhone={t("allAreas", { count: areas.length })}
      rows={areas}
      rowKey={({ publicId }) => publicId}
      columns={[
        ...areaColumns(locale),
        {
          key: "publisher",
          label: words.field("publisher"),
          cell: ({ publisher }) => ownHalf(publisher, locale),
        },
        {
          key: "met",
          label: t("blocks"),
          cell: ({ publicId: area }) => {
            const over = blocks.flatMap((block) => {
              const met = block.met.find(({ publicId }) => publicId === area);
              return met ? [{ ...block, share: met.share }] : [];
            });
            if (over.length === 0) return t("noBlocks");
            return (
              <ul>
                {over.map(({ publicId, name, share, isContradicted }) => (
                  <li key={publicId}>
                    <TextLink href={`/mining-rights/${publicId}`}>{ownText(name, locale)}</TextLink>{" "}
                    <span className="whitespace-nowrap tabular-nums">
                      {share === null ? t("placeAlone") : percent(share)}
                    </span>
                    {isContradicted ? <strong className="font-medium"> {t("again")}</strong> : null}
                  </li>
                ))}
              </ul>
            );
          },
        },
      ]}
    />
  );
}
