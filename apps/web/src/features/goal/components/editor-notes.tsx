import type { EditorNote } from "@lilink/model/chain";
import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { LinkedText } from "#components/linked-text.tsx";

/** What the editor says of the print, beside the print itself. */
export function EditorNotes({ notes }: { readonly notes: readonly EditorNote[] }) {
  const t = useTranslations("goal");
  const locale = useLocale();
  if (notes.length === 0) return null;
  return (
    <div className="mb-8 flex flex-col gap-2">
      {notes.map((note) => (
        <NoticeBox key={note.id} tone="warning" title={`${t("detail.notes")} · ${t(`note.${note.kind}`)}`}>
          <p className="prose-measure">
            <LinkedText text={locale === "en" ? note.en : note.zh} />
          </p>
          <p className="text-sm text-muted">
            {t("detail.printed")}
            {": "}
            <q lang="en">{note.printed}</q>
          </p>
        </NoticeBox>
      ))}
    </div>
  );
}
