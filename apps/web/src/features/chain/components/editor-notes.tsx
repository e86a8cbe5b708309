import type { EditorNote } from "@lilink/model/chain";
import { NoticeBox, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { nameOf } from "../view.ts";

/** What the paper prints stays as printed; the note beside it says what to make of it. [CH10] */
export function EditorNotes({ notes }: { readonly notes: readonly EditorNote[] }) {
  const t = useTranslations("chain");
  const locale = useLocale();
  if (notes.length === 0) return null;
  return (
    <div className="mt-8">
      <Section id="notes" title={t("concept.notes")}>
        <div className="flex flex-col gap-3">
          {notes.map((note) => (
            <NoticeBox key={note.id} tone="warning" title={t(`noteKind.${note.kind}`)}>
              <p className="text-sm text-muted">{t("concept.printed", { printed: note.printed })}</p>
              <p className="prose-measure">{nameOf(note, locale)}</p>
            </NoticeBox>
          ))}
        </div>
      </Section>
    </div>
  );
}
