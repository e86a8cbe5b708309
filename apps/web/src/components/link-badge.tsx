import type { LinkId } from "@lilink/model/chain";
import { Badge, toneColor } from "@lilink/ui";
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
  const name = useTranslations("common.link")(link);
  const letter = useTranslations("common.linkLetter");
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className="letter-mark"
      style={{ background: toneColor(link) }}
    >
      {letter(link)}
    </span>
  );
}
