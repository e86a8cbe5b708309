import type { PostingFacet } from "@lilink/contract";
import { placeName } from "@lilink/i18n";
import type { LinkId } from "@lilink/model/chain";
import type { CooperationForm, MaturityStep, PostingKind } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { conceptName } from "#features/posting/view.ts";

/** The name of a facet's value in the reader's language. */
export function useFacetText(): (facet: PostingFacet, value: string) => string {
  const posting = useTranslations("posting");
  const common = useTranslations("common");
  const locale = useLocale();
  return (facet, value) => {
    switch (facet) {
      case "kind":
        return posting(`kind.${value as PostingKind}`);
      case "link":
        return common(`link.${value as LinkId}`);
      case "concept":
        return conceptName(value, locale);
      case "region":
        return placeName(value, locale);
      case "maturity":
        return posting(`maturity.${value as MaturityStep}`);
      case "cooperation":
        return posting(`cooperation.${value as CooperationForm}`);
      // The name of a body is read with its page; here it goes by its address.
      case "organization":
        return value;
    }
  };
}
