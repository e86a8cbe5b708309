import { type Locale, recordWords } from "@lilink/i18n";
import type { Bilingual } from "@lilink/model/register";
import type { Column } from "@lilink/ui";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";

type Area = {
  readonly publicId: string;
  readonly name: Bilingual;
  readonly kind: string;
  readonly protection: string;
};

/** What every table of protected areas says of an area: its name, kind and protection. [EP5] */
export function areaColumns(locale: Locale): readonly Column<Area>[] {
  const words = recordWords("protectedArea", locale);
  return [
    {
      key: "name",
      label: words.field("name"),
      lead: true,
      cell: ({ publicId, name }) => (
        <TextLink href={`/protected-areas/${publicId}`}>{ownText(name, locale)}</TextLink>
      ),
    },
    {
      key: "kind",
      label: words.field("kind"),
      speaks: true,
      cell: ({ kind }) => words.choice("kind", kind),
    },
    {
      key: "protection",
      label: words.field("protection"),
      speaks: true,
      cell: ({ protection }) => words.choice("protection", protection),
    },
  ];
}
