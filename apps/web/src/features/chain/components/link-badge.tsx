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

/** The same in a dense row: the letter in its colour, the name for whoever hovers or hears it. */
export function LinkMark({ link }: { readonly link: LinkId }) {
  const name = useTranslations("common.link");
  const letter = useTranslations("common.linkLetter");
  return (
    <span title={name(link)} className="inline-flex shrink-0">
      <Badge tone={link} letter={letter(link)} className="h-5 gap-0 border-0 bg-transparent p-0">
        <span className="sr-only">{name(link)}</span>
      </Badge>
    </span>
  );
}
