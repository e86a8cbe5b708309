import { type LinkId, linkIds } from "@lilink/model/chain";
import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";

/** The links of the chain, each with its colour and letter, in the order of the chain. */
export function LinkBadges({ links }: { readonly links: readonly string[] }) {
  const t = useTranslations("common");
  const known: readonly LinkId[] = linkIds.filter((link) => links.includes(link));
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {known.map((link) => (
        <Badge key={link} tone={link} letter={t(`linkLetter.${link}`)}>
          {t(`link.${link}`)}
        </Badge>
      ))}
    </span>
  );
}
