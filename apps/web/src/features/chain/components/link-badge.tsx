import type { LinkId } from "@lilink/model/chain";
import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";

/** A link of the chain: its colour, its letter and its name, the same everywhere. */
export function LinkBadge({ link }: { readonly link: LinkId }) {
  const name = useTranslations("common.link");
  const letter = useTranslations("common.linkLetter");
  return (
    <Badge tone={link} letter={letter(link)}>
      {name(link)}
    </Badge>
  );
}
