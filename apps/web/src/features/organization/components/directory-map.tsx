import { useTranslations } from "next-intl";
import { ProvinceTiles } from "#features/figure/components/province-tiles.tsx";

export type DirectoryMapProps = {
  readonly filters: Readonly<Record<string, string>>;
  readonly provinces: readonly { readonly value: string; readonly count: number }[];
};

/** Where the listed bodies are; a tile narrows the directory to its province. */
export function DirectoryMap({ filters, provinces }: DirectoryMapProps) {
  const t = useTranslations("organization.list");
  return (
    <aside aria-labelledby="directory-map" className="max-w-64 max-lg:mt-10">
      <h2 id="directory-map" className="mb-3 text-base">
        {t("map")}
      </h2>
      <ProvinceTiles
        counts={Object.fromEntries(provinces.map(({ value, count }) => [value, count]))}
        nameOf={(name, count) => t("tile", { name, count })}
        hrefOf={(code) => ({ pathname: "/organizations", query: { ...filters, province: code } })}
      />
      <p className="mt-2 text-xs text-muted">{t("mapNote")}</p>
    </aside>
  );
}
