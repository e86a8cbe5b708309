import type { LinkId } from "@lilink/model/chain";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";

type AtlasCountsProps = {
  readonly caption: string;
  readonly head: string;
  readonly links: readonly LinkId[];
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly countOf: (theme: string, link: string) => number;
};

const cell = "mx-auto flex size-11 items-center justify-center rounded-sm tabular-nums no-underline";

/** The atlas of laboratories on a phone: how many stand at each theme and link, and where there are none. */
export function AtlasCounts({ caption, head, links, themes, countOf }: AtlasCountsProps) {
  const t = useTranslations("laboratory");
  const linkName = useTranslations("common.link");
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="mb-2 text-left">
        <span className="sr-only">{caption}</span>
        <span className="block text-muted">{t("atlasHelp")}</span>
      </caption>
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className="py-2 pr-2 text-left font-normal text-muted">
            {head}
          </th>
          {links.map((link) => (
            <th key={link} scope="col" className="w-12 py-2 text-center font-normal">
              <LinkMark link={link} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {themes.map(({ id, name }) => (
          <tr key={id} className="border-b border-line">
            <th scope="row" className="py-1 pr-2 text-left font-normal">
              {name}
            </th>
            {links.map((link) => {
              const count = countOf(id, link);
              const label = t("atlasCount", { theme: name, link: linkName(link), count });
              return (
                <td key={link} className="px-0.5 py-1">
                  {count === 0 ? (
                    <span className={cn(cell, "border border-dashed border-edge text-muted")}>
                      <span aria-hidden>0</span>
                      <span className="sr-only">{label}</span>
                    </span>
                  ) : (
                    <RoutedLink
                      href={{ pathname: "/laboratories", query: { theme: id, links: link } }}
                      aria-label={label}
                      className={cn(cell, "bg-sunken font-medium text-ink")}
                    >
                      {count}
                    </RoutedLink>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
