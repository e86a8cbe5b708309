import type { PostingKind } from "@lilink/model/posting";
import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { CopyButton } from "./copy-button.tsx";

export type StartFromProps = {
  readonly items: readonly {
    readonly publicId: string;
    readonly kind: PostingKind;
    readonly title: string;
  }[];
};

/** One's own latest postings, each of which can be the start of the next. */
export function StartFrom({ items }: StartFromProps) {
  const t = useTranslations("posting");
  if (items.length === 0) return null;
  return (
    <div className="mt-12 max-w-2xl">
      <Section
        id="start-from"
        title={t("new.from")}
        action={<TextLink href="/postings/own">{t("own.title")}</TextLink>}
      >
        <ul className="hairline-list border-y border-line">
          {items.map(({ publicId, kind, title }) => {
            const name = title || t("own.untitled");
            return (
              <li key={publicId} className="flex items-center gap-3 py-1.5">
                <span className="shrink-0 text-sm text-muted">{t(`kind.${kind}`)}</span>
                <span className="min-w-0 flex-1 truncate">
                  <OwnWords>{name}</OwnWords>
                </span>
                <CopyButton
                  publicId={publicId}
                  text={{ copy: t("own.copy"), copied: t("own.copied") }}
                  label={t("own.copyOf", { title: name })}
                />
              </li>
            );
          })}
        </ul>
      </Section>
    </div>
  );
}
